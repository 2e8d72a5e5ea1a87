"""The administration around its forms: the library's name and sign, the checks of the content."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.utils import translation
from wagtail.models import Page

from tests.editing import edit_address, signed_in
from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.django_db


def administration(address: str) -> Any:
    return BeautifulSoup(signed_in().get(address).content, "html.parser")


def test_the_administration_bears_the_librarys_name_and_sign() -> None:
    soup = administration("/admin/")
    assert soup.title.get_text().strip().endswith("Vademecum")
    assert soup.select_one("link[rel=icon]")["href"].endswith("favicon.svg")
    assert "<svg" in str(soup.select_one("template[data-wagtail-sidebar-branding-logo]"))


def test_the_editor_checks_what_would_shut_a_reader_out() -> None:
    page = StandardPageFactory(parent=home())
    checks = json.loads(administration(edit_address(page)).find(id="checker-axe-configuration").get_text())
    rules = set(checks["options"]["runOnly"])
    assert {"image-alt", "heading-order", "link-name", "empty-heading", "valid-lang", "page-has-heading-one"} <= rules
    assert checks["messages"]["image-alt"]["error_name"] == "A picture has no alternative text"


def test_a_page_is_copied_but_no_alias_is_made_of_it() -> None:
    page = StandardPageFactory(parent=home(), title="About")
    copied = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": home().pk}
    answer = signed_in().post(edit_address(page, "copy"), copied | {"alias": "on"}, follow=True)
    assert "Readers never see an alias here." in answer.content.decode()
    assert not Page.objects.filter(slug="copy").exists()
    signed_in().post(edit_address(page, "copy"), copied)
    assert Page.objects.filter(slug="copy").exists()


def translator_of_bulgarian(name: str = "") -> Any:
    """Return a new person of the group, whose browser asks for English."""
    user = User.objects.create_user("translator", "translator@example.org", first_name=name, last_name=name)
    user.groups.add(Group.objects.get(name="Translators: Bulgarian"))
    return signed_in(user.username)


def test_a_refusal_is_told_in_the_language_of_the_person_not_of_the_browser() -> None:
    answer = translator_of_bulgarian().get("/admin/snippets/", headers={"Accept-Language": "en"}, follow=True)
    said = BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text(" ", strip=True)
    with translation.override("bg"):
        assert translation.gettext("Sorry, you do not have permission to access this area.") in said
    assert answer.headers["Content-Language"] == "bg"


def test_an_error_is_told_in_the_language_of_the_person_too() -> None:
    answer = translator_of_bulgarian().get("/admin/pages/987654/edit/", headers={"Accept-Language": "en"})
    assert BeautifulSoup(answer.content, "html.parser").html["lang"] == "bg"


@pytest.mark.parametrize("address", ["/admin/nothing/", "/admin/guide/nothing/", "/admin/images/987654/"])
def test_an_address_that_is_not_there_bears_the_librarys_name_and_sign(address: str) -> None:
    answer = signed_in(language="lv").get(address)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    soup: Any = BeautifulSoup(answer.content, "html.parser")
    assert soup.title.get_text(strip=True).endswith("Vademecum")
    assert soup.select_one("main a").get_text(strip=True) == "Doties uz administrāciju"
    assert soup.select_one("main svg")["viewbox"] == "0 0 26 28"
    assert "Wagtail" not in soup.get_text(" ")


def test_who_changes_their_language_is_asked_for_nothing_else() -> None:
    browser = translator_of_bulgarian()
    form = BeautifulSoup(browser.get("/admin/account/").content, "html.parser").select_one("main form")
    assert not form.select_one("[name=name_email-last_name]").has_attr("required"), "a browser would ask for it"
    sent = {
        field["name"]: field.get("value", "")
        for field in form.select("input[name]")
        if field.get("type") not in ("checkbox", "file") or field.has_attr("checked")
    }
    sent |= {
        field["name"]: chosen["value"] if (chosen := field.select_one("option[selected]")) else ""
        for field in form.select("select[name]")
    }
    answer = browser.post("/admin/account/", sent | {"locale-preferred_language": "pl"})
    assert answer.status_code == HTTPStatus.FOUND
    assert User.objects.get(username="translator").wagtail_userprofile.preferred_language == "pl"


def test_who_changes_their_name_still_gives_a_whole_one() -> None:
    answer = translator_of_bulgarian("Ana").post("/admin/account/", {"name_email-first_name": "Anna"})
    assert answer.status_code == HTTPStatus.OK
    assert User.objects.get(username="translator").first_name == "Ana"
