"""A list of the library as a table (CSV, XLSX) and as a feed (Atom): the same choice as on the page, all of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from cms.validators import validated
from projects.lists.listing import Listing, listing
from projects.lists.tables import Table, as_csv, as_xlsx

if TYPE_CHECKING:
    from projects.models.indexes import LibraryIndexPage

FEED_LENGTH = 50
_TABLES: dict[str, tuple[str, Callable[[Table], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
# Signs that XML cannot hold.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(page: LibraryIndexPage, request: HttpRequest) -> HttpResponse | None:
    """Return the list of an index page as `?format=` asks for it, None where it asks for the page."""
    asked = request.GET.get("format", "")
    if asked != "atom" and asked not in _TABLES:
        return None
    shown = listing(page.facet_type, page.language, request.GET, page.url_path)
    return validated(request, _feed(page, shown) if asked == "atom" else _table(page, shown, asked))


def _table(page: LibraryIndexPage, shown: Listing, ending: str) -> HttpResponse:
    content_type, write = _TABLES[ending]
    table = Table(page.facet_type, page.language, shown.all_cards)
    answer = HttpResponse(write(table), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{page.slug}-{page.language}.{ending}"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _feed(page: LibraryIndexPage, shown: Listing) -> HttpResponse:
    """Return the chosen works as an Atom feed (RFC 4287), those changed last first.

    The identity of an entry is its permanent address, which stays when the page moves.
    """
    latest = shown.latest(FEED_LENGTH)
    changes = [card.page.last_published_at for card in latest if card.page.last_published_at]
    text = render_to_string(
        "projects/feed.xml",
        {
            "page": page,
            "listing": shown,
            "cards": latest,
            "updated": max(changes, default=page.last_published_at or datetime.fromtimestamp(0, UTC)),
            "site_url": settings.SITE_URL,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    answer = HttpResponse(_NOT_XML.sub("", text), content_type="application/atom+xml; charset=utf-8")
    answer["X-Robots-Tag"] = "noindex"
    return answer
