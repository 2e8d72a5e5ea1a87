"""The search of `wagtail start`, the same with facets, and the least that asks Elasticsearch at all."""

from __future__ import annotations

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from wagtail.models import Page

from benchmarks.search.stock import plain
from benchmarks.search.stock.models import StockPage

FACETS = ("type", "year", "country")


def search(request: HttpRequest) -> HttpResponse:
    """Do what the view of the project template does."""
    search_query = request.GET.get("query", None)
    results = Page.objects.live().search(search_query) if search_query else Page.objects.none()
    return _shown(request, search_query, results, {})


def search_with_facets(request: HttpRequest) -> HttpResponse:
    """Do the same for the page type that has facets, narrowed by one, each facet counted."""
    search_query = request.GET.get("query", None)
    pages = StockPage.objects.live()
    if chosen := request.GET.get("type"):
        pages = pages.filter(type=chosen)
    results = pages.search(search_query) if search_query else StockPage.objects.none()
    counts = {name: dict(results.facet(name)) for name in FACETS} if search_query else {}
    return _shown(request, search_query, results, counts)


def _shown(request: HttpRequest, search_query: str | None, results: Any, counts: Any) -> HttpResponse:
    page = request.GET.get("page", 1)
    paginator = Paginator(results, 10)
    try:
        search_results = paginator.page(page)
    except PageNotAnInteger:
        search_results = paginator.page(1)
    except EmptyPage:
        search_results = paginator.page(paginator.num_pages)
    context = {"search_query": search_query, "search_results": search_results, "counts": counts}
    return TemplateResponse(request, "stock/search.html", context)


def raw(request: HttpRequest) -> HttpResponse:
    """Ask Elasticsearch once and show the titles."""
    found = plain.asked(
        request.GET["lang"], request.GET["query"], request.GET.get("type", ""), with_facets="facets" in request.GET
    )
    return render(request, "stock/raw.html", {"search_query": request.GET["query"], **found})
