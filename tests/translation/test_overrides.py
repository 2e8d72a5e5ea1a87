"""An address that a translator chooses in place of the source's is looked at like any other."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride

from home.models import StandardPage
from tests.editing import signed_in
from tests.factories.home import StandardPageFactory, home
from tests.factories.translation import submitted, translate

pytestmark = pytest.mark.django_db
SOURCE = "https://example.org/en"
BODY = [
    ("text", f'<p>See <a href="{SOURCE}">the source</a>.</p>'),
    ("action", {"label": "Open", "url": "https://example.org/open", "page": None}),
]


@pytest.fixture
def page() -> StandardPage:
    home("pl")
    made: StandardPage = StandardPageFactory(parent=home(), title="About", slug="about-it", body=BODY)
    return made


def chosen(page: StandardPage, value: str) -> tuple[Any, list[Any]]:
    """Choose an address for every link of the page in Polish, as localize's editor sends it, and publish."""
    translation = submitted(page, "pl")
    translate(translation)
    client = signed_in()
    answers = []
    for segment in OverridableSegment.objects.filter(source=translation.source):
        address = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
        answers.append(client.put(address, f"value={value}", content_type="application/x-www-form-urlencoded").json())
    translation.save_target(publish=True)
    return translation.get_target_instance(), answers


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "//example.org", "data:text/html,1", "java%09script:alert(1)"]
)
def test_an_address_where_no_link_may_lead_is_told_and_not_taken(page: StandardPage, value: str) -> None:
    target, answers = chosen(page, value)
    assert len(answers) == 2
    assert all("No link may lead to" in answer["error"] for answer in answers)
    shown = Client().get(target.url_path).content.decode()
    assert SOURCE in shown
    assert "alert(1)" not in shown


def test_an_address_of_the_translator_is_taken(page: StandardPage) -> None:
    target, answers = chosen(page, "https://example.org/pl")
    assert [answer["error"] for answer in answers] == [None, None]
    assert Client().get(target.url_path).content.decode().count("https://example.org/pl") == 2


def test_a_corrected_address_has_no_error_any_more(page: StandardPage) -> None:
    chosen(page, "javascript:alert(1)")
    target, answers = chosen(page, "https://example.org/pl")
    assert [answer["error"] for answer in answers] == [None, None]
    assert "https://example.org/pl" in Client().get(target.url_path).content.decode()


def test_an_override_that_a_program_writes_is_marked_too(page: StandardPage) -> None:
    translation = submitted(page, "pl")
    segment = OverridableSegment.objects.filter(source=translation.source).first()
    override = SegmentOverride.objects.create(
        locale=translation.target_locale, context=segment.context, data_json=json.dumps("vbscript:x")
    )
    assert SegmentOverride.objects.get(pk=override.pk).has_error
