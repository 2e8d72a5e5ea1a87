"""The engine inside PostgreSQL: an index of all keys of a document, and one of its words in their order.

What a reader typed reaches a statement only in parameters: as keys in an array, or as keys in quotation marks in a
tsquery.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from django.db import connection, transaction

from search.engines.base import Answer, Hit, Ranked, Sql, answer_to
from search.engines.postgresql.conditions import DOCUMENTS, choices, has_sought, joined, public
from search.engines.postgresql.ranking import weighed_words
from search.engines.postgresql.statements import LOOSE, STRICT, TOTAL, explanation, occurring, results_page
from search.engines.postgresql.vectors import indexed_document
from search.engines.query import Condition, Query
from search.models import SearchKeys

BATCH = 200

# The hash of the stored keys, which tells whether the index was written from them.
_COLUMNS = [field.column for field in SearchKeys._meta.concrete_fields if not field.primary_key]
_SOURCE = f"md5(concat_ws('|', {', '.join(f'k.{column}' for column in _COLUMNS)}))"


LEFT_OVER = (
    "SELECT document_id FROM (SELECT document_id FROM search_fulltext_document UNION SELECT document_id FROM "
    "search_fulltext) m WHERE NOT EXISTS (SELECT 1 FROM search_searchkeys k WHERE k.document_id = m.document_id) "
    "ORDER BY 1"
)


class PostgresqlEngine:
    """See `search.engines.base.Engine`."""

    def write(self, document_id: int) -> None:
        """Index the stored keys of a document that is not in the index."""
        self._write(SearchKeys.objects.filter(document=document_id))

    def remove(self, document_id: int) -> None:
        """Take a document out, while its keys are still stored."""
        _run(
            "WITH rows AS (DELETE FROM search_fulltext WHERE document_id = %s) "
            "DELETE FROM search_fulltext_document WHERE document_id = %s",
            [[document_id, document_id]],
        )

    def rebuild(self) -> None:
        """Make the index anew from all stored keys."""
        _run("DELETE FROM search_fulltext", [[]])
        _run("DELETE FROM search_fulltext_document", [[]])
        several: list[SearchKeys] = []
        for stored in SearchKeys.objects.order_by("pk").iterator(chunk_size=BATCH):
            several.append(stored)
            if len(several) == BATCH:
                self._write(several)
                several = []
        self._write(several)
        _run("ANALYZE search_fulltext_document", [[]])
        _run("ANALYZE search_fulltext", [[]])

    def faults(self) -> list[str]:
        """Return a sentence for each document of which the index differs from the stored keys."""
        return [
            f"the full-text index of document {number} differs from its stored keys" for number in self._differing()
        ]

    def mend(self) -> None:
        """Index anew what differs."""
        numbers = list(self._differing())
        for start in range(0, len(numbers), BATCH):
            some = numbers[start : start + BATCH]
            with transaction.atomic():
                for number in some:
                    self.remove(number)
                self._write(SearchKeys.objects.filter(document__in=some))

    def _differing(self) -> Iterator[int]:
        """Yield the numbers of documents whose index differs from their stored keys, or that have no keys."""
        for (number,) in _rows(LEFT_OVER, []):
            yield number
        several: list[SearchKeys] = []
        for stored in SearchKeys.objects.order_by("pk").iterator(chunk_size=BATCH):
            several.append(stored)
            if len(several) == BATCH:
                yield from _differing_of(several)
                several = []
        yield from _differing_of(several)

    def visible(self) -> set[int]:
        """Return the numbers of all documents that can be found."""
        condition, parameters = public()
        sql = f"SELECT m.document_id FROM {DOCUMENTS} WHERE {condition}"  # noqa: S608  our own conditions
        return {number for (number,) in _rows(sql, parameters)}

    def hit_sql(self, query: Query, document: str) -> Sql:
        """Return the condition that a document, a row of that name, has what a query looks for or excludes."""
        sought = has_sought(query)
        if not sought:
            return "false", []
        either, values = joined(sought, ") OR (")
        sql, values = joined([(f"(({either}))", values), *choices(query)], " AND ")
        return f"EXISTS (SELECT 1 FROM {DOCUMENTS} WHERE m.document_id = {document}.id AND {sql})", values  # noqa: S608  place holders

    def occurring(self, conditions: Sequence[Condition], beside: Sequence[Sql] = ()) -> tuple[list[bool], list[Any]]:
        """Tell of each condition whether a public document meets it, with the values of expressions: one statement."""
        statements = [occurring(conditions)] if conditions else []
        for number, (sql, values) in enumerate(beside, start=len(conditions)):
            statements.append((f"SELECT {number}, ({sql})::text", values))
        rows = dict(_rows(*joined(statements, " UNION ALL "))) if statements else {}
        in_order = [rows.get(number) for number in range(len(conditions) + len(beside))]
        return [number in rows for number in range(len(conditions))], in_order[len(conditions) :]

    def search(self, query: Query, further_queries: Sequence[Query] = ()) -> Answer:
        """Return one page of hits with total and facets, and what further queries found: one statement."""
        totals: dict[int, int] = {}
        facets: dict[str, dict[str, int]] = {}
        hits: dict[tuple[str, int], list[tuple[int, Ranked]]] = defaultdict(list)
        for kind, number, name, value, place, count_or_document in _rows(*results_page(query, further_queries)):
            if kind == TOTAL:
                totals[number] = count_or_document
            elif kind in (STRICT, LOOSE):
                hits[kind, number].append((place, Ranked(count_or_document, float(value), bool(name))))
            else:
                facets.setdefault(name, {})[value] = count_or_document

        def in_order(kind: str, number: int) -> list[Ranked]:
            return [one for _place, one in sorted(hits[kind, number], key=itemgetter(0))]

        strict, loose = in_order(STRICT, 0), in_order(LOOSE, 0)
        others = (
            Answer(totals[number], tuple(Hit(one.document_id, strict=True) for one in in_order(STRICT, number)))
            for number in range(1, 1 + len(further_queries))
        )
        return answer_to(query, totals[0], strict, loose, facets=facets, further=others)

    def explain(self, query: Query, document_id: int) -> list[str]:
        """Return the weight of each word, what the document's age leaves of their sum, and its length."""
        words = weighed_words(query)
        rows = _rows(*explanation(query, document_id)) if words else []
        if not rows:
            return ["no strict hit"]
        *weights, worth, length, is_strict = rows[0]
        lines = [
            f"{weight:.6f} of {' '.join(word.keys or word.phrases[0])}"
            for word, weight in zip(words, weights, strict=True)
        ]
        lines.append(
            f"{sum(weights):.6f} together, {sum(weights) * worth:.6f} with age and importance, for {length} words"
        )
        return [*lines, "a strict hit" if is_strict else "no strict hit"]

    def _write(self, several: Iterable[SearchKeys]) -> None:
        """Index some documents that are not in the index."""
        documents = []
        for stored in several:
            made = indexed_document(stored)
            documents.append([stored.pk, made.rows, made.length, len(made.rows), made.keys, made.vector, stored.pk])
        _run(
            "WITH in_order AS (INSERT INTO search_fulltext (document_id, part, vector) "  # noqa: S608  our own names
            "SELECT %s, part - 1, words::tsvector FROM UNNEST(%s::text[]) WITH ORDINALITY AS row (words, part)) "
            "INSERT INTO search_fulltext_document (document_id, page_id, length, rows, source, keys, vector) "
            f"SELECT d.id, d.page_id, %s, %s, {_SOURCE}, %s::text[], %s::tsvector "
            "FROM search_searchdocument d JOIN search_searchkeys k ON k.document_id = d.id WHERE d.id = %s",
            documents,
        )


def _differing_of(several: Sequence[SearchKeys]) -> list[int]:
    """Return the numbers of those documents that are not indexed as they would be now: one statement."""
    if not several:
        return []
    values: list[Any] = []
    for stored in several:
        made = indexed_document(stored)
        values += [stored.pk, made.length, made.keys, made.vector, made.rows]
    row = "(%s::bigint, %s::int, %s::text[], %s::tsvector, %s::text[])"
    expected = ", ".join([row] * len(several))
    rows = _rows(
        f"SELECT e.id FROM (VALUES {expected}) e (id, length, keys, vector, rows) "  # noqa: S608  place holders and our own names
        "JOIN search_searchdocument d ON d.id = e.id JOIN search_searchkeys k ON k.document_id = e.id "
        "LEFT JOIN search_fulltext_document m ON m.document_id = e.id "
        "WHERE (m.page_id, m.length, m.keys, m.vector) IS DISTINCT FROM (d.page_id, e.length, e.keys, e.vector) "
        f"OR m.source IS DISTINCT FROM {_SOURCE} OR m.rows IS DISTINCT FROM cardinality(e.rows) "
        "OR ARRAY(SELECT f.vector FROM search_fulltext f WHERE f.document_id = e.id ORDER BY f.part) "
        "IS DISTINCT FROM e.rows::tsvector[] ORDER BY 1",
        values,
    )
    return [number for (number,) in rows]


def _run(sql: str, parameters: Sequence[Sequence[Any]]) -> None:
    if parameters:
        with connection.cursor() as cursor:
            cursor.executemany(sql, parameters)


def _rows(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
