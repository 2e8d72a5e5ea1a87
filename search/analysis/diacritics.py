"""Words typed without their diacritics: the words that they may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

MOST_CHANGES = 4
MOST_SPELLINGS = 500

# Letters that are typed, and the letter that is meant.
Pair = tuple[str, str]


def respelled(form: str, pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield the words for which a word may be typed, those with the fewest changed letters first.

    At most MOST_SPELLINGS words with at most MOST_CHANGES changes.
    """
    places = [(at, typed, letter) for at in range(len(form)) for typed, letter in pairs if form.startswith(typed, at)]
    changes = (change for number in range(1, MOST_CHANGES + 1) for change in combinations(places, number))
    for change in islice(changes, MOST_SPELLINGS):
        word, end = [], 0
        for at, typed, letter in change:
            if at < end:  # two changes of the same letters
                break
            word += [form[end:at], letter]
            end = at + len(typed)
        else:
            yield "".join([*word, form[end:]])
