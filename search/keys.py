"""The keys that words are found by: a language, a kind, a hyphen, a word, as in "enl-report".

A key has no blank and no ASCII sign but its one hyphen, so it is one word for any engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from search.analysis import LANGUAGES, Keys, Token, analyse, is_number

EXACT, LEMMA, STEM, WHOLE, PART = "e", "l", "s", "w", "p"
ZONES = ("title", "summary", "heading", "text")
KINDS = {"exact": EXACT, "lemma": LEMMA, "stem": STEM}
BOUNDARY = "_"  # no phrase reaches over the end of a section


def key(language: str, kind: str, word: str) -> str:
    """Return the key of a word."""
    return f"{language}{kind}-{word}"


def kind_of(a_key: str) -> str:
    """Return the kind of a key, a letter."""
    return a_key.split("-", 1)[0][-1]


def word_of(a_key: str) -> str:
    """Return the word of a key."""
    return a_key.split("-", 1)[1]


def asked(keys: Keys, language: str) -> tuple[str, ...]:
    """Return the keys by which a word that somebody asks for is found, any of them."""
    found = [key(language, LEMMA, lemma) for lemma in keys.lemmas]
    found += [key(language, STEM, keys.stem), key(language, EXACT, keys.exact)]
    if not is_number(keys.exact):
        found.append(key(language, WHOLE, keys.exact))
    if LANGUAGES[language].compounds:
        found += [key(language, PART, part) for part in dict.fromkeys((*keys.lemmas, keys.stem))]
    return tuple(found)


def carried(token: Token, language: str) -> set[str]:
    """Return the keys that a word of a text is found by."""
    keys = token.keys
    if token.is_whole:
        return {key(language, WHOLE, keys.exact)}
    found = {key(language, EXACT, keys.exact)}
    if keys.exact not in LANGUAGES[language].stop_words:
        found.add(key(language, STEM, keys.stem))
        found.update(key(language, LEMMA, lemma) for lemma in keys.lemmas)
        found.update(key(language, PART, part) for part in parts_in(keys))
    return found


def document_keys(zones: Mapping[str, Iterable[str]], language: str) -> dict[str, str]:
    """Return the columns of SearchKeys for the texts of each zone."""
    columns: dict[str, list[str]] = {f"{zone}_{kind}": [] for zone in ZONES for kind in KINDS}
    wholes: list[str] = []
    parts: list[str] = []
    stop_words = LANGUAGES[language].stop_words
    for zone, texts in zones.items():
        exact, lemma, stem = (columns[f"{zone}_{kind}"] for kind in KINDS)
        for text in texts:
            if exact:
                exact.append(BOUNDARY)
                stem.append(BOUNDARY)
            for token in analyse(text, language):
                keys = token.keys
                if token.is_whole:
                    wholes.append(key(language, WHOLE, keys.exact))
                    continue
                exact.append(key(language, EXACT, keys.exact))
                if keys.exact not in stop_words:
                    stem.append(key(language, STEM, keys.stem))
                    lemma.extend(key(language, LEMMA, one) for one in keys.lemmas)
                    parts.extend(key(language, PART, part) for part in parts_in(keys))
    return {name: " ".join(values) for name, values in (columns | {"wholes": wholes, "parts": parts}).items()}


def parts_in(keys: Keys) -> Iterator[str]:
    """Yield what the parts of a compound are found by."""
    for several in keys.parts:
        yield from dict.fromkeys(several)
    yield from keys.inner
