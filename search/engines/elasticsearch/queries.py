"""Queries in the language of Elasticsearch: one body a query, all of them for one `_msearch`.

What a reader typed is only ever a value in them: keys, and values of facets. There is no script and no query_string.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import Any

from search.analysis.index_keys import KINDS, PART, WHOLE, ZONES, kind_of
from search.engines.base import (
    AGEING,
    KIND_WEIGHTS,
    LASTING,
    MOST_COUNTED,
    MOST_RISEN,
    PART_WEIGHT,
    WHOLE_WEIGHT,
    ZONE_WEIGHTS,
    Ranked,
    never_answering,
)
from search.engines.query import Condition, Query, SortOrder

# A node of the query language, JSON to be.
Node = dict[str, Any]

DEEPEST = 10_000  # hits, the window of an index
MOST_VALUES = 1000  # of all facets that are counted together
ALL = "all"  # the name of the counts of all facets from which nothing is chosen
SEPARATOR = "="  # between the name of a facet and its value
_SINGLE = {WHOLE: ("wholes", WHOLE_WEIGHT), PART: ("parts", PART_WEIGHT)}
_NAMES = {letter: name for name, letter in KINDS.items()}


def facet_value(name: str, value: str) -> str:
    """Return how a value of a facet is indexed."""
    return f"{name}{SEPARATOR}{value}"


def page_of_hits(query: Query, after: Sequence[Any] | None = None) -> Node:
    """Return the body that finds one page of strict hits, their total and the counts of facets.

    The page begins after a place in the order, which `place_of` finds; else at the start of the query.
    """
    scored = _strict(query)
    start = min(query.start, DEEPEST)
    part = {"from": start, "size": min(query.size, DEEPEST - start)}
    return {
        "query": _in_steps(query, scored),
        "post_filter": _has_all(query.facets),
        "aggs": _counts(query),
        **(part if after is None else {"search_after": list(after), "size": query.size}),
        "sort": _order(query, bool(scored)),
        "track_total_hits": True,
        **_ONLY_NUMBERS,
    }


def place_of(query: Query, document: int) -> Node:
    """Return the body that finds by what a document is ordered among the hits of a query."""
    scored = _strict(query)
    return {
        "query": {"bool": {"must": _in_steps(query, scored), "filter": {"term": {"document": document}}}},
        "post_filter": _has_all(query.facets),
        "size": 1,
        "sort": _order(query, bool(scored)),
        "track_total_hits": False,
        "_source": False,
    }


def loose_hits(query: Query) -> Node:
    """Return the body that finds what has any of the words without being a strict hit."""
    enough = {"bool": {"should": _words(query), "minimum_should_match": query.minimum}}
    scored = [*map(_expression, query.required), {"bool": {"should": _words(query), "minimum_should_match": 1}}]
    return {
        "query": _matching(query, scored, without=[enough]),
        "post_filter": _has_all(query.facets),
        "size": max(query.size, MOST_RISEN),
        "sort": _order(query, scored=True),
        "track_total_hits": False,
        **_ONLY_NUMBERS,
    }


def further(query: Query) -> Node:
    """Return the body that counts strict hits, at most MOST_COUNTED, and finds the first of them."""
    scored = _strict(query)
    return {
        "query": _matching(query, scored),
        "post_filter": _has_all(query.facets),
        "size": query.size,
        "sort": _order(query, bool(scored)),
        "track_total_hits": MOST_COUNTED,
        **_ONLY_NUMBERS,
    }


def without_pages(body: Node, pages: Sequence[int]) -> Node:
    """Return a body that finds and counts nothing of some pages."""
    if not pages:
        return body
    return body | {"query": {"bool": {"must": [body["query"]], "must_not": [{"terms": {"page": list(pages)}}]}}}


def read_counts(query: Query, aggregations: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return the number of documents by facet and value, from the answer to `page_of_hits`."""
    counts: dict[str, dict[str, int]] = {}
    for name in query.counted:
        buckets = aggregations.get(name, aggregations.get(ALL, {})).get("values", {}).get("buckets", ())
        prefix = facet_value(name, "")
        numbers = {
            bucket["key"].removeprefix(prefix): bucket["doc_count"]
            for bucket in buckets
            if bucket["key"].startswith(prefix)
        }
        if numbers:
            counts[name] = numbers
    return counts


def read_hits(answer: Mapping[str, Any]) -> list[Ranked]:
    """Return the hits of an answer in their order. The step of the score tells whether a hit is among the first."""
    hits = []
    for hit in answer.get("hits", {}).get("hits", ()):
        fields, score = hit["fields"], hit.get("_score") or 0.0
        is_about = fields.get("importance", (1,))[0] < 1 and score < ANSWERING
        weight = score % STEP * (SATURATED if is_about else 1)
        hits.append(Ranked(int(fields["document"][0]), weight, is_about))
    return hits


# ---------------------------------------------------------------- parts of a body

# Texts are read from the database: of a hit only the number of its document and its importance are sent back.
_ONLY_NUMBERS: Node = {"_source": False, "docvalue_fields": ["document", "importance"]}
STEP = 10_000.0  # more than any score
ANSWERING = 2 * STEP
# Elasticsearch gives a word in a title hardly more weight than one in a text, the other engines several times as much.
# So a page about the site with all words in its text would outweigh a work with one of them in its title.
SATURATED = 0.55


def _in_steps(query: Query, scored: Sequence[Node]) -> Node:
    """Return the query for strict hits, whose scores stand in steps.

    The first step is for hits that are among the first, the next for documents with the words as they were typed.
    """
    matching = _matching(query, scored)
    if not scored or query.sort is not SortOrder.RELEVANCE:
        return matching
    every = {"bool": {"should": _words(query), "minimum_should_match": len(query.words)}}
    is_work = [{"range": {"importance": {"gte": 1}}}, *([every] if query.minimum < len(query.words) else ())]
    zones = ("title",) if len(query.words) == 1 else ("title", "heading")
    is_no_work = [{"range": {"importance": {"lt": 1}}}, *_strict(query, zones)]
    unnamed = {"terms": {"importance": list(never_answering(query))}}
    is_named = {"bool": {"filter": is_no_work, "must_not": [unnamed]}}
    answers = {"bool": {"should": [{"bool": {"filter": is_work}}, is_named], "minimum_should_match": 1}}
    steps = [{"constant_score": {"filter": answers, "boost": ANSWERING}}]
    if typed := query.without_other_spellings:
        steps.append({"constant_score": {"filter": {"bool": {"filter": _strict(typed)}}, "boost": STEP}})
    return {"bool": {"must": [matching], "should": steps}}


def _matching(query: Query, scored: Sequence[Node], without: Iterable[Node] = ()) -> Node:
    matching: Node = {"bool": {"must": list(scored) or [{"match_all": {}}]}}
    unwanted = [*_unwanted(query), *without]
    if unwanted:
        matching["bool"]["must_not"] = unwanted
    if not scored:
        return matching
    important = {"query": matching, "field_value_factor": {"field": "importance", "missing": 1}}
    return {"function_score": {"query": {"function_score": important}, **_AGEING}}


# A document that ages keeps LASTING of its score, and the rest decays from its date on. All others keep the whole.
_PASSED = {"bool": {"filter": [{"term": {"ages": True}}, {"range": {"date": {"lt": "now/d"}}}]}}
_AGEING: Node = {
    "functions": [
        {"weight": LASTING},
        {
            "filter": _PASSED,
            "exp": {"date": {"origin": "now/d", "scale": f"{AGEING}d", "decay": round(exp(-1), 6)}},
            "weight": 1 - LASTING,
        },
        {"filter": {"bool": {"must_not": [_PASSED]}}, "weight": 1 - LASTING},
    ],
    "score_mode": "sum",
    "boost_mode": "multiply",
}


def _unwanted(query: Query) -> list[Node]:
    return [_expression(condition) for condition in query.excluded]


def _strict(query: Query, zones: Sequence[str] = ZONES) -> list[Node]:
    """Return the clauses of a strict hit in some zones: enough of the words, and all that is required."""
    wanted = [_expression(condition, zones) for condition in query.required]
    if query.words:
        wanted.append({"bool": {"should": _words(query, zones), "minimum_should_match": query.minimum}})
    return wanted


def _words(query: Query, zones: Sequence[str] = ZONES) -> list[Node]:
    return [_expression(word, zones) for word in query.words]


def _order(query: Query, scored: bool) -> list[Any]:
    order: list[Any] = ["_score", "document"] if scored and query.sort is not SortOrder.TITLE else ["title", "document"]
    if query.sort is SortOrder.DATE:
        return [{"date": {"order": "desc", "missing": "_last"}}, *order]
    return order


def _has_all(facets: Iterable[tuple[str, tuple[str, ...]]]) -> Node:
    """Return "has a chosen value of each facet"."""
    return {"bool": {"filter": [_has_one(name, values) for name, values in facets]}}


def _has_one(name: str, values: Iterable[str]) -> Node:
    return {"terms": {"facets": [facet_value(name, value) for value in values]}}


def _counts(query: Query) -> Node:
    """Return the counts of each facet among the documents that have the choices of all other facets.

    Facets from which nothing is chosen have the same documents, and are counted together.
    """
    chosen = dict(query.facets)
    counts: Node = {}
    for name in query.counted:
        if name in chosen:
            others = [(other, values) for other, values in query.facets if other != name]
            values = {"field": "facets", "size": MOST_VALUES, "include": f"{name}{SEPARATOR}.*"}
            counts[name] = {"filter": _has_all(others), "aggs": {"values": {"terms": values}}}
    if any(name not in chosen for name in query.counted):
        values = {"field": "facets", "size": MOST_VALUES}
        counts[ALL] = {"filter": _has_all(query.facets), "aggs": {"values": {"terms": values}}}
    return counts


# ---------------------------------------------------------------- conditions


def _expression(condition: Condition, zones: Sequence[str] = ZONES) -> Node:
    """Return the clause of a condition in some zones: any of the keys or phrases, or all parts."""
    ways = [*_any_key(condition.any_keys, zones), *(_phrase(phrase, zones) for phrase in condition.any_phrases)]
    if condition.parts:
        ways.append({"bool": {"must": [{"bool": {"should": list(_any_key(part, zones))}} for part in condition.parts]}})
    return {"bool": {"should": ways, "minimum_should_match": 1}} if ways else {"match_none": {}}


def _any_key(keys: Iterable[str], zones: Sequence[str]) -> Iterable[Node]:
    """Yield a clause for each kind of keys; the zones of a key are combined into one frequency by their weights.

    Keys that belong to no zone are left out unless all zones are searched.
    """
    by_kind: dict[str, list[str]] = {}
    for key in keys:
        by_kind.setdefault(kind_of(key), []).append(key)
    for kind, several in by_kind.items():
        if kind in _SINGLE:
            column, weight = _SINGLE[kind]
            if zones == ZONES:
                yield {"match": {column: {"query": " ".join(several), "boost": weight}}}
        else:
            weight = KIND_WEIGHTS[_NAMES[kind]]
            yield {"combined_fields": {"query": " ".join(several), "fields": _fields(kind, zones), "boost": weight}}


def _phrase(keys: Sequence[str], zones: Sequence[str]) -> Node:
    kind = kind_of(keys[0])
    return {
        "multi_match": {
            "query": " ".join(keys),
            "type": "phrase",
            "fields": _fields(kind, zones),
            "boost": KIND_WEIGHTS[_NAMES[kind]],
        }
    }


def _fields(kind: str, zones: Sequence[str]) -> list[str]:
    return [f"{zone}_{_NAMES[kind]}^{ZONE_WEIGHTS[zone]}" for zone in zones]
