"""The administration around its forms: the library's name and sign, the checks of the content."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
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
