"""The order of the hits: as near to BM25 as ts_rank can come.

A word weighs more the fewer documents have it, and the more places it has in the document: ts_rank adds these up, each
further place with less weight. Words of long documents weigh less, and so do documents that age.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from search.analysis.index_keys import KINDS, PART, WHOLE, kind_of
from search.engines.base import AGEING, KIND_WEIGHTS, LASTING, PART_WEIGHT, WHOLE_WEIGHT, ZONE_WEIGHTS, never_answering
from search.engines.postgresql.conditions import (
    DOCUMENTS,
    Sql,
    any_key,
    has_every_word,
    has_one,
    has_wanted,
    is_named,
    joined,
)
from search.engines.postgresql.vectors import IN_TITLE, PROMINENT, any_of
from search.engines.query import Condition, Query, SortOrder

MOST_RANKED = 200  # documents that are weighed exactly; of more, those with the words in prominent places
MOST_FREQUENT = 10_000  # documents; a word in more of them does not weigh less
K1, B = 1.2, 0.75  # the usual constants of BM25


def _saturated(weight: float) -> float:
    return weight * (K1 + 1) / (weight + K1)


# In the order of PostgreSQL's letters, D to A; its weights reach up to 1.
_ZONES = [
    round(_saturated(ZONE_WEIGHTS[zone]) / _saturated(ZONE_WEIGHTS["title"]), 3)
    for zone in ("text", "summary", "heading", "title")
]
_KINDS = {KINDS[kind]: _saturated(weight) for kind, weight in KIND_WEIGHTS.items()} | {
    WHOLE: _saturated(WHOLE_WEIGHT),
    PART: _saturated(PART_WEIGHT),
}
_AGE = "GREATEST(0, CURRENT_DATE - d.date)"
WORTH = (  # of a document: its importance and what age leaves of it
    "d.importance * CASE WHEN d.ages AND d.date IS NOT NULL "
    f"THEN {LASTING} + {1 - LASTING:.2f} * EXP(-{_AGE} / {AGEING}.0) ELSE 1 END"
)

NO_STEPS: Sql = ("(d.importance < 1) AS is_about, false AS is_lesser, false AS is_respelled", [])


def weighed_words(query: Query) -> list[Condition]:
    """Return the conditions that count for the order."""
    return [*query.words, *query.required]


def frequencies(name: str, query: Query) -> list[Sql]:
    """Return the table `name` with a column a word: its weight by the number of documents that have it."""
    columns: list[Sql] = []
    for number, condition in enumerate(weighed_words(query)):
        sql, values = has_one(condition)
        counted = f"SELECT 1 FROM {DOCUMENTS} WHERE {sql} LIMIT {MOST_FREQUENT}"  # noqa: S608  place holders
        frequency = f"(SELECT COUNT(*) FROM ({counted}) one)"  # noqa: S608  place holders
        columns.append((f"LN(1 + every.number / (0.5 + {frequency})) AS word{number}", values))
    if not columns:
        return []
    sql, values = joined(columns, ", ")
    every = "(SELECT COUNT(*)::float AS number FROM search_searchdocument WHERE language = %s) every"
    return [(f"{name} AS MATERIALIZED (SELECT {sql} FROM {every})", [*values, query.language])]  # noqa: S608  place holders


def ranked(name: str, source: str, frequency: str, query: Query, *, steps: Sql = NO_STEPS) -> list[Sql]:
    """Return the tables that put the documents of the table `source` in order.

    The last table, `name`_page, has the part of them that the query wants: each with its place, its weight without
    regard to its length, and whether it is about the library and not among the first. Of two documents the columns
    `steps` decide first, then the weight.
    """
    date = "d.date DESC NULLS LAST, " if query.sort is SortOrder.DATE else ""
    several = weighed_words(query)
    documents = f"{source} s JOIN search_searchdocument d ON d.id = s.document_id"
    if not several or query.sort is SortOrder.TITLE:
        return _part(name, "false AS is_about, 0.0 AS plain", documents, f"{date}d.title_key, d.id", query)
    points, point_values = _points(source, frequency, several)
    weight, weights = joined(
        (weight_of(condition, f"f.word{number}") for number, condition in enumerate(several)), " + "
    )
    step, step_values = steps
    by_step = "" if date else "w.is_lesser, w.is_respelled, "
    return [
        (f"{name}_points AS MATERIALIZED ({points})", point_values),
        (
            f"{name}_best AS MATERIALIZED (SELECT s.document_id FROM {source} s "  # noqa: S608  our own names
            f"LEFT JOIN {name}_points p USING (document_id) "
            f"ORDER BY p.points DESC NULLS LAST, s.document_id LIMIT {MOST_RANKED})",
            [],
        ),
        (
            # The vector is read once a document: a sum is in memory.
            f"{name}_weighed AS MATERIALIZED (SELECT w.*, "  # noqa: S608  place holders
            f"w.plain / (1 + {K1} * ({1 - B} + {B} * w.length / a.average)) AS weight FROM "
            f"(SELECT v.document_id, v.length, v.is_about, v.is_lesser, v.is_respelled, v.worth * ({weight}) AS plain "
            f"FROM {frequency} f, (SELECT m.document_id, m.length, {WORTH} AS worth, {step}, "
            f"m.vector || ''::tsvector AS vector FROM {name}_best JOIN {DOCUMENTS} USING (document_id) "
            "JOIN search_searchdocument d ON d.id = m.document_id OFFSET 0) v) w, "
            f"(SELECT AVG(m.length) AS average FROM {name}_best JOIN {DOCUMENTS} USING (document_id)) a)",
            [*weights, *step_values],
        ),
        *_part(
            name,
            "COALESCE(w.is_about, false) AS is_about, COALESCE(w.plain, 0) AS plain",
            f"{documents if date else f'{source} s'} "
            f"LEFT JOIN {name}_weighed w USING (document_id) LEFT JOIN {name}_points p USING (document_id)",
            f"{date}{by_step}w.weight DESC NULLS LAST, p.points DESC NULLS LAST, s.document_id",
            query,
        ),
    ]


def _part(name: str, columns: str, documents: str, order: str, query: Query) -> list[Sql]:
    """Return the tables for the part of the documents in their order that the query wants."""
    ordered = f"SELECT s.document_id, {columns}"
    if query.after is None:
        part = f"{ordered} FROM {documents} ORDER BY {order} LIMIT %s OFFSET %s"
        placed = f"SELECT *, ROW_NUMBER() OVER () AS place FROM ({part}) one"  # noqa: S608  place holders and our own names
        return [(f"{name}_page AS ({placed})", [query.size, query.start])]
    placed = f"{ordered}, ROW_NUMBER() OVER (ORDER BY {order}) AS place FROM {documents}"
    return [
        (f"{name}_placed AS MATERIALIZED ({placed})", []),
        (
            f"{name}_page AS (SELECT * FROM {name}_placed WHERE place > "  # noqa: S608  place holders and our own names
            f"COALESCE((SELECT place FROM {name}_placed WHERE document_id = %s), %s) ORDER BY place LIMIT %s)",
            [query.after, query.start, query.size],
        ),
    ]


def steps_of(query: Query) -> Sql:
    """Return the columns by which strict hits come in steps.

    First come those that are among the first, and of these the documents with the words as they were typed.
    """
    every, values = has_every_word(query) if query.minimum < len(query.words) else ("true", [])
    named, named_values = is_named(query)
    unnamed = ", ".join(map(str, never_answering(query)))
    is_lesser = f"CASE WHEN d.importance >= 1 THEN NOT ({every}) ELSE d.importance IN ({unnamed}) OR NOT ({named}) END"
    typed = query.without_other_spellings
    as_typed, typed_values = has_wanted(typed) if typed else ("true", [])
    sql = (
        f"(d.importance < 1 AND {is_lesser}) AS is_about, ({is_lesser}) AS is_lesser, "
        f"(NOT ({as_typed})) AS is_respelled"
    )
    return sql, [*values, *named_values, *values, *named_values, *typed_values]


def _points(source: str, frequency: str, several: Sequence[Condition]) -> Sql:
    """Return points for prominent places of the words, for more documents than can be weighed exactly."""
    is_needed = f"(SELECT COUNT(*) FROM {source}) > {MOST_RANKED}"  # noqa: S608  our own names
    selects: list[Sql] = []
    for number, condition in enumerate(several):
        for prefix, times in ((IN_TITLE, 2), (PROMINENT, 1)):
            sql, values = any_key(prefix + key for key in _keys_of(condition))
            select = f"SELECT m.document_id, {times} * f.word{number} AS points FROM {DOCUMENTS}, {frequency} f"  # noqa: S608  our own names
            selects.append((f"{select} WHERE {is_needed} AND {sql}", values))
    sql, values = joined(selects, " UNION ALL ")
    return f"SELECT document_id, SUM(points) AS points FROM ({sql}) one GROUP BY 1", values  # noqa: S608  place holders


def _keys_of(condition: Condition) -> list[str]:
    """Return every key of a condition, those of its phrases and parts too."""
    nested = [key for several in (*condition.any_phrases, *condition.parts) for key in several]
    return list(dict.fromkeys([*condition.any_keys, *nested]))


def weight_of(condition: Condition, frequency: str) -> Sql:
    """Return how much a word weighs in the document `v`: ts_rank divides by the number of keys."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in _keys_of(condition):
        by_kind[kind_of(key)].append(key)
    ranks: list[Sql] = [
        (f"{_KINDS[kind] * len(keys):.4f} * ts_rank(%s::real[], v.vector, %s::tsquery)", [_ZONES, any_of(keys)])
        for kind, keys in by_kind.items()
    ]
    sql, values = joined(ranks, " + ")
    return f"{frequency} * ({sql})", values
