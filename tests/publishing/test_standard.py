"""Every PDF keeps to PDF/UA-1, the standard of accessible documents, as veraPDF judges."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from projects.models import Term
from tests.factories.complete import EVERY_PAGE, filled, library_blocks
from tests.factories.home import home
from tests.factories.projects import BulletinPageFactory, HandbookChapterPageFactory, concept, index
from tests.publishing.reading import pdf_of
from tests.publishing.test_pdf import ODD, TYPES, heading, text
from tests.publishing.verapdf import installed, verdicts

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def _program() -> None:
    """Fetch veraPDF where it is wanted: in CI, and by `make test-pdf`."""
    if not (os.environ.get("CI") or os.environ.get("TEST_VERAPDF")):
        pytest.skip("`make test-pdf` fetches veraPDF and judges the PDF files.")
    installed()


def odd() -> Any:
    """Return an issue with everything that may go wrong."""
    foreign = concept(Term, "gmina", language="pl", name="gmina", definition="Jednostka samorządu.")
    links = '<p><a href="https://example.org/">one</a> <a href="mailto:a@example.org">two</a> <a href="#odd">3</a></p>'
    lists = "<ol><li>One<ul><li>inside</li></ul></li><li>Two</li></ol>"
    quotes = [("quote", {"text": words, "source": words[:200]}) for words in ODD.values()]
    body = [heading("Odd", "odd"), text(links + lists), *quotes, ("term", foreign), heading("", "empty")]
    return BulletinPageFactory(parent=index("bulletin", home("ro")), title="Buletin", body=body)


def whole() -> Any:
    """Return a handbook with two chapters."""
    handbook = EVERY_PAGE["handbook"]()
    for title in ("First", "Second"):
        filled(HandbookChapterPageFactory(parent=handbook, title=title), library_blocks())
    return handbook


def test_every_pdf_is_accessible_by_its_standard(tmp_path: Path) -> None:
    made = {**{name: EVERY_PAGE[name] for name in TYPES}, "odd": odd, "whole": whole}
    files = []
    for name, make in made.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(pdf_of(make()))
    assert verdicts(files) == {file.name: "PASS" for file in files}
