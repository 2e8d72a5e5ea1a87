"""Bulgarian in Latin letters, and typed with the keyboard's other layout.

The official transliteration (Transliteration Act, 2009) differs from what people type in 12 of 30 letters. All ways to
write a word have one skeleton, in texts and in queries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations, islice, product

_OFFICIAL = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya",
    }
)  # fmt: skip

# Ways to write a letter, the longest first, each with the sign that stands for all of them.
_SAME = (
    ("6t", "Wt"), ("sht", "Wt"), ("zh", "J"), ("ch", "Q"), ("sh", "W"), ("kh", "h"), ("ts", "c"), ("tz", "c"),
    ("x", "h"), ("w", "v"), ("q", "ya"), ("4", "Q"), ("6", "W"), ("j", "y"), ("y", "i"), ("ii", "i"),
)  # fmt: skip

# Letters that people type for two Bulgarian ones.
_READINGS = {"y": ("y", "a", "u"), "u": ("u", "a", "yu"), "j": ("zh", "y")}
_MOST_READINGS = 24
# The first of two or three letters that are written for one, with the sign of that one.
_UNFINISHED = {"s": "W", "z": "J", "c": "Q", "t": "c", "k": "h"}
_MOST_BEGINNINGS = 4

# By sign or signs of a skeleton: the letters that may be meant, the likeliest first.
_LETTERS = {
    "Wt": ("щ", "шт"), "ia": ("я", "ия", "иа"), "iu": ("ю", "иу"), "io": ("ьо", "йо", "ио"), "J": ("ж",), "Q": ("ч",),
    "W": ("ш", "сх"), "c": ("ц", "тс"), "a": ("а", "ъ"), "b": ("б",), "v": ("в",), "g": ("г",), "d": ("д",),
    "e": ("е",), "z": ("з",), "i": ("и", "й"), "k": ("к",), "l": ("л",), "m": ("м",), "n": ("н",), "o": ("о",),
    "p": ("п",), "r": ("р",), "s": ("с",), "t": ("т",), "u": ("у",), "f": ("ф",), "h": ("х",),
}  # fmt: skip
_SIGNS = re.compile("Wt|i[auo]|.")
_MOST_SPELLINGS = 64
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_LATIN_LETTER = re.compile("[A-Za-z]")

# The same keys in three layouts, from xkb-data: US, BDS 5237, phonetic, new phonetic.
_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`\\"
LAYOUTS = {
    "phonetic": "явертъуиопшщасдфгхйкл;'зьцжбнм,./чю",
    "new phonetic": "чшертъуиопящасдфгхйкл;'зжцвбнм,./юь",
    "BDS": ",уеишщксдзц;ьяаожгтнвмчюйъэфхпрлб(„",
}
_SHIFTED = str.maketrans("{}:<>?~|", "[];,./`\\")


def official(word: str) -> str:
    """Return a normalised word by the official transliteration, which writes a final "ия" in another way."""
    return word.translate(_OFFICIAL)


def skeleton(word: str) -> str:
    """Return the skeleton of a normalised word, Cyrillic or Latin."""
    word = official(word)
    if not word.isascii() or word.isdigit():
        return word
    for written, sign in _SAME:
        word = word.replace(written, sign)
    return word


def skeletons(word: str) -> list[str]:
    """Return the skeletons that a word in Latin letters may have, the likeliest first."""
    choices = [_READINGS.get(letter, (letter,)) for letter in word]
    readings = islice(product(*choices), _MOST_READINGS)
    return list(dict.fromkeys([skeleton(word), *(skeleton("".join(letters)) for letters in readings)]))


def beginnings(word: str) -> list[str]:
    """Return the beginnings of skeletons that an unfinished word in Latin letters may have, the likeliest first."""
    sign = _UNFINISHED.get(word[-1:])
    return list(dict.fromkeys([*skeletons(word)[:_MOST_BEGINNINGS], *([skeleton(word[:-1]) + sign] if sign else [])]))


def spellings(word_skeleton: str) -> Iterator[str]:
    """Yield words in Cyrillic that have this skeleton, the likeliest first; a bounded number of them.

    The likeliest word has the first letter of each choice. The next ones differ from it in one letter, then in two.
    """
    choices = [_LETTERS.get(signs, (signs,)) for signs in _SIGNS.findall(word_skeleton)]
    others = [(place, letter) for place, letters in enumerate(choices) for letter in letters[1:]]
    changes = chain.from_iterable(combinations(others, number) for number in range(3))
    for change in islice(changes, _MOST_SPELLINGS):
        letters = [letters[0] for letters in choices]
        for place, letter in change:
            letters[place] = letter
        yield "".join(letters)


def is_latin(word: str) -> bool:
    """Tell whether a word may be Bulgarian typed in Latin letters; "4" and "6" stand for ч and ш."""
    return word.isascii() and any(letter.isalpha() for letter in word)


def in_other_layouts(text: str, language_in_cyrillic: bool) -> list[str]:
    """Return the texts that the same keys write in the other alphabet, where the text is of one alphabet only.

    There are none where the language is not written in that other alphabet.
    """
    has_cyrillic, has_latin = bool(_CYRILLIC_LETTER.search(text)), bool(_LATIN_LETTER.search(text))
    if has_cyrillic == has_latin or (has_latin and not language_in_cyrillic):
        return []
    return [written for _layout, written in other_layouts(text, in_cyrillic=has_cyrillic)]


def other_layouts(text: str, in_cyrillic: bool) -> Iterator[tuple[str, str]]:
    """Yield (layout, text) as the same keys would have written it in the other alphabet."""
    typed = text.lower() if in_cyrillic else text.lower().translate(_SHIFTED)
    for name, letters in LAYOUTS.items():
        pair = (_KEYS, letters) if not in_cyrillic else (letters, _KEYS)
        yield name, typed.translate(str.maketrans(*pair))
