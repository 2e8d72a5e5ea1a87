"""The detail pages of the library: what each type shows."""

from projects.works.pages import detail_context
from projects.works.structured import structured_data
from projects.works.words import edition_section, fact_words, project_sections, training_sections, with_terms

__all__ = [
    "detail_context",
    "edition_section",
    "fact_words",
    "project_sections",
    "structured_data",
    "training_sections",
    "with_terms",
]
