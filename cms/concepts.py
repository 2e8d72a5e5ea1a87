"""What a concept of the library is called: the only thing search knows of vocabularies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ConceptNames:
    """The public names of a concept in one language, none where it has no public name there.

    `concept` is the same in all languages. The first name is the one that readers see, the others are
    synonyms and abbreviations. `is_proper` tells names of something that there is once, as a place is.
    """

    concept: str
    language: str
    names: tuple[str, ...]
    is_proper: bool = False
