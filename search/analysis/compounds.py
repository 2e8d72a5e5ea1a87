"""Compounds: the words that a word is put together from."""

from __future__ import annotations

from collections.abc import Collection

from search.analysis.morphology import Dictionary

SHORTEST_PART = 4


def parts_of(word: str, dictionary: Dictionary, no_parts: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the words that a compound is made of, and the compounds among its parts; none where it is no compound.

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
                return _taken_apart((first, last), dictionary, no_parts)
    return [], []


def _taken_apart(
    several: tuple[str, str], dictionary: Dictionary, no_parts: Collection[str]
) -> tuple[list[str], list[str]]:
    found: list[str] = []
    inner: list[str] = []
    for one in several:
        parts, compounds = parts_of(one, dictionary, no_parts)
        found += parts or [one]
        inner += [one, *compounds] if parts else []
    return found, inner
