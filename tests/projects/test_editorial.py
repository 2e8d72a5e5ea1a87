"""What happens to a page between editors: review, comments, the clock, the lock; and how it begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Comment, Page

from projects.models import BulletinPage, ProjectPage
from tests.editing import (
    PUBLISH,
    add_address,
    block_errors,
    body,
    edit_address,
    errors,
    filled_in,
    rows,
    shown,
    signed_in,
)
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import BulletinPageFactory, ProjectPageFactory, index
from translation.groups import ensure_groups

pytestmark = pytest.mark.django_db
OFFERED = [name for name in EVERY_PAGE if name != "front page"]


def client_of(name: str, group: str = "Communications staff") -> Client:
    """Return the browser of a member of a group, who is no administrator."""
    ensure_groups()
    user, _made = get_user_model().objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor() -> Client:
    return client_of("editor")


@pytest.fixture
def draft() -> Page:
    page = ProjectPageFactory(parent=index("project", home()), title="To be reviewed", live=False)
    page.save_revision()
    return page


def reads(page: Page) -> int:
    """Return how the page answers a reader."""
    return Client().get(page.url_path).status_code


# ------------------------------------------------------------------------------------------- review


def test_a_page_is_published_once_a_colleague_approves_it(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    response = editor.post(address, filled_in(editor, address) | {"action-submit": "submit"}, follow=True)
    assert "submitted for moderation" in response.content.decode()
    assert reads(draft) == HTTPStatus.NOT_FOUND

    colleague = client_of("colleague")
    offered = colleague.get(address).content.decode()
    assert "Approve and Publish" in offered
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    colleague.post(address, filled_in(colleague, address) | approve)
    assert reads(draft) == HTTPStatus.OK


def test_a_colleague_hears_of_a_page_that_waits_for_review(editor: Client, draft: Page) -> None:
    client_of("colleague")
    address = edit_address(draft)
    editor.post(address, filled_in(editor, address) | {"action-submit": "submit"})
    assert "colleague@example.org" in [reader for message in mail.outbox for reader in message.to]


# ----------------------------------------------------------------------------------------- comments


@pytest.mark.parametrize("name", OFFERED)
def test_every_page_type_takes_comments_and_hours_of_publication(name: str) -> None:
    page = EVERY_PAGE[name]()
    form = signed_in().get(edit_address(page)).context["form"]
    assert {"go_live_at", "expire_at"} <= form.fields.keys()
    assert "comments" in form.formsets


def test_a_comment_stays_at_its_field(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    comment = {"text": "Is this the whole sum?", "contentpath": "budget_total", "position": ""}
    comments = rows({**comment, "resolved": "", "replies": rows()})
    editor.post(address, filled_in(editor, address, comments=comments))
    saved = Comment.objects.get(page=draft)
    assert (saved.text, saved.contentpath) == ("Is this the whole sum?", "budget_total")
    assert "Is this the whole sum?" in editor.get(address).content.decode()


# ---------------------------------------------------------------------------------------- the clock


def in_days(days: int) -> str:
    return timezone.localtime(timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")


@pytest.fixture
def pass_days(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that lets days pass, and the minute's schedule run after them."""

    def let_pass(days: int) -> None:
        then = timezone.now() + timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: then)
        call_command("publish_scheduled")

    return let_pass


@pytest.mark.parametrize("name", [name for name in OFFERED if "list" not in name and name != "glossary"])
def test_a_page_appears_and_goes_at_its_hours(
    name: str, pass_days: Callable[[int], None], django_capture_on_commit_callbacks: Any
) -> None:
    page = EVERY_PAGE[name]()
    page.unpublish()
    admin = signed_in()
    address = edit_address(page)
    sent = filled_in(admin, address, title="On time", go_live_at=in_days(1), expire_at=in_days(3))
    with django_capture_on_commit_callbacks(execute=True):
        assert admin.post(address, sent | PUBLISH).status_code == HTTPStatus.FOUND
    assert reads(page) == HTTPStatus.NOT_FOUND
    pass_days(2)
    assert reads(page) == HTTPStatus.OK
    pass_days(2)
    assert reads(page) == HTTPStatus.NOT_FOUND
    assert not Page.objects.get(pk=page.pk).live


def test_hours_that_contradict_each_other_are_told_at_both_fields(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    response = editor.post(address, filled_in(editor, address, go_live_at=in_days(3), expire_at=in_days(1)) | PUBLISH)
    assert errors(response).keys() == {"go_live_at", "expire_at"}


def test_an_hour_that_is_over_is_told(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    response = editor.post(address, filled_in(editor, address, expire_at=in_days(-1)) | PUBLISH)
    assert errors(response) == {"expire_at": "Expiry date/time must be in the future."}


# ------------------------------------------------------------------------------------------ the lock


def test_a_locked_page_is_saved_by_nobody_else_and_says_so(editor: Client, draft: Page) -> None:
    editor.post(edit_address(draft, "lock"))
    colleague = client_of("colleague")
    address = edit_address(draft)
    sent = filled_in(colleague, address, title="Overwritten")
    response = colleague.post(address, sent)
    assert "could not be saved as it is locked" in response.content.decode()
    assert "Overwritten" not in Page.objects.get(pk=draft.pk).get_latest_revision_as_object().title


# ---------------------------------------------------------------------------------- how a page begins


def test_a_new_issue_continues_the_numbers(editor: Client) -> None:
    parent = index("bulletin", home())
    BulletinPageFactory(parent=parent, number=7)
    assert shown(editor.get(add_address(BulletinPage, parent)))["number"] == "8"


def test_the_first_issue_is_number_one(editor: Client) -> None:
    assert shown(editor.get(add_address(BulletinPage, index("bulletin", home()))))["number"] == "1"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Мой адрес", "moy-adres"),
        ("Зелен проект", "zelen-proekt"),
        ("Łódź/Ruse", "lodz-ruse"),
        ("Good Address", "good-address"),
    ],
)
def test_an_address_in_any_alphabet_is_written_in_latin_letters(editor: Client, typed: str, address: str) -> None:
    parent = index("project", home())
    form = add_address(ProjectPage, parent)
    editor.post(form, filled_in(editor, form, title="New", slug=typed) | PUBLISH)
    assert ProjectPage.objects.get().slug == address


def test_an_address_that_is_taken_is_told_at_its_field(editor: Client, draft: Page) -> None:
    form = add_address(ProjectPage, draft.get_parent())
    response = editor.post(form, filled_in(editor, form, title="New", slug=draft.slug))
    assert errors(response) == {"slug": f"The slug '{draft.slug}' is already in use within the parent page."}


def test_nobody_is_asked_who_translated_a_page(editor: Client, draft: Page) -> None:
    translated = ProjectPageFactory(parent=index("project", home("bg")), translation_of=draft)
    assert not [page for page in (draft, translated) if "origin" in shown(editor.get(edit_address(page)))]


# -------------------------------------------------------------------------------------- the headings


def test_a_heading_gets_an_anchor_that_its_later_words_leave_alone(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    editor.post(
        address, filled_in(editor, address, body=body(("heading", {"text": "Цел и задачи", "anchor": ""}))) | PUBLISH
    )
    assert anchors(draft) == ["tsel-i-zadachi"]
    renamed = body(("heading", {"text": "Каква е целта?", "anchor": "tsel-i-zadachi"}))
    editor.post(address, filled_in(editor, address, body=renamed) | PUBLISH)
    assert anchors(draft) == ["tsel-i-zadachi"]


def anchors(page: Page) -> list[str]:
    return [block.value["anchor"] for block in ProjectPage.objects.get(pk=page.pk).body]


@pytest.mark.parametrize(
    ("second", "place", "message"),
    [
        ({"text": "Again", "anchor": "aim"}, "1.anchor", "The anchor “aim” is taken on this page. Choose another one."),
        (
            {"text": "Again", "anchor": "budget"},
            "1.anchor",
            "The anchor “budget” is taken on this page. Choose another one.",
        ),
        ({"text": "Again", "anchor": "Цел"}, "1.anchor", "An anchor has small Latin letters, digits and hyphens only."),
        ({"text": "", "anchor": ""}, "1.text", "This field is required."),
    ],
)
def test_a_faulty_heading_is_told_at_its_field_and_the_text_stays(
    editor: Client, draft: Page, second: dict[str, str], place: str, message: str
) -> None:
    address = edit_address(draft)
    headings = body(("heading", {"text": "The aim", "anchor": "aim"}), ("heading", second))
    response = editor.post(address, filled_in(editor, address, body=headings) | PUBLISH)
    assert block_errors(response) == {place: message}
    assert [block.value["text"] for block in response.context["form"]["body"].value()] == ["The aim", second["text"]]


def test_facts_that_stand_twice_are_told(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    twice = body(("facts", {"kind": "budget", "heading": ""}), ("facts", {"kind": "budget", "heading": "Again"}))
    response = editor.post(address, filled_in(editor, address, body=twice) | PUBLISH)
    assert block_errors(response) == {"1.kind": "“Budget” stands twice. Each kind of facts is shown once."}


def test_a_call_to_action_needs_one_target(editor: Client, draft: Page) -> None:
    address = edit_address(draft)
    action = body(("action", {"label": "Open", "page": "", "url": ""}))
    response = editor.post(address, filled_in(editor, address, body=action) | PUBLISH)
    assert block_errors(response) == {"0.page": "Choose a page or enter an address, one of the two."}
