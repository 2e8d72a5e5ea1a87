"""What PostgreSQL keeps of a document: all its keys, their weights, and its words in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.analysis.index_keys import BOUNDARY, KINDS, ZONES
from search.models import SearchKeys

# The sign before a key in the array of keys: it stands in the title; or in summary or heading, or often in the text.
IN_TITLE, PROMINENT = "^", "+"
OFTEN = 5

# A tsvector has room for 256 positions of a word and for 1 MB. Rows are cut long before that, and overlap.
LONGEST_ROW = 4000
MOST_OF_ONE = 255
OVERLAP = 100
# PostgreSQL's letter of weight for each zone, and how many places of a key in it count.
LETTERS = {"title": "A", "heading": "B", "summary": "C", "text": "D"}
MOST_PLACES = {"title": 2, "heading": 3, "summary": 2, "text": 8}
MOST_WEIGHTED = 20_000  # keys of one document


class IndexedDocument(NamedTuple):
    """The index entry of a document; `rows` are the tsvectors of its words in order."""

    length: int
    keys: list[str]
    vector: str
    rows: list[str]


def indexed_document(stored: SearchKeys) -> IndexedDocument:
    """Return the index entry of a document, made from its stored keys."""
    counts: dict[str, Counter[str]] = {zone: Counter() for zone in ZONES}
    for zone in ZONES:
        for kind in KINDS:
            counts[zone].update(getattr(stored, f"{zone}_{kind}").split())
        counts[zone].pop(BOUNDARY, None)
    counts["text"].update(f"{stored.wholes} {stored.parts}".split())
    every: Counter[str] = sum(counts.values(), Counter())
    keys = [*every]
    keys += [IN_TITLE + key for key in counts["title"]]
    keys += [PROMINENT + key for key in counts["heading"].keys() | counts["summary"].keys()]
    keys += [PROMINENT + key for key, number in counts["text"].items() if number >= OFTEN]
    length = sum(len(getattr(stored, f"{zone}_exact").split()) for zone in ZONES)
    return IndexedDocument(
        length,
        sorted(set(keys)),
        " ".join(_weighted(key, counts) for key, _number in every.most_common(MOST_WEIGHTED)),
        list(_rows(_streams(stored))),
    )


def quoted(key: str) -> str:
    """Return a key as PostgreSQL reads one word in a tsvector or tsquery."""
    return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'"


def any_of(keys: Iterable[str], letters: str = "") -> str:
    """Return "has one of these keys" as a tsquery, in places with some letters of weight where there are any."""
    places = f":{letters}" if letters else ""
    return " | ".join(f"{quoted(key)}{places}" for key in keys)


def any_phrase(phrases: Iterable[Sequence[str]]) -> str:
    """Return "has one of these phrases" as a tsquery."""
    return " | ".join("(" + " <-> ".join(map(quoted, phrase)) + ")" for phrase in phrases)


def _weighted(key: str, counts: dict[str, Counter[str]]) -> str:
    """Return a key with a position for each time that counts."""
    return f"{quoted(key)}:{_positions(*(counts[zone].get(key, 0) for zone in LETTERS))}"


@lru_cache(maxsize=2000)
def _positions(*numbers: int) -> str:
    """Return positions with letters for the number of times in each zone. Their values do not matter, only how many."""
    zones = zip(LETTERS.items(), numbers, strict=True)
    letters = "".join(letter * min(number, MOST_PLACES[zone]) for (zone, letter), number in zones)
    return ",".join(f"{place}{letter}" for place, letter in enumerate(letters, start=1))


def _streams(stored: SearchKeys) -> Iterator[list[str]]:
    """Yield each run of keys in the order of the text; no phrase reaches from one run to the next."""
    for kind in ("exact", "stem"):
        for zone in ZONES:
            for run in getattr(stored, f"{zone}_{kind}").split(BOUNDARY):
                if keys := run.split():
                    yield keys


def _rows(streams: Iterable[list[str]]) -> Iterator[str]:
    """Yield the runs as tsvectors; a position is left empty between two runs."""
    row: dict[str, list[int]] = {}
    place = 0
    for keys in streams:
        place += 1
        start = 0
        for number, key in enumerate(keys):
            places = row.setdefault(key, [])
            if place >= LONGEST_ROW or len(places) >= MOST_OF_ONE:
                yield _literal(row)
                row, place = {}, 0
                start = max(start + 1, number - OVERLAP, (start + number) // 2)
                for before in keys[start:number]:
                    place += 1
                    row.setdefault(before, []).append(place)
                places = row.setdefault(key, [])
            place += 1
            places.append(place)
    if row:
        yield _literal(row)


def _literal(row: dict[str, list[int]]) -> str:
    return " ".join(f"{quoted(key)}:{','.join(map(str, places))}" for key, places in row.items() if places)
