"""The report on translations."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.views.report import TranslationsReportFilterSet, TranslationsReportView


class ReportFilterSet(TranslationsReportFilterSet):
    """Calls the two languages by the words that the columns have; localize's own are the names of its fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["source_locale"].label = _("Source language")
        self.filters["target_locale"].label = _("Language")


class ReportView(TranslationsReportView):
    """The report on translations: of what the user may edit, and with columns in its spreadsheet."""

    filterset_class = ReportFilterSet

    list_export = ["type", "source.object_repr", "source.locale", "target_locale", "status"]
    export_headings = {
        "type": gettext_lazy("Type"),
        "source.object_repr": gettext_lazy("Source"),
        "source.locale": gettext_lazy("Source language"),
        "target_locale": gettext_lazy("Language"),
        "status": gettext_lazy("Status"),
    }

    def get_queryset(self) -> Any:
        """Return the translations whose source or target the user may edit."""
        user = self.request.user
        translations = (
            super().get_queryset().select_related("source__locale", "source__specific_content_type", "target_locale")
        )
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
        of_page = pages.filter(translation_key=OuterRef("source__object_id"))
        mine = Exists(of_page.filter(locale=OuterRef("target_locale"))) | Exists(
            of_page.filter(locale=OuterRef("source__locale"))
        )
        vocabularies = Q(pk__in=())
        for model in get_snippet_models():
            if policy_registry.get_by_type(model).user_has_permission(user, "change"):
                vocabularies |= Q(
                    source__specific_content_type__app_label=model._meta.app_label,
                    source__specific_content_type__model=model._meta.model_name,
                )
        return translations.filter(mine | vocabularies).order_by(
            "source__object_repr", "target_locale__language_code", "pk"
        )

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return one line of the spreadsheet."""
        item.type = item.source.specific_content_type.name
        item.status = _("Waiting for translations") if item.waiting_for_translation else _("Up to date")
        row: dict[str, Any] = super().to_row_dict(item)
        return row
