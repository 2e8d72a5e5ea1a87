"""The form that submits a page or a concept for translation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitTranslationForm

from translation.localize import require_parent
from translation.submission import nameless_concepts, subtree

NAMES_SHOWN = 12


class SubmitForm(SubmitTranslationForm):
    """Says what has to be translated first: the page above, and the names of the concepts that the page uses."""

    SUBMIT, LEAVE = "submit", "leave"
    vocabulary = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Vocabulary"),
        choices=[
            (SUBMIT, gettext_lazy("Submit these entries too, then the page")),
            (LEAVE, gettext_lazy("Submit the page alone; readers see these names in another language")),
        ],
        widget=forms.HiddenInput,
    )

    def __init__(self, instance: Any, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(instance, *args, **kwargs)
        self.instance = instance
        self.user = user
        self.pages: list[Page] = []
        self.nameless: list[Any] = []
        if self.is_bound:
            self.full_clean()  # before the template asks which fields are hidden

    def clean(self) -> dict[str, Any]:
        """Require the parent in each language, the right to all pages below, and a word on the vocabulary."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        locales = cleaned.get("locales")
        if not locales or not isinstance(self.instance, Page):
            return cleaned
        self.pages = [self.instance]
        if cleaned.get("include_subtree"):
            try:
                self.pages += subtree(self.instance, self.user)
            except PermissionDenied:
                self.add_error(
                    "include_subtree", _("You may not edit all pages below this one. Submit them one by one.")
                )
        for locale in locales:
            try:
                require_parent(self.instance, locale)
            except ValidationError as error:
                self.add_error("locales", error.messages)
        if not self.errors:
            self._ask_for_names(locales)
        return cleaned

    def _ask_for_names(self, locales: Any) -> None:
        """Name the concepts without a name in a language, and ask what to do about them."""
        for locale in locales:
            nameless = nameless_concepts(self.pages, locale)
            self.nameless += [concept for concept in nameless if concept not in self.nameless]
            if nameless and not self.cleaned_data.get("vocabulary"):
                names = [f"{concept} ({capfirst(concept._meta.verbose_name)})" for concept in nameless[:NAMES_SHOWN]]
                more = ["…"] if len(nameless) > NAMES_SHOWN else []
                self.add_error(
                    "locales",
                    _("Not yet named in %(language)s: %(names)s. Translate the vocabulary first, or choose below.")
                    % {"language": locale.get_display_name(), "names": ", ".join(names + more)},
                )
                self.fields["vocabulary"].widget = forms.RadioSelect(choices=self.fields["vocabulary"].choices)
