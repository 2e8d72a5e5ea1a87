"""The keys by which words are found. A key is a language, a kind, a hyphen and a word, as in "enl-report".

A key has no blank, and of the ASCII signs only its hyphen. So it is one word for any engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from search.analysis import LANGUAGES, Keys, analyse, facts, is_number

EXACT, LEMMA, STEM, WHOLE, PART = "e", "l", "s", "w", "p"
ZONES = ("title", "summary", "heading", "text")
KINDS = {"exact": EXACT, "lemma": LEMMA, "stem": STEM}
BOUNDARY = "_"  # stands between two sections, so that no phrase reaches from one to the next


def key(language: str, kind: str, word: str) -> str:
    """Return the key of a word."""
    return f"{language}{kind}-{word}"


def kind_of(a_key: str) -> str:
    """Return the letter that is the kind of a key."""
    return a_key.split("-", 1)[0][-1]


def word_of(a_key: str) -> str:
    """Return the word of a key."""
    return a_key.split("-", 1)[1]


def query_keys(keys: Keys, language: str) -> tuple[str, ...]:
    """Return the keys of a word that is searched for: a document with any of them has the word."""
    sought = [key(language, LEMMA, lemma) for lemma in keys.lemmas]
    sought += [key(language, STEM, keys.stem), key(language, EXACT, keys.exact)]
    if not is_number(keys.exact):
        sought.append(key(language, WHOLE, keys.exact))
    if LANGUAGES[language].compounds:
        sought += [key(language, PART, part) for part in dict.fromkeys((*keys.lemmas, keys.stem))]
    return tuple(sought)


def text_keys(keys: Keys, language: str, is_whole: bool) -> Iterator[tuple[str, str]]:
    """Yield the kind and the word of each key by which a word of a text is found."""
    if is_whole:
        yield WHOLE, keys.exact
        return
    yield EXACT, keys.exact
    if keys.exact not in LANGUAGES[language].stop_words:
        yield STEM, keys.stem
        for lemma in keys.lemmas:
            yield LEMMA, lemma
        for several in keys.parts:
            for part in dict.fromkeys(several):
                yield PART, part
        for lemma in keys.inner:
            yield PART, lemma


def document_keys(zones: Mapping[str, Iterable[str]], language: str) -> dict[str, str]:
    """Return the columns of SearchKeys for the texts of each zone."""
    columns: dict[str, list[str]] = {f"{zone}_{kind}": [] for zone in ZONES for kind in KINDS}
    anywhere: dict[str, list[str]] = {WHOLE: [], PART: []}
    for zone, texts in zones.items():
        of_kind = anywhere | {kind: columns[f"{zone}_{name}"] for name, kind in KINDS.items()}
        for text in texts:
            if of_kind[EXACT]:
                of_kind[EXACT].append(BOUNDARY)
                of_kind[STEM].append(BOUNDARY)
            of_kind[WHOLE] += (key(language, WHOLE, form) for fact in facts(text) for form in fact.forms)
            for token in analyse(text, language):
                for kind, word in text_keys(token.keys, language, token.is_whole):
                    of_kind[kind].append(key(language, kind, word))
    columns |= {"wholes": anywhere[WHOLE], "parts": anywhere[PART]}
    return {name: " ".join(values) for name, values in columns.items()}
