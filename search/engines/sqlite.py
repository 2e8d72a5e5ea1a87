"""The engine inside SQLite: one FTS5 table over the stored keys of all languages.

Its content is the table of SearchKeys, and both have the same columns. What a reader typed reaches a MATCH only as keys
in quotation marks, which have no sign of its syntax.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from operator import itemgetter
from typing import Any

from django.db import DatabaseError, connection, transaction

from cms.visibility import public_page_sql
from search.engines.base import (
    AGEING,
    KIND_WEIGHTS,
    LASTING,
    MOST_COUNTED,
    MOST_RISEN,
    PART_WEIGHT,
    WHOLE_WEIGHT,
    ZONE_WEIGHTS,
    Answer,
    Hit,
    Ranked,
    Sql,
    answer_to,
    never_answering,
    room_for_loose,
)
from search.engines.query import Condition, Query, SortOrder

WEIGHTS = {
    **{f"{zone}_{kind}": a * b for zone, a in ZONE_WEIGHTS.items() for kind, b in KIND_WEIGHTS.items()},
    "wholes": WHOLE_WEIGHT,
    "parts": PART_WEIGHT,
}
COLUMNS = ", ".join(WEIGHTS)
RANK = f"bm25({', '.join(str(weight) for weight in WEIGHTS.values())})"
TITLE = " ".join(column for column in WEIGHTS if column.startswith("title_"))
TITLE_AND_HEADINGS = " ".join(column for column in WEIGHTS if column.startswith(("title_", "heading_")))

# SQLite keeps to the order of a CROSS JOIN: first the full text, then each matching document by its number.
FOUND = "search_fulltext f CROSS JOIN search_searchdocument d ON d.id = f.rowid"
FURTHER, HITS = "*", "#"  # no facet has these names
BATCH = 200  # documents that are mended in a transaction

# A rank is negative, and the best is the lowest: importance multiplies it. The age of a document without a date is
# unknown and does not count.
_AGE = "MAX(0, JULIANDAY('now', 'start of day') - JULIANDAY(d.date))"
_WEIGHED_RANK = (
    "f.rank * d.importance * CASE WHEN d.ages AND d.date IS NOT NULL "
    f"THEN {LASTING} + {1 - LASTING:.2f} * EXP(-{_AGE} / {AGEING}.0) ELSE 1 END"
)

Parameters = list[Any]


class SqliteEngine:
    """See `search.engines.base.Engine`."""

    def write(self, document_id: int) -> None:
        """Index the stored keys of a document that is not in the index."""
        _run(
            f"INSERT INTO search_fulltext (rowid, {COLUMNS}) "  # noqa: S608  names of our own columns
            f"SELECT document_id, {COLUMNS} FROM search_searchkeys WHERE document_id = %s",
            [document_id],
        )

    def remove(self, document_id: int) -> None:
        """Take a document out, while its keys are still stored."""
        _run(
            f"INSERT INTO search_fulltext (search_fulltext, rowid, {COLUMNS}) "  # noqa: S608  names of our own columns
            f"SELECT 'delete', document_id, {COLUMNS} FROM search_searchkeys WHERE document_id = %s",
            [document_id],
        )

    def rebuild(self) -> None:
        """Make the index anew from all stored keys."""
        _run("INSERT INTO search_fulltext (search_fulltext) VALUES ('rebuild')")
        _run("INSERT INTO search_fulltext (search_fulltext) VALUES ('optimize')")

    def faults(self) -> list[str]:
        """Return a sentence for each document of which the index differs from the stored keys."""
        sentences = [f"document {number} is not in the full-text index" for number in self._missing()]
        sentences += [f"the full-text index has a document {number} without keys" for number in self._left_over()]
        return sentences if sentences or self._is_whole() else ["the full-text index differs from the stored keys"]

    def mend(self) -> None:
        """Index what is missing; anything else can only be taken out by making the index anew."""
        missing = self._missing()
        for start in range(0, len(missing), BATCH):
            with transaction.atomic():
                for number in missing[start : start + BATCH]:
                    self.write(number)
        if self._left_over() or not self._is_whole():
            self.rebuild()

    def _missing(self) -> list[int]:
        return _numbers(
            "SELECT document_id FROM search_searchkeys "
            "WHERE document_id NOT IN (SELECT id FROM search_fulltext_docsize) ORDER BY 1"
        )

    def _left_over(self) -> list[int]:
        return _numbers(
            "SELECT id FROM search_fulltext_docsize "
            "WHERE id NOT IN (SELECT document_id FROM search_searchkeys) ORDER BY 1"
        )

    def _is_whole(self) -> bool:
        """Tell whether the index has exactly the words of the stored keys."""
        try:
            with transaction.atomic():
                _run("INSERT INTO search_fulltext (search_fulltext, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            return False
        return True

    def visible(self) -> set[int]:
        """Return the numbers of all documents that can be found."""
        public, parameters = _public()
        source = "search_searchdocument d JOIN search_fulltext_docsize kept ON kept.id = d.id"
        sql = f"SELECT d.id FROM {source} WHERE {public}"  # noqa: S608  our own conditions
        return {number for (number,) in _rows(sql, parameters)}

    def hit_sql(self, query: Query, document: str) -> Sql:
        """Return the condition that a document, a row of that name, has what a query looks for or excludes."""
        sought = [one for one in (_strict(query), _any(query.excluded) if query.excluded else "") if one]
        if not sought:
            return "1 = 0", []
        chosen, values = _chosen(query, document)
        matching = "SELECT rowid FROM search_fulltext WHERE search_fulltext MATCH %s"
        return f"{document}.id IN ({matching}){chosen}", [" OR ".join(f"({one})" for one in sought), *values]

    def occurring(self, conditions: Sequence[Condition], beside: Sequence[Sql] = ()) -> tuple[list[bool], list[Any]]:
        """Tell of each condition whether a public document meets it, with the values of expressions: one statement."""
        selects: list[str] = []
        parameters: Parameters = []
        if conditions:
            public, public_values = _public()
            values = ", ".join(["(%s, %s)"] * len(conditions))
            selects.append(
                f"SELECT number, EXISTS (SELECT 1 FROM {FOUND} "  # noqa: S608  place holders only
                "WHERE f.search_fulltext MATCH asked.expression "
                f"AND {public}) FROM (SELECT column1 AS number, column2 AS expression FROM (VALUES {values})) asked"
            )
            parameters += public_values + [
                part for number, one in enumerate(conditions) for part in (number, _expression(one))
            ]
        for number, (sql, own_values) in enumerate(beside, start=len(conditions)):
            selects.append(f"SELECT {number}, {sql}")
            parameters += own_values
        rows = dict(_rows(" UNION ALL ".join(selects), parameters)) if selects else {}
        in_order = [rows[number] for number in range(len(conditions) + len(beside))]
        return [bool(occurs) for occurs in in_order[: len(conditions)]], in_order[len(conditions) :]

    def search(self, query: Query, further_queries: Sequence[Query] = ()) -> Answer:
        """Return one page of hits with total and facets: one statement, one more for loose hits, one for others."""
        total, facets, totals, strict = self._page(query, further_queries)
        loose: list[Ranked] = []
        room = room_for_loose(query, total, strict)
        is_first = query.start == 0 and any(one.is_about for one in strict)
        if (room or is_first) and len(query.words) > 1 and query.sort is SortOrder.RELEVANCE:
            loose = self._loose_hits(query, max(room, MOST_RISEN))
        others = self._hits_of_further(further_queries, totals)
        return answer_to(query, total, strict, loose, facets=facets, further=map(Answer, totals, others))

    def explain(self, query: Query, document_id: int) -> list[str]:
        """Return the BM25 of each word, and what the document's age makes of their sum."""

        def rank(expression: str) -> tuple[float, float] | None:
            source, parameters = _source(query, expression)
            sql = f"SELECT f.rank, {_WEIGHED_RANK} FROM {source} AND d.id = %s"  # noqa: S608  place holders and our own names
            rows = _rows(sql, [*parameters, document_id])
            return (-rows[0][0], -rows[0][1]) if rows else None

        lines = []
        for condition in (*query.words, *query.required):
            ranks = rank(_expression(condition))
            name = " ".join(condition.keys or condition.phrases[0])
            lines.append(f"{ranks[0]:.6f} BM25 of {name}" if ranks else f"none of {name}")
        strict = rank(_strict(query)) if query.words or query.required else None
        if strict:
            lines.append(f"{strict[0]:.6f} together, {strict[1]:.6f} with age and importance: a strict hit")
        else:
            lines.append("no strict hit")
        return lines

    def _hits_of_further(self, queries: Sequence[Query], totals: Sequence[int]) -> list[tuple[Hit, ...]]:
        """Return the strict hits of the further queries that want hits and have some: one statement.

        Where very many documents match, only those are ranked that have the words in their titles.
        """
        selects: list[str] = []
        parameters: Parameters = []
        for number, (query, total) in enumerate(zip(queries, totals, strict=True)):
            expression = _strict(query)
            if not (query.size and total and expression):
                continue
            if total >= MOST_COUNTED:
                expression = f"{{{TITLE}}} : ({expression})"
            source, values = _source(query, expression)
            chosen, chosen_values = _chosen(query)
            selects.append(
                f"SELECT * FROM (SELECT {number}, {_WEIGHED_RANK}, d.id FROM {source}{chosen} "  # noqa: S608  place holders and our own names
                f"ORDER BY {_WEIGHED_RANK}, d.id LIMIT %s OFFSET %s)"
            )
            parameters += [*values, *chosen_values, query.size, query.start]
        hits: list[list[Hit]] = [[] for _query in queries]
        for number, _rank, document in sorted(_rows(" UNION ALL ".join(selects), parameters)) if selects else ():
            hits[number].append(Hit(document, strict=True))
        return list(map(tuple, hits))

    def _loose_hits(self, query: Query, size: int) -> list[Ranked]:
        """Return the best loose hits in order."""
        source, parameters = _source(query, _loose(query))
        chosen, chosen_values = _chosen(query)
        columns = f"d.id, {_WEIGHED_RANK} AS weight, d.importance < 1 AS is_about"
        sql = f"SELECT {columns} FROM {source} {chosen} ORDER BY weight, d.id LIMIT %s"  # noqa: S608  place holders and our own names
        rows = _rows(sql, [*parameters, *chosen_values, size])
        return [Ranked(number, -weight, bool(is_about)) for number, weight, is_about in rows]

    def _page(
        self, query: Query, further_queries: Sequence[Query]
    ) -> tuple[int, dict[str, dict[str, int]], tuple[int, ...], list[Ranked]]:
        """Return total, facets, the totals of further queries, and the strict hits in order: one statement.

        A document counts for a value of a facet when it has the choices of all other facets. SQLite reads the matching
        documents in one pass, for total, facets and hits together.
        """
        expression = _strict(query)
        source, parameters = _source(query, expression)
        has = [_has_value(name, values) for name, values in query.facets]
        flags = "".join(f", {sql} AS has{number}" for number, (sql, _values) in enumerate(has))
        has_all = " AND ".join(["1", *(f"has{number}" for number in range(len(has)))])
        columns, column_values, order, is_about = _order(query, expression) if query.size else ("", [], "", "0")
        selects = [
            f"WITH hit AS (SELECT d.id, d.page_id{columns}{flags} FROM {source}) "  # noqa: S608  place holders and our own names
            f"SELECT '', '', COUNT(*), 0, 0 FROM hit WHERE {has_all}"
        ]
        parameters = column_values + [one for _sql, values in has for one in values] + parameters
        if query.counted:
            # No condition on the names of facets: it would cost more than all the rest.
            others = " AND ".join(["1", *(f"(has{number} OR value.name = %s)" for number in range(len(has)))])
            selects.append(
                "SELECT value.name, value.value, COUNT(*), 0, 0 "  # noqa: S608  place holders and our own names
                "FROM hit CROSS JOIN cms_pagefacet value ON value.page_id = hit.page_id "
                f"WHERE {others} GROUP BY value.name, value.value"
            )
            parameters += [name for name, _values in query.facets]
        if query.size:
            part, part_values = _part(query, f"hit WHERE {has_all}", order)
            selects.append(f"SELECT '{HITS}', id, place, {is_about}, weight FROM ({part})")  # noqa: S608  our own names
            parameters += part_values
        for number, other in enumerate(further_queries):
            sql, values = _source(other, _strict(other))
            chosen, chosen_values = _chosen(other)
            counted = f"SELECT 1 FROM {sql}{chosen} LIMIT {MOST_COUNTED}"  # noqa: S608  place holders and our own names
            selects.append(f"SELECT '{FURTHER}', {number}, COUNT(*), 0, 0 FROM ({counted})")  # noqa: S608  place holders and our own names
            parameters += values + chosen_values
        counts: dict[str, dict[Any, int]] = {}
        hits: list[tuple[int, Ranked]] = []
        for name, value, number, is_about, weight in _rows(" UNION ALL ".join(selects), parameters):
            if name == HITS:
                hits.append((number, Ranked(value, -weight, bool(is_about))))
            else:
                counts.setdefault(name, {})[value] = number
        totals = counts.get(FURTHER, {})
        return (
            counts[""][""],
            {name: counts[name] for name in query.counted if name in counts},
            tuple(totals[number] for number in range(len(further_queries))),
            [one for _place, one in sorted(hits, key=itemgetter(0))],
        )


def _run(sql: str, parameters: Sequence[Any] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def _rows(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _public() -> Sql:
    """Return the one rule of what is public, now, as a condition on the document `d`."""
    sql, parameters = public_page_sql("d.page_id")
    return f"EXISTS ({sql})", parameters


def _source(query: Query, expression: str) -> Sql:
    """Return FROM and WHERE for the public documents that match a query, without the choices of facets."""
    public, public_values = _public()
    conditions, parameters = [f"d.language = %s AND {public}"], [query.language, *public_values]
    if expression:
        source = FOUND
        conditions.insert(0, "f.search_fulltext MATCH %s AND f.rank MATCH %s")
        parameters[:0] = [expression, RANK]
    else:
        source = "search_searchdocument d"
    if query.excluded:
        conditions.append("d.id NOT IN (SELECT rowid FROM search_fulltext WHERE search_fulltext MATCH %s)")
        parameters.append(_any(query.excluded))
    return f"{source} WHERE {' AND '.join(conditions)}", parameters


def _part(query: Query, hits: str, order: str) -> Sql:
    """Return the statement for the hits of the page in their order, with their places."""
    if query.after is None:
        part = f"SELECT * FROM {hits} ORDER BY {order} LIMIT %s OFFSET %s"  # noqa: S608  place holders and our own names
        return f"SELECT *, ROW_NUMBER() OVER () AS place FROM ({part})", [query.size, query.start]  # noqa: S608  as above
    sql = (
        f"WITH placed AS MATERIALIZED (SELECT *, ROW_NUMBER() OVER (ORDER BY {order}) AS place FROM {hits}) "  # noqa: S608  place holders and our own names
        "SELECT * FROM placed WHERE place > COALESCE((SELECT place FROM placed WHERE id = %s), %s) "
        "ORDER BY place LIMIT %s"
    )
    return sql, [query.after, query.start, query.size]


def _order(query: Query, expression: str) -> tuple[str, Parameters, str, str]:
    """Return the columns by which hits are sorted with their parameters, the order, and the column of `is_about`."""
    columns, order = ", d.title_key, 0 AS weight", "title_key, id"
    if expression and query.sort is not SortOrder.TITLE:
        columns, order = f", {_WEIGHED_RANK} AS weight", "weight, id"
    if query.sort is SortOrder.DATE:
        return f", d.date{columns}", [], f"date IS NULL, date DESC, {order}", "0"
    if not (expression and query.sort is SortOrder.RELEVANCE):
        return columns, [], order, "0"
    is_lesser, values = _lesser(query)
    columns += f", d.importance < 1 AS is_about, {is_lesser} AS is_lesser"
    order = f"is_lesser, {order}"
    if typed := query.without_other_spellings:
        columns += ", d.id NOT IN (SELECT rowid FROM search_fulltext WHERE search_fulltext MATCH %s) AS is_respelled"
        order = order.replace("is_lesser, ", "is_lesser, is_respelled, ", 1)
        values.append(_strict(typed))
    return columns, values, order, "is_about AND is_lesser"


def _lesser(query: Query) -> Sql:
    """Return "is a work without some of the words, or a page about the site whose title and headings lack them"."""
    wanted, values = "0", list[Any]()
    if query.minimum < len(query.words):
        wanted = "d.id NOT IN (SELECT rowid FROM search_fulltext WHERE search_fulltext MATCH %s)"
        values.append(_strict(replace(query, minimum=len(query.words))))
    # Few documents are no works: each is looked up by its number.
    unnamed = ", ".join(map(str, never_answering(query)))
    has_named = "SELECT 1 FROM search_fulltext t WHERE t.search_fulltext MATCH %s AND t.rowid = d.id"
    named = f"d.importance NOT IN ({unnamed}) AND EXISTS ({has_named})"
    values.append(f"{{{TITLE if len(query.words) == 1 else TITLE_AND_HEADINGS}}} : ({_strict(query)})")
    return f"CASE WHEN d.importance >= 1 THEN {wanted} ELSE NOT ({named}) END", values


def _chosen(query: Query, document: str = "d") -> Sql:
    """Return the choices of facets as further conditions."""
    has = [_has_value(name, values, document) for name, values in query.facets]
    return "".join(f" AND {sql}" for sql, _values in has), [one for _sql, values in has for one in values]


def _has_value(name: str, values: Iterable[str], document: str = "d") -> Sql:
    values = list(values)
    places = ", ".join(["%s"] * len(values))
    is_one = f"page_id = {document}.page_id AND name = %s AND value IN ({places})"
    return f"EXISTS (SELECT 1 FROM cms_pagefacet WHERE {is_one})", [name, *values]  # noqa: S608  place holders and our own names


# ---------------------------------------------------------------- expressions of FTS5


def _quoted(keys: Iterable[str]) -> str:
    """Return keys as one phrase; keys have no quotation marks, which would be doubled."""
    return '"' + " ".join(keys).replace('"', '""') + '"'


def _expression(condition: Condition) -> str:
    """Return "has this" in the syntax of FTS5."""
    ways = [_quoted([key]) for key in condition.any_keys] + [_quoted(phrase) for phrase in condition.any_phrases]
    if condition.parts:
        parts = (" OR ".join(_quoted([key]) for key in part) for part in condition.parts)
        ways.append("(" + " AND ".join(f"({part})" for part in parts) + ")")
    return "(" + " OR ".join(ways) + ")"


def _any(several: Iterable[Condition]) -> str:
    return "(" + " OR ".join(map(_expression, several)) + ")"


def _strict(query: Query) -> str:
    """Return "has enough of the words and all that is required"; "" for a query without either."""
    wanted = [_expression(condition) for condition in query.required]
    words = [_expression(word) for word in query.words]
    if words:
        enough = [" AND ".join(some) for some in combinations(words, query.minimum)]
        wanted.append("(" + " OR ".join(f"({some})" for some in enough) + ")")
    return " AND ".join(wanted)


def _loose(query: Query) -> str:
    """Return "has any of the words and all that is required, but is no strict hit"."""
    wanted = [*map(_expression, query.required), _any(query.words)]
    return f"({' AND '.join(wanted)}) NOT ({_strict(query)})"


def _numbers(sql: str, parameters: Sequence[Any] = ()) -> list[int]:
    return [number for (number,) in _rows(sql, parameters)]
