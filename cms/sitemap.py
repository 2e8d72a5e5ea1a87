"""The sitemap of every language: public pages, when they changed, and where they are in the others."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.languages import LANGUAGE_CODES
from cms.validators import with_validators
from cms.visibility import public_pages
from cms.withdrawal import standing


@require_safe
@with_validators
def index(request: HttpRequest) -> HttpResponse:
    """List the sitemap of each language that has public pages, with its latest change: one query."""
    by_language = standing(public_pages()).order_by().values("locale__language_code")
    changed = dict(by_language.annotate(latest=Max("last_published_at")).values_list("locale__language_code", "latest"))
    maps = [(language, changed[language]) for language in LANGUAGE_CODES if language in changed]
    return _xml("cms/sitemap_index.xml", {"site_url": settings.SITE_URL, "maps": maps})


@require_safe
@with_validators
def language_sitemap(request: HttpRequest, language: str) -> HttpResponse:
    """List the public pages of one language that stand, with their alternates: two queries."""
    own = list(
        standing(public_pages(Page.objects.filter(locale__language_code=language)))
        .order_by("path")
        .values_list("translation_key", "url_path", "last_published_at")
    )
    alternates: defaultdict[Any, list[tuple[str, str]]] = defaultdict(list)
    public = (
        standing(public_pages())
        .order_by("locale__language_code")
        .values_list("translation_key", "locale__language_code", "url_path")
    )
    for key, code, address in public:
        alternates[key].append((code, address))
    pages = [
        {"address": address, "changed": changed, "alternates": alternates[key] if len(alternates[key]) > 1 else ()}
        for key, address, changed in own
    ]
    return _xml("cms/sitemap.xml", {"site_url": settings.SITE_URL, "pages": pages})


def _xml(template: str, context: dict[str, Any]) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), content_type="application/xml; charset=utf-8")
