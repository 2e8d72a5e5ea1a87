"""Tables of the administration, taken away: no cell is run as a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from html import unescape
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from cms.spreadsheets import as_text
from search.models import SearchedText
from tests.editing import signed_in
from tests.factories.home import StandardPageFactory, home

FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1+1", "\n=1", "\u00a0=1", "＝1+1", '=HYPERLINK("https://example.org")',
    "+359 2 980 00 00",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str) -> None:
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Договор № 1", "1=1", "'=1", "a-b", "2026-11-29"])
def test_any_other_text_stays(text: str) -> None:
    assert as_text(text) == text


def table(view: str, format_name: str) -> list[str]:
    """Return all cells of an export of the administration."""
    answer: Any = signed_in().get(reverse(view), {"export": format_name})
    assert answer.status_code == HTTPStatus.OK
    content = b"".join(answer.streaming_content)
    if format_name == "csv":
        return [cell for row in csv.reader(io.StringIO(content.decode())) for cell in row]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/")]
    assert not [part for part in parts if "<f>" in part]
    return [unescape(part) for part in parts]


def site_history(text: str) -> None:
    log(StandardPageFactory(parent=home(), title=text, slug="odd"), "wagtail.edit", title=text)


def name_of_a_user(text: str) -> None:
    page = StandardPageFactory(parent=home(), title="Plain")
    log(page, "wagtail.edit", user=get_user_model().objects.create_user("odd", first_name=text))


def aging_page(text: str) -> None:
    StandardPageFactory(parent=home(), title=text, slug="odd", last_published_at=timezone.now())


def redirect(text: str) -> None:
    Redirect.objects.create(old_path="/old", redirect_link=text)


def searched(text: str) -> None:
    SearchedText.objects.create(text=text, language="en", day="2026-11-29", times=1, without_result=1)


EXPORTS = {
    "wagtailadmin_reports:site_history": site_history,
    "wagtailadmin_reports:aging_pages": aging_page,
    "wagtailredirects:index": redirect,
    "searched": searched,
}


@pytest.mark.django_db
@pytest.mark.parametrize("format_name", ["csv", "xlsx"])
@pytest.mark.parametrize(("view", "make"), [*EXPORTS.items(), ("wagtailadmin_reports:site_history", name_of_a_user)])
def test_no_export_of_the_administration_writes_a_formula(view: str, make: Any, format_name: str) -> None:
    formula = '=HYPERLINK("https://example.org","open")'
    make(formula)
    cells = table(view, format_name)
    assert any(formula in cell for cell in cells)
    if format_name == "csv":
        assert not [cell for cell in cells if cell.startswith("=")]
