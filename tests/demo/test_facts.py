"""The public facts of the five projects, on their pages as a reader sees them, in every language of a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import gettext, ngettext, override, pgettext
from wagtail.models import Page

from cms.formats import day, money, month, number, percent, plural_categories, plural_category
from cms.languages import country_name
from cms.visibility import public_pages
from demo.texts import LIBRARY, identity, read_yaml
from projects.enums import FigureKind, PartyRole, Status, TargetGroupKind
from tests.demo.facts import (
    ANATOMY,
    BECOMES,
    BULLETINS,
    CODES,
    COUNTRIES,
    DOCUMENTS,
    FIGURES,
    GROUPS,
    LANGUAGES,
    NAMES,
    NUMBERED,
    PARTIES,
    STATUS,
    Counted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("library")]

FOLDER = Path(__file__).parent
PHRASES: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(
    (FOLDER / "phrases.yaml").read_text(encoding="utf-8")
)
OFFICIAL: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "official.yaml").read_text(encoding="utf-8"))
VOCABULARIES = {
    name: read_yaml(LIBRARY / "vocabularies" / f"{name}.yaml")
    for name in ("organisations", "places", "programmes", "topics", "units")
}
each_edition = pytest.mark.parametrize(
    ("key", "language"), [(key, language) for key, languages in LANGUAGES.items() for language in languages]
)


# ------------------------------------------------------------------------------- pages as they are read


def addresses(key: str) -> dict[str, str]:
    """Return the addresses at which a page of the library is public, by language."""
    pages = public_pages(Page.objects.filter(translation_key=identity("page", key)))
    return dict(pages.values_list("locale__language_code", "url_path"))


def plain(text: str) -> str:
    """Return a text with single blanks, in small letters."""
    return " ".join(text.split()).lower()


READ: dict[str, Any] = {}  # by address; nothing here changes a page


def read(address: str) -> Any:
    if address not in READ:
        response = Client().get(address)
        assert response.status_code == HTTPStatus.OK, address
        READ[address] = BeautifulSoup(response.content, "html.parser").find("main")
    return READ[address]


def section(key: str, language: str, anchor: str) -> Any:
    """Return a section of a project's page, or its head."""
    main = read(addresses(key)[language])
    found = main.select_one("header.title" if anchor == "head" else f'section[aria-labelledby="{anchor}"]')
    assert found, anchor
    return found


def said(element: Any) -> str:
    return plain(element.get_text(" ")) if element else ""


def links(element: Any) -> set[str]:
    return {link["href"].split("#")[0] for link in element.select("a[href]")}


# ------------------------------------------------------------------------- what each language says


def named(column: str, key: str, language: str) -> str:
    """Return a word of a vocabulary, e.g. of the column "places.names"."""
    vocabulary, field = column.split(".")
    return str(VOCABULARIES[vocabulary][key][field][language])


def counted(fact: Counted, language: str) -> tuple[str, str]:
    """Return a number and its unit as the language writes them."""
    forms = dict(zip(plural_categories(language), VOCABULARIES["units"][fact.unit]["forms"][language], strict=True))
    return plain(number(fact.value, language)), plain(forms[plural_category(fact.value, language)])


def months(count: int, language: str) -> str:
    with override(language):
        return ngettext("%(count)s month", "%(count)s months", count) % {"count": number(count, language)}


def amounts_and_dates(key: str, language: str) -> dict[str, list[str]]:
    """Return what the sections of a project say in numbers and dates."""
    if key == "egovernet":
        sums = [money(Decimal(amount), "EUR", language) for amount in ("1489666.82", "1266216.80")]
        period = [day(date(2017, 4, 20), language), day(date(2019, 4, 19), language), months(24, language)]
        return {
            "head": [CODES[key]],
            "identity": [CODES[key], *sums, *period],
            "budget": [*sums, percent(Decimal("0.85"), language)],
            "period": period,
            "events": [day(date(2018, 10, 9), language)],
        }
    if key == "lubuskie":
        worth = [money(Decimal("1074741.60"), "PLN", language), percent(Decimal("0.1"), language)]
        period = [day(date(2019, 9, 1), language), day(date(2021, 12, 31), language)]
        return {"head": [CODES[key]], "identity": [CODES[key], *worth, *period], "budget": worth, "period": period}
    if key == "rhodope":
        return {"identity": [months(12, language)], "period": [months(12, language)]}
    if key == "latgale":
        period = [month(date(2009, 8, 1), language), months(3, language)]
        return {"identity": period, "period": period}
    return {}


def expected(key: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each section of a project with each thing that has to be read in it."""
    for anchor, phrases in PHRASES[key].items():
        yield from ((anchor, phrase) for phrase in phrases[language])
    for (project, anchor), columns in NAMES.items():
        for column, keys in columns.items() if project == key else ():
            yield from ((anchor, named(column, name, language)) for name in keys)
    for anchor, texts in amounts_and_dates(key, language).items():
        yield from ((anchor, text) for text in texts)
    yield from (("identity", country_name(code, language)) for code in COUNTRIES[key])
    with override(language):
        yield "identity", str(Status(STATUS[key]).label)


# -------------------------------------------------------------------------------------------- tests


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_project_is_published_in_its_languages(key: str) -> None:
    assert sorted(addresses(key)) == list(LANGUAGES[key])


@pytest.mark.parametrize("key", PHRASES)
def test_the_table_asks_the_same_of_every_language(key: str) -> None:
    for anchor, phrases in PHRASES[key].items():
        assert sorted(phrases) == list(LANGUAGES[key]), anchor
        assert len({len(texts) for texts in phrases.values()}) == 1, anchor


@each_edition
def test_each_section_says_its_facts(key: str, language: str) -> None:
    missing = [
        f"{anchor}: {text}"
        for anchor, text in expected(key, language)
        if plain(text) not in said(section(key, language, anchor))
    ]
    assert not missing, "\n".join(missing)


@each_edition
def test_the_figures_are_these_and_no_others(key: str, language: str) -> None:
    shown = section(key, language, "results").select("li.figure")
    assert [figure_as_read(figure) for figure in shown] == [counted(fact, language) for fact in FIGURES[key]]
    with override(language):
        kinds = {kind.value: plain(str(kind.label)) for kind in FigureKind}
    for figure, fact in zip(shown, FIGURES[key], strict=True):
        tag = said(figure.select_one(".tag"))
        assert tag == kinds[fact.kind] or (not tag and fact.kind == FigureKind.ACHIEVED)
        whole = said(figure.select_one(".meta"))
        assert ("is-part" in figure["class"]) == bool(fact.whole)
        assert plain(number(fact.whole, language)) in whole if fact.whole else not whole


def figure_as_read(figure: Any) -> tuple[str, str]:
    value, unit = figure.select_one(".value"), figure.select_one(".unit")
    words = next(unit.stripped_strings, "") if unit else ""
    return said(value), plain(words)


@each_edition
def test_the_target_groups_have_their_numbers(key: str, language: str) -> None:
    if key not in GROUPS:
        assert not read(addresses(key)[language]).select("#target-groups")
        return
    heads, groups = GROUPS[key]
    shown = section(key, language, "target-groups")
    with override(language):
        kinds = [plain(str(TargetGroupKind(kind).label)) for kind in heads]
    assert [said(head) for head in shown.select("h3")] == kinds
    assert [figure_as_read(figure) for figure in shown.select("li.figure")] == [
        counted(fact, language) if fact else ("", "") for fact in groups
    ]


@each_edition
def test_those_who_carry_it_out_stand_in_their_order(key: str, language: str) -> None:
    shown = section(key, language, "parties").select("ol.partners > li")
    assert len(shown) == len(PARTIES[key])
    for position, (row, party) in enumerate(zip(shown, PARTIES[key], strict=True), start=1):
        assert said(row.select_one(".ord")) == str(position)
        assert said(row.select_one(".name")) == plain(named("organisations.names", party.organisation, language))
        with override(language):
            role, withdrew = str(PartyRole(party.role).label), gettext("withdrew")
        assert plain(role) in said(row)
        assert plain(country_name(party.country, language)) in said(row)
        assert said(row.select_one(".tag")) == (plain(withdrew) if party.withdrew else "")


@pytest.mark.parametrize("language", LANGUAGES["investnorthwest"])
def test_that_there_are_no_partners_is_said(language: str) -> None:
    with override(language):
        partners, none = gettext("Partners"), pgettext("partners", "none")
    card = section("investnorthwest", language, "identity")
    row = next(row for row in card.select("dl > div") if said(row.select_one("dt")) == plain(partners))
    assert said(row.select_one("dd")) == plain(none)
    assert plain(f"{partners}: {none}") in said(section("investnorthwest", language, "parties"))


@pytest.mark.parametrize("language", LANGUAGES["latgale"])
def test_a_start_that_is_known_to_the_month_has_no_day(language: str) -> None:
    (start,) = section("latgale", language, "period").select("time")
    assert start["datetime"] == "2009-08"
    assert said(start) == plain(month(date(2009, 8, 1), language))


@each_edition
def test_the_sections_follow_the_projects_own_order(key: str, language: str) -> None:
    anchors = [heading["id"] for heading in read(addresses(key)[language]).select("section > h2[id]")]
    assert [anchor for anchor in anchors if anchor in ANATOMY[key]] == ANATOMY[key]


@pytest.mark.parametrize("language", LANGUAGES["rhodope"])
def test_the_funders_come_first(language: str) -> None:
    assert read(addresses("rhodope")[language]).select_one("section > h2[id]")["id"] == "funders"


@pytest.mark.parametrize(("key", "anchor"), NUMBERED)
def test_statements_are_numbered(key: str, anchor: str) -> None:
    for language in LANGUAGES[key]:
        numbered = section(key, language, anchor).select_one("ol")
        assert len(numbered.find_all("li", recursive=False)) == NUMBERED[key, anchor], language


@pytest.mark.parametrize("key", DOCUMENTS)
def test_each_document_is_offered_in_its_languages(key: str) -> None:
    for language in LANGUAGES[key]:
        shown = section(key, language, "documents").select("li.doc")
        assert [{link["hreflang"] for link in row.select("a[href]")} for row in shown] == DOCUMENTS[key], language


@pytest.mark.parametrize(("key", "anchor"), BECOMES)
def test_what_a_project_left_behind_is_linked(key: str, anchor: str) -> None:
    for language in LANGUAGES[key]:
        there = links(section(key, language, anchor))
        for work in BECOMES[key, anchor]:
            public = addresses(work)
            # In the reader's language where the page has it.
            assert there & ({public[language]} if language in public else {*public.values()}), (language, work)


@pytest.mark.parametrize("language", LANGUAGES["egovernet"])
def test_the_gallery_and_the_event_are_there(language: str) -> None:
    pictures = section("egovernet", language, "galeria").select("figure img")
    assert len(pictures) == 4
    assert all(picture["alt"] for picture in pictures)
    event = section("egovernet", language, "events").select_one('a[href$=".ics"]')
    assert b"DTSTART;VALUE=DATE:20181009" in Client().get(event["href"]).content


@pytest.mark.parametrize("language", LANGUAGES["egovernet"])
def test_an_address_that_may_not_answer_is_text_and_no_link(language: str) -> None:
    shown = section("egovernet", language, "platforma")
    assert "https://www.e-gover.net/index" in said(shown)
    assert not [address for address in links(read(addresses("egovernet")[language])) if "e-gover.net" in address]


@pytest.mark.parametrize("key", OFFICIAL)
def test_official_names_stand_as_the_project_writes_them(key: str) -> None:
    language = OFFICIAL[key]["language"]
    missing = [
        f"{anchor}: {name}"
        for anchor, names in OFFICIAL[key]["names"].items()
        for name in names
        if name not in " ".join(section(key, language, anchor).get_text(" ").split())
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", LANGUAGES["lubuskie"])
def test_the_contact_works_and_no_harvester_reads_it(language: str) -> None:
    contacts = section("lubuskie", language, "contacts")
    assert contacts.select_one('a[href="tel:+48000000000"]')
    mail = contacts.select_one('a[rel="nofollow"]')
    assert "inwestor@example.org" not in str(contacts)
    assert Client().get(mail["href"])["Location"] == "mailto:inwestor@example.org"


@pytest.mark.parametrize("issue", BULLETINS)
def test_each_issue_of_the_bulletin_is_a_download_in_its_language(issue: str) -> None:
    for language, address in addresses(issue).items():
        (file,) = {link for link in links(read(address)) if link.endswith(".pdf")}
        assert file.startswith(f"/{language}/pdf/")
        assert Client().get(file).status_code == HTTPStatus.OK
