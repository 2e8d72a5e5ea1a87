"""What the database has of hits, as far as it is public when the statement runs: one statement a page of results."""

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
MOST_FOREIGN = 10  # hits in each other language
BEST_BETS, OWN = -2, -1  # the numbers of these lists; the lists of other languages have 0 and up


@dataclass(frozen=True)
class HitDocument:
    """The document of a hit with its sections, and what is known of its page.

    `page_type` is the number of its model's content type. `work` tells translations of one page by the same value.
    `part_of` is the title of the work that the page is a part of. `editions` are the public editions of
    the page by language. `values` has the values of facets, each with the name of its facet.
    """

    document_id: int
    page_id: int
    page_type: int
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
    """The documents of hits in three lists.

    They are the best bets of staff, the hits in the searched language, and those of each query for another language.
    """

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
    """Return the documents with these numbers, in their order: one query, or none where there are no numbers.

    `own` are hits in the searched language, `foreign` those of each query for another language. A foreign hit is left
    out where the page has an edition in the language `reader` that is a hit of `own_query` too, or has what that
    excludes. `best_bets` is a language and what `words_key` makes of a text. `facets` names the
    facets whose values are read.
    """
    lists = [(OWN, own), *enumerate(foreign)]
    wanted = [(document, number, index) for number, several in lists for index, document in enumerate(several)]
    if not wanted and not best_bets:
        return HitDocuments(foreign=((),) * len(foreign))
    sql, parameters = _statement(len(wanted), best_bets, reader, facets, own_query)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(value for row in wanted for value in row), *parameters])
        rows = sorted(cursor.fetchall(), key=lambda row: row[:2])
    by_list: dict[int, list[HitDocument]] = {BEST_BETS: [], OWN: [], **{number: [] for number in range(len(foreign))}}
    for number, _index, *columns in rows:
        by_list[number].append(_read(columns))
    return HitDocuments(
        tuple(by_list[BEST_BETS]), tuple(by_list[OWN]), tuple(tuple(by_list[number]) for number in range(len(foreign)))
    )


def _read(columns: Sequence[Any]) -> HitDocument:
    *plain, above, sections, editions, values = columns
    document_id, page_id, page_type, language, title, summary, address, work, has_files = plain
    return HitDocument(
        document_id, page_id, page_type, language, title, summary, address, str(work), bool(has_files), above or "",
        tuple(Section(*one) for _number, *one in sorted(json.loads(sections))),
        {
            code: Edition.written(code, page, original, origin, bool(stale))
            for code, page, original, origin, stale in json.loads(editions)
        },
        tuple((name, value) for _number, name, value in sorted(json.loads(values))),
    )  # fmt: skip


def _statement(
    count: int, best_bets: tuple[str, str] | None, reader: str, facets: Collection[str], own_query: Query
) -> Sql:
    """Return the statement for a number of documents.

    Its parameters come after those of the documents: of each its number, its list, and its place in the list.
    """
    lists: list[str] = []
    parameters: list[Any] = []
    if count:
        lists.append(f"SELECT * FROM (VALUES {', '.join(['(%s, %s, %s)'] * count)}) given")  # noqa: S608  place holders
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
    WITH hit (document_id, list, place) AS ({" UNION ALL ".join(lists)}),
    ranked AS (
        SELECT hit.list, hit.place, d.id, d.page_id, p.content_type_id, d.language, d.title, d.summary, p.url_path,
            p.path, p.depth, p.translation_key, ROW_NUMBER() OVER (PARTITION BY hit.list ORDER BY hit.place) AS rank
        FROM hit JOIN search_searchdocument d ON d.id = hit.document_id JOIN wagtailcore_page p ON p.id = d.page_id
        WHERE EXISTS ({is_public}) AND (hit.list < 0 OR NOT EXISTS ({has_hit}))
    )
    SELECT list, place, id, page_id, content_type_id, language, title, summary, url_path, translation_key, {columns}
    FROM ranked d
    WHERE rank <= CASE list WHEN {OWN} THEN {count} WHEN {BEST_BETS} THEN {MOST_BEST_BETS} ELSE {MOST_FOREIGN} END
    """  # noqa: S608  place holders and our own names
    return sql, [*parameters, *public_values, *edition_values, *hit_values, *column_values]


def _columns(facets: tuple[str, ...]) -> Sql:
    """Return the SQL of what is read of each found document `d` beside its own columns."""
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
    """Return the joins of page `e` to the tables of all page types, and the columns of who wrote it in its language.

    These are the original language, the origin, and whether the source has changed since.
    """
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
