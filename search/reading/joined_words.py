"""Words written together or apart: "co operation" for "cooperation", "wastefee" for "waste fee", "02.18" in a code."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from search.analysis import keys, knows
from search.analysis.index_keys import EXACT, key, query_keys
from search.analysis.spelling import SHORTEST_WORD
from search.analysis.typed_words import TypedWord
from search.engines.query import Condition

SHORTEST_PIECE = 2
LONGEST_RUN_ON = 40
MOST_APART = 16
MOST_RUN_ONS = 4


def together(one: TypedWord, other: TypedWord) -> TypedWord | None:
    """Return two words written as one; None where one of them is not of letters alone."""
    if one.pieces or other.pieces or not (one.form.isalpha() and other.form.isalpha()):
        return None
    return TypedWord(f"{one.text} {other.text}", one.form + other.form)


def in_code(word: TypedWord, language: str) -> Condition:
    """Return the condition of a document that has a number inside a code: "02.18" in "POWR.02.18.00"."""
    figures = tuple(key(language, EXACT, figure) for figure in word.figures)
    return Condition(phrases=(figures,)) if figures else Condition()


def written_apart(form: str, language: str) -> Iterator[tuple[str, Condition]]:
    """Yield the ways to write a word apart, with the condition of each; the longer piece is in the dictionary."""
    pairs = (pair for pair in _cuts(form, SHORTEST_PIECE) if knows(max(pair, key=len), language))
    for first, second in islice(pairs, MOST_APART):
        yield f"{first} {second}", Condition(phrases=((key(language, EXACT, first), key(language, EXACT, second)),))


def run_on(form: str, language: str) -> Iterator[tuple[str, Condition]]:
    """Yield pairs of words that may have lost the blank between them, with the condition of both.

    A word of the dictionary has lost none. Pairs of words of about the same length come first.
    """
    if knows(form, language):
        return
    pairs = (pair for pair in _cuts(form, SHORTEST_WORD) if all(knows(word, language) for word in pair))
    for pair in islice(pairs, MOST_RUN_ONS):
        yield " ".join(pair), Condition(parts=tuple(query_keys(keys(word, language), language) for word in pair))


def _cuts(form: str, shortest: int) -> Iterator[tuple[str, str]]:
    """Yield the two pieces of a word for each place where it may be cut, from the middle outwards."""
    if not form.isalpha() or len(form) > LONGEST_RUN_ON:
        return
    cuts = range(shortest, len(form) - shortest + 1)
    for cut in sorted(cuts, key=lambda cut: (abs(2 * cut - len(form)), cut)):
        yield form[:cut], form[cut:]
