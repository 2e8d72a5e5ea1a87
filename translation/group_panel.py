"""The rights by language in Wagtail's editor of a group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db import transaction
from django.template.loader import render_to_string
from wagtail.models import Locale

from translation.enums import Right
from translation.models import LanguageRight

PREFIX = "language_rights"


class LanguageRightsPanel(forms.Form):
    """A box a language and right."""

    # Boxes that are not ticked are not sent: without this it would be unknown whether the panel was.
    shown = forms.CharField(required=False, widget=forms.HiddenInput, initial="1")

    def __init__(self, data: Any = None, files: Any = None, instance: Group | None = None) -> None:
        super().__init__(data, files, prefix=PREFIX)
        self.instance = instance or Group()
        self.locales = sorted(Locale.objects.all(), key=lambda locale: str(locale.get_display_name()))
        given = set(self._given()) if self.instance.pk else set()
        for locale in self.locales:
            for right in Right:
                self.fields[_name(locale.pk, right)] = forms.BooleanField(
                    required=False,
                    label=f"{right.label}: {locale.get_display_name()}",
                    initial=(locale.pk, right.value) in given,
                )

    def rows(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Yield each language with its boxes."""
        for locale in self.locales:
            yield locale.get_display_name(), [self[_name(locale.pk, right)] for right in Right]

    @transaction.atomic
    def save(self) -> None:
        """Give the group what is ticked, and take from it what is not."""
        if not self.cleaned_data.get("shown"):
            return
        given = set(self._given())
        wanted = {
            (locale.pk, right.value)
            for locale in self.locales
            for right in Right
            if self.cleaned_data[_name(locale.pk, right)]
        }
        for locale_id, right in given - wanted:
            self.instance.language_rights.filter(locale_id=locale_id, right=right).delete()
        LanguageRight.objects.bulk_create(
            [
                LanguageRight(group=self.instance, locale_id=locale_id, right=right)
                for locale_id, right in wanted - given
            ],
            ignore_conflicts=True,
        )

    def as_admin_panel(self) -> str:
        """Return the panel as HTML."""
        context = {"form": self, "rights": [right.label for right in Right]}
        return render_to_string("translation/group_rights.html", context)

    def _given(self) -> Any:
        return self.instance.language_rights.values_list("locale_id", "right")


def _name(locale_id: int, right: Right) -> str:
    return f"{right.value}-{locale_id}"
