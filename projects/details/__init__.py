"""The detail pages of the library: what each type shows."""

from projects.details.pages import detail_context
from projects.details.structured import structured_data
from projects.details.words import fact_words, project_sections

__all__ = ["detail_context", "fact_words", "project_sections", "structured_data"]
