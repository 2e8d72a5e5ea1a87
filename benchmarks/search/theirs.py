"""The stock parts: a site of Wagtail alone, and Elasticsearch as it comes.

python -m benchmarks.search.theirs load FILE | stock | stock-facets | raw | raw-facets | shown FILE… | remove
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

import yaml
from django.conf import settings
from django.core.management import call_command
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from benchmarks.inserting import ROWS, insert_pages, page_fields
from benchmarks.search import corpus
from benchmarks.search.corpus import ROOT, Document
from benchmarks.search.measuring import measured
from benchmarks.search.stock import plain
from benchmarks.search.stock.models import StockPage

JUDGED = ROOT / "tests" / "search" / "judged"
FIRST = 10


def load(path: Path) -> dict[str, Any]:
    """Make the pages of a file and both indices."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    start = time.perf_counter()
    number = _write_pages(path)
    written = time.perf_counter()
    call_command("update_index", verbosity=0, chunk_size=1000)
    stock = time.perf_counter()
    plain.make(corpus.read(path))
    raw = time.perf_counter()
    return {
        "documents": number,
        "stock": {"per_second": number / (stock - written), "index_bytes": _size("stock_*")},
        "stock_pages_per_second": number / (written - start),
        "raw": {"per_second": number / (raw - stock), "index_bytes": _size("raw_*")},
    }


def _size(pattern: str) -> int:
    client = plain.client().options(request_timeout=600)
    name = settings.PREFIX + pattern
    client.indices.refresh(index=name)
    client.indices.forcemerge(index=name, max_num_segments=5)
    return int(client.indices.stats(index=name, metric="store").body["_all"]["primaries"]["store"]["size_in_bytes"])


def _write_pages(path: Path) -> int:
    StockPage.objects.all().delete()
    root = Site.objects.get(is_default_site=True).root_page
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    number, documents = 0, corpus.read(path)
    while rows := list(islice(documents, ROWS)):
        pages = [_page(row, place, root, locales[row.language]) for place, row in enumerate(rows, start=number)]
        insert_pages(pages)
        number += len(rows)
    Page.objects.filter(pk=root.pk).update(numchild=number)
    return number


def _page(row: Document, place: int, root: Page, locale: Locale) -> StockPage:
    return StockPage(
        # The judged queries name pages by this slug.
        **page_fields(StockPage, root, place, f"b{place}", row.title),
        seo_title=row.key,
        locale=locale,
        search_description=row.summary,
        body=f"{row.summary}\n{row.body}",
        type=row.type,
        year=row.year,
        country=row.country,
    )


def measure(name: str) -> dict[str, Any]:
    """Ask the view of this name as readers do."""
    system, _, facets = name.partition("-")
    addresses = []
    for one in corpus.kept_queries():
        values = {"query": one.text} | ({"type": one.type} if one.type else {})
        if system == "raw":
            address = "/raw/?" + urlencode(values | {"lang": one.language} | ({"facets": 1} if facets else {}))
        else:
            address = ("/search/facets/?" if facets else "/search/?") + urlencode(values)
        addresses.append((one.kind, address))
    return measured(addresses)


def shown(stock: Path, own_language: Path, raw: Path) -> dict[str, Any]:
    """Write what the systems show first for the judged queries: stock of all languages, of the reader's, and raw."""
    found: dict[Path, dict[str, list[str]]] = {stock: {}, own_language: {}, raw: {}}
    for language in plain.ANALYZERS:
        for row in yaml.safe_load((JUDGED / f"{language}.yaml").read_text(encoding="utf-8")):
            name, text = f"{language} {row['query']}", row["query"]
            pages = Page.objects.live()
            found[stock][name] = _keys(pages.search(text))
            found[own_language][name] = _keys(
                pages.filter(locale=Locale.objects.get(language_code=language)).search(text)
            )
            found[raw][name] = [hit["key"] for hit in plain.asked(language, text)["hits"]]
    for path, answers in found.items():
        path.write_text(json.dumps(answers), encoding="utf-8")
    return {}


def _keys(results: Any) -> list[str]:
    # Editions of a page in several languages are one.
    return list(dict.fromkeys(page.seo_title or page.slug for page in results[: 3 * FIRST]))[:FIRST]


def remove() -> dict[str, Any]:
    """Delete both kinds of indices."""
    client = plain.client()
    for name in client.indices.get(index=f"{settings.PREFIX}*").body:
        client.indices.delete(index=name)
    return {}


def main(action: str, *arguments: str) -> None:
    """Do one thing and print what it gives."""
    if action == "load":
        done = load(Path(arguments[0]))
    elif action == "shown":
        done = shown(*map(Path, arguments))
    elif action == "remove":
        done = remove()
    else:
        done = measure(action)
    sys.stdout.write(json.dumps(done) + "\n")


if __name__ == "__main__":
    get_search_backend()  # fails at once where the address is wrong
    main(*sys.argv[1:])
