"""The files that a page offers: dates for a calendar, its citation; and what it tells machines."""

from __future__ import annotations

import json
from datetime import date
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from projects.models import (
    Organisation,
    Place,
    ProjectEvent,
    ProjectPage,
    ProjectParty,
    TrainingSession,
)
from tests.factories.home import home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)
from tests.projects.reading import read, words
from tests.reading import fetched

pytestmark = pytest.mark.django_db


def project(language: str = "en", **fields: Any) -> ProjectPage:
    page: ProjectPage = ProjectPageFactory(parent=index("project", home(language)), **fields)
    return page


def unfolded(calendar: str) -> list[str]:
    return calendar.replace("\r\n ", "").split("\r\n")


# -------------------------------------------------------------------------------------- calendar


def test_an_event_is_a_whole_day_in_the_calendar() -> None:
    brussels = concept(Place, "brussels", name="Brussels", country="BE", latitude="50.8503", longitude="4.3517")
    event = row(ProjectEvent, date=date(2018, 10, 9), place=brussels, text="A seminar; four projects, one room.")
    page = project(title="E-GoverNet", events=[event])
    lines = unfolded(fetched(f"/en/calendar/{page.pk}/{event.translation_key.hex}.ics"))
    assert "DTSTART;VALUE=DATE:20181009" in lines
    assert "DTEND;VALUE=DATE:20181010" in lines
    assert "SUMMARY:E-GoverNet" in lines
    assert "LOCATION:Brussels" in lines
    assert "DESCRIPTION:A seminar\\; four projects\\, one room." in lines
    assert f"UID:{event.translation_key.hex}@testserver" in lines


def test_a_training_offers_its_dated_sessions_only() -> None:
    page = TrainingPageFactory(
        parent=index("training", home()),
        title="Investors",
        sessions=[
            row(TrainingSession, title="Two days", start=date(2020, 2, 18), end=date(2020, 2, 19)),
            row(TrainingSession, title="Some day"),
        ],
    )
    lines = unfolded(fetched(f"/en/calendar/{page.pk}.ics"))
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTEND;VALUE=DATE:20200220" in lines


def test_lines_of_a_calendar_are_folded_between_letters() -> None:
    event = row(ProjectEvent, "bg", date=date(2018, 10, 9), text="Семинар за електронно управление " * 5)
    page = project("bg", events=[event])
    calendar = Client().get(f"/bg/calendar/{page.pk}.ics").content
    assert max(len(line) for line in calendar.split(b"\r\n")) <= 75
    assert any(line.startswith("DESCRIPTION:Семинар за електронно") for line in unfolded(calendar.decode()))


@pytest.mark.parametrize("file", ["calendar/{pk}.ics", "cite/{pk}.bib", "cite/{pk}.ris"])
def test_a_file_of_a_page_is_as_public_as_the_page_and_speaks_its_language(file: str) -> None:
    page = project(events=[row(ProjectEvent, date=date(2018, 10, 9), text="A seminar.")])
    home("bg")
    address = file.format(pk=page.pk)
    assert Client().get(f"/en/{address}").status_code == HTTPStatus.OK
    assert Client().get(f"/bg/{address}").status_code == HTTPStatus.NOT_FOUND
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert Client().get(f"/en/{address}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("file", ["calendar/{pk}/nothing.ics", "calendar/999999999999999999999.ics", "cite/0.bib"])
def test_a_file_that_is_not_there_is_not_found(file: str) -> None:
    page = project(events=[row(ProjectEvent, date=date(2018, 10, 9), text="A seminar.")])
    assert Client().get(f"/en/{file.format(pk=page.pk)}").status_code == HTTPStatus.NOT_FOUND


def test_a_page_without_dates_has_no_calendar() -> None:
    assert Client().get(f"/en/calendar/{project().pk}.ics").status_code == HTTPStatus.NOT_FOUND


# -------------------------------------------------------------------------------------- citation


def test_a_citation_names_who_what_where_and_when() -> None:
    lead = concept(Organisation, "bsc", name="Business Support Centre")
    home(publisher="Vademecum, a library")
    page = project(
        title="E-GoverNet", code="ROBG-168", parties=[row(ProjectParty, role="applicant", organisation=lead)]
    )
    cited = words(read(page).select_one(".cite-text"))
    assert cited.startswith("Business Support Centre. E-GoverNet (ROBG-168). Vademecum, a library. Revision: ")
    assert cited.endswith(f" http://testserver/id/{page.pk}/")


def test_the_citation_of_a_translation_names_the_original_and_the_translator() -> None:
    bulgarian = project("bg", title="Проект")
    english = project("en", title="Is it a project?", translation_of=bulgarian, origin="reviewed")
    assert "Is it a project? Original: Bulgarian; machine translation, reviewed." in words(
        read(english).select_one(".cite-text")
    )


def test_a_chapter_is_cited_in_its_handbook() -> None:
    handbook = HandbookPageFactory(
        parent=index("handbook", home()), title="Handbook", publisher=concept(Organisation, "arm", name="Association")
    )
    chapter = HandbookChapterPageFactory(parent=handbook, title="Resources & means")
    assert "Association. Resources & means. In: Handbook, chapter 1." in words(read(chapter).select_one(".cite-text"))
    bibtex = fetched(f"/en/cite/{chapter.pk}.bib")
    assert bibtex.startswith(f"@incollection{{vademecum-{chapter.pk},\n  author = {{{{Association}}}},\n")
    assert "  title = {{Resources \\& means}},\n  booktitle = {Handbook},\n  chapter = {1},\n" in bibtex
    assert "TY  - CHAP\r\nAU  - Association\r\nTI  - Resources & means\r\nBT  - Handbook\r\n" in fetched(
        f"/en/cite/{chapter.pk}.ris"
    )


def test_no_line_of_a_title_can_begin_a_field_of_a_citation() -> None:
    page = project(title="A title\r\nUR  - https://elsewhere.example/ } \\input{x}")
    assert fetched(f"/en/cite/{page.pk}.ris").count("\nUR  - ") == 1
    assert "\\} \\textbackslash{}input\\{x\\}" in fetched(f"/en/cite/{page.pk}.bib")


# ---------------------------------------------------------------------------------- for machines


def machine_data(page: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a page tells machines of itself, and of the pages above it."""
    about, crumbs = (
        json.loads(script.get_text()) for script in read(page).select('script[type="application/ld+json"]')
    )
    return about, crumbs


def test_a_project_tells_machines_who_carries_it_out() -> None:
    lead = concept(Organisation, "bsc", name="Business Support Centre")
    left = concept(Organisation, "rda", name="District Administration")
    page = project(
        title="E-GoverNet",
        start=date(2017, 4, 20),
        parties=[
            row(ProjectParty, role="lead_beneficiary", organisation=lead),
            row(ProjectParty, role="beneficiary", organisation=left, withdrew=True),
        ],
    )
    about, crumbs = machine_data(page)
    assert (about["@type"], about["name"], about["foundingDate"]) == ("ResearchProject", "E-GoverNet", "2017-04-20")
    assert about["member"] == [{"@type": "Organization", "name": "Business Support Centre"}]
    assert [step["name"] for step in crumbs["itemListElement"]] == ["Vademecum", "Projects", "E-GoverNet"]


@pytest.mark.parametrize(
    ("kind", "type_name"), [("course", "Course"), ("study_visit", "EducationEvent"), ("exchange", "EducationEvent")]
)
def test_a_training_is_a_course_or_an_event(kind: str, type_name: str) -> None:
    about, _crumbs = machine_data(TrainingPageFactory(parent=index("training", home()), kind=kind))
    assert about["@type"] == type_name


def test_a_book_lists_its_chapters_and_a_chapter_its_book() -> None:
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Handbook")
    chapter = HandbookChapterPageFactory(parent=handbook, title="Resources")
    about, _crumbs = machine_data(handbook)
    assert [(part["name"], part["position"]) for part in about["hasPart"]] == [("Resources", 1)]
    about, _crumbs = machine_data(chapter)
    assert about["isPartOf"]["name"] == "Handbook"


def test_an_issue_lists_its_articles() -> None:
    body = [("heading", {"text": "The counter", "anchor": "counter"}), ("text", "<p>One.</p>")]
    about, _crumbs = machine_data(BulletinPageFactory(parent=index("bulletin", home()), body=body))
    assert about["@type"] == "PublicationIssue"
    assert [part["headline"] for part in about["hasPart"]] == ["The counter"]


def test_no_title_can_end_what_is_said_to_machines() -> None:
    page = project(title="</script><script>alert(1)</script>")
    assert machine_data(page)[0]["name"] == "</script><script>alert(1)</script>"


@pytest.mark.parametrize("make", [project, lambda: HandbookPageFactory(parent=index("handbook", home()))])
def test_a_link_preview_has_a_title_and_a_description(make: Any) -> None:
    page = make()
    page.title, page.summary = "A title", "A summary."
    page.save()
    shown = read(page)
    tags = [shown.select_one(f'meta[property="og:{name}"]') for name in ("title", "description")]
    assert [tag["content"] for tag in tags if tag] == ["A title", "A summary."]
