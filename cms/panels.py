"""Panels of the editor that know what all languages of a page share.

A translation that is edited like any other page shows those values and says where they are corrected;
its rows keep their number and their order. What is shared is told by the setting SHARED_VALUES.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.urls import reverse
from django.utils.html import format_html
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.admin import panels
from wagtail.models import Page


@dataclass(frozen=True)
class Shared:
    """What a translation has from its original: names of fields, and by name of the relation, of its rows' fields."""

    original: Page
    fields: Collection[str]
    rows: dict[str, Collection[str]]

    def reason(self, what: str) -> str:
        """Return what stands fast, with the way to where it is corrected."""
        address = reverse("wagtailadmin_pages:edit", args=[self.original.pk])
        return format_html('{} <a href="{}">{}</a>', what, address, _("Correct it in the original"))


@cache
def _shared_values() -> Callable[[Page], Shared | None]:
    found: Callable[[Page], Shared | None] = import_string(settings.SHARED_VALUES)
    return found


def take_shared_values_out(form: Any) -> Shared | None:
    """Take from the form of a page what it shares with its original, and return what that is, None for an original."""
    page = form.instance
    shared = _shared_values()(page) if page.pk else None
    if shared is None:
        return None
    for name in shared.fields:
        form.fields.pop(name, None)
    for name, fields in shared.rows.items():
        formset = form.formsets.get(name)
        if formset is None:
            continue
        formset.shared = shared
        formset.max_num, formset.validate_max = formset.initial_form_count(), True
        for row in formset.forms:
            row.shared_fields = fields
            for field in fields:
                row.fields.pop(field, None)
            for field in (DELETION_FIELD_NAME, ORDERING_FIELD_NAME):
                if field in row.fields:
                    row.fields[field].disabled = True  # what is sent for it does not count
    return shared


def editor(*tabs: tuple[Any, list[Any]]) -> panels.TabbedInterface:
    """Return the editor of a page type with these tabs; hours of publication and comments come with the last one."""
    content, (last, last_panels) = tabs[:-1], tabs[-1]
    all_tabs = [*content, (last, [*last_panels, *Page.settings_panels])]
    return panels.TabbedInterface([panels.ObjectList(children, heading=heading) for heading, children in all_tabs])


class FieldPanel(panels.FieldPanel):
    """A field; where it is shared with the original, its value and the reason."""

    def format_value_for_display(self, value: Any) -> Any:
        """Return a value that cannot be changed here in words."""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return "–" if value in (None, "") else super().format_value_for_display(value)

    class BoundPanel(panels.FieldPanel.BoundPanel):
        """A field of one page or row."""

        read_only: bool

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is None or self.bound_field is not None or self.read_only:
                return
            shared = getattr(self.form, "shared", None)
            of_the_page = shared is not None and self.field_name in shared.fields
            if of_the_page or self.field_name in getattr(self.form, "shared_fields", ()):
                self.read_only = True
                self.heading = self.panel.heading or self.panel.db_field.verbose_name.capitalize()
                self.help_text = (
                    shared.reason(_("Shared by all languages.")) if shared is not None and of_the_page else ""
                )


class InlinePanel(panels.InlinePanel):
    """Rows, in the order that the editor gave them, also beside an error.

    Where they are shared with the original, they come without the means to add, delete and move them.
    """

    class BoundPanel(panels.InlinePanel.BoundPanel):
        """The rows of one page."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is None:
                return
            if self.form.is_bound and self.formset.can_order and not self.formset.is_valid():
                # Wagtail does so for valid rows only; beside an error they would fall back to their former order.
                self.children.sort(key=lambda child: _sent_order(child.form))
            shared = getattr(self.formset, "shared", None)
            if shared is not None:
                self.template_name = "cms/panels/shared_rows.html"
                self.help_text = shared.reason(_("Number, order and grey values are shared by all languages."))


MOST_DIGITS = 6  # of the place of a row: Python reads no number of thousands of digits


def _sent_order(row: Any) -> int:
    """Return where a row was put by the editor, first where that is no number of a row."""
    sent = str(row[ORDERING_FIELD_NAME].value() or "")
    return int(sent) if sent.isdecimal() and len(sent) <= MOST_DIGITS else 0
