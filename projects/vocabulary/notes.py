"""What the margin of a section says of a term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cms.facets import Label


@dataclass(frozen=True)
class TermNote:
    """A term for a reader: its name and definition, and its names in the other languages."""

    key: str
    name: Label
    definition: Label
    names: tuple[Label, ...]


def sample_note(term: Any) -> TermNote | None:
    """Return the note of a term as it stands, in its own language alone; None where there is no term."""
    if term is None:
        return None
    language = term.locale.language_code
    return TermNote(term.key, Label(term.name, language), Label(term.definition, language), ())
