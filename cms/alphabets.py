"""Words in the order of each language's own alphabet."""

from __future__ import annotations

import unicodedata

# The letters that begin a part of a dictionary, in order, by the collation tables of the Unicode
# CLDR. A letter with another sign is sorted with the letter it is written from: ā with a in Latvian.
ALPHABETS = {
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "lv": "abcčdefgģhijkķlļmnņopqrsštuvwxyzž",
    "nb": "abcdefghijklmnopqrstuvwxyzæøå",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Letters that Unicode does not take apart, and the cedillas that older Romanian texts have for commas.
_WRITTEN_FROM = {"ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ß": "ss", "œ": "oe", "þ": "th", "ð": "d", "ş": "ș", "ţ": "ț"}


def alphabet(language: str) -> str:
    """Return the letters of a language in order."""
    return ALPHABETS.get(language, _LATIN)


def initial(word: str, language: str) -> str:
    """Return the capital letter under which a dictionary of the language has a word; "#" for a digit or a sign."""
    for letter in _letters(word, language):
        if letter in alphabet(language):
            return letter.upper()
        return letter.upper() if letter.isalpha() else "#"
    return "#"


def sort_key(word: str, language: str) -> tuple[tuple[int, ...], str]:
    """Return what puts words in the language's order: blanks, digits, its letters, other scripts."""
    letters = alphabet(language)
    ranks = []
    for letter in _letters(word, language):
        if letter in letters:
            ranks.append(100 + letters.index(letter))
        elif letter.isalpha():
            ranks.append(1000 + ord(letter))
        else:
            ranks.append(1 + int(letter) if letter.isascii() and letter.isdigit() else 0)
    return tuple(ranks), word


def collation_key(word: str, language: str) -> bytes:
    """Return bytes that sort as `sort_key` does, in any database that compares bytes."""
    ranks, written = sort_key(word, language)
    marks = (bytes([1 + rank]) if rank < 1000 else b"\xff" + (rank - 1000).to_bytes(3, "big") for rank in ranks)
    return b"".join(marks) + b"\x00" + written.encode(errors="replace")


def _letters(word: str, language: str) -> str:
    """Return a word in small letters, each one a letter of the language where it can be written as one."""
    letters = alphabet(language)
    found = ""
    for letter in unicodedata.normalize("NFC", word).casefold():
        known = letter if letter in letters else _WRITTEN_FROM.get(letter, letter)
        if known not in letters:
            known = "".join(part for part in unicodedata.normalize("NFD", known) if not unicodedata.combining(part))
        found += known
    return found
