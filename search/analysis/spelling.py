"""Typing errors: which words were probably meant."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

SHORTEST_WORD = 4
LONG_WORD = 8  # from here on two errors are believed
SHARED_BEGINNING = 5
SHARED = 0.6  # of either word


class KnownWord(NamedTuple):
    """A word that documents have; `frequency` is the number of them."""

    kind: str
    form: str
    folded: str
    skeleton: str
    frequency: int


def errors_in(folded: str) -> int:
    """Return how many typing errors are believed in a word of this length."""
    return 0 if len(folded) < SHORTEST_WORD else 1 if len(folded) < LONG_WORD else 2


def near(folded: str, words: Iterable[KnownWord], most: int) -> list[KnownWord]:
    """Return the words that differ from a folded word by few errors, the nearest and most frequent first."""
    limit, letters = errors_in(folded), set(folded)
    found = []
    for word in words:
        other = word.folded
        # An error changes at most one letter to another: most words are told apart by their letters.
        if abs(len(other) - len(folded)) > limit or len(letters ^ set(other)) > 2 * limit:
            continue
        errors = distance(folded, other, limit)
        if errors <= limit:
            found.append((errors, other[0] != folded[0], -word.frequency, word.form, word))
    return [item[-1] for item in sorted(found, key=lambda item: item[:-1])[:most]]


def derived(folded: str, words: Iterable[KnownWord], most: int) -> list[KnownWord]:
    """Return the words that share a long beginning with a folded word, the longest and most frequent first."""
    found = []
    for word in words:
        shared = shared_beginning(folded, word.folded)
        if shared >= max(len(beginning(folded)), SHARED * len(word.folded)):
            found.append((-shared, -word.frequency, word.form, word))
    return [item[-1] for item in sorted(found, key=lambda item: item[:-1])[:most]]


def beginning(folded: str) -> str:
    """Return the letters that a word derived from a folded word begins with."""
    return folded[: max(SHARED_BEGINNING, math.ceil(SHARED * len(folded)))]


def shared_beginning(one: str, other: str) -> int:
    """Return how many first letters two words share."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number


def distance(one: str, other: str, limit: int) -> int:
    """Return the number of letters to change, add, leave out or swap; `limit` + 1 where it is more.

    The optimal string alignment distance: neighbours that changed places are one error.
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
