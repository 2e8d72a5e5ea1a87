"""The languages of the library, and how much is public in each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.languages import LANGUAGE_CODES
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    index,
)

pytestmark = pytest.mark.django_db


def languages() -> dict[str, Any]:
    """Return what is told of each language."""
    return {item["language"]: item for item in Client().get("/api/v1/languages").json()["items"]}


def test_all_languages_are_told_with_their_names_in_each() -> None:
    told = languages()
    assert list(told) == list(LANGUAGE_CODES)
    assert told["nb"]["name"] == "norsk bokmål"
    assert {name["language"]: name["name"] for name in told["pl"]["names"]} == {
        "bg": "полски",
        "en": "Polish",
        "lv": "poļu",
        "nb": "polsk",
        "pl": "polski",
        "ro": "poloneză",
    }
    assert told["en"]["address"] == "http://testserver/en/"
    assert told["lv"]["address"] is None


def test_what_is_public_is_counted_by_type_and_nothing_else() -> None:
    project = ProjectPageFactory(parent=index("project", home()), title="Water")
    ProjectPageFactory(parent=index("project", home("nb")), title="Vann", translation_of=project)
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Guide")
    HandbookChapterPageFactory(parent=handbook, title="First")
    StandardPageFactory(parent=home(), title="About")
    BulletinPageFactory(parent=index("bulletin", home()), title="Draft", live=False)
    over = BulletinPageFactory(parent=index("bulletin", home()), title="Over")
    Page.objects.filter(pk=over.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    hidden = HandbookPageFactory(parent=index("handbook", home()), title="Hidden")
    HandbookChapterPageFactory(parent=hidden, title="Below")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    told = languages()
    assert told["en"]["counts"] == {"projects": 1, "trainings": 0, "handbooks": 1, "chapters": 1, "bulletins": 0}
    assert told["en"]["works"] == 2
    assert told["nb"]["works"] == 1
    assert told["pl"]["works"] == 0


def test_an_answer_costs_three_statements_however_much_is_public() -> None:
    costs = []
    for number in range(3):
        BulletinPageFactory(parent=index("bulletin", home()), title=f"Issue {number}")
        with CaptureQueriesContext(connection) as asked:
            languages()
        costs.append(len(asked))
    assert costs == [3, 3, 3]  # the state of the library, the counts, and the front pages
