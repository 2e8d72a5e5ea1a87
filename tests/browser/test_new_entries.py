"""What is entered and uploaded for the first time: in which language, whether it is there already, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page, expect

from cms.models import LibraryDocument
from projects.models import HandbookPage, Place
from tests.browser.actions import action
from tests.editing import add_address, signed_in
from tests.factories.complete import content_of, file
from tests.factories.home import home
from tests.factories.projects import concept, index


@dataclass(frozen=True)
class Said:
    """What the administration says in a language, and what somebody types in it."""

    language: str
    place: str
    misspelt: str
    country: str
    in_letters: str
    coordinates: tuple[str, str]
    nuts: tuple[str, str]
    not_of_country: str
    is_alike: str
    no_isbn: str
    picture: str
    name_only: str
    file_is_there: str


SAID = {
    "pl": Said(
        language="Polski",
        place="Łęczyca",
        misspelt="Leczyca",
        country="Polska",
        in_letters="PL – Polska",
        coordinates=("52,06", "19,2"),
        nuts=("BG311", "pl711"),
        not_of_country="Kod BG311 nie należy do tego państwa: Polska.",
        is_alike="Istnieje wpis o tej lub podobnej nazwie.",
        no_isbn="To nie jest numer ISBN: po tych cyfrach ostatnią byłaby 0.",
        picture="Obraz",
        name_only="To jest nazwa obrazu lub jego pliku.",
        file_is_there="Ten plik już jest w bibliotece.",
    ),
    "bg": Said(
        language="Български",
        place="Видин",
        misspelt="Vidin",
        country="България",
        in_letters="BG – България",
        coordinates=("43,99", "22,88"),
        nuts=("PL711", "bg311"),
        not_of_country="Кодът PL711 не е на тази държава: България.",
        is_alike="Има запис с това или с подобно име.",
        no_isbn="Това не е ISBN: след тези цифри последната би била 0.",
        picture="Изображение",
        name_only="Това е името на изображението или на файла му.",
        file_is_there="Този файл вече е качен.",
    ),
    "nb": Said(
        language="Norsk bokmål",
        place="Tromsø",
        misspelt="Tromso",
        country="Norge",
        in_letters="NO – Norge",
        coordinates=("69,65", "18,96"),
        nuts=("PL711", "no074"),
        not_of_country="PL711 er ikke en kode for Norge.",
        is_alike="Det finnes en oppføring med dette eller et lignende navn.",
        no_isbn="Dette er ikke et ISBN: etter disse sifrene ville det siste vært 0.",
        picture="Bilde",
        name_only="Dette er navnet på bildet eller bildefilen.",
        file_is_there="Filen finnes allerede.",
    ),
}


def type_into(tab: Page, name: str, typed: str) -> None:
    """Type into a field and leave it."""
    tab.locator(f"#id_{name}").fill(typed)
    tab.keyboard.press("Tab")


@pytest.mark.parametrize("language", SAID)
def test_a_new_place_is_in_the_persons_language_has_its_country_by_name_and_is_entered_once(
    tab_of: Callable[[Client], Page], language: str
) -> None:
    said = SAID[language]
    home(language)
    concept(Place, "there", name=said.place, country="NO", latitude=60, longitude=11)
    tab = tab_of(signed_in(language=language))
    tab.goto(reverse(Place.snippet_viewset.get_url_name("add")))
    expect(tab.locator(".own-language strong")).to_have_text(said.language)

    type_into(tab, "name", said.misspelt)
    type_into(tab, "country", said.country)
    expect(tab.locator("#id_country ~ [data-said-words]")).to_have_text(said.in_letters)
    type_into(tab, "nuts", said.nuts[0])
    for name, typed in zip(("latitude", "longitude"), said.coordinates, strict=True):
        type_into(tab, name, typed)
    action(tab, "footer .action-save")
    faults = tab.locator("main")
    expect(faults).to_contain_text(said.not_of_country)
    expect(faults).to_contain_text(said.is_alike)
    expect(tab.locator(".similar a")).to_have_text(said.place)
    assert Place.objects.count() == 1

    type_into(tab, "nuts", said.nuts[1])
    tab.locator("[name=is_another]").check()
    action(tab, "footer .action-save")
    place = Place.objects.get(name=said.misspelt)
    assert (place.country, place.nuts, place.locale.language_code) == (
        said.in_letters[:2],
        said.nuts[1].upper(),
        language,
    )


@pytest.mark.parametrize("language", SAID)
def test_a_handbooks_picture_and_file_are_no_copies_of_their_names_and_its_isbn_is_one(
    tab_of: Callable[[Client], Page], tmp_path: Path, language: str
) -> None:
    said = SAID[language]
    kept = file()
    again = tmp_path / "again.pdf"
    again.write_bytes(content_of(kept))
    drawn = tmp_path / "yard_2026.png"
    Image.new("RGB", (80, 50), "#336677").save(drawn)
    tab = tab_of(signed_in(language=language))
    tab.goto(add_address(HandbookPage, index("handbook", home(language))))
    modal = tab.locator(".modal")

    def upload(path: Path) -> None:
        modal.locator("[role=tab][href='#tab-upload']").click()
        modal.locator("input[type=file]").set_input_files(path)
        expect(modal.locator("#tab-upload input[name$=title]")).to_have_value(path.stem)
        modal.locator("#tab-upload [type=submit]").click()

    type_into(tab, "title", "978")
    type_into(tab, "summary", "978")
    type_into(tab, "isbn", "978-954-92101-7-5")
    tab.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    tab.get_by_role("option", name=said.picture, exact=True).click()
    tab.locator("[data-contentpath=body] [data-chooser-action-choose]").first.click()
    upload(drawn)
    expect(modal).to_be_hidden()
    alternative = tab.locator("[name=body-0-value-image-alt_text]")
    expect(alternative).to_have_value("")
    alternative.fill("Yard 2026")

    tab.locator("#id_document-chooser [data-chooser-action-choose]").last.click()
    expect(modal.locator("select[name$=language]")).to_have_value(language)
    upload(again)
    expect(modal).to_contain_text(said.file_is_there)
    modal.locator("[data-dismiss=modal]").click()
    expect(modal).to_be_hidden()
    assert LibraryDocument.objects.count() == 1

    action(tab, "footer [name=action-publish]")
    expect(tab.locator("main")).to_contain_text(said.no_isbn)
    expect(tab.locator("main")).to_contain_text(said.name_only)
    expect(alternative).to_have_value("Yard 2026")
    assert not HandbookPage.objects.live().exists()
