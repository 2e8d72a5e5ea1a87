"""Titles by the words that they begin with, or that begin later in them: what a reader's first letters find.

A title has a start at each word that carries meaning; its own one, at its first word, is there once more.
The key of a start is the words from there on, without diacritics; of a Bulgarian title there is a second
one in Latin letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from wagtail.models import Page

from cms.alphabets import collation_key
from cms.visibility import public_pages
from cms.withdrawal import WITHDRAWN
from search.analysis import LANGUAGES, is_stop_word
from search.analysis.normalise import spans
from search.analysis.skeleton import beginnings, is_latin, skeleton, skeletons
from search.models import SearchDocument, TitleStart

LONGEST_KEY = 80  # letters
MOST_STARTS = 16  # of a title
MOST_READINGS = 6  # of what is typed in Latin letters
MOST_LOOKED_AT = 300  # titles with one of several words, of which the others are asked
IN_LATIN = "~"  # begins the keys in Latin letters; no word begins with it
BEYOND = b"\xff"  # after all letters in UTF-8
WHOLE, ANY_WORD = 0, 1  # a start of the whole title; of its words, the first one too

_SIGNS_BEFORE = re.compile(r"^[\W_]+")

STARTS = "search_titlestart"

Sql = tuple[str, list[Any]]


@dataclass(frozen=True)
class TitleFound:
    """A public page whose title begins as typed, or one of its words."""

    document_id: int
    title: str
    address: str
    type: str
    is_withdrawn: bool


def title_key(title: str, language: str) -> bytes:
    """Return what sorts titles by the alphabet of a language, whatever sign stands before their first word."""
    return collation_key(_SIGNS_BEFORE.sub("", title) or title, language)


def write(document: SearchDocument) -> None:
    """Replace the starts of a document's title."""
    document.title_starts.all().delete()
    TitleStart.objects.bulk_create(
        TitleStart(document=document, language=document.language, place=place, key=key)
        for key, place in starts(document.title, document.language)
    )


def differing(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Return those documents whose title is found or sorted by something else than its words: one query."""
    documents = list(documents)
    stored: defaultdict[int, list[tuple[str, bytes, int]]] = defaultdict(list)
    rows = TitleStart.objects.filter(document__in=documents)
    for number, language, key, place in rows.values_list("document", "language", "key", "place"):
        stored[number].append((language, bytes(key), place))
    found = []
    for document in documents:
        language = document.language
        right = [(language, key, place) for key, place in starts(document.title, language)]
        is_right = sorted(right) == sorted(stored[document.pk])
        if not is_right or bytes(document.title_key) != title_key(document.title, language):
            found.append(document)
    return found


@transaction.atomic
def write_anew(documents: Collection[int]) -> None:
    """Replace what the titles of some documents are found and sorted by."""
    for document in SearchDocument.objects.filter(pk__in=documents).order_by("pk"):
        document.title_key = title_key(document.title, document.language)
        document.save(update_fields=["title_key"])
        write(document)


def left_over() -> QuerySet[TitleStart]:
    """Return the starts of titles that no document has."""
    return TitleStart.objects.filter(~Exists(SearchDocument.objects.filter(pk=OuterRef("document_id"))))


def forget_left_over() -> None:
    """Delete the starts of titles that no document has."""
    left_over().delete()


def starts(title: str, language: str) -> Iterator[tuple[bytes, int]]:
    """Yield each start of a title: its key, and whether it is one of the WHOLE title or of ANY_WORD."""
    row = LANGUAGES[language]
    words = [span.form for span in spans(title) if not span.is_whole]
    later = [place for place, word in enumerate(words) if not place or not is_stop_word(word, language)]
    for kind, places in ((WHOLE, later[:1]), (ANY_WORD, later[:MOST_STARTS])):
        for place in places:
            yield _key(map(row.fold, words[place:])), kind
            if row.in_cyrillic:
                yield _key(map(skeleton, words[place:]), IN_LATIN), kind


def begin_with(words: Sequence[str], is_open: bool, language: str, most: int) -> list[TitleFound]:
    """Return public pages of a language by their titles: one query.

    First those that begin with the words, then those in which they begin later, side by side, then those
    that have words that begin so, in any order. The last word is unfinished where it `is_open`. Of
    equals the alphabet decides.
    """
    arms = [
        _Arm(number, (STARTS, []), _beginning(prefix, place, language))
        for number, place in enumerate((WHOLE, ANY_WORD))
        for prefix in _prefixes(words, is_open, language)
    ]
    if len(words) > 1:
        arms += _scattered(words, is_open, language)
    found: dict[int, TitleFound] = {}
    # A page may stand in both of the first arms.
    for _number, _bytes, *columns in sorted(_shown(arms, 2 * most), key=lambda row: (row[0], bytes(row[1]), row[2])):
        page = TitleFound(*columns)
        found.setdefault(page.document_id, page)
    return list(found.values())[:most]


def _key(words: Iterable[str], sign: str = "") -> bytes:
    return (sign + " ".join(words)[:LONGEST_KEY]).encode()


def _prefixes(words: Sequence[str], is_open: bool, language: str) -> list[bytes]:
    """Return the keys with which the words begin: without diacritics, and as Latin letters may be meant."""
    row = LANGUAGES[language]
    prefixes = [_key(map(row.fold, words))]
    if row.in_cyrillic and all(word.isdigit() or is_latin(word) for word in words):
        *finished, last = words
        choices = [*map(skeletons, finished), beginnings(last) if is_open else skeletons(last)]
        prefixes += [_key(reading, IN_LATIN) for reading in islice(product(*choices), MOST_READINGS)]
    return prefixes


# ---------------------------------------------------------------- SQL that every database takes


@dataclass(frozen=True)
class _Arm:
    """Starts `s` from a source that fulfil a condition; pages of an arm with a lower number come first."""

    number: int
    source: Sql
    condition: Sql


def _beginning(prefix: bytes, place: int, language: str) -> Sql:
    """Return "is of this kind and has this prefix"; the index has such starts in their order."""
    sql = "s.language = %s AND s.place = %s AND s.key >= %s AND s.key < %s"
    return sql, [language, place, prefix, prefix + BEYOND]


def _scattered(words: Sequence[str], is_open: bool, language: str) -> Iterator[_Arm]:
    """Yield the starts of titles in which each of the words begins a word, by readings of the longest one.

    At most MOST_LOOKED_AT titles with it are asked for the others.
    """
    by_word = [_prefixes([word], is_open and place == len(words) - 1, language) for place, word in enumerate(words)]
    longest = max(by_word, key=lambda prefixes: len(prefixes[0]))
    conditions, parameters = [], []
    for prefixes in by_word:
        if prefixes is not longest:
            either = " OR ".join(["(other.key >= %s AND other.key < %s)"] * len(prefixes))
            conditions.append(
                f"EXISTS (SELECT 1 FROM {STARTS} other WHERE other.document_id = s.document_id AND ({either}))"  # noqa: S608  place holders
            )
            parameters += [limit for prefix in prefixes for limit in (prefix, prefix + BEYOND)]
    for prefix in longest:
        condition, values = _beginning(prefix, ANY_WORD, language)
        some = f"SELECT * FROM {STARTS} s WHERE {condition} ORDER BY s.key, s.document_id LIMIT {MOST_LOOKED_AT}"  # noqa: S608  our own names
        yield _Arm(2, (f"({some})", values), (" AND ".join(conditions) or "1 = 1", parameters))


def _shown(arms: Iterable[_Arm], most: int) -> list[tuple[Any, ...]]:
    """Return the first of each arm whose pages are public now, with its number and what is shown: one statement."""
    page = Page.objects.filter(pk=RawSQL("d.page_id", ()))
    public, public_values = public_pages(page).order_by().values("pk").query.sql_with_params()
    selects, parameters = [], []
    for place, arm in enumerate(arms):
        # A CROSS JOIN keeps SQLite to this order, so that the index of the starts sorts and the limit ends the work.
        source, source_values = arm.source
        condition, values = arm.condition
        selects.append(
            f"SELECT * FROM (SELECT {arm.number} AS arm, s.key, d.id, d.title, p.url_path, "  # noqa: S608  place holders and our own names
            "(SELECT MIN(f.value) FROM cms_pagefacet f WHERE f.page_id = p.id AND f.name = 'type') AS type, "
            f"EXISTS (SELECT 1 FROM cms_pagefacet f WHERE f.page_id = p.id AND f.name = '{WITHDRAWN}') AS is_withdrawn "
            f"FROM {source} s CROSS JOIN search_searchdocument d CROSS JOIN wagtailcore_page p "
            f"WHERE d.id = s.document_id AND p.id = d.page_id AND EXISTS ({public}) AND {condition} "
            f"ORDER BY s.key, s.document_id LIMIT {most}) arm{place}"
        )
        parameters += [*source_values, *public_values, *values]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects), parameters)
        return cursor.fetchall()
