"""The report for staff on what people search for and do not find."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from search.models import BestBet, SearchedText


class SearchedFilterSet(WagtailFilterSet):
    """Filters the report by language, and by whether something was found."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    missing = django_filters.BooleanFilter(label=_("Found nothing"), method="without_result")

    class Meta:
        model = SearchedText
        fields: ClassVar[list[str]] = ["language"]

    def without_result(self, texts: QuerySet[Any], _name: str, wanted: bool) -> QuerySet[Any]:
        """Return the texts that found nothing at least once, or those that always found something."""
        return texts.filter(without__gt=0) if wanted else texts.filter(without=0)


class WaysColumn(Column):
    """Links for staff who want to make a best bet of a text, or a term of the glossary."""

    cell_template_name = "search/ways_of_staff.html"

    def get_value(self, instance: Any) -> list[tuple[Any, str]]:
        """Return labels and addresses."""
        query = urlencode({"words": instance["text"], "language": instance["language"]})
        ways = [(_("Make a best bet"), f"{reverse('wagtailsnippets_search_bestbet:add')}?{query}")]
        try:
            term = reverse(settings.SEARCH_TERM_ADD)
        except NoReverseMatch:
            return ways
        return [*ways, (_("Make a term"), f"{term}?{urlencode({'locale': instance['language']})}")]


def keeps_best_bets(user: Any) -> bool:
    """Tell whether a user may add or change best bets."""
    return bool(policy_registry.get_by_type(BestBet).user_has_any_permission(user, ["add", "change"]))


class SearchedView(ReportView):
    """The texts that people searched for in the last ninety days, with counts; those that found nothing come first."""

    page_title = _("What people search for")
    header_icon = "search"
    index_url_name = "searched"
    index_results_url_name = "searched_results"
    filterset_class = SearchedFilterSet
    model = SearchedText
    list_export: ClassVar[list[str]] = ["text", "language", "total", "without"]
    export_headings: ClassVar[dict[str, Any]] = {
        "text": _("Text"), "language": _("Language"), "total": _("Times"), "without": _("Found nothing"),
    }  # fmt: skip
    columns: ClassVar[list[Column]] = [
        Column("text", label=_("Text"), accessor=lambda row: row["text"]),
        Column("language", label=_("Language"), accessor=lambda row: dict(settings.LANGUAGES).get(row["language"])),
        Column("times", label=_("Times"), accessor=lambda row: row["total"]),
        Column("without", label=_("Found nothing"), accessor=lambda row: row["without"]),
        WaysColumn("ways", label=""),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users who may not add or change best bets."""
        if not keeps_best_bets(request.user):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[Any]:
        """Return each text once, with its counts of all days."""
        rows = SearchedText.objects.values("text", "language")
        return rows.annotate(total=Sum("times"), without=Sum("without_result")).order_by("-without", "-total", "text")

    get_queryset = get_base_queryset
