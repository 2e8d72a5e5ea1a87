"""A project's page: each fact in its section, and what its absence means."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from projects.enums import FactKind
from projects.models import (
    Organisation,
    Place,
    ProjectBudgetPart,
    ProjectContact,
    ProjectEvent,
    ProjectFigure,
    ProjectPage,
    ProjectParty,
    ProjectPlace,
    ProjectStatement,
    ProjectTargetGroup,
    ProjectTopic,
    Topic,
    Unit,
)
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index, row
from tests.projects.reading import card, read, section, words

pytestmark = pytest.mark.django_db


def project(language: str = "en", *kinds: str, **fields: Any) -> ProjectPage:
    """Return a project in a language whose body shows some kinds of facts under their usual headings."""
    fields.setdefault("body", [("facts", {"kind": kind, "heading": ""}) for kind in kinds])
    page: ProjectPage = ProjectPageFactory(parent=index("project", home(language)), **fields)
    return page


# ------------------------------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("bg", "1 489 666,82 €"),
        ("en", "€1,489,666.82"),
        ("lv", "1 489 666,82 €"),
        ("nb", "1 489 666,82 €"),
        ("pl", "1 489 666,82 €"),
        ("ro", "1.489.666,82 EUR"),
    ],
)
def test_the_budget_is_exact_and_written_as_each_language_writes_money(language: str, written: str) -> None:
    page = project(language, "budget", budget_total=Decimal("1489666.82"))
    assert written in words(section(read(page), "budget"))


FORMS = {
    "bg": "служител\nслужители",
    "en": "officer\nofficers",
    "lv": "darbinieku\ndarbinieks\ndarbinieki",
    "nb": "ansatt\nansatte",
    "pl": "urzędnik\nurzędnicy\nurzędników\nurzędnika",
    "ro": "funcționar\nfuncționari\nde funcționari",
}


@pytest.mark.parametrize(
    ("language", "value", "form"),
    [
        ("bg", 1, "служител"),
        ("bg", 2, "служители"),
        ("en", 1, "officer"),
        ("en", 142, "officers"),
        ("lv", 10, "darbinieku"),
        ("lv", 21, "darbinieks"),
        ("lv", 42, "darbinieki"),
        ("nb", 1, "ansatt"),
        ("nb", 137, "ansatte"),
        ("pl", 1, "urzędnik"),
        ("pl", 142, "urzędnicy"),
        ("pl", 137, "urzędników"),
        ("ro", 1, "funcționar"),
        ("ro", 2, "funcționari"),
        ("ro", 142, "de funcționari"),
    ],
)
def test_a_unit_stands_in_the_form_that_its_number_wants(language: str, value: int, form: str) -> None:
    unit = concept(Unit, "officer", language, forms=FORMS[language])
    page = project(language, "results", figures=[row(ProjectFigure, language, value=Decimal(value), unit=unit)])
    assert words(section(read(page), "results").select_one(".unit")) == form


def test_a_name_that_only_another_language_has_says_which_language_it_is() -> None:
    forum = concept(Organisation, "forum", "bg", name="Български икономически форум")
    page = project("en", "parties", parties=[row(ProjectParty, organisation=forum)])
    name = section(read(page), "parties").select_one(".name [lang]")
    assert name is not None
    assert (name["lang"], words(name)) == ("bg", "Български икономически форум")


def test_a_name_of_the_readers_language_is_used_whichever_row_the_page_refers_to() -> None:
    bulgarian = concept(Topic, "training", "bg", name="обучение")
    concept(Topic, "training", "en", name="training")
    page = project("en", topics=[row(ProjectTopic, topic=bulgarian)])
    assert card(read(page), "Topics") == "training"


def test_a_name_that_is_a_draft_is_not_shown() -> None:
    concept(Topic, "training", "en", name="training", live=False)
    bulgarian = concept(Topic, "training", "bg", name="обучение")
    page = project("en", topics=[row(ProjectTopic, topic=bulgarian)])
    assert card(read(page), "Topics") == "обучение"


# ------------------------------------------------------------------------------------------ order


def test_sections_stand_in_the_order_and_under_the_headings_of_the_body() -> None:
    page = project(
        body=[
            ("facts", {"kind": "budget", "heading": "What did it cost?"}),
            ("heading", {"text": "The river", "anchor": "river"}),
            ("text", "<p>It flows.</p>"),
            ("facts", {"kind": "period", "heading": ""}),
        ]
    )
    headings = [words(heading).removesuffix(" #") for heading in read(page).select("h2.in-label")]
    assert headings == ["What did it cost?", "The river", "Period", "Cite this page"]


def test_facts_that_no_section_shows_follow_the_body() -> None:
    page = project("en", "period", contacts=[row(ProjectContact, department="Investment office")])
    assert "Investment office" in words(section(read(page), "contacts"))


def test_what_the_card_tells_needs_no_section_of_its_own() -> None:
    page = project("en", "period", budget_total=Decimal(100), status="completed")
    shown = read(page)
    assert card(shown, "Budget") == "€100.00"
    assert not shown.find(id="budget")


# -------------------------------------------------------------------------------------- absence


@pytest.mark.parametrize("kind", FactKind.values)
def test_a_kind_without_facts_says_what_its_absence_means(kind: str) -> None:
    shown = section(read(project("en", kind)), kind.replace("_", "-"))
    assert any(statement in words(shown).lower() for statement in ("not stated", "none in the library")), words(shown)


def test_no_partners_is_a_statement() -> None:
    page = project("en", "parties", "identity", no_partners=True)
    shown = read(page)
    assert words(section(shown, "parties")).endswith("Partners: none")
    assert card(shown, "Partners") == "none"


def test_a_partner_who_withdrew_keeps_the_number_and_the_note() -> None:
    organisations = [concept(Organisation, key, country=country) for key, country in (("a", "BG"), ("b", "RO"))]
    page = project(
        "en",
        "parties",
        parties=[
            row(ProjectParty, role="lead_beneficiary", organisation=organisations[0], department="Office"),
            row(ProjectParty, role="partner", organisation=organisations[1], withdrew=True, note="Left in 2018."),
        ],
    )
    shown = section(read(page), "parties")
    lead, partner = shown.select(".partners > li")
    assert words(lead) == "1 a lead beneficiary · Bulgaria · Office"
    assert words(partner) == "2 b partner · Romania withdrew"
    assert "withdrew" in partner["class"]
    assert "Left in 2018." in words(shown.select_one(".in-margin"))


# ---------------------------------------------------------------------------------- money and time


def test_what_the_parts_leave_of_the_budget_is_shown_as_other_sources() -> None:
    page = project(
        "en",
        "budget",
        budget_total=Decimal("1489666.82"),
        budget_parts=[row(ProjectBudgetPart, source="ERDF", amount=Decimal("1266216.80"))],
    )
    shown = section(read(page), "budget")
    assert [words(part) for part in shown.select(".legend > li")] == [
        "ERDF €1,266,216.80 85%",
        "Other sources (the difference) €223,450.02 15%",
    ]
    rest = shown.select_one("svg .rest")
    part = shown.select_one("svg .part")
    assert rest is not None
    assert part is not None
    assert (rest["width"], part["width"]) == ("1000", "850.0")


def test_an_own_contribution_keeps_its_decimals() -> None:
    page = project("en", "budget", budget_total=Decimal(100), own_contribution_percent=Decimal("7.45"))
    assert "Own contribution 7.45%" in words(section(read(page), "budget"))


def test_a_period_known_to_the_month_says_no_day() -> None:
    page = project("en", "period", start=date(2009, 8, 1), precision="month", duration_months=3)
    shown = section(read(page), "period").select_one(".when")
    assert words(shown) == "start: August 2009 · 3 months"
    assert shown is not None
    assert shown.time is not None
    assert shown.time["datetime"] == "2009-08"


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"duration_months": 12}, "12 months"),
        ({"duration_months": 1}, "1 month"),
        ({"start": date(2009, 1, 1), "end": date(2009, 12, 31), "precision": "year"}, "2009"),
        ({"start": date(2017, 4, 20), "end": date(2019, 4, 19)}, "20 April 2017 – 19 April 2019"),
    ],
)
def test_a_period_says_what_is_known_of_it(fields: dict[str, Any], written: str) -> None:
    assert words(section(read(project("en", "period", **fields)), "period").select_one(".when")) == written


def test_an_event_leads_to_its_calendar_file() -> None:
    brussels = concept(Place, "brussels", name="Brussels", country="BE", latitude="50.8503", longitude="4.3517")
    event = row(ProjectEvent, date=date(2018, 10, 9), place=brussels, text="A seminar.")
    page = project("en", "events", events=[event])
    shown = section(read(page), "events")
    assert words(shown.select_one(".when")) == "9 October 2018 , Brussels"
    link = shown.select_one("a[type='text/calendar']")
    assert link is not None
    assert link["href"] == f"/en/calendar/{page.pk}/{event.translation_key.hex}.ics"


# ------------------------------------------------------------------------------------- statements


def test_statements_stand_under_their_kind_in_order() -> None:
    page = project(
        "en",
        "objectives",
        "stages",
        statements=[
            row(ProjectStatement, kind="specific_objective", text="Learn.", sort_order=1),
            row(ProjectStatement, kind="specific_objective", text="Meet.", sort_order=2),
            row(ProjectStatement, kind="general_objective", text="Better services.", sort_order=3),
            row(ProjectStatement, kind="stage", name="Preparation", text="Analysis.", sort_order=4),
        ],
    )
    shown = read(page)
    assert words(section(shown, "objectives").select_one(".in-text")) == (
        "General objective Better services. Specific objectives Learn. Meet."
    )
    assert words(section(shown, "stages").select_one("li")) == "1 Preparation Analysis."


def test_target_groups_stand_under_their_kind_with_their_numbers() -> None:
    unit = concept(Unit, "representative", forms="representative\nrepresentatives")
    page = project(
        "en",
        "target_groups",
        target_groups=[
            row(ProjectTargetGroup, kind="direct", value=26, unit=unit, name="Latgale", sort_order=0),
            row(ProjectTargetGroup, kind="indirect", name="Schools", detail="All of them.", sort_order=1),
        ],
    )
    assert words(section(read(page), "target-groups").select_one(".in-text")) == (
        "Direct target group 26 representatives Latgale Indirect target group Schools All of them."
    )


def test_a_target_group_that_is_named_like_its_unit_is_named_once() -> None:
    unit = concept(Unit, "officer", "ro", forms="funcționar\nfuncționari\nde funcționari")
    page = project(
        "ro",
        "target_groups",
        target_groups=[row(ProjectTargetGroup, "ro", value=100, unit=unit, name="Funcționari", detail="Juriști.")],
    )
    assert words(section(read(page), "target-groups").select_one("li")) == "100 de funcționari Juriști."


# ------------------------------------------------------------------------------------------ place


def test_places_are_listed_by_country_beside_the_map() -> None:
    rows = [
        row(ProjectPlace, place=concept(Place, key, country=country, latitude=north, longitude=east), sort_order=number)
        for number, (key, country, north, east) in enumerate(
            [("ruse", "BG", "43.8", "25.9"), ("giurgiu", "RO", "43.9", "25.9"), ("vidin", "BG", "43.9", "22.8")]
        )
    ]
    shown = section(read(project("en", "places", places=rows)), "places")
    assert words(shown.select_one("svg title")) == "Map of the places. Bulgaria: 2, Romania: 1"
    assert len(shown.select("circle.place")) == len(rows)
    assert words(shown.select_one(".in-margin")) == "Bulgaria ruse, vidin Romania giurgiu"


def test_a_country_alone_is_marked_on_the_map_without_a_dot() -> None:
    norway = concept(Place, "norway", name="Norway", kind="country", country="NO", latitude="64.5", longitude="12")
    shown = section(read(project("en", "places", places=[row(ProjectPlace, place=norway)])), "places")
    assert not shown.select("circle.place")
    assert shown.select("path.here")
    assert words(shown.select_one(".in-margin")) == "Norway not stated more exactly"


# -------------------------------------------------------------------------------- contacts, notices


def test_an_address_is_not_given_to_harvesters() -> None:
    page = project("en", "contacts", contacts=[row(ProjectContact, department="Office", email="ask@example.org")])
    shown = read(page)
    assert "ask@example.org" not in str(shown)
    assert "mailto:" not in str(shown)
    assert section(shown, "contacts").select("a[rel=nofollow]")


def test_a_withdrawn_project_says_since_when_and_why_and_what_replaces_it() -> None:
    successor = project(title="The next one")
    page = project(withdrawn_on=date(2026, 10, 14), withdrawal_reason="It was wrong.", successor=successor)
    notice = read(page).select_one(".withdrawal")
    assert words(notice) == "Withdrawn on 14 October 2026 It was wrong. Replaced by The next one"


def test_the_revision_that_is_cited_is_of_the_day_of_the_last_change() -> None:
    """At half past ten in the evening, UTC, the site is in the next day."""
    page = project(last_published_at=datetime(2026, 11, 24, 22, 30, tzinfo=UTC))
    shown = read(page)
    assert "Revision: 25 November 2026." in words(shown.select_one(".cite-text"))
    changed = shown.select_one(".dates time")
    assert changed is not None
    assert (words(changed), changed["datetime"]) == ("25 November 2026", "2026-11-25")


def test_the_page_keeps_within_its_weight() -> None:
    places = [
        row(
            ProjectPlace,
            place=concept(Place, f"p{number}", country="BG", latitude="42.5", longitude=str(22 + number / 5)),
        )
        for number in range(20)
    ]
    norway = concept(Place, "trondelag", country="NO", latitude="63.4", longitude="10.4")
    page = project("en", *FactKind.values, places=[*places, row(ProjectPlace, place=norway)])
    assert len(str(read(page)).encode()) < 100_000
