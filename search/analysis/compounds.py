"""Compounds: the words of which one word is made."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from search.analysis.morphology import Dictionary

SHORTEST_PART = 4

# The start and the end of a part in the compound.
PartRange = tuple[int, int]


def parts_of(word: str, dictionary: Dictionary, no_parts: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the words of which a compound is made, and the compounds of some of these; none for another word.

    "arbeidsmarkedstiltak" has "arbeid", "marked", "tiltak", and "arbeidsmarked" and "markedstiltak".
    """
    places = _places(word, dictionary, no_parts)
    several = [(first[0], last[1]) for first, last in combinations(places, 2) if last[1] - first[0] < len(word)]
    inner = (word[start:end] for start, end in several)
    return [word[start:end] for start, end in places], [one for one in inner if dictionary.knows(one)]


def _places(word: str, dictionary: Dictionary, no_parts: Collection[str]) -> list[PartRange]:
    """Return the ranges of the parts of a compound; none for another word.

    The last part is a word of the dictionary, the first one a dictionary form; "s" or "e" may stand between them. Of
    several cuts the one with the longest last part is taken. Either part may itself be a compound.
    """
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        last = word[cut:]
        if last in no_parts or not dictionary.knows(last):
            continue
        for first in (word[:cut], word[: cut - 1] if word[cut - 1] in "se" else ""):
            if len(first) < SHORTEST_PART or first in no_parts or not dictionary.knows(first):
                continue
            if first in dictionary.lemmas(first):
                before = _places(first, dictionary, no_parts) or [(0, len(first))]
                after = _places(last, dictionary, no_parts) or [(0, len(last))]
                return before + [(cut + start, cut + end) for start, end in after]
    return []
