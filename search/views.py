"""The search page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cms.languages import current_language
from search import searched
from search.addresses import Search
from search.outcomes import Outcome, search_facets

SORTS = {"relevance": _("relevance"), "date": _("date")}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the reader's words find in the language of the page, or in the one they chose."""
    asked = Search.read(request.GET, search_facets(), current_language())
    outcome = Outcome(asked)
    if asked.number > outcome.page_count:
        return HttpResponseRedirect(asked.address(number=outcome.page_count))
    if asked.text and asked.number == 1 and not asked.chosen:
        searched.count(asked.text, asked.language, found=bool(outcome.total))
    context = {
        "outcome": outcome,
        "search": asked,
        "editions": outcome.editions,
        "sorts": [
            {"label": SORTS[name], "current": current, "address": address} for name, current, address in outcome.sorts
        ],
    }
    response = render(request, "search/search.html", context)
    # Endless addresses of the same pages: nothing for the index of another search engine.
    response.headers["X-Robots-Tag"] = "noindex"
    return response
