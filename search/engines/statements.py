"""The statements of the PostgreSQL engine: a query as SQL with its parameters.

`m` is a row of search_fulltext_document everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models.expressions import RawSQL
from wagtail.models import Page

from cms.visibility import public_pages
from search.engines.base import KIND_WEIGHTS, MOST_COUNTED, PART_WEIGHT, WHOLE_WEIGHT, ZONE_WEIGHTS
from search.engines.vectors import IN_TITLE, PROMINENT, any_of, side_by_side
from search.keys import KINDS, PART, WHOLE, kind_of
from search.query import Asked, Query, Sort

Sql = tuple[str, list[Any]]

STRICT, LOOSE = "strict", "loose"
MOST_RANKED = 200  # documents whose every word is weighed; among more, those with the words in prominent places
MOST_FREQUENT = 10_000  # a word in more documents weighs no less

# BM25 with its usual constants, of which ts_rank gives the sum over the places of a word.
K1, B = 1.2, 0.75


def _saturated(weight: float) -> float:
    return weight * (K1 + 1) / (weight + K1)


# In PostgreSQL's order, D to A; it takes weights up to 1.
_ZONES = [
    round(_saturated(ZONE_WEIGHTS[zone]) / _saturated(ZONE_WEIGHTS["title"]), 3)
    for zone in ("text", "summary", "heading", "title")
]
_KINDS = {KINDS[kind]: _saturated(weight) for kind, weight in KIND_WEIGHTS.items()} | {
    WHOLE: _saturated(WHOLE_WEIGHT),
    PART: _saturated(PART_WEIGHT),
}


def joined(several: Iterable[Sql], between: str) -> Sql:
    """Return pieces of SQL with their parameters as one."""
    several = list(several)
    return between.join(sql for sql, _values in several), [one for _sql, values in several for one in values]


def public() -> Sql:
    """Return the one rule of what is public, now, as a condition on `m`."""
    page = Page.objects.filter(pk=RawSQL("m.page_id", ()))
    sql, parameters = public_pages(page).order_by().values("pk").query.sql_with_params()
    return f"EXISTS ({sql})", list(parameters)


# ---------------------------------------------------------------- conditions on a document


def _any_key(keys: Iterable[str]) -> Sql:
    return "m.keys && %s::text[]", [list(keys)]


def _one(asked: Asked) -> Sql:
    """Return "has this"."""
    found = [_any_key(asked.keys)] if asked.keys else []
    if asked.phrases:
        documents = "SELECT f.document_id FROM search_fulltext f WHERE f.vector @@ %s::tsquery"
        found.append((f"m.document_id = ANY (ARRAY({documents}))", [side_by_side(asked.phrases)]))
    if asked.parts:
        sql, values = joined(map(_any_key, asked.parts), " AND ")
        found.append((f"({sql})", values))
    sql, values = joined(found, " OR ")
    return f"({sql})", values


def _any(several: Iterable[Asked]) -> Sql:
    sql, values = joined(map(_one, several), " OR ")
    return f"({sql})", values


def _enough(query: Query) -> Sql:
    """Return "has enough of the words": each word is looked up once, however many make enough."""
    if query.minimum >= len(query.words):
        return joined(map(_one, query.words), " AND ")
    each = []
    for word in query.words:
        sql, values = _one(word)
        each.append((f"SELECT m.document_id FROM search_fulltext_document m WHERE {sql}", values))  # noqa: S608  place holders
    sql, values = joined(each, " UNION ALL ")
    counted = f"SELECT word.document_id FROM ({sql}) word GROUP BY 1 HAVING COUNT(*) >= %s"  # noqa: S608  place holders
    return f"m.document_id IN ({counted})", [*values, query.minimum]


def _conditions(query: Query) -> list[Sql]:
    """Return what every hit has to fulfil, strict or loose, but for the words and the choices of facets."""
    conditions = [public(), *map(_one, query.required)]
    if query.excluded:
        excluded, values = _any(query.excluded)
        unwanted = f"SELECT m.document_id FROM search_fulltext_document m WHERE {excluded}"  # noqa: S608  place holders
        conditions.append((f"m.document_id <> ALL (ARRAY({unwanted}))", values))
    if not (query.required or query.words):
        language = "SELECT 1 FROM search_searchdocument d WHERE d.id = m.document_id AND d.language = %s"
        conditions.append((f"EXISTS ({language})", [query.language]))
    return conditions


def _strict(query: Query) -> Sql:
    enough = [_enough(query)] if query.words and query.minimum else []
    return joined([*enough, *_conditions(query)], " AND ")


def _has_value(name: str, values: Iterable[str]) -> Sql:
    sql = "SELECT 1 FROM cms_pagefacet c WHERE c.page_id = m.page_id AND c.name = %s AND c.value = ANY (%s)"
    return f"EXISTS ({sql})", [name, list(values)]


# ---------------------------------------------------------------- which words occur


def has(several: Sequence[Asked]) -> Sql:
    """Return the statement whose rows are the numbers of what a public document has."""
    by_shape: dict[int, list[list[Any]]] = defaultdict(list)
    phrases: list[list[Any]] = []
    for number, asked in enumerate(several):
        if asked.keys:
            by_shape[1].append([number, list(asked.keys)])
        if asked.parts:
            by_shape[len(asked.parts)].append([number, *map(list, asked.parts)])
        if asked.phrases:
            phrases.append([number, side_by_side(asked.phrases)])
    is_public, public_values = public()
    selects: list[Sql] = []
    for count, rows in by_shape.items():
        names = [f"keys{place}" for place in range(count)]
        row = f"(%s{', %s::text[]' * count})"
        found = " AND ".join(f"m.keys && asked.{name}" for name in names)
        selects.append(
            (
                f"SELECT number FROM (VALUES {', '.join([row] * len(rows))}) asked (number, {', '.join(names)}), "  # noqa: S608  place holders and our own names
                "LATERAL (SELECT 1 FROM (SELECT m.page_id FROM search_fulltext_document m "
                f"WHERE {found} OFFSET 0) m WHERE {is_public} LIMIT 1) there",
                [value for one in rows for value in one] + public_values,
            )
        )
    if phrases:
        selects.append(
            (
                f"SELECT number FROM (VALUES {', '.join(['(%s, %s::tsquery)'] * len(phrases))}) asked (number, phrase), "  # noqa: S608  place holders
                "LATERAL (SELECT 1 FROM (SELECT m.page_id FROM search_fulltext f "
                "JOIN search_fulltext_document m USING (document_id) WHERE f.vector @@ asked.phrase OFFSET 0) m "
                f"WHERE {is_public} LIMIT 1) there",
                [value for one in phrases for value in one] + public_values,
            )
        )
    return joined(selects, " UNION ALL ")


# ---------------------------------------------------------------- one page of results


def results_page(query: Query, elsewhere: Sequence[Query]) -> Sql:
    """Return the statement of a page: rows of kind, facet, value, place and number.

    A document counts for a value when it has the choices of all other facets.
    """
    values_of = [_has_value(name, values) for name, values in query.facets]
    flags = [f"has{number}" for number in range(len(values_of))]
    is_chosen = " AND ".join(["true", *flags])
    flagged, flag_values = joined(
        ((f", {sql} AS {flag}", values) for flag, (sql, values) in zip(flags, values_of, strict=True)), ""
    )
    strict, strict_values = _strict(query)
    tables: list[Sql] = [
        (
            f"hit AS MATERIALIZED (SELECT m.document_id, m.page_id{flagged} FROM search_fulltext_document m WHERE {strict})",  # noqa: S608  place holders and our own names
            flag_values + strict_values,
        ),
        (f"total AS MATERIALIZED (SELECT COUNT(*) AS number FROM hit WHERE {is_chosen})", []),
        (f"chosen AS (SELECT document_id FROM hit WHERE {is_chosen})", []),
    ]
    selects: list[Sql] = [("SELECT 'total', '', '', 0, number FROM total", [])]
    if query.counted:
        others = " AND ".join(["true", *(f"({flag} OR c.name = %s)" for flag in flags)])
        selects.append(
            (
                "SELECT 'facet', c.name, c.value, 0, COUNT(*) FROM hit JOIN cms_pagefacet c USING (page_id) "
                f"WHERE c.name = ANY (%s) AND {others} GROUP BY c.name, c.value",
                [list(query.counted), *(name for name, _values in query.facets)],
            )
        )
    if query.size:
        asked = [*query.words, *query.required]
        frequencies = _frequencies(query) if asked else []
        tables += frequencies + _ranked(STRICT, "chosen", asked, query)
        selects.append(
            (
                f"(SELECT '{STRICT}', '', '', place, document_id FROM {STRICT}_page LIMIT %s OFFSET %s)",
                [query.size, query.start],
            )
        )
        if len(query.words) > 1 and query.sort is Sort.RELEVANCE:
            chosen = joined([_any(query.words), *_conditions(query), *values_of], " AND ")
            tables += [
                (
                    f"near AS MATERIALIZED (SELECT m.document_id FROM search_fulltext_document m WHERE {chosen[0]} "  # noqa: S608  place holders
                    "AND NOT EXISTS (SELECT 1 FROM hit WHERE hit.document_id = m.document_id) "
                    "AND (SELECT number FROM total) BETWEEN %s AND %s)",
                    [*chosen[1], query.start, query.start + query.size - 1],
                ),
                *_ranked(LOOSE, "near", asked, query),
            ]
            selects.append((f"(SELECT '{LOOSE}', '', '', place, document_id FROM {LOOSE}_page LIMIT %s)", [query.size]))
    for number, other in enumerate(elsewhere, start=1):
        there = joined([(_strict(other)), *(_has_value(name, values) for name, values in other.facets)], " AND ")
        counted = f"SELECT 1 FROM search_fulltext_document m WHERE {there[0]} LIMIT {MOST_COUNTED}"  # noqa: S608  place holders
        selects.append((f"SELECT 'total', '', '', {number}, COUNT(*) FROM ({counted}) counted", there[1]))  # noqa: S608  place holders
    with_sql, with_values = joined(tables, ", ")
    sql, values = joined(selects, " UNION ALL ")
    return f"WITH {with_sql} {sql}", with_values + values


# ---------------------------------------------------------------- order


def _frequencies(query: Query) -> list[Sql]:
    """Return the weight of each word by the number of documents that have it, as `idf` with a column a word."""
    columns: list[Sql] = []
    for number, asked in enumerate([*query.words, *query.required]):
        sql, values = _one(asked)
        counted = f"SELECT 1 FROM search_fulltext_document m WHERE {sql} LIMIT {MOST_FREQUENT}"  # noqa: S608  place holders
        columns.append(
            (f"ln(1 + documents.number / (0.5 + (SELECT COUNT(*) FROM ({counted}) one))) AS word{number}", values)
        )  # noqa: S608  place holders
    sql, values = joined(columns, ", ")
    documents = "(SELECT COUNT(*)::float AS number FROM search_searchdocument d WHERE d.language = %s) documents"
    return [(f"idf AS MATERIALIZED (SELECT {sql} FROM {documents})", [*values, query.language])]


def _ranked(name: str, source: str, several: Sequence[Asked], query: Query) -> list[Sql]:
    """Return the tables that put the documents of `source` in order; the last is `name`_page.

    Of many documents, those that have the words in prominent places are weighed.
    """
    date = "d.date DESC NULLS LAST, " if query.sort is Sort.DATE else ""
    if not several:
        order = f"{date}d.title, d.id"
        sql = f"SELECT d.id AS document_id, row_number() OVER (ORDER BY {order}) AS place"
        return [
            (
                f"{name}_page AS ({sql} FROM {source} s JOIN search_searchdocument d ON d.id = s.document_id ORDER BY place)",
                [],
            )
        ]
    points: list[Sql] = []
    for number, asked in enumerate(several):
        for prefix, times in ((IN_TITLE, 2), (PROMINENT, 1)):
            sql, values = _any_key(prefix + key for key in _keys_of(asked))
            points.append(
                (
                    f"SELECT m.document_id, {times} * idf.word{number} AS points FROM search_fulltext_document m, idf "  # noqa: S608  place holders
                    f"WHERE (SELECT COUNT(*) FROM {source}) > {MOST_RANKED} AND {sql}",
                    values,
                )
            )
    pointed, point_values = joined(points, " UNION ALL ")
    weighed, weights = joined((_weight(asked, f"idf.word{number}") for number, asked in enumerate(several)), " + ")
    average = f"avg(m.length) OVER ()"
    order = "w.score DESC NULLS LAST, p.points DESC NULLS LAST, s.document_id"
    join = "JOIN search_searchdocument d ON d.id = s.document_id" if date else ""
    return [
        (
            f"{name}_points AS MATERIALIZED (SELECT document_id, SUM(points) AS points FROM ({pointed}) one GROUP BY 1)",
            point_values,
        ),  # noqa: S608  place holders
        (
            f"{name}_best AS MATERIALIZED (SELECT s.document_id FROM {source} s LEFT JOIN {name}_points p USING (document_id) "  # noqa: S608  our own names
            f"ORDER BY p.points DESC NULLS LAST, s.document_id LIMIT {MOST_RANKED})",
            [],
        ),
        (
            # Taken apart once a document: the sum with an empty vector is in memory.
            f"{name}_weighed AS MATERIALIZED (SELECT v.document_id, ({weighed}) / "  # noqa: S608  place holders
            f"(1 + {K1} * ({1 - B} + {B} * v.length / v.average)) AS score FROM idf, "
            f"(SELECT m.document_id, m.length, {average} AS average, m.vector || ''::tsvector AS vector "
            f"FROM {name}_best JOIN search_fulltext_document m USING (document_id) OFFSET 0) v)",
            weights,
        ),
        (
            f"{name}_page AS (SELECT s.document_id, row_number() OVER (ORDER BY {date}{order}) AS place "  # noqa: S608  our own names
            f"FROM {source} s {join} LEFT JOIN {name}_weighed w USING (document_id) "
            f"LEFT JOIN {name}_points p USING (document_id) ORDER BY place)",
            [],
        ),
    ]


def _keys_of(asked: Asked) -> list[str]:
    """Return every key that has to do with a word: those of its phrases and parts too."""
    nested = [key for several in (*asked.phrases, *asked.parts) for key in several]
    return list(dict.fromkeys([*asked.keys, *nested]))


def _weight(asked: Asked, frequency: str) -> Sql:
    """Return how much a word weighs in the document `v`: ts_rank divides by the number of keys."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in _keys_of(asked):
        by_kind[kind_of(key)].append(key)
    ranks: list[Sql] = [
        (f"{_KINDS[kind] * len(keys):.4f} * ts_rank(%s::real[], v.vector, %s::tsquery)", [_ZONES, any_of(keys)])
        for kind, keys in by_kind.items()
    ]
    sql, values = joined(ranks, " + ")
    return f"{frequency} * ({sql})", values
