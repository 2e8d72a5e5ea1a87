"""The conditions of a query as SQL conditions on `m`, the row of a document in search_fulltext_document."""

from __future__ import annotations

from collections.abc import Iterable

from cms.visibility import public_page_sql
from search.engines.base import Sql
from search.engines.postgresql.vectors import any_of, any_phrase
from search.engines.query import Condition, Query

DOCUMENTS = "search_fulltext_document m"


def joined(several: Iterable[Sql], between: str) -> Sql:
    """Return pieces of SQL with their parameters as one."""
    several = list(several)
    return between.join(sql for sql, _values in several), [one for _sql, values in several for one in values]


def public() -> Sql:
    """Return the one rule of what is public now.

    The OFFSET makes PostgreSQL look up each matching document by its number; else it would read all pages.
    """
    sql, parameters = public_page_sql("m.page_id")
    return f"EXISTS ({sql} OFFSET 0)", parameters


def any_key(keys: Iterable[str]) -> Sql:
    """Return "has any of these keys"."""
    return "m.keys && %s::text[]", [list(keys)]


def has_one(condition: Condition) -> Sql:
    """Return "meets this condition"."""
    ways = [any_key(condition.any_keys)] if condition.any_keys else []
    if condition.any_phrases:
        documents = "SELECT f.document_id FROM search_fulltext f WHERE f.vector @@ %s::tsquery"
        ways.append((f"m.document_id = ANY (ARRAY({documents}))", [any_phrase(condition.any_phrases)]))
    if condition.parts:
        sql, values = joined(map(any_key, condition.parts), " AND ")
        ways.append((f"({sql})", values))
    sql, values = joined(ways, " OR ")
    return f"({sql})", values


def has_any(several: Iterable[Condition]) -> Sql:
    """Return "meets any of these conditions"."""
    sql, values = joined(map(has_one, several), " OR ")
    return f"({sql})", values


def has_enough(query: Query) -> Sql:
    """Return "has enough of the words". Each word is looked up once, however many are enough."""
    if query.minimum >= len(query.words):
        return joined(map(has_one, query.words), " AND ")
    each = []
    for word in query.words:
        sql, values = has_one(word)
        each.append((f"SELECT m.document_id FROM {DOCUMENTS} WHERE {sql}", values))  # noqa: S608  place holders
    sql, values = joined(each, " UNION ALL ")
    counted = f"SELECT word.document_id FROM ({sql}) word GROUP BY 1 HAVING COUNT(*) >= %s"  # noqa: S608  place holders
    return f"m.document_id IN ({counted})", [*values, query.minimum]


def _always(query: Query) -> list[Sql]:
    """Return the conditions of every hit, strict or loose, without those of the words and the choices of facets."""
    conditions = [public(), *map(has_one, query.required)]
    if query.excluded:
        excluded, values = has_any(query.excluded)
        unwanted = f"SELECT m.document_id FROM {DOCUMENTS} WHERE {excluded}"  # noqa: S608  place holders
        conditions.append((f"m.document_id <> ALL (ARRAY({unwanted}))", values))
    if not (query.required or query.words):
        language = "SELECT 1 FROM search_searchdocument d WHERE d.id = m.document_id AND d.language = %s"
        conditions.append((f"EXISTS ({language})", [query.language]))
    return conditions


def is_strict(query: Query) -> Sql:
    """Return "is a strict hit", without the choices of facets."""
    enough = [has_enough(query)] if query.words and query.minimum else []
    return joined([*enough, *_always(query)], " AND ")


def has_any_word(query: Query) -> Sql:
    """Return "is a strict or loose hit", without the choices of facets."""
    return joined([has_any(query.words), *_always(query)], " AND ")


def has_every_word(query: Query) -> Sql:
    """Return "has all words"."""
    return joined(map(has_one, query.words), " AND ")


def is_named(query: Query) -> Sql:
    """Return "has enough of the words in its title", or in title and headings where there are several words."""
    letters = "A" if len(query.words) == 1 else "AB"
    each = [("(m.vector @@ %s::tsquery)::int", [_named_by(condition, letters)]) for condition in query.words]
    every = [("m.vector @@ %s::tsquery", [_named_by(condition, letters)]) for condition in query.required]
    enough, values = joined(each, " + ")
    wanted = [(f"{enough} >= %s", [*values, query.minimum])] if each else []
    return joined([*wanted, *every], " AND ")


def _named_by(condition: Condition, letters: str) -> str:
    """Return a condition as a tsquery for places with some letters; there the words of a phrase may stand apart."""
    ways = [any_of([one], letters) for one in condition.any_keys]
    ways += [" & ".join(any_of([one], letters) for one in phrase) for phrase in condition.any_phrases]
    if condition.parts:
        ways.append(" & ".join(f"({any_of(part, letters)})" for part in condition.parts))
    return " | ".join(f"({way})" for way in ways)


def has_wanted(query: Query) -> Sql:
    """Return "has enough of the words and all that is required"."""
    enough = [has_enough(query)] if query.words and query.minimum else []
    return joined([*enough, *map(has_one, query.required)], " AND ")


def has_sought(query: Query) -> list[Sql]:
    """Return the conditions of a document with what a query looks for, or what it excludes; it need not be public."""
    sought = [has_wanted(query)] if query.words or query.required else []
    return [*sought, has_any(query.excluded)] if query.excluded else sought


def choices(query: Query) -> list[Sql]:
    """Return, for each facet of which something is chosen, "has one of the chosen values"."""
    sql = "SELECT 1 FROM cms_pagefacet c WHERE c.page_id = m.page_id AND c.name = %s AND c.value = ANY (%s::text[])"
    return [(f"EXISTS ({sql})", [name, list(values)]) for name, values in query.facets]
