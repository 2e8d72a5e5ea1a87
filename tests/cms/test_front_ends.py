"""A front end in the editor's preview: its address, and what is typed and not saved."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.models import FrontEnd, TypedDraft
from cms.previews.addresses import filled, is_usable
from cms.previews.links import TYPED_KEPT, forget_old_links
from projects.models import ProjectPage
from tests.editing import add_address, body_of, edit_address, errors, filled_in, signed_in
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import submitted, translate

ADDRESS = "https://readers.example.org/preview"
MODE = {"mode": "front-end", "in_preview_panel": "true"}


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        "https://readers.example.org:8443/?draft={token}",
        "https://readers.example.org/{language}/{type}/{key}#{token}",
        "http://localhost:8100/example/",
        "http://127.0.0.1:8100/",
        "http://[::1]:8100/",
    ],
)
def test_an_address_that_a_token_may_be_sent_to(address: str) -> None:
    assert is_usable(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://readers.example.org/",
        "//readers.example.org/",
        "/preview/",
        "readers.example.org",
        "javascript:alert(1)//{token}",
        "data:text/html,{token}",
        "https://name:password@readers.example.org/",
        "https://readers.example.org/{tokn}",
        "https://readers.example.org/{token",
        "https://readers.example.org/{token}}",
        "https://readers.example.org; script-src */",
        "https://readers.example.org/ x",
        'https://readers.example.org/"onload=',
        "https://[readers",
        "https:///preview",
    ],
)
def test_an_address_that_no_token_is_sent_to(address: str) -> None:
    assert not is_usable(address)


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        (ADDRESS, f"{ADDRESS}?preview=TOKEN"),
        (f"{ADDRESS}?a=b#c", f"{ADDRESS}?a=b&preview=TOKEN#c"),
        ("https://x.org/{language}/{type}/{key}#{token}", "https://x.org/nb/page/KEY#TOKEN"),
    ],
)
def test_what_is_in_braces_is_replaced_and_the_token_is_there_in_any_case(address: str, opened: str) -> None:
    assert filled(address, {"token": "TOKEN", "type": "page", "key": "KEY", "language": "nb"}) == opened


@pytest.mark.django_db
def test_the_address_is_set_in_the_administration_and_a_wrong_one_is_told() -> None:
    admin = signed_in()
    FrontEnd.objects.create()
    form = reverse("wagtailsettings:edit", args=["cms", "frontend", FrontEnd.objects.get().pk])
    assert "preview_address" in errors(admin.post(form, {"name": "Reader", "preview_address": "http://x.org/"}))
    assert "name" in errors(admin.post(form, {"name": "", "preview_address": ADDRESS}))
    assert admin.post(form, {"name": "Reader", "preview_address": ADDRESS}).status_code == HTTPStatus.FOUND
    assert FrontEnd.objects.get().preview_address == ADDRESS


def framed(answer: Any) -> str:
    """Return what the frame of a preview shows."""
    assert answer.status_code == HTTPStatus.OK
    return str(BeautifulSoup(answer.content, "html.parser").select_one("iframe")["src"])


def told(address: str) -> Any:
    """Return what the front end at an address gets from the API."""
    (token,) = parse_qs(urlsplit(address).query)["preview"]
    answer = Client().get("/api/v1/preview", headers={"Preview-Token": token})
    assert answer.status_code == HTTPStatus.OK, answer.content
    return answer.json()["item"]


@pytest.fixture
def front_end() -> FrontEnd:
    return FrontEnd.objects.create(name="Reader", preview_address=ADDRESS)


@pytest.mark.django_db
def test_the_front_end_shows_what_is_typed_and_not_saved(front_end: FrontEnd) -> None:
    admin, page = signed_in(), EVERY_PAGE["project"]()
    sent = filled_in(admin, edit_address(page), title="Typed and not saved", **body_of(page))
    preview = edit_address(page, "preview_on_edit")
    assert admin.post(preview, sent).json()["is_valid"]
    answer = admin.get(preview, MODE)
    address = framed(answer)
    assert address.startswith(f"{ADDRESS}?preview=typed-")
    item = told(address)
    assert item["title"] == "Typed and not saved"
    assert item["statements"]
    assert item["body"]["blocks"]
    assert ProjectPage.objects.get(pk=page.pk).title != "Typed and not saved"
    assert "frame-src https://readers.example.org;" in f"{answer.headers['Content-Security-Policy']};"
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    # What is typed next is at the same address.
    admin.post(preview, {**sent, "title": "Typed later"})
    assert framed(admin.get(preview, MODE)) == address
    assert told(address)["title"] == "Typed later"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["project", "training", "handbook", "standard page"])
def test_a_page_is_shown_before_it_is_saved_for_the_first_time(front_end: FrontEnd, name: str) -> None:
    admin, made = signed_in(), EVERY_PAGE[name]()
    model, parent = type(made), made.get_parent()
    sent = filled_in(admin, add_address(model, parent), title="Never saved")
    preview = add_address(model, parent, "preview_on_add")
    assert admin.post(preview, {**sent, "slug": ""}).json()["is_valid"]
    item = told(framed(admin.get(preview, MODE)))
    assert item["title"] == "Never saved"
    assert item["translations"] == []
    assert "None" not in item["permanent_address"]


@pytest.mark.django_db
def test_a_translation_is_shown_as_its_editor_has_it(front_end: FrontEnd) -> None:
    source = ProjectPageFactory(parent=index("project", home()), title="As published")
    index("project", home("nb"))
    translation = submitted(source, "nb")
    translate(translation)
    preview = reverse("wagtail_localize:preview_translation", args=[translation.pk, "front-end"])
    assert told(framed(signed_in().get(preview)))["title"] == "nb: As published"


@pytest.mark.django_db
def test_the_choice_is_there_for_pages_that_the_api_tells_alone(front_end: FrontEnd) -> None:
    page = ProjectPageFactory(parent=index("project", home()))
    assert [name for _mode, name in page.preview_modes] == ["This site", "Reader"]
    assert [name for _mode, name in home().preview_modes] == ["This site"]
    front_end.preview_address = ""
    front_end.save()
    assert [name for _mode, name in page.preview_modes] == ["This site"]


@pytest.mark.django_db
def test_what_was_typed_is_over_after_an_hour_and_with_the_account(front_end: FrontEnd) -> None:
    admin, page = signed_in(), ProjectPageFactory(parent=index("project", home()))
    address = framed(admin.get(edit_address(page, "view_draft"), MODE))
    (token,) = parse_qs(urlsplit(address).query)["preview"]
    assert told(address)["title"] == page.title
    typed = TypedDraft.objects.get()
    typed.made_by.is_active = False
    typed.made_by.save()
    asked = {"Preview-Token": token}
    assert Client().get("/api/v1/preview", headers=asked).status_code == HTTPStatus.NOT_FOUND
    typed.made_by.is_active = True
    typed.made_by.save()
    TypedDraft.objects.update(typed_at=timezone.now() - TYPED_KEPT)
    assert Client().get("/api/v1/preview", headers=asked).status_code == HTTPStatus.NOT_FOUND
    forget_old_links()
    assert not TypedDraft.objects.exists()


@pytest.mark.django_db
def test_a_link_has_an_address_at_the_front_end_too(front_end: FrontEnd) -> None:
    admin, page = signed_in(), ProjectPageFactory(parent=index("project", home()), live=False)
    admin.post(f"/admin/pages/{page.pk}/preview-links/", {"days": "7"})
    soup = BeautifulSoup(admin.get(f"/admin/pages/{page.pk}/preview-links/").content, "html.parser")
    here, there = (str(field["value"]) for field in soup.select(".preview-links__address input"))
    assert there.startswith(f"{ADDRESS}?preview=link-")
    assert urlsplit(here).query.partition("=")[2] == urlsplit(there).query.partition("=")[2]
    assert told(there)["title"] == page.title
