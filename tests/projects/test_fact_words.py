"""What the search reads of a project's facts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from projects.models import (
    Organisation,
    Place,
    ProjectBudgetPart,
    ProjectContact,
    ProjectPage,
    ProjectParty,
    ProjectPlace,
    ProjectStatement,
)
from projects.works.rows import rows_of
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index, row

pytestmark = pytest.mark.django_db


def project(*kinds: str, language: str = "en", **fields: object) -> ProjectPage:
    body = [("facts", {"kind": kind, "heading": ""}) for kind in kinds]
    page: ProjectPage = ProjectPageFactory(parent=index("project", home(language)), body=body, **fields)
    return ProjectPage.objects.get(pk=page.pk)


def test_the_words_of_rows_belong_to_the_section_that_shows_them() -> None:
    forum = concept(Organisation, "forum", name="Economic Forum", country="BG")
    page = project("parties", parties=[row(ProjectParty, organisation=forum, note="Alone.")])
    (section,) = [one for one in page.search_content().sections if one.anchor == "parties"]
    assert section.heading == "Beneficiary and partners"
    assert section.text == "Economic Forum, Bulgaria, partner, Alone."


def test_facts_that_follow_the_body_are_found_where_they_stand() -> None:
    page = project(statements=[row(ProjectStatement, kind="activity", text="A study visit.")])
    assert [(one.anchor, one.text) for one in page.search_content().sections if one.anchor] == [
        ("activities", "A study visit.")
    ]


def test_the_words_of_facts_are_in_the_pages_own_language() -> None:
    concept(Place, "ruse", "bg", name="Русе", country="BG", latitude="43.8", longitude="25.9")
    english = concept(Place, "ruse", "en", name="Ruse", country="BG", latitude="43.8", longitude="25.9")
    page = project("places", language="bg", places=[row(ProjectPlace, "bg", place=english)])
    (section,) = [one for one in page.search_content().sections if one.anchor == "places"]
    assert section.text == "България: Русе"


def test_an_address_is_not_among_the_words() -> None:
    page = project("contacts", contacts=[row(ProjectContact, department="Office", email="ask@example.org")])
    assert "example.org" not in " ".join(section.text for section in page.search_content().sections)


# ------------------------------------------------------------------------------------------ rows


def test_rows_come_exactly_as_they_were_saved() -> None:
    place = concept(Place, "ruse", country="BG", latitude=Decimal("43.8486"), longitude=Decimal("25.9544"))
    saved = project(
        budget_total=Decimal("999999999999.99"),
        budget_parts=[row(ProjectBudgetPart, source="ERDF", amount=Decimal("999999999999.99"))],
        places=[row(ProjectPlace, place=place, lead=True)],
    )
    (rows,) = rows_of([saved], ["budget_parts", "places", "events"])
    (part,), (shown,) = rows["budget_parts"], rows["places"]
    assert part.amount == Decimal("999999999999.99")
    assert part == saved.budget_parts.get()
    assert part.translation_key == saved.budget_parts.get().translation_key
    assert (shown.lead, shown.place.country, shown.place.latitude) == (True, "BG", Decimal("43.8486"))
    assert rows["events"] == []


def test_rows_keep_the_editors_order() -> None:
    texts = ["third", "first", "second"]
    page = project(
        statements=[
            row(ProjectStatement, kind="stage", text=text, sort_order=order)
            for text, order in zip(texts, (3, 1, 2), strict=True)
        ]
    )
    (rows,) = rows_of([page], ["statements"])
    assert [one.text for one in rows["statements"]] == ["first", "second", "third"]


def test_rows_of_a_page_that_is_being_edited_are_the_edited_ones() -> None:
    page = project(statements=[row(ProjectStatement, kind="stage", text="Old.")])
    page.statements = [row(ProjectStatement, kind="stage", text="New.")]
    (rows,) = rows_of([page], ["statements", "events"])
    assert [one.text for one in rows["statements"]] == ["New."]
