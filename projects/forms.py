"""The form of an entry of a vocabulary: its country by name or letters, and what is there already."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.slugs import ascii_slug
from cms.typed.fields import CountryField

NAMES = ("name", "short_name", "variants")  # columns, where a vocabulary has them
ALIKE = 0.9  # the share of letters that two spellings of one name have in common
SHORTEST = 6  # letters; shorter names are told apart by one of them
SHOWN = 8


class ConceptForm(WagtailAdminModelForm):
    """Shows likely duplicates before an entry is saved; `similar` has them."""

    is_another = forms.BooleanField(required=False)
    asks = True  # not before a preview, which saves nothing

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.similar: list[Any] = []
        if "country" in self.fields:
            plain = self.fields["country"]
            self.fields["country"] = CountryField(
                required=plain.required, label=plain.label, help_text=_("Its name or its two letters.")
            )

    def clean_nuts(self) -> str:
        """Return the code in capital letters."""
        return str(self.cleaned_data["nuts"]).upper()

    def clean(self) -> dict[str, Any]:
        """Ask whether this is another one, where an entry of any language is called alike."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        name = cleaned.get("name")
        if name and self.asks and "name" in self.changed_data:
            self.similar = list(self._similar(name))
            if self.similar and not cleaned.get("is_another"):
                fault = ValidationError(
                    _("There is an entry of that name, or of a similar one. See below whether it is the same.")
                )
                self.add_error("name", fault)
        return cleaned

    def _similar(self, name: str) -> Iterator[Any]:
        """Yield the entries that are called so or alike in any language, but the other languages of this one."""
        folded = ascii_slug(name)
        model = type(self.instance)
        columns = [field.name for field in model._meta.fields if field.name in NAMES]
        others = model._default_manager.exclude(translation_key=self.instance.translation_key)
        rows = others.order_by("pk").values_list("pk", *columns)
        found = [pk for pk, *words in rows if any(_alike(folded, other) for other in _lines(words))][:SHOWN]
        yield from others.filter(pk__in=found).select_related("locale").order_by("name")


def _lines(words: list[str]) -> Iterator[str]:
    for text in words:
        yield from map(ascii_slug, text.splitlines())


def _alike(name: str, other: str) -> bool:
    """Tell whether two names in Latin letters are one, or differ as two spellings of one do."""
    if not name or not other:
        return False
    if name == other:
        return True
    if min(len(name), len(other)) < SHORTEST or any(sign.isdigit() for sign in name + other):
        return False
    matcher = SequenceMatcher(None, name, other)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
