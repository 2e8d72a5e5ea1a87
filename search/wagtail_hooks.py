"""The search in the administration."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.reports import SearchedView, keeps_best_bets
from search.viewsets import BestBetViewSet

register_snippet(BestBetViewSet)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Return where the report on the search is."""
    return [
        path("reports/searched/", SearchedView.as_view(), name="searched"),
        path("reports/searched/results/", SearchedView.as_view(results_only=True), name="searched_results"),
    ]


class SearchedMenuItem(MenuItem):
    """Shown to those who keep the best bets."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may do something about what was not found."""
        return keeps_best_bets(request.user)


@hooks.register("register_reports_menu_item")
def searched_menu_item() -> MenuItem:
    """Return the entry in the menu of reports."""
    return SearchedMenuItem(_("What people search for"), reverse("searched"), icon_name="search", order=1300)
