"""What the matrix is filtered by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from cms.models import BasePage
from translation.desk.rows import PUBLIC, known_pages
from translation.enums import State
from translation.translators import vocabularies

STATES = [
    ("", _("Any state")),
    (State.ABSENT, State.ABSENT.label),
    (State.NOT_BEGUN, State.NOT_BEGUN.label),
    (State.DRAFT, State.DRAFT.label),
    (State.REVIEW, State.REVIEW.label),
    (State.READY, State.READY.label),
    (PUBLIC, _("Live")),
    (State.LIVE, State.LIVE.label),
    (State.CHANGED, State.CHANGED.label),
    (State.ADAPTED, State.ADAPTED.label),
    (State.WITHDRAWN, State.WITHDRAWN.label),
]


class MatrixForm(forms.Form):
    """Which pages, or entries of a vocabulary, in which state and language."""

    q = forms.CharField(required=False, max_length=100, label=_("Find by title"))
    kind = forms.ChoiceField(required=False, label=_("Kind of page"))
    state = forms.ChoiceField(required=False, label=_("State"), choices=STATES)
    language = forms.ChoiceField(required=False, label=_("Language"))
    below = forms.ModelChoiceField(Page.objects.none(), required=False, label=_("Below"), widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: Any, locales: Sequence[Locale], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds: dict[str, type[Any]] = {
            model._meta.label_lower: model for model in (*page_models(), *vocabularies())
        }
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [
            ("", _("All kinds of pages")),
            (_("Pages"), [_choice(model) for model in page_models()]),
            (_("Vocabulary"), [_choice(model) for model in vocabularies()]),
        ]
        languages = [(one.language_code, str(one.get_display_name())) for one in locales]
        fields["language"].choices = [("", _("All languages")), *languages]
        fields["below"].queryset = known_pages(user)
        fields["q"].widget.attrs["placeholder"] = self.fields["q"].label


def page_models() -> list[type[BasePage]]:
    """Return the kinds of pages that there are, by their names in the active language."""
    return sorted(_page_models(BasePage), key=lambda model: str(model._meta.verbose_name))


def _page_models(base: Any) -> list[Any]:
    found = []
    for model in base.__subclasses__():
        found += [*([] if model._meta.abstract else [model]), *_page_models(model)]
    return found


def _choice(model: Any) -> tuple[str, str]:
    return model._meta.label_lower, capfirst(str(model._meta.verbose_name))
