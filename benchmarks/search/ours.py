"""Our side: a library of generated pages, its indices, and what the search pages cost.

python -m benchmarks.search.ours load|index|measure|suggest|judge|profile …
"""

from __future__ import annotations

import cProfile
import io
import json
import pstats
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.conf import settings
from django.db import connection, transaction
from wagtail.models import Page

from benchmarks.front_pages import front_page
from benchmarks.inserting import ROWS, insert_pages, page_fields
from benchmarks.search import corpus
from benchmarks.search.corpus import Document
from benchmarks.search.measuring import Reader, measured
from cms.models import PageFacet
from cms.searchable import SearchContent, Section
from home.models import StandardPage
from search import analysis
from search.analysis import LANGUAGES, version
from search.analysis.index_keys import document_keys
from search.documents import titles, vocabulary
from search.documents.indexing import fingerprint
from search.engines import database
from search.engines.elasticsearch.breaker import Breaker
from search.models import SearchDocument, SearchKeys, SearchSection, TitleStart
from search.synchronisation import indices
from search.synchronisation.worker import work_off

FALLBACKS: Counter[str] = Counter()


def load(path: Path) -> dict[str, Any]:
    """Write pages and documents in bulk, then what is made from all of them."""
    shelves = {code: _shelf(code) for code in LANGUAGES}
    before, number, start = _size(), 0, time.perf_counter()
    for rows in _portions(corpus.read(path)):
        with transaction.atomic():
            _write(rows, shelves, number)
        number += len(rows)
    for code, shelf in shelves.items():
        Page.objects.filter(pk=shelf.pk).update(numchild=Page.objects.filter(depth=4, locale=shelf.locale).count())
        vocabulary.rebuild(code)
    with transaction.atomic():
        database().rebuild()
    seconds = time.perf_counter() - start
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "documents": number,
        "per_second": number / seconds,
        "bytes": _size() - before,
        "index_bytes": _index_size(),
    }


def _portions(documents: Iterator[Document]) -> Iterator[list[Document]]:
    rows: list[Document] = []
    for document in documents:
        rows.append(document)
        if len(rows) == ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


def _shelf(code: str) -> StandardPage:
    home = front_page(code)
    # Not below the front page itself: what lies there is the navigation of every page.
    shelf = StandardPage(title="Shelf", slug="shelf", locale=home.locale)
    home.add_child(instance=shelf)
    return shelf


def _write(rows: list[Document], shelves: dict[str, StandardPage], start: int) -> None:
    pages = [
        StandardPage(
            **page_fields(StandardPage, shelves[row.language], place, f"b{place}", row.title),
            locale=shelves[row.language].locale,
            summary=row.summary[:500],
            original_language=row.language,
            body=[],
        )
        for place, row in enumerate(rows, start=start)
    ]
    page_rows = insert_pages(pages)
    PageFacet.objects.bulk_create(
        [
            PageFacet(page=base, name=name, value=getattr(row, name))
            for row, base in zip(rows, page_rows, strict=True)
            for name in ("type", "year", "country")
        ]
    )
    _write_documents(rows, page_rows)


def _write_documents(rows: list[Document], pages: list[Page]) -> None:
    documents, sections, starts, stored = [], [], [], []
    for row, page in zip(rows, pages, strict=True):
        parts = tuple(Section(*part) for part in row.sections)
        content = SearchContent(row.title, row.summary, parts, date(int(row.year), 5, 1))
        documents.append(
            SearchDocument(
                page=page,
                language=row.language,
                title=row.title,
                title_key=titles.title_key(row.title, row.language),
                summary=row.summary,
                date=content.date,
                fingerprint=fingerprint(content),
                analysis=version(row.language),
            )
        )
    SearchDocument.objects.bulk_create(documents)
    for row, document in zip(rows, documents, strict=True):
        for number, (anchor, heading, text) in enumerate(row.sections):
            sections.append(SearchSection(document=document, number=number, anchor=anchor, heading=heading, text=text))
        starts += [
            TitleStart(document=document, language=row.language, place=place, key=key)
            for key, place in titles.starts(row.title, row.language)
        ]
        zones = {
            "title": [row.title],
            "summary": [row.summary],
            "heading": [heading for _anchor, heading, _text in row.sections],
            "text": [text for _anchor, _heading, text in row.sections],
        }
        stored.append(SearchKeys(document=document, **document_keys(zones, row.language)))
    SearchSection.objects.bulk_create(sections)
    TitleStart.objects.bulk_create(starts)
    SearchKeys.objects.bulk_create(stored)


def _size() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def _index_size() -> int | None:
    """Return the bytes of all tables of the search with their indices, where the database tells."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT SUM(pg_total_relation_size(oid)) FROM pg_class "
                "WHERE relkind = 'r' AND relname LIKE 'search\\_%%' ESCAPE '\\'"
            )
        else:
            cursor.execute("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'")
            if not cursor.fetchone():
                return None
            cursor.execute(
                "SELECT SUM(s.pgsize) FROM dbstat s JOIN sqlite_master m ON m.name = s.name "
                "WHERE m.tbl_name LIKE 'search\\_%' ESCAPE '\\'"
            )
        return int(cursor.fetchone()[0] or 0)


def index() -> dict[str, Any]:
    """Have the worker fill the indices of Elasticsearch."""
    number, start = SearchDocument.objects.count(), time.perf_counter()
    work_off()
    seconds = time.perf_counter() - start
    names = ",".join(indices.live_names().values())
    with indices.worker_client() as client:
        client.indices.refresh(index=names)
        client.options(request_timeout=600).indices.forcemerge(index=names, max_num_segments=5)
        size = client.indices.stats(index=names, metric="store").body["_all"]["primaries"]["store"]["size_in_bytes"]
    return {"documents": number, "per_second": number / seconds, "index_bytes": size}


def remove() -> dict[str, Any]:
    """Delete the indices of Elasticsearch."""
    with indices.worker_client() as client:
        for name in client.indices.get(index=f"{settings.ELASTICSEARCH_PREFIX}-*").body:
            client.indices.delete(index=name)
    return {}


def pages() -> list[tuple[str, str]]:
    """Return the addresses of the search for all queries, by kind."""
    return [
        (one.kind, f"/{one.language}/search/?" + urlencode({"q": one.text} | ({"type": one.type} if one.type else {})))
        for one in corpus.kept_queries()
    ]


def beginnings() -> list[tuple[str, str]]:
    """Return the addresses of suggestions: each query as far as somebody has typed it."""
    return [
        (one.kind, f"/{one.language}/search/suggest/?" + urlencode({"q": one.text[: max(3, len(one.text) * 2 // 3)]}))
        for one in corpus.kept_queries()
    ]


def measure(addresses: Callable[[], list[tuple[str, str]]]) -> dict[str, Any]:
    """Ask for pages as readers do; `fallbacks` has how often the database had to answer for Elasticsearch."""
    _count_fallbacks()
    analysis.warm_up()
    return measured(addresses()) | {"fallbacks": FALLBACKS["fallbacks"]}


def _count_fallbacks() -> None:
    failed = Breaker.failed

    def count(self: Breaker, reason: str) -> None:
        FALLBACKS["fallbacks"] += 1
        failed(self, reason)

    Breaker.failed = count


def profile() -> dict[str, Any]:
    """Print where the time of the results pages goes: the first lines by own and by cumulative time."""
    reader, addresses = Reader(), pages()
    for _kind, address in addresses[:30]:
        reader.get(address)
    profiler = cProfile.Profile()
    profiler.enable()
    for _kind, address in addresses:
        reader.get(address)
    profiler.disable()
    out = io.StringIO()
    stats = pstats.Stats(profiler, stream=out)
    stats.sort_stats("tottime").print_stats(25)
    stats.sort_stats("cumulative").print_stats(70)
    sys.stderr.write(out.getvalue())
    return {"seconds": stats.total_tt}


def export(path: Path) -> dict[str, Any]:
    """Write the documents of the library as they are stored, for the other systems to be asked the same."""
    from tests.search.judged.measure import keys_by_address

    keys = keys_by_address()
    found = []
    for document in SearchDocument.objects.select_related("page").prefetch_related("sections").order_by("pk"):
        sections = [[one.anchor, one.heading, one.text] for one in document.sections.all()]
        key = keys.get(document.page.url_path, document.page.url_path)
        found.append(Document(key, document.language, document.title, document.summary, sections))
    corpus.write(path, iter(found))
    return {"documents": len(found)}


def judge(*shown: str) -> dict[str, Any]:
    """Return recall and nDCG of what other systems have shown, and of our own search."""
    from tests.search.judged import measure as judging

    own = judging.measured()
    queries = [one.judged for one in own]
    results = {"ours": own}
    for name in shown:
        answers = json.loads(Path(name).read_text(encoding="utf-8"))
        results[Path(name).stem] = [
            judging.Answer(one, tuple(answers[f"{one.language} {one.query}"]), "") for one in queries
        ]
    figures = {}
    for name, answers in results.items():
        within = [one for one in answers if one.judged.kind != judging.ACROSS]
        every, rest = judging.Figures.of(answers), judging.Figures.of(within)
        figures[name] = {
            "queries": every.number,
            "recall": every.recall,
            "ndcg": every.ndcg,
            "recall_own_language": rest.recall,
            "ndcg_own_language": rest.ndcg,
            "languages": {
                code: figure.ndcg
                for code, figure in judging.figures_by(answers, lambda one: one.judged.language).items()
            },
        }
    return figures


def main(action: str, *arguments: str) -> None:
    """Do one thing and print what it gives."""
    done = {
        "load": lambda: load(Path(arguments[0])),
        "index": index,
        "remove": remove,
        "measure": lambda: measure(pages),
        "suggest": lambda: measure(beginnings),
        "profile": profile,
        "export": lambda: export(Path(arguments[0])),
        "judge": lambda: judge(*arguments),
    }[action]()
    sys.stdout.write(json.dumps(done) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
