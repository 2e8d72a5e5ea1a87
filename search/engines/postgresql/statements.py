"""The statements: which conditions are met, one page of results, and the explanation of a rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from search.engines.base import MOST_COUNTED
from search.engines.postgresql.conditions import (
    DOCUMENTS,
    Sql,
    choices,
    has_any_word,
    is_strict,
    joined,
    public,
)
from search.engines.postgresql.ranking import NO_STEPS, WORTH, frequencies, ranked, steps_of, weighed_words, weight_of
from search.engines.postgresql.vectors import any_phrase
from search.engines.query import Condition, Query, SortOrder

TOTAL, FACET, STRICT, LOOSE = "total", "facet", "strict", "loose"


def occurring(several: Sequence[Condition]) -> Sql:
    """Return the statement for the numbers of the conditions that a public document meets; each row has a NULL too."""
    by_parts: dict[int, list[list[Any]]] = defaultdict(list)
    phrases: list[list[Any]] = []
    for number, condition in enumerate(several):
        if condition.any_keys:
            by_parts[1].append([number, list(condition.any_keys)])
        if condition.parts:
            by_parts[len(condition.parts)].append([number, *map(list, condition.parts)])
        if condition.any_phrases:
            phrases.append([number, any_phrase(condition.any_phrases)])
    selects = []
    for count, rows in by_parts.items():
        names = [f"keys{place}" for place in range(count)]
        source = f"FROM {DOCUMENTS} WHERE " + " AND ".join(f"m.keys && asked.{name}" for name in names)
        selects.append(_each(rows, f"(%s{', %s::text[]' * count})", names, source))
    if phrases:
        source = f"FROM search_fulltext f JOIN {DOCUMENTS} USING (document_id) WHERE f.vector @@ asked.phrase"
        selects.append(_each(phrases, "(%s, %s::tsquery)", ["phrase"], source))
    return joined(selects, " UNION ALL ")


def _each(rows: Sequence[Sequence[Any]], row: str, names: Sequence[str], source: str) -> Sql:
    """Return the statement for the numbers of those rows for which a public document is found.

    A materialised table is planned as if all its rows were needed. Without it PostgreSQL would read one document after
    the other, in the hope of an early match that never comes for a word which no document has.
    """
    is_public, values = public()
    sql = (
        f"SELECT number, NULL::text FROM (VALUES {', '.join([row] * len(rows))}) asked (number, {', '.join(names)}), "  # noqa: S608  place holders and our own names
        f"LATERAL (WITH found AS MATERIALIZED (SELECT m.page_id {source}) "
        f"SELECT 1 FROM found m WHERE {is_public} LIMIT 1) there"
    )
    return sql, [value for one in rows for value in one] + values


def results_page(query: Query, further_queries: Sequence[Query]) -> Sql:
    """Return the statement of a page: rows of kind, number of the query, facet, value, and a count or document.

    The queries have the numbers 0 and up. A document counts for a value when it has the choices of all
    other facets.
    """
    chosen = choices(query)
    flags = [f"has{number}" for number in range(len(chosen))]
    is_chosen = " AND ".join(["true", *flags])
    flagged, flag_values = joined(
        ((f", {sql} AS {flag}", values) for flag, (sql, values) in zip(flags, chosen, strict=True)), ""
    )
    strict, strict_values = is_strict(query)
    tables: list[Sql] = [
        (
            f"hit AS MATERIALIZED (SELECT m.document_id, m.page_id{flagged} FROM {DOCUMENTS} WHERE {strict})",  # noqa: S608  place holders and our own names
            flag_values + strict_values,
        ),
        (f"chosen AS (SELECT document_id FROM hit WHERE {is_chosen})", []),  # noqa: S608  our own names
        ("total AS MATERIALIZED (SELECT COUNT(*) AS number FROM chosen)", []),
    ]
    selects: list[Sql] = [(f"SELECT '{TOTAL}', 0, '', '', 0, number FROM total", [])]  # noqa: S608  our own names
    if query.counted:
        others = " AND ".join(["true", *(f"({flag} OR c.name = %s)" for flag in flags)])
        selects.append(
            (
                f"SELECT '{FACET}', 0, c.name, c.value, 0, COUNT(*) FROM hit JOIN cms_pagefacet c USING (page_id) "  # noqa: S608  place holders and our own names
                f"WHERE c.name = ANY (%s::text[]) AND {others} GROUP BY c.name, c.value",
                [list(query.counted), *(name for name, _values in query.facets)],
            )
        )
    if query.size:
        tables += frequencies("frequency", query)
        in_steps = bool(query.words or query.required) and query.sort is SortOrder.RELEVANCE
        steps = steps_of(query) if in_steps else NO_STEPS
        tables += ranked(STRICT, "chosen", "frequency", query, steps=steps)
        selects.append(_page(STRICT, STRICT, 0))
        if len(query.words) > 1 and query.sort is SortOrder.RELEVANCE:
            tables += [_loose(query), *ranked(LOOSE, "near", "frequency", replace(query, start=0, after=None))]
            selects.append(_page(LOOSE, LOOSE, 0))
    for number, other in enumerate(further_queries, start=1):
        more_tables, more_selects = _further(number, other)
        tables += more_tables
        selects += more_selects
    with_sql, with_values = joined(tables, ", ")
    sql, values = joined(selects, " UNION ALL ")
    return f"WITH {with_sql} {sql}", with_values + values


def _page(kind: str, name: str, number: int) -> Sql:
    weight = "CASE WHEN is_about THEN 'about' ELSE '' END, plain::text"
    return f"SELECT '{kind}', {number}, {weight}, place, document_id FROM {name}_page", []  # noqa: S608  our own names


def _loose(query: Query) -> Sql:
    """Return the table of the loose hits, empty but on the last page of the strict ones, or below what answers less."""
    wanted, values = joined([has_any_word(query), *choices(query)], " AND ")
    sql = (
        f"near AS MATERIALIZED (SELECT m.document_id FROM {DOCUMENTS} WHERE {wanted} "  # noqa: S608  place holders
        "AND NOT EXISTS (SELECT 1 FROM hit WHERE hit.document_id = m.document_id) "
        f"AND ((SELECT COUNT(*) FROM {STRICT}_page) < %s AND (%s OR (SELECT number FROM total) >= %s) "
        f"OR (%s AND (SELECT BOOL_OR(is_about) FROM {STRICT}_page))))"
    )
    return sql, [*values, query.size, query.after is not None, query.start, query.start == 0]


def _further(number: int, query: Query) -> tuple[list[Sql], list[Sql]]:
    """Return tables and rows of a further query: its total and, where it asks for some, its hits."""
    wanted, values = joined([is_strict(query), *choices(query)], " AND ")
    matching = f"SELECT m.document_id FROM {DOCUMENTS} WHERE {wanted}"  # noqa: S608  place holders
    total = f"SELECT '{TOTAL}', {number}, '', '', 0, COUNT(*) FROM"
    if not (query.size and weighed_words(query)):
        return [], [(f"{total} ({matching} LIMIT {MOST_COUNTED}) one", values)]
    name = f"other{number}"
    tables: list[Sql] = [
        (f"{name} AS MATERIALIZED ({matching})", values),
        *frequencies(f"{name}_frequency", query),
        *ranked(name, name, f"{name}_frequency", query),
    ]
    counted: Sql = (f"{total} (SELECT 1 FROM {name} LIMIT {MOST_COUNTED}) one", [])  # noqa: S608  our own names
    return tables, [counted, _page(STRICT, name, number)]


def explanation(query: Query, document_id: int) -> Sql:
    """Return the statement of one row, or of none where the document is not public.

    The row has the weight of each word, the factor for age and importance, the number of words of the document, and
    whether it is a strict hit.
    """
    several = weighed_words(query)
    weights, values = joined(
        (weight_of(condition, f"f.word{number}") for number, condition in enumerate(several)), ", "
    )
    strict, strict_values = is_strict(query)
    with_sql, with_values = joined(frequencies("frequency", query), "")
    is_public, public_values = public()
    sql = (
        f"WITH {with_sql} SELECT {weights}, {WORTH}, v.length, EXISTS (SELECT 1 FROM {DOCUMENTS} "  # noqa: S608  place holders
        f"WHERE m.document_id = v.document_id AND {strict}) FROM frequency f, search_fulltext_document v "
        "JOIN search_searchdocument d ON d.id = v.document_id "
        f"WHERE v.document_id = %s AND EXISTS (SELECT 1 FROM {DOCUMENTS} WHERE m.document_id = %s AND {is_public})"
    )
    return sql, [*with_values, *values, *strict_values, document_id, document_id, *public_values]
