"""Elasticsearch with the analyzers that it has built in, one index a language, without Wagtail."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from benchmarks.search.corpus import Document

# The one for Polish is a plugin.
ANALYZERS = {
    "bg": "bulgarian",
    "en": "english",
    "lv": "latvian",
    "nb": "norwegian",
    "pl": "standard",
    "ro": "romanian",
}
FIELDS = ["title^5", "heading^2", "body"]
FACETS = ("type", "year", "country")


@cache
def client() -> Elasticsearch:
    """Return the one client of the process."""
    return Elasticsearch(settings.ELASTICSEARCH_URL, request_timeout=60)


def index_of(language: str) -> str:
    """Return the name of the index of a language."""
    return f"{settings.PREFIX}raw_{language}"


def make(documents: Iterable[Document]) -> int:
    """Make the indices anew; return the number of documents."""
    for language, analyzer in ANALYZERS.items():
        text = {"type": "text", "analyzer": analyzer}
        keywords = {name: {"type": "keyword"} for name in ("key", *FACETS)}
        client().options(ignore_status=404).indices.delete(index=index_of(language))
        client().indices.create(
            index=index_of(language),
            settings={"number_of_shards": 1, "number_of_replicas": 0},
            mappings={"properties": {"title": text, "heading": text, "body": text, **keywords}},
        )
    number, _errors = bulk(client(), map(_action, documents))
    refresh()
    return int(number)


def _action(document: Document) -> dict[str, Any]:
    return {
        "_index": index_of(document.language),
        "key": document.key,
        "title": document.title,
        "heading": [heading for _anchor, heading, _text in document.sections if heading],
        "body": [document.summary, *(text for _anchor, _heading, text in document.sections)],
        **{name: getattr(document, name) for name in FACETS},
    }


def refresh() -> None:
    """Have all that was sent found."""
    client().indices.refresh(index=f"{settings.PREFIX}raw_*")


def asked(language: str, text: str, chosen: str = "", *, with_facets: bool = False) -> dict[str, Any]:
    """Return the total, the documents and the counts of what is found as typed, else with typing errors."""
    index = {"index": index_of(language)}
    first, second = client().msearch(
        searches=[
            index,
            _body(text, chosen, with_facets=with_facets),
            index,
            _body(text, chosen, with_facets=with_facets, fuzziness="AUTO"),
        ]
    )["responses"]
    answer = first if first["hits"]["total"]["value"] else second
    return {
        "total": answer["hits"]["total"]["value"],
        "hits": [hit["_source"] for hit in answer["hits"]["hits"]],
        "counts": {name: about["buckets"] for name, about in answer.get("aggregations", {}).items()},
    }


def _body(text: str, chosen: str, *, with_facets: bool, **options: Any) -> dict[str, Any]:
    body: dict[str, Any] = {
        "query": {
            "bool": {
                "must": [{"multi_match": {"query": text, "fields": FIELDS, **options}}],
                "filter": [{"term": {"type": chosen}}] if chosen else [],
            }
        },
        "size": 10,
        "_source": ["key", "title"],
    }
    if with_facets:
        body["aggs"] = {name: {"terms": {"field": name, "size": 50}} for name in FACETS}
    return body
