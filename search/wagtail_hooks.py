"""The search in the administration."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from cms.models import LibraryDocument
from search.files.signal_handlers import index_pages_with
from search.files.views import DocumentsView
from search.staff.reports import SearchedView, keeps_best_bets
from search.staff.viewsets import BestBetViewSet

register_snippet(BestBetViewSet)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Return the addresses of the report on what people search for."""
    return [
        path("reports/searched/", SearchedView.as_view(), name="searched"),
        path("reports/searched/results/", SearchedView.as_view(results_only=True), name="searched_results"),
    ]


class SearchedMenuItem(MenuItem):
    """The report in the menu of reports, for users who may add or change best bets."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may add or change best bets."""
        return keeps_best_bets(request.user)


@hooks.register("register_reports_menu_item")
def searched_menu_item() -> MenuItem:
    """Return the entry in the menu of reports."""
    return SearchedMenuItem(_("What people search for"), reverse("searched"), icon_name="search", order=1300)


@hooks.register("register_admin_urls", order=-1)
def documents_urls() -> list[URLPattern]:
    """Put our list of documents at the address of Wagtail's: it tells of each whether its text is searched."""
    return [
        path("documents/", DocumentsView.as_view()),
        path("documents/results/", DocumentsView.as_view(results_only=True)),
    ]


@hooks.register("after_bulk_action")
def follow_moved_documents(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Have the pages of documents brought up to date that were moved to another collection: no signal is sent then."""
    if action_type == "add_to_collection" and action.get_default_model() is LibraryDocument:
        index_pages_with(document.pk for document in objects)
