"""A list of the library as a table (CSV, XLSX) and as a feed (Atom): the same choice as on the page, all of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.template.loader import render_to_string

from cms.generation import generation
from cms.streaming import begin, streamed, without_body
from cms.tables import TABLE_FORMATS, TableFormat
from cms.validators import validated, validated_by
from cms.xml_text import writable
from projects.lists.listing import Listing, listing
from projects.lists.tables import table

if TYPE_CHECKING:
    from projects.models.indexes import LibraryIndexPage

FEED_LENGTH = 50


def export(page: LibraryIndexPage, request: HttpRequest) -> HttpResponseBase | None:
    """Return the list of an index page as `?format=` asks for it, None where it asks for the page."""
    asked = request.GET.get("format", "")
    if asked != "atom" and asked not in TABLE_FORMATS:
        return None
    shown = listing(page.facet_type, page.language, request.GET, page.url_path)
    if asked == "atom":
        return validated(request, _feed(page, shown))
    answer = validated_by(request, generation(), lambda: _table(page, shown, TABLE_FORMATS[asked]))
    if isinstance(answer, StreamingHttpResponse):
        if request.method == "HEAD":
            return without_body(answer)
        begin(answer)
    return answer


def _table(page: LibraryIndexPage, shown: Listing, told: TableFormat) -> StreamingHttpResponse:
    rows = table(shown.ordered(), page.language)
    return streamed(
        told.write(rows, page.language),
        page.language,
        content_type=told.media_type,
        name=f"{page.slug}-{page.language}.{told.ending}",
    )


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
    answer = HttpResponse(writable(text), content_type="application/atom+xml; charset=utf-8")
    answer["X-Robots-Tag"] = "noindex"
    return answer
