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

FRESH = 30  # seconds for which caches may keep suggestions


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the results of a search in the language of the page, or in the language that the reader chose."""
    search_request = SearchRequest.read(request.GET, search_facets(), current_language())
    results_page = ResultsPage(search_request)
    last = results_page.page_count
    if search_request.selection.page_number > last:
        return HttpResponseRedirect(
            search_request.address(selection=search_request.selection.changed(page_number=last))
        )
    if search_request.text and search_request.selection.page_number == 1 and not search_request.selection.chosen:
        searched_texts.count_search(search_request.text, search_request.language, found=bool(results_page.total))
    context = {
        "results_page": results_page,
        "search": search_request,
        "editions": results_page.editions,
        "sorts": [
            {"label": SORTS[name], "current": current, "address": address}
            for name, current, address in results_page.sorts
        ],
    }
    response = render(request, "search/search.html", context)
    # Endless addresses lead to the same pages: no other search engine should index them.
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Return suggestions for the typed text. It is not counted as a search yet."""
    search_request = SearchRequest.read(request.GET, (), current_language())
    suggested = [asdict(suggestion) for suggestion in suggestions(search_request, search_facets())]
    response = JsonResponse(
        {"query": search_request.text, "suggestions": suggested}, json_dumps_params={"ensure_ascii": False}
    )
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
