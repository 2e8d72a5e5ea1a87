"""What the form of an entry of a vocabulary shows beside its fields."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.admin.utils import set_query_params
from wagtail.models import Locale

from cms.languages import language_name


class LanguagePanel(Panel):
    """In which language the entry is; a new one can be made in another."""

    class BoundPanel(Panel.BoundPanel):
        """The language of one entry."""

        template_name = "projects/panels/language.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the language, and for a new entry where it is made in each other one."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            own = self.instance.locale.language_code
            context |= {"code": own, "language": language_name(own, own).capitalize()}
            if self.instance.pk is None:
                add = reverse(self.instance.snippet_viewset.get_url_name("add"))
                context["others"] = [
                    (code, language_name(code, code).capitalize(), set_query_params(add, {"locale": code}))
                    for code in Locale.objects.exclude(language_code=own).values_list("language_code", flat=True)
                ]
            return context


class SimilarPanel(Panel):
    """The entries that are called alike, and the choice to save this one all the same."""

    def get_form_options(self) -> dict[str, Any]:
        """Claim the choice, which would stand below the form without its words otherwise."""
        return {"fields": ["is_another"]}

    class BoundPanel(Panel.BoundPanel):
        """Those that are like one entry."""

        template_name = "projects/panels/similar.html"

        def is_shown(self) -> bool:
            """Tell whether there are any."""
            return bool(super().is_shown() and getattr(self.form, "similar", ()))

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the entries with where they are edited."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["similar"] = [
                (
                    entry,
                    language_name(entry.locale.language_code, entry.locale.language_code),
                    reverse(entry.snippet_viewset.get_url_name("edit"), args=[entry.pk]),
                )
                for entry in self.form.similar
            ]
            return context
