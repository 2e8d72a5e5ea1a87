"""Typing errors: the words that were probably meant."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

SHORTEST_WORD = 4
LONG_WORD = 8  # letters; a word of this length may have two errors
SHARED_BEGINNING = 5
SHARED = 0.6  # of the letters of either word


class KnownWord(NamedTuple):
    """A word of the vocabulary; `frequency` is the number of documents that have it."""

    kind: str
    form: str
    folded: str
    skeleton: str
    frequency: int


def errors_in(folded: str) -> int:
    """Return how many typing errors a word of this length may have."""
    return 0 if len(folded) < SHORTEST_WORD else 1 if len(folded) < LONG_WORD else 2


def near(folded: str, words: Iterable[KnownWord], most: int) -> list[KnownWord]:
    """Return the words that differ from a folded word by few errors, the nearest and most frequent first."""
    limit, letters = errors_in(folded), set(folded)
    ranked = []
    for word in words:
        other = word.folded
        # An error changes at most one letter into another. So the sets of letters rule out most words.
        if abs(len(other) - len(folded)) > limit or len(letters ^ set(other)) > 2 * limit:
            continue
        errors = distance(folded, other, limit)
        if errors <= limit:
            ranked.append((errors, other[0] != folded[0], -word.frequency, word.form, word))
    return [item[-1] for item in sorted(ranked, key=lambda item: item[:-1])[:most]]


def derived(folded: str, words: Iterable[KnownWord], most: int) -> list[KnownWord]:
    """Return the words that share a long beginning with a folded word; longer beginnings and frequent words first."""
    ranked = []
    for word in words:
        shared = shared_beginning(folded, word.folded)
        if shared >= max(len(beginning(folded)), SHARED * len(word.folded)):
            ranked.append((-shared, -word.frequency, word.form, word))
    return [item[-1] for item in sorted(ranked, key=lambda item: item[:-1])[:most]]


def beginning(folded: str) -> str:
    """Return the letters with which words begin that are derived from the same word as a folded one."""
    return folded[: max(SHARED_BEGINNING, math.ceil(SHARED * len(folded)))]


def shared_beginning(one: str, other: str) -> int:
    """Return the number of letters with which two words begin alike."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number


def distance(one: str, other: str, limit: int) -> int:
    """Return how many letters have to be changed, added, left out or swapped; `limit` + 1 where it is more.

    This is the optimal string alignment distance: two letters that changed places are one error.
    """
    if one == other:
        return 0
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, sign in enumerate(other, start=1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > limit:
            return limit + 1
        before, last = last, line
    return min(last[-1], limit + 1)
