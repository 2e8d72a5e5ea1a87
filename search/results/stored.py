"""What the database has of hits, as far as it is public now: one statement for a page of results."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection

from cms.editions import Edition
from cms.models import BasePage
from cms.searchable import Section
from cms.visibility import public_edition_sql, public_page_sql
from search.engines import database
from search.engines.base import Sql, json_rows
from search.engines.query import Query

WORK_DEPTH = 4  # of a work in the tree; what lies deeper is a part of one
STEP = BasePage.steplen
MOST_BEST_BETS = 3
MOST_FOREIGN = 10  # of each other language
BEST_BETS, OWN = -2, -1  # the lists that are not one of another language


@dataclass(frozen=True)
class HitDocument:
    """A document with its sections, and what stands around its page.

    `editions` are the public languages of the work with who wrote them, `values` the values of some facets by
    name, `part_of` is the title of the work that the page is a part of.
    """

    document_id: int
    page_id: int
    language: str
    title: str
    summary: str
    address: str
    work: str
    has_files: bool
    part_of: str
    sections: tuple[Section, ...]
    editions: dict[str, Edition]
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HitDocuments:
    """The documents of hits: what staff put on top, the reader's own list, and those in other languages by query."""

    best_bets: tuple[HitDocument, ...] = ()
    own: tuple[HitDocument, ...] = ()
    foreign: tuple[tuple[HitDocument, ...], ...] = ()


def documents_of_hits(
    own: Sequence[int],
    foreign: Sequence[Sequence[int]],
    *,
    best_bets: tuple[str, str] | None,
    reader: str,
    facets: Collection[str],
    own_query: Query,
) -> HitDocuments:
    """Return the documents of these numbers in their order: one query, none where there is nothing to look for.

    `best_bets` is a language and the key of words that `words_key` makes. Of other languages only works come whose
    edition for a reader of `reader` is no hit of `own_query` itself, nor has what that excludes. `facets` are the names
    of those whose values are wanted.
    """
    lists = [(OWN, own), *enumerate(foreign)]
    asked = [(document, number, place) for number, several in lists for place, document in enumerate(several)]
    if not asked and not best_bets:
        return HitDocuments(foreign=((),) * len(foreign))
    sql, parameters = _statement(len(asked), best_bets, reader, facets, own_query)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(one for row in asked for one in row), *parameters])
        rows = sorted(cursor.fetchall(), key=lambda row: row[:2])
    found: dict[int, list[HitDocument]] = {BEST_BETS: [], OWN: [], **{number: [] for number in range(len(foreign))}}
    for number, _place, *columns in rows:
        found[number].append(_read(columns))
    return HitDocuments(
        tuple(found[BEST_BETS]), tuple(found[OWN]), tuple(tuple(found[number]) for number in range(len(foreign)))
    )


def _read(columns: Sequence[Any]) -> HitDocument:
    *plain, above, sections, editions, values = columns
    document_id, page_id, language, title, summary, address, work, has_files = plain
    return HitDocument(
        document_id, page_id, language, title, summary, address, str(work), bool(has_files), above or "",
        tuple(Section(*one) for _number, *one in sorted(json.loads(sections))),
        {
            code: Edition.written(code, page, original, origin, bool(stale))
            for code, page, original, origin, stale in json.loads(editions)
        },
        tuple((name, value) for _number, name, value in sorted(json.loads(values))),
    )  # fmt: skip


def _statement(
    asked: int, best_bets: tuple[str, str] | None, reader: str, facets: Collection[str], own_query: Query
) -> Sql:
    """Return the statement, whose first parameters are the document, list and place of each that is asked for."""
    lists: list[str] = []
    parameters: list[Any] = []
    if asked:
        lists.append(f"SELECT * FROM (VALUES {', '.join(['(%s, %s, %s)'] * asked)}) given")  # noqa: S608  place holders
    if best_bets:
        lists.append(
            f"SELECT d.id, {BEST_BETS}, d.id FROM search_bestbet b "  # noqa: S608  our own number
            "JOIN search_searchdocument d ON d.page_id = b.page_id AND d.language = b.language "
            "WHERE b.language = %s AND b.key = %s"
        )
        parameters += best_bets
    is_public, public_values = public_page_sql("d.page_id")
    edition, edition_values = public_edition_sql("d.page_id", reader)
    is_hit, hit_values = database().hit_sql(own_query, "own")
    has_hit = f"SELECT 1 FROM search_searchdocument own WHERE own.page_id IN ({edition}) AND {is_hit}"  # noqa: S608  place holders
    columns, column_values = _columns(tuple(facets))
    sql = f"""
    WITH asked (document_id, list, place) AS ({" UNION ALL ".join(lists)}),
    found AS (
        SELECT asked.list, asked.place, d.id, d.page_id, d.language, d.title, d.summary, p.url_path, p.path, p.depth,
            p.translation_key, ROW_NUMBER() OVER (PARTITION BY asked.list ORDER BY asked.place) AS rank
        FROM asked JOIN search_searchdocument d ON d.id = asked.document_id JOIN wagtailcore_page p ON p.id = d.page_id
        WHERE EXISTS ({is_public}) AND (asked.list < 0 OR NOT EXISTS ({has_hit}))
    )
    SELECT list, place, id, page_id, language, title, summary, url_path, translation_key, {columns}
    FROM found d
    WHERE rank <= CASE list WHEN {OWN} THEN {asked} WHEN {BEST_BETS} THEN {MOST_BEST_BETS} ELSE {MOST_FOREIGN} END
    """  # noqa: S608  place holders and our own names
    return sql, [*parameters, *public_values, *edition_values, *hit_values, *column_values]


def _columns(facets: tuple[str, ...]) -> Sql:
    """Return what is read of each found document `d` beside its own columns."""
    is_public_above, values_above = public_page_sql("a.id")
    is_public_edition, edition_values = public_page_sql("e.id")
    models, original, origin, stale = _models()
    editions = json_rows(
        f"l.language_code, e.url_path, {original}, {origin}, {stale}",
        f"FROM wagtailcore_page e JOIN wagtailcore_locale l ON l.id = e.locale_id {models} "
        f"WHERE e.translation_key = d.translation_key AND EXISTS ({is_public_edition})",
    )
    sections = json_rows(
        "s.number, s.anchor, s.heading, s.text", "FROM search_searchsection s WHERE s.document_id = d.id"
    )
    places = ", ".join(["%s"] * len(facets))
    values = json_rows(
        "f.id, f.name, f.value", f"FROM cms_pagefacet f WHERE f.page_id = d.page_id AND f.name IN ({places})"
    )
    sql = (
        "EXISTS (SELECT 1 FROM search_searchfile x WHERE x.document_id = d.id), "  # noqa: S608  our own names
        f"(SELECT a.title FROM wagtailcore_page a WHERE d.depth > {WORK_DEPTH} "
        f"AND a.path = SUBSTR(d.path, 1, LENGTH(d.path) - {STEP}) AND EXISTS ({is_public_above})), "
        f"{sections}, {editions}, {values}"
    )
    return sql, [*values_above, *edition_values, *facets]


@cache
def _models() -> tuple[str, str, str, str]:
    """Return the joins of page `e` to the tables of all page types, and what each of them says of who wrote it."""
    models = [model for model in apps.get_models() if issubclass(model, BasePage)]
    joins = " ".join(
        f"LEFT JOIN {model._meta.db_table} m{number} ON m{number}.page_ptr_id = e.id"
        for number, model in enumerate(models)
    )
    original, origin, changed = (
        f"COALESCE({', '.join(f'm{number}.{column}' for number in range(len(models)))})"
        for column in ("original_language", "origin", "source_changed_on")
    )
    return joins, original, origin, f"{changed} IS NOT NULL"
