"""The search page, and what it suggests while somebody types."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cms.languages import current_language
from search.request import SearchRequest
from search.results.page import ResultsPage, search_facets
from search.staff import searched_texts
from search.suggestions.completion import suggestions

SORTS = {"relevance": _("relevance"), "date": _("date"), "title": _("name")}

FRESH = 30  # seconds for which suggestions may be kept on their way


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the reader's words find in the language of the page, or in the one they chose."""
    asked = SearchRequest.read(request.GET, search_facets(), current_language())
    results_page = ResultsPage(asked)
    last = results_page.page_count
    if asked.selection.page_number > last:
        return HttpResponseRedirect(asked.address(selection=asked.selection.changed(page_number=last)))
    if asked.text and asked.selection.page_number == 1 and not asked.selection.chosen:
        searched_texts.count_search(asked.text, asked.language, found=bool(results_page.total))
    context = {
        "results_page": results_page,
        "search": asked,
        "editions": results_page.editions,
        "sorts": [
            {"label": SORTS[name], "current": current, "address": address}
            for name, current, address in results_page.sorts
        ],
    }
    response = render(request, "search/search.html", context)
    # Endless addresses of the same pages: nothing for the index of another search engine.
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Return what the typed text may become. Nobody has searched for it yet, so it is not counted."""
    asked = SearchRequest.read(request.GET, (), current_language())
    found = [asdict(one) for one in suggestions(asked, search_facets())]
    response = JsonResponse({"query": asked.text, "suggestions": found}, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
