"""Public pages whose titles, or words of whose titles, begin with what somebody has typed so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from wagtail.models import Page

from cms.visibility import public_pages
from cms.withdrawal import WITHDRAWN
from search.analysis import LANGUAGES
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.documents.titles import ANY_WORD, IN_LATIN, WHOLE, start_key
from search.engines.base import Sql

MOST_READINGS = 6  # skeletons of what is typed in Latin letters
MOST_LOOKED_AT = 300  # titles with the longest of several words that are looked through for the others
BEYOND = b"\xff"  # sorts after all letters in UTF-8
STARTS = "search_titlestart"


@dataclass(frozen=True)
class SuggestedPage:
    """A public page whose title, or a word of it, begins as typed."""

    document_id: int
    title: str
    address: str
    type: str
    is_withdrawn: bool


def pages_by_title(words: Sequence[str], is_open: bool, language: str, most: int) -> list[SuggestedPage]:
    """Return public pages of a language whose titles have the words: one query.

    Titles that begin with the words come first, then those in which the words stand side by side later on, then those
    that have the words in any order. The last word is unfinished where it `is_open`. Otherwise the order is alphabetic.
    """
    arms = [
        _Arm(number, (STARTS, []), _beginning(prefix, place, language))
        for number, place in enumerate((WHOLE, ANY_WORD))
        for prefix in _prefixes(words, is_open, language)
    ]
    if len(words) > 1:
        arms += _scattered(words, is_open, language)
    pages: dict[int, SuggestedPage] = {}
    # A page may come in both of the first arms.
    for _number, _bytes, *columns in sorted(_shown(arms, 2 * most), key=lambda row: (row[0], bytes(row[1]), row[2])):
        page = SuggestedPage(*columns)
        pages.setdefault(page.document_id, page)
    return list(pages.values())[:most]


def _prefixes(words: Sequence[str], is_open: bool, language: str) -> list[bytes]:
    """Return what the keys of matching starts begin with: the words without diacritics, or their skeletons."""
    row = LANGUAGES[language]
    prefixes = [start_key(map(row.fold, words))]
    if row.in_cyrillic and all(word.isdigit() or is_latin(word) for word in words):
        *finished, last = words
        choices = [*map(skeletons, finished), beginnings(last) if is_open else skeletons(last)]
        prefixes += [start_key(reading, IN_LATIN) for reading in islice(product(*choices), MOST_READINGS)]
    return prefixes


# ---------------------------------------------------------------- SQL that every database takes


@dataclass(frozen=True)
class _Arm:
    """A part of the statement: title starts `s` from a source that meet a condition.

    Pages of an arm with a lower number come first.
    """

    number: int
    source: Sql
    condition: Sql


def _beginning(prefix: bytes, place: int, language: str) -> Sql:
    """Return the SQL condition that a start is of a kind and has a prefix; an index has such starts in their order."""
    sql = "s.language = %s AND s.place = %s AND s.key >= %s AND s.key < %s"
    return sql, [language, place, prefix, prefix + BEYOND]


def _scattered(words: Sequence[str], is_open: bool, language: str) -> Iterator[_Arm]:
    """Yield arms for titles that have all the words in any order: one for each prefix of the longest word.

    At most MOST_LOOKED_AT titles with the longest word are looked through for the others.
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
    """Return the first rows of each arm whose pages are public: one statement.

    A row has the number of the arm, the key of the start, and the fields of a SuggestedPage.
    """
    page = Page.objects.filter(pk=RawSQL("d.page_id", ()))
    public, public_values = public_pages(page).order_by().values("pk").query.sql_with_params()
    selects, parameters = [], []
    for place, arm in enumerate(arms):
        # SQLite keeps to the order of a CROSS JOIN: it reads the starts in the order of their index, up to the limit.
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
