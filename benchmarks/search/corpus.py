"""Generated documents and queries: sentences of the demonstration library put together anew, always alike."""

from __future__ import annotations

import json
import os
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import polib

from demo.texts import read_yaml

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "demo" / "library"
SEED = 4
LANGUAGES = ("bg", "en", "lv", "nb", "pl", "ro")
TYPES = ("training", "handbook", "chapter", "bulletin", "page")
YEARS = tuple(str(year) for year in range(2012, 2025))
COUNTRIES = ("BG", "LV", "NO", "PL", "RO")
SHORTEST, LONGEST = 25, 500  # letters of a sentence
KINDS = ("word", "words", "inflected", "typo", "facet")
QUERIES = 200

_TAG = re.compile(r"<[^>]+>")
_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Document:
    """A document for all systems; a section is anchor, heading and text."""

    key: str
    language: str
    title: str
    summary: str
    sections: list[list[str]]
    type: str = "page"
    year: str = "2020"
    country: str = "BG"

    @property
    def body(self) -> str:
        """Return headings and texts in one."""
        return "\n".join(part for _anchor, *parts in self.sections for part in parts if part)


@dataclass(frozen=True)
class TypedQuery:
    """A query; of the kind "facet" it is narrowed to a type."""

    kind: str
    language: str
    text: str
    type: str = ""


@cache
def sentences(language: str) -> list[str]:
    """Return the sentences of the library in a language, each once."""
    texts = [text for data in _library() if data.get("language") == language for text in _texts(data)]
    catalogues = [*sorted((LIBRARY / "translations" / language).glob("*.po"))]
    catalogues += sorted((ROOT / "locale" / language / "LC_MESSAGES").glob("*.po"))
    for path in catalogues:
        texts += [entry.msgstr for entry in polib.pofile(str(path)) if "%" not in entry.msgstr]
    parts = (part.strip() for text in texts for part in _END.split(unescape(_TAG.sub(" ", text))))
    return list(dict.fromkeys(part for part in parts if SHORTEST <= len(part) <= LONGEST))


@cache
def _library() -> list[dict[str, Any]]:
    return [read_yaml(path) for path in sorted(LIBRARY.rglob("*.yaml"))]


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def documents(number: int) -> Iterator[Document]:
    """Yield documents, the languages in turn; a smaller corpus is the beginning of a larger one."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    codes = LANGUAGES
    for place in range(number):
        language = codes[place % len(codes)]
        source = sentences(language)
        title = " ".join(chance.choice(source).rstrip(".!?").split()[:7])
        sections = [["", "", " ".join(chance.sample(source, 3))]]
        for part in range(chance.randint(1, 3)):
            heading = " ".join(chance.choice(source).split()[:4])
            sections.append([f"s{part}", heading, " ".join(chance.sample(source, chance.randint(2, 4)))])
        sections[0][2] += f" VM-{place:06}."
        facets = chance.choice(TYPES), chance.choice(YEARS), chance.choice(COUNTRIES)
        yield Document(str(place), language, title, chance.choice(source), sections, *facets)


def queries(number: int = QUERIES) -> list[TypedQuery]:
    """Return queries of all kinds and languages in turn, each of words of the first documents."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    codes = LANGUAGES
    words = {code: [_WORD.findall(text) for text in sentences(code)] for code in codes}
    forms = {code: _other_forms({word.lower() for row in words[code] for word in row}, code) for code in codes}
    found: list[TypedQuery] = []
    for place in range(number):
        kind, language = KINDS[place % len(KINDS)], codes[place // len(KINDS) % len(codes)]
        row = chance.choice([row for row in words[language] if len(row) > 3])
        word = chance.choice(row)
        if kind == "words":
            start = chance.randrange(len(row) - 1)
            found.append(TypedQuery(kind, language, " ".join(row[start : start + 2]).lower()))
        elif kind == "inflected":
            found.append(TypedQuery(kind, language, chance.choice(forms[language])))
        elif kind == "typo":
            long = max(row, key=len).lower()
            at = chance.randrange(2, len(long) - 1)
            found.append(TypedQuery(kind, language, long[:at] + long[at + 1 :]))
        else:
            chosen = chance.choice(TYPES) if kind == "facet" else ""
            found.append(TypedQuery(kind, language, word.lower(), chosen))
    return found


def _other_forms(words: set[str], language: str) -> list[str]:
    """Return the words of which the texts have other forms as well."""
    # Only here: the dictionaries are no part of the memory of others.
    from search.analysis import keys

    by_lemma: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        by_lemma[keys(word, language).lemmas[0]].append(word)
    return [word for several in by_lemma.values() if len(several) > 1 for word in several[1:]]


def kept_queries() -> list[TypedQuery]:
    """Return the queries of this run, or those that every run has."""
    path = os.environ.get("BENCHMARK_QUERIES")
    return [TypedQuery(**row) for row in json.loads(Path(path).read_text(encoding="utf-8"))] if path else queries()


def write(path: Path, found: Iterator[Document]) -> None:
    """Write documents, a line each."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in found)


def read(path: Path) -> Iterator[Document]:
    """Yield the documents of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Document(**json.loads(line))
