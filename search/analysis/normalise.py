"""From a text to its words: where each stands, and its normalised form.

A word consists of letters or of digits, or it is a number with its signs (`search.analysis.numbers`). What a sign joins
without a blank ("co-financing", "ROBG-168", "municipality's") is read twice: as its words, and as a whole without the
signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from search.analysis.numbers import NUMBER, SEVERAL_NUMBERS, STANDING_NUMBER, in_figures

LONGEST_WORD = 64

# In some scripts marks follow the letters. Invisible signs may stand inside any word.
_MARKS = "".join(chr(point) for point in range(0x300, 0xFFFF) if unicodedata.category(chr(point)) in ("Mn", "Mc"))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WITH = f"{_MARKS}{_INVISIBLE}"
_JOINERS = r"\-‐‑–−﹣－'’‘ʼʻ′`´./_@&+:"
_RAISED = "²³¹⁰⁴-⁹₀-₉"  # a footnote's number or an exponent is no letter
_NO_LETTERS = f"{_RAISED}ʼʻ"
_PIECE = rf"[^\W\d_{_NO_LETTERS}](?:[^\W\d_{_NO_LETTERS}]|[{_WITH}])*|\d[\d{_WITH}]*|[{_RAISED}]+"
_REST = rf"(?:[{_JOINERS}]?(?:{_PIECE}))*"
_CHAIN = re.compile(rf"(?P<several>{SEVERAL_NUMBERS})|(?P<number>{STANDING_NUMBER}){_REST}|(?:{_PIECE}){_REST}")
_PIECES = re.compile(_PIECE)
_NUMBER_OR_PIECES = re.compile(rf"(?P<number>{NUMBER})|{_PIECE}")

_INVISIBLE_SIGNS = dict.fromkeys(map(ord, _INVISIBLE))
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]+")
_ONE_SPELLING = str.maketrans("şţѐ", "șțе")

_IN_CYRILLIC = re.compile("[\u0400-\u04ff]")
_IN_LATIN = re.compile("[a-z\u00df-\u024f]")
# Letters that look the same in both alphabets, in the same order.
_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

# Letters that Unicode does not decompose.
_FOLDED = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ß": "ss", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


class WordSpan(NamedTuple):
    """A word of a text, from `start` up to `end`, with its normalised form.

    `position` counts words; a whole has the position of its first word.
    """

    position: int
    start: int
    end: int
    form: str
    is_whole: bool = False


def word_spans(text: str) -> Iterator[WordSpan]:
    """Yield the words of any text in order; a whole that signs join comes before its words."""
    position = 0
    for start, chain, kind in chains(text):
        last = 0
        for place, first, end, form, is_whole in words_of(chain, kind):
            yield WordSpan(position + place, start + first, start + end, form, is_whole)
            last = place + 1
        position += last


def chains(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Yield each chain of words that is written without a blank: its start, its text, and its kind for `words_of`."""
    for chain in _CHAIN.finditer(text):
        yield chain.start(), chain[0], chain.lastgroup


@lru_cache(maxsize=20_000)
def words_of(chain: str, kind: str | None) -> tuple[WordSpan, ...]:
    """Return the words of a chain, their places counted from its start. Cached, since texts repeat chains."""
    words: list[WordSpan] = []
    has_number = kind == "number"
    for piece in (_NUMBER_OR_PIECES if has_number else _PIECES).finditer(chain):
        form = in_figures(piece[0]) if has_number and piece.lastgroup else normalise(piece[0])
        if form:
            words.append(WordSpan(len(words), piece.start(), piece.end(), form[:LONGEST_WORD]))
    if len(words) > 1 and kind != "several":
        whole = normalise("".join(word.form for word in words))
        if len(whole) <= LONGEST_WORD:
            return (WordSpan(0, words[0].start, words[-1].end, whole, is_whole=True), *words)
    return tuple(words)


def normalise(word: str) -> str:
    """Return the normalised form of a word: composed, in lower case, in one alphabet, without stress marks.

    Ligatures, full-width and raised signs become ordinary ones. Romanian letters with a cedilla become those with a
    comma. To normalise a form again changes nothing.
    """
    return word.lower() if word.isascii() else _normalised(word)


@lru_cache(maxsize=20_000)
def _normalised(word: str) -> str:
    word = _ordinary(word.translate(_INVISIBLE_SIGNS))
    word = _one_alphabet(word)
    word = word.lower().replace("i\u0307", "i")  # which "İ" becomes
    word = unicodedata.normalize("NFC", word).translate(_ONE_SPELLING)
    word = unicodedata.normalize("NFC", _STRESS.sub("", word))
    return word.replace("ѝ", "и") if len(word) > 1 else word


def fold(form: str) -> str:
    """Return a normalised word without diacritics."""
    if form.isascii():
        return form
    form = "".join(sign for sign in unicodedata.normalize("NFD", form) if unicodedata.category(sign) != "Mn")
    return form.translate(_FOLDED)


def _ordinary(word: str) -> str:
    """Return a word composed, with ordinary letters and digits in place of their variants; "½" is no variant."""
    word = unicodedata.normalize("NFC", word)
    if unicodedata.is_normalized("NFKC", word):
        return word
    signs = ((sign, unicodedata.normalize("NFKC", sign)) for sign in word)
    return unicodedata.normalize("NFC", "".join(plain if plain.isalnum() else sign for sign, plain in signs))


def _one_alphabet(word: str) -> str:
    """Return a word that mixes Latin and Cyrillic letters in one alphabet.

    This is the alphabet in which all its letters can be written; where both or neither can, that of most letters.
    """
    small = unicodedata.normalize("NFC", word.lower())
    cyrillic, latin = len(_IN_CYRILLIC.findall(small)), len(_IN_LATIN.findall(small))
    if not cyrillic or not latin:
        return word
    in_cyrillic, in_latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    is_cyrillic = not _IN_LATIN.search(in_cyrillic.lower())
    is_latin = not _IN_CYRILLIC.search(in_latin.lower())
    if is_cyrillic == is_latin:
        return in_cyrillic if cyrillic >= latin else in_latin
    return in_cyrillic if is_cyrillic else in_latin
