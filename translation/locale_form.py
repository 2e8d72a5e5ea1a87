"""The form of what a language requires, among the settings of a language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail_localize.locales.components import LocaleComponentModelForm


class RequirementForm(LocaleComponentModelForm):
    """A switch; localize names it in English alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["enabled"].label = _("Switched on")
