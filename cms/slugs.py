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


def ascii_slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens; "" when nothing is left.

    Bulgarian follows the Transliteration Act of 2009 (final -ия as -ia); "å" is written "a".
    """
    words = unicodedata.normalize("NFC", text).lower().split()
    words = [word[:-2] + "ia" if word.endswith("ия") else word for word in words]
    return slugify(" ".join(words).translate(_LETTERS))


def replacements() -> list[tuple[re.Pattern[str], str]]:
    """Return what `ascii_slug` replaces as patterns and replacements, in order, for the script of the editor."""
    letters = [(chr(letter), str(latin)) for letter, latin in _LETTERS.items()]
    return [(re.compile(pattern, re.IGNORECASE), latin) for pattern, latin in [(r"ия(?=\s|$)", "ia"), *letters]]
