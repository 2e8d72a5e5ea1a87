"""The page on which somebody sets up their own account."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import NameEmailSettingsPanel


class OwnNameForm(NameEmailForm):
    """Asks for a full name and an address only who changes one of them; Wagtail's own asks who changes the language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, empty_permitted=True, use_required_attribute=False, **kwargs)


def install() -> None:
    """Let our form take the place of Wagtail's."""
    NameEmailSettingsPanel.form_class = OwnNameForm
