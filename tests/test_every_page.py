"""Every page type, complete: read, edited, previewed, compared; and every block that an editor may choose."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, get_page_models

from cms.models import BasePage
from tests.editing import PUBLISH, add_address, body_of, edit_address, filled_in, signed_in
from tests.factories.complete import EVERY_PAGE, picture, vocabulary
from tests.factories.home import home
from tests.reading import read

pytestmark = pytest.mark.django_db
# Times and versions of a page, the places of rows and the identities of blocks.
KEPT_ASIDE = {
    "id", "sort_order", "latest_revision", "live_revision", "has_unpublished_changes",
    "first_published_at", "last_published_at", "latest_revision_created_at",
}  # fmt: skip


@pytest.fixture
def admin() -> Client:
    return signed_in()


@pytest.fixture(params=EVERY_PAGE)
def page(request: pytest.FixtureRequest) -> Any:
    made = EVERY_PAGE[request.param]()
    made.save_revision(clean=False)
    return type(made).objects.get(pk=made.pk)


def content(page: Any) -> Any:
    """Return all that an editor can change of a page, rows and blocks in their order."""
    stored: dict[str, Any] = page.serializable_data()
    if "body" in stored:
        stored["body"] = [(block.block_type, block.block.get_prep_value(block.value)) for block in page.body]
    return plain(stored)


def plain(value: Any) -> Any:
    """Return a stored value without what the administration keeps for itself."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name not in KEPT_ASIDE}
    if isinstance(value, str):
        return re.sub(r' data-block-key="\w+"', "", value)
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def test_no_page_type_is_forgotten() -> None:
    made = {type(make()) for make in EVERY_PAGE.values()}
    assert made == {model for model in get_page_models() if issubclass(model, BasePage)}


def test_a_page_is_read_in_its_language(page: Any) -> None:
    soup = read(page.url_path)
    assert soup.html["lang"] == "en"
    assert page.title in soup.get_text()


def test_publishing_a_page_as_it_stands_changes_nothing_of_it(admin: Client, page: Any) -> None:
    before = content(page)
    address = edit_address(page)
    response = admin.post(address, filled_in(admin, address, **body_of(page)) | PUBLISH)
    assert response.status_code == HTTPStatus.FOUND
    after = type(page).objects.get(pk=page.pk)
    assert content(after) == before
    assert after.live


def test_a_draft_is_previewed_as_the_form_has_it(admin: Client, page: Any) -> None:
    sent = filled_in(admin, edit_address(page), title="A title not yet saved", **body_of(page))
    answer = admin.post(edit_address(page, "preview_on_edit"), sent)
    assert answer.json() == {"is_valid": True, "is_available": True}
    preview = admin.get(edit_address(page, "preview_on_edit"), {"in_preview_panel": "true"})
    assert "A title not yet saved" in preview.content.decode()
    assert "A title not yet saved" not in admin.get(page.url_path).content.decode()


def test_the_latest_draft_can_be_looked_at(admin: Client, page: Any) -> None:
    assert admin.get(edit_address(page, "view_draft")).status_code == HTTPStatus.OK


def test_two_versions_are_compared_and_listed(admin: Client, page: Any) -> None:
    page.title = "Another title"
    page.save_revision()
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    assert "Another" in admin.get(compare).content.decode()
    assert admin.get(edit_address(page, "history")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", [name for name in EVERY_PAGE if name != "front page"])
def test_a_page_is_previewed_before_it_is_saved_for_the_first_time(admin: Client, name: str) -> None:
    made = EVERY_PAGE[name]()
    model, parent = type(made), made.get_parent()
    if model.max_count_per_parent == 1:
        parent = home("bg")
    address = add_address(model, parent)
    sent = filled_in(admin, address, title="Never saved")
    if "slug" in sent:
        sent["slug"] = ""
    preview = add_address(model, parent, "preview_on_add")
    assert admin.post(preview, sent).json() == {"is_valid": True, "is_available": True}
    assert "Never saved" in admin.get(preview, {"in_preview_panel": "true"}).content.decode()
    assert not Page.objects.filter(title="Never saved").exists()


def test_a_front_page_comes_by_translation_and_never_by_hand(admin: Client) -> None:
    root = home().get_parent()
    assert admin.get(add_address(type(home()), root)).status_code == HTTPStatus.FOUND
    copied = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": root.pk}
    admin.post(edit_address(home(), "copy"), copied)
    assert Page.objects.filter(depth=2).count() == 1


def blocks() -> dict[str, Any]:
    """Return every block that the picker of a body offers, by page type and name."""
    bodies = {
        model: model._meta.get_field("body").stream_block
        for model in get_page_models()
        if issubclass(model, BasePage) and hasattr(model, "body")
    }
    return {
        f"{model.__name__}.{name}": block for model, body in bodies.items() for name, block in body.child_blocks.items()
    }


@pytest.mark.parametrize("name", blocks())
def test_every_block_of_the_picker_says_what_it_is_and_has_a_preview(admin: Client, name: str) -> None:
    picture()
    vocabulary()
    block = blocks()[name]
    assert block.meta.description
    assert block.meta.icon != "placeholder"
    assert block.meta.group
    assert block.is_previewable
    response = admin.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    soup = response.content.decode()
    assert response.status_code == HTTPStatus.OK
    assert "None" not in soup


@pytest.mark.parametrize("name", blocks())
def test_an_empty_library_has_previews_too(admin: Client, name: str) -> None:
    response = admin.get(reverse("wagtailadmin_block_preview"), {"id": blocks()[name].definition_prefix})
    assert response.status_code == HTTPStatus.OK
