"""Words written together or apart: "co operation" and "cooperation", "02.18" in a code, a blank that got lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from search.analysis import keys, knows
from search.analysis.index_keys import EXACT, asked, key
from search.analysis.spelling import SHORTEST_WORD
from search.analysis.typed_words import TypedWord
from search.engines.query import Asked

SHORTEST_PIECE = 2
LONGEST_RUN_ON = 40
MOST_APART = 16
MOST_RUN_ONS = 4


def together(one: TypedWord, other: TypedWord) -> TypedWord | None:
    """Return two words as one; None where one of them has no letters or joined pieces."""
    if one.pieces or other.pieces or not (one.form.isalpha() and other.form.isalpha()):
        return None
    return TypedWord(f"{one.text} {other.text}", one.form + other.form)


def in_code(word: TypedWord, language: str) -> Asked:
    """Return the figures of a number as they stand in a code: "02.18" in "POWR.02.18.00"."""
    return Asked(phrases=(tuple(key(language, EXACT, one) for one in word.figures),)) if word.figures else Asked()


def written_apart(form: str, language: str) -> Iterator[tuple[str, Asked]]:
    """Yield a word written apart, the longer piece being a word of the dictionary, and what asks for it so."""
    both = (pair for pair in _cuts(form, SHORTEST_PIECE) if knows(max(pair, key=len), language))
    for first, second in islice(both, MOST_APART):
        yield f"{first} {second}", Asked(phrases=((key(language, EXACT, first), key(language, EXACT, second)),))


def run_on(form: str, language: str) -> Iterator[tuple[str, Asked]]:
    """Yield two words of the dictionary that may have lost the blank between them, and what asks for both.

    A word that the dictionary knows is none; of the others two words of like length come first.
    """
    if knows(form, language):
        return
    both = (pair for pair in _cuts(form, SHORTEST_WORD) if all(knows(one, language) for one in pair))
    for pair in islice(both, MOST_RUN_ONS):
        yield " ".join(pair), Asked(parts=tuple(asked(keys(one, language), language) for one in pair))


def _cuts(form: str, shortest: int) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a word at each place, from the middle outwards."""
    if not form.isalpha() or len(form) > LONGEST_RUN_ON:
        return
    for place in sorted(
        range(shortest, len(form) - shortest + 1), key=lambda place: (abs(2 * place - len(form)), place)
    ):
        yield form[:place], form[place:]
