"""Tables that are taken away: no cell is run as a formula, in ours and in those of the administration."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.utils.encoding import force_str
from wagtail.admin.views.mixins import SpreadsheetExportMixin

# A spreadsheet takes a cell that begins so for a formula, also after blanks; with an apostrophe before it, for text.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")

upstream_preprocess = SpreadsheetExportMixin.preprocess_field_value
upstream_heading = SpreadsheetExportMixin.get_heading


def as_text(text: str) -> str:
    """Return a text that no spreadsheet runs."""
    return f"'{text}" if _FORMULA.match(text) else text


def install() -> None:
    """Have every export of the administration write its texts as texts.

    Wagtail's own places for it are an attribute of each view, which some replace and others go round with a
    function of a field; here all of them pass.
    """
    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
    SpreadsheetExportMixin.get_heading = get_heading


def preprocess_field_value(self: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    """Return what Wagtail writes into a cell; what would be written as a text, as one that nothing runs."""
    written = upstream_preprocess(self, field, value, export_format)
    if export_format == self.FORMAT_CSV and written is not None and not isinstance(written, int | float | Decimal):
        return as_text(force_str(written))
    return written


def get_heading(self: SpreadsheetExportMixin, queryset: Any, field: str) -> str:
    """Return the head of a column, which a translation of the interface or a name of a field may begin oddly."""
    return as_text(upstream_heading(self, queryset, field))
