"""Compounds: the words that a word is put together from."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from search.analysis.morphology import Dictionary

SHORTEST_PART = 4

# Where a part begins and ends in the compound.
PartRange = tuple[int, int]


def parts_of(word: str, dictionary: Dictionary, no_parts: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the words that a compound is made of, and the compounds of some of them; none where it is no compound.

    "arbeidsmarkedstiltak" has "arbeid", "marked", "tiltak", and "arbeidsmarked" and "markedstiltak".
    """
    places = _places(word, dictionary, no_parts)
    several = [(first[0], last[1]) for first, last in combinations(places, 2) if last[1] - first[0] < len(word)]
    inner = (word[start:end] for start, end in several)
    return [word[start:end] for start, end in places], [one for one in inner if dictionary.knows(one)]


def _places(word: str, dictionary: Dictionary, no_parts: Collection[str]) -> list[PartRange]:
    """Return where the parts of a compound stand; none where it is no compound.

    The last part is a word of the dictionary, the first a dictionary form, with "s" or "e" between
    them or nothing. Of several cuts the one with the longest last part is taken; either part may be a
    compound too.
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
