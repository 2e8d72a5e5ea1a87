"""Addresses in transliterated ASCII."""

from __future__ import annotations

import re
import unicodedata

from django.utils.text import slugify

# The Bulgarian Transliteration Act of 2009, and the letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya",
        "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ß": "ss", "œ": "oe", "þ": "th", "ð": "d",
    }
)  # fmt: skip


# Patterns that Python and the script of the editor read alike: signs inside a word, signs between words, a last "ия".
_INSIDE = re.compile(r"['`´’‘ʼ′\u00ad\u200b-\u200d\u2060\ufeff]")
_BETWEEN = re.compile(
    r"[!-,./:-@\[-\^{-©«-±¶-¸»¿×÷\u2010-\u2016\u201a-\u2027\u2030\u2031\u2039-\u205e\u20a0-\u20cf\u2190-\u2bff]"
)
_LAST = re.compile(r"ия(?![а-яѐ-ӿa-z0-9])", re.IGNORECASE)


def ascii_slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens; "" when nothing is left.

    Bulgarian follows the Transliteration Act of 2009 (final -ия as -ia); "å" is written "a". A sign between two
    words parts them, as in "7-2019" for "7/2019"; an apostrophe does not.
    """
    found = unicodedata.normalize("NFKC", _INSIDE.sub("", text).replace("№", "№ ")).lower()
    return slugify(_LAST.sub("ia", _BETWEEN.sub(" ", found)).translate(_LETTERS))


def name_key(text: str) -> str:
    """Return what spellings of one name have in common; an underscore parts words, as in names of files."""
    return ascii_slug(text.replace("_", " "))


def replacements() -> list[tuple[re.Pattern[str], str]]:
    """Return what `ascii_slug` replaces as patterns and replacements, in order, for the script of the editor."""
    letters = [(re.compile(chr(letter), re.IGNORECASE), str(latin)) for letter, latin in _LETTERS.items()]
    return [(_INSIDE, ""), (re.compile("№"), "no "), (_BETWEEN, " "), (_LAST, "ia"), *letters]
