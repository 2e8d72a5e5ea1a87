"""The engine that asks Elasticsearch, and has the database answer where Elasticsearch does not."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError

from search.analysis import LANGUAGES
from search.engines.base import Answer, Engine, Hit, answer_to, room_for_loose
from search.engines.elasticsearch import queries
from search.engines.elasticsearch.breaker import Breaker
from search.engines.elasticsearch.client import client
from search.engines.elasticsearch.schema import read_alias
from search.engines.query import Query, SortOrder
from search.models import SearchDocument
from search.synchronisation.differences import no_longer_public

log = logging.getLogger(__name__)

MOST_LEFT_OUT = 50_000  # pages that are no longer public; Elasticsearch takes 65,536 terms
_NEEDED = [
    "responses.status",
    "responses.error.type",
    "responses.timed_out",
    "responses._shards.failed",
    "responses.hits.total.value",
    "responses.hits.hits._score",
    "responses.hits.hits.sort",
    "responses.hits.hits.fields.document",
    "responses.hits.hits.fields.importance",
    "responses.aggregations.*.values.buckets.key",
    "responses.aggregations.*.values.buckets.doc_count",
]


class RefusedError(Exception):
    """Elasticsearch is well, but refuses this one request."""


class UnusableAnswerError(Exception):
    """Elasticsearch answers, but not what was asked: an index is missing or closed, a shard is gone, it is busy."""


class ElasticsearchEngine:
    """See `search.engines.base.Searcher`. Pages that are no longer public are neither found nor counted."""

    def search(self, query: Query, further_queries: Sequence[Query] = ()) -> Answer:
        """Return one page of hits with total and facets, and what further queries found: one request and one query.

        One request more finds the place of the document after which the page begins.

        Raises what the client raises, NotWellError and RefusedError.
        """
        wants_loose = (
            len(query.words) > 1 and query.minimum > 0 and query.sort is SortOrder.RELEVANCE and query.size > 0
        )
        bodies = [(query.language, queries.page_of_hits(query, _place(query)))]
        if wants_loose:
            bodies.append((query.language, queries.loose_hits(query)))
        bodies += [(other.language, queries.further(other)) for other in further_queries]
        hidden = no_longer_public(language for language, _body in bodies)
        if max(map(len, hidden.values())) > MOST_LEFT_OUT:
            message = "more pages to leave out than a request may name"
            raise RefusedError(message)
        bodies = [(language, queries.without_pages(body, hidden[language])) for language, body in bodies]
        first, *others = ask(bodies)
        total = _total(first)
        strict, loose = queries.read_hits(first), []
        if wants_loose:
            looser = queries.read_hits(others.pop(0))
            loose = looser if query.start == 0 or room_for_loose(query, total, strict) else []
        counts = queries.read_counts(query, first.get("aggregations", {}))
        return answer_to(query, total, strict, loose, facets=counts, further=map(_further, others))

    def explain(self, query: Query, document_id: int) -> list[str]:
        """Return Elasticsearch's own explanation, without what counts nothing."""
        page = SearchDocument.objects.values_list("page_id", flat=True).get(pk=document_id)
        body = queries.page_of_hits(query)["query"]
        answer = client().explain(index=read_alias(query.language), id=str(page), query=body).body
        if not answer.get("matched"):
            return ["no strict hit"]
        return list(_lines(answer["explanation"]))


class GuardedEngine:
    """See `search.engines.base.Searcher`: Elasticsearch, and the database while Elasticsearch is not well."""

    def __init__(self, first: ElasticsearchEngine, database: Engine) -> None:
        self.first, self.database = first, database
        self.breaker = Breaker("Elasticsearch", try_all_languages)

    def search(self, query: Query, further_queries: Sequence[Query] = ()) -> Answer:
        """Return what Elasticsearch finds, else what the database finds, which says that it is simpler."""
        if not self.breaker.is_open:
            try:
                return self.first.search(query, further_queries)
            except RefusedError as problem:
                log.error("Elasticsearch refuses a search: %s", problem)
            except (TransportError, ApiError, UnusableAnswerError) as problem:
                self.breaker.failed(_in_short(problem))
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
                self.breaker.failed(f"an answer that cannot be read, {type(problem).__name__}")
        return replace(self.database.search(query, further_queries), is_simpler=True)

    def explain(self, query: Query, document_id: int) -> list[str]:
        """Return the explanation of Elasticsearch."""
        return self.first.explain(query, document_id)


def ask(bodies: Sequence[tuple[str, Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """Return the answers to several searches, each in the index of a language, by one request."""
    searches: list[Mapping[str, Any]] = []
    for language, body in bodies:
        searches += [{"index": read_alias(language)}, body]
    answers: list[dict[str, Any]] = client().msearch(searches=searches, filter_path=_NEEDED).body["responses"]
    for answer in answers:
        problem = answer.get("error", {}).get("type", "")
        if answer["status"] == 400:
            raise RefusedError(problem)
        if problem or answer["status"] != 200 or answer.get("timed_out") or answer.get("_shards", {}).get("failed"):
            raise UnusableAnswerError(problem or f"status {answer['status']}")
    return answers


def try_all_languages() -> None:
    """Ask for one document of each language; raise where one cannot be had."""
    nothing = {"size": 0, "query": {"match_all": {}}}
    ask([(language, nothing) for language in LANGUAGES])


def _lines(node: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Yield an explanation as an indented list, down to the single words."""
    yield f"{'  ' * depth}{node['value']:.4f} {node['description'][:160]}"
    if not node["description"].startswith("score("):
        for part in node.get("details", ()):
            yield from _lines(part, depth + 1)


def _place(query: Query) -> list[Any] | None:
    """Return by what the document is ordered after which the hits begin; None where none is named or it is no hit."""
    if query.after is None:
        return None
    (answer,) = ask([(query.language, queries.place_of(query, query.after))])
    hits = answer.get("hits", {}).get("hits", ())
    return list(hits[0]["sort"]) if hits else None


def _further(answer: Mapping[str, Any]) -> Answer:
    return Answer(_total(answer), tuple(Hit(hit.document_id, strict=True) for hit in queries.read_hits(answer)))


def _total(answer: Mapping[str, Any]) -> int:
    return int(answer["hits"]["total"]["value"])


def _in_short(problem: Exception) -> str:
    """Return what failed, without a word of the request."""
    status = getattr(problem, "status_code", "")
    return (
        f"{type(problem).__name__} {status}".strip() if not isinstance(problem, UnusableAnswerError) else str(problem)
    )
