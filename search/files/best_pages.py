"""Which page of the files of a document answers best: found by stored keys, so that only its text has to be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Q, Value, When, Window
from django.db.models.functions import RowNumber, StrIndex
from django.db.models.lookups import GreaterThan
from django.urls import reverse

from cms.visibility import in_restricted_collection
from search.analysis.index_keys import EXACT, LEMMA, PART, STEM, WHOLE, kind_of
from search.engines.query import Query
from search.files.models import FilePage
from search.files.rules import READER

MOST_KEYS = 80  # of all words together: of a word with many forms, some are enough
COLUMNS = {EXACT: "exact", LEMMA: "lemma", STEM: "stem", WHOLE: "wholes", PART: "parts"}
PAGED = "pdf"  # the kind of file whose pages have numbers and addresses


@dataclass(frozen=True)
class PageOfFile:
    """A page of a file that a document offers; `number` is 0 where the file has no numbered pages."""

    title: str
    address: str
    number: int
    language: str
    text: str


def best_pages(documents: Collection[int], query: Query) -> dict[int, PageOfFile]:
    """Return by document the page of its files that has most of the query's different words: one query.

    Files in restricted collections are left out. So are files that were replaced since they were read, and files that
    were read by older rules.
    """
    score = _score(query)
    if not documents or score is None:
        return {}
    pages = FilePage.objects.filter(
        ~in_restricted_collection("file__document__"),
        language=query.language,
        file__in_documents__document__in=documents,
        file__name=F("file__document__file"),
        file__reader=READER,
    ).annotate(of=F("file__in_documents__document"), score=score)
    best = pages.annotate(
        place=Window(
            RowNumber(), partition_by=[F("of")], order_by=[F("score").desc(), F("file").asc(), F("number").asc()]
        )
    ).filter(place=1, score__gt=0)
    columns = (
        "of",
        "file__document",
        "file__document__title",
        "file__document__language",
        "file__name",
        "number",
        "text",
    )
    return {
        row[0]: PageOfFile(row[2], *_address(row[1], row[4], row[5]), row[3], row[6])
        for row in best.values_list(*columns)
    }


def _address(document: int, name: str, number: int) -> tuple[str, int]:
    """Return the address of a page of a file, and its number, 0 where it has none."""
    address = reverse("wagtaildocs_serve", args=[document, name.rsplit("/", 1)[-1]])
    return (f"{address}#page={number}", number) if name.lower().endswith(f".{PAGED}") else (address, 0)


def _score(query: Query) -> Any:
    """Return an expression for the number of the query's different words on a page; None for a query without words."""
    conditions = [condition for condition in (*query.words, *query.required) if condition]
    total: Any = None
    for condition in conditions:
        ways = [
            *condition.any_phrases,
            *((key,) for key in condition.any_keys),
            *((key,) for part in condition.parts for key in part),
        ]
        is_on_page = _has_any(ways[: max(MOST_KEYS // len(conditions), 1)])
        one = Case(When(is_on_page, then=Value(1)), default=Value(0), output_field=IntegerField())
        total = one if total is None else total + one
    return total


def _has_any(ways: Iterable[tuple[str, ...]]) -> Q:
    """Tell in SQL whether a page has any of these: one key, or several side by side."""
    has_any = Q(pk__isnull=True)
    for keys in ways:
        column = COLUMNS[kind_of(keys[0])]
        has_any |= Q(GreaterThan(StrIndex(column, Value(f" {' '.join(keys)} ")), Value(0)))
    return has_any
