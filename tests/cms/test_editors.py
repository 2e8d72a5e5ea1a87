"""Editing side by side: nobody publishes over a version they have not seen, no action is done twice."""

from __future__ import annotations

import json
from http import HTTPStatus
from threading import Event, Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connections
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page, Revision, WorkflowState

from projects.models import BulletinPage, Topic
from tests.editing import PUBLISH, add_address, edit_address, filled_in, signed_in
from tests.factories.home import home
from tests.factories.projects import BulletinPageFactory, concept, index
from translation.groups import ensure_groups

pytestmark = pytest.mark.django_db
SUBMIT = {"action-submit": "submit"}
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}
REJECT = {"action-workflow-action": "true", "workflow-action-name": "reject"}
LIMIT = 30  # seconds for what waits for another thread
AUTOSAVE = {"Accept": "application/json"}


def member(name: str) -> Client:
    """Return the browser of one of the communications staff."""
    ensure_groups()
    user = get_user_model().objects.create_user(name, f"{name}@example.org", first_name=name.capitalize())
    user.groups.add(Group.objects.get(name="Communications staff"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def page() -> Any:
    page = BulletinPageFactory(parent=index("bulletin", home()), title="As it was")
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def draft() -> Any:
    page = BulletinPageFactory(parent=index("bulletin", home()), title="As it was", live=False)
    page.save_revision()
    return page


def public_title(page: Page) -> str | None:
    """Return the title that a reader meets; None where the page is not public."""
    return Page.objects.live().filter(pk=page.pk).values_list("title", flat=True).first()


def titles(page: Page) -> list[str]:
    """Return the titles of all versions that are kept, oldest first."""
    return [revision.content["title"] for revision in page.revisions.order_by("pk")]


def said(response: Any) -> str:
    """Return the messages at the head of an answer."""
    return " ".join(
        message.get_text(" ", strip=True)
        for message in BeautifulSoup(response.content, "html.parser").select(".messages li")
    )


# --------------------------------------------------------------------------------- several people


def test_a_version_that_was_not_seen_is_not_published_over(page: Any) -> None:
    anna, boris = member("anna"), member("boris")
    address = edit_address(page)
    annas, boriss = filled_in(anna, address), filled_in(boris, address)

    anna.post(address, annas | {"title": "Anna's"} | PUBLISH)
    answer = boris.post(address, boriss | {"title": "Boris's"} | PUBLISH, follow=True)

    assert public_title(page) == "Anna's"
    assert titles(page)[-2:] == ["Anna's", "Boris's"]
    assert "Anna" in said(answer)
    assert "Nothing was published" in said(answer)
    theirs, mine = page.revisions.order_by("-pk")[:2][::-1]
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, theirs.pk, mine.pk])
    assert compare in answer.content.decode()
    differences = boris.get(compare).content.decode()
    assert "Anna" in differences
    assert "Boris" in differences


def test_whoever_has_seen_both_versions_publishes_theirs(page: Any) -> None:
    anna, boris = member("anna"), member("boris")
    address = edit_address(page)
    boriss = filled_in(boris, address)
    anna.post(address, filled_in(anna, address) | {"title": "Anna's"} | PUBLISH)
    boris.post(address, boriss | {"title": "Boris's"} | PUBLISH)
    boris.post(address, filled_in(boris, address) | PUBLISH)
    assert public_title(page) == "Boris's"


def test_of_many_publications_of_one_version_the_first_is_public_and_all_are_kept(page: Any) -> None:
    people = [member(name) for name in ("anna", "boris", "cecilie", "dace")]
    address = edit_address(page)
    forms = [filled_in(person, address) for person in people * 3]
    for number, (person, form) in enumerate(zip(people * 3, forms, strict=True)):
        person.post(address, form | {"title": f"Version {number}"} | PUBLISH)
    assert public_title(page) == "Version 0"
    assert {f"Version {number}" for number in range(12)} <= set(titles(page))


@pytest.mark.parametrize("action", [PUBLISH, SUBMIT, {}], ids=["publish", "submit", "save"])
def test_a_form_that_names_no_version_is_taken_for_an_old_one(page: Any, action: dict[str, str]) -> None:
    anna = member("anna")
    address = edit_address(page)
    form = {key: value for key, value in filled_in(anna, address).items() if not key.startswith("loaded_revision")}
    answer = anna.post(address, form | {"title": "From nowhere"} | action, follow=True)
    assert public_title(page) == "As it was"
    assert "Both versions are kept" in said(answer)
    assert not page.current_workflow_state


def test_an_old_form_with_a_mistake_is_still_an_old_one_once_it_is_mended(page: Any) -> None:
    anna, boris = member("anna"), member("boris")
    address = edit_address(page)
    boriss = filled_in(boris, address)
    anna.post(address, filled_in(anna, address) | {"title": "Anna's"} | PUBLISH)
    again = boris.post(address, boriss | {"title": ""} | PUBLISH)
    hidden = {
        field["name"]: field["value"]
        for field in BeautifulSoup(again.content, "html.parser").select("input[name^=loaded_revision]")
    }
    boris.post(address, boriss | hidden | {"title": "Boris's"} | PUBLISH)
    assert public_title(page) == "Anna's"
    assert titles(page)[-1] == "Boris's"


def test_a_decision_on_a_version_that_was_not_seen_is_kept_and_not_done(draft: Any) -> None:
    anna, boris, cecilie = member("anna"), member("boris"), member("cecilie")
    address = edit_address(draft)
    anna.post(address, filled_in(anna, address) | SUBMIT)
    boriss = filled_in(boris, address)
    cecilie.post(address, filled_in(cecilie, address) | {"title": "Cecilie's"})
    answer = boris.post(address, boriss | {"title": "Boris's"} | APPROVE, follow=True)
    assert public_title(draft) is None
    assert "Cecilie" in said(answer)
    assert titles(draft)[-2:] == ["Cecilie's", "Boris's"]


def test_an_entry_of_a_vocabulary_is_not_published_over_either() -> None:
    topic = concept(Topic, "as-it-was", name="As it was")
    topic.save_revision().publish()
    anna, boris = signed_in("anna"), signed_in("boris")
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])

    def form(client: Client) -> dict[str, Any]:
        return {
            key: value
            for key, value in filled_in(client, address, form="w-editor-form").items()
            if not key.startswith("body")
        }

    annas, boriss = form(anna), form(boris)
    anna.post(address, annas | {"name": "Anna's"} | PUBLISH)
    answer = boris.post(address, boriss | {"name": "Boris's"} | PUBLISH, follow=True)
    assert Topic.objects.get(pk=topic.pk).name == "Anna's"
    assert topic.revisions.order_by("-pk").first().content["name"] == "Boris's"
    assert "Both versions are kept" in said(answer)


# ------------------------------------------------------------------------------ twice the same


@pytest.mark.parametrize(
    ("action", "reviewed", "public"),
    [
        ({}, False, None),
        (PUBLISH, False, "New"),
        (SUBMIT, False, None),
        (APPROVE, True, "New"),
        (REJECT, True, None),
        ({"action-cancel-workflow": "true"}, True, None),
        (PUBLISH, True, "New"),
    ],
    ids=["save", "publish", "submit", "approve", "reject", "cancel", "publish in review"],
)
def test_an_action_that_comes_twice_is_done_once(
    draft: Any, action: dict[str, str], reviewed: bool, public: str | None
) -> None:
    anna = member("anna")
    address = edit_address(draft)
    if reviewed:
        anna.post(address, filled_in(anna, address) | SUBMIT)
    mail.outbox.clear()
    form = filled_in(anna, address) | {"title": "New"} | action
    anna.post(address, form)
    states = list(WorkflowState.objects.values_list("pk", "status"))
    sent = len(mail.outbox)

    answer = anna.post(address, form, follow=True)

    assert answer.status_code == HTTPStatus.OK
    assert public_title(draft) == public
    assert titles(draft)[-1] == "New"
    assert list(WorkflowState.objects.values_list("pk", "status")) == states
    assert len(mail.outbox) == sent


def test_a_new_page_that_comes_twice_is_made_once() -> None:
    anna = member("anna")
    parent = index("bulletin", home())
    address = add_address(BulletinPage, parent)
    form = filled_in(anna, address) | {"title": "Once", "slug": "once", "summary": "Once.", "number": "1"}
    anna.post(address, form)
    anna.post(address, form)
    assert Page.objects.filter(title="Once").count() == 1


@pytest.mark.parametrize("action", [PUBLISH, SUBMIT, APPROVE], ids=["publish", "submit", "approve"])
def test_saving_by_itself_never_does_more_than_keep_a_draft(draft: Any, action: dict[str, str]) -> None:
    anna = member("anna")
    address = edit_address(draft)
    if action is APPROVE:
        anna.post(address, filled_in(anna, address) | SUBMIT)
    before = list(WorkflowState.objects.values_list("pk", "status"))
    answer = anna.post(address, filled_in(anna, address) | {"title": "Typed"} | action, headers=AUTOSAVE)
    assert json.loads(answer.content)["success"] is True
    assert public_title(draft) is None
    assert titles(draft)[-1] == "Typed"
    assert list(WorkflowState.objects.values_list("pk", "status")) == before


def test_a_page_that_was_approved_stays_public_whatever_is_saved_of_the_form_after_it(draft: Any) -> None:
    anna = member("anna")
    address = edit_address(draft)
    anna.post(address, filled_in(anna, address) | SUBMIT)
    form = filled_in(anna, address) | {"title": "Approved"}
    anna.post(address, form | APPROVE)
    late = anna.post(address, form | APPROVE, headers=AUTOSAVE)
    assert late.status_code == HTTPStatus.BAD_REQUEST
    assert json.loads(late.content)["error_code"] == "invalid_revision"
    assert public_title(draft) == "Approved"


def test_who_decides_after_somebody_else_is_told_and_keeps_what_they_wrote(draft: Any) -> None:
    anna, boris = member("anna"), member("boris")
    address = edit_address(draft)
    anna.post(address, filled_in(anna, address) | SUBMIT)
    annas, boriss = filled_in(anna, address), filled_in(boris, address)
    anna.post(address, annas | APPROVE)
    answer = boris.post(address, boriss | {"title": "Boris's"} | APPROVE, follow=True)
    assert "somebody has already acted on it" in said(answer)
    assert public_title(draft) == "As it was"
    assert titles(draft)[-1] == "Boris's"


def test_a_decision_outside_the_editor_that_comes_twice_is_done_once(draft: Any) -> None:
    anna = member("anna")
    address = edit_address(draft)
    anna.post(address, filled_in(anna, address) | SUBMIT)
    state = draft.current_workflow_task_state
    decide = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    anna.post(decide, {"comment": ""})
    answer = anna.post(decide, {"comment": ""}, follow=True)
    assert answer.status_code == HTTPStatus.OK
    assert public_title(draft) == "As it was"
    assert Revision.objects.for_instance(draft).count() == len(titles(draft))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["saving by itself", "a decision"])
def test_a_slow_save_and_a_decision_at_the_same_moment_leave_the_page_public(first: str) -> None:
    """The form of the decision and one that saves itself are looked at one after the other, whichever came first."""
    page = BulletinPageFactory(parent=index("bulletin", home()), title="As it was", live=False)
    page.save_revision()
    anna = member("anna")
    address = edit_address(page)
    anna.post(address, filled_in(anna, address) | SUBMIT)
    form = filled_in(anna, address) | {"title": "Approved"} | APPROVE
    slow_is_in, go_on = Event(), Event()
    answers: dict[str, int] = {}

    def wait_in_the_first(request: HttpRequest, page: Page) -> None:
        by_itself = request.method == "POST" and not request.accepts("text/html")
        if request.method == "POST" and by_itself is (first == "saving by itself"):
            slow_is_in.set()
            go_on.wait(LIMIT)

    browsers = {name: Client() for name in ("by itself", "decision")}
    for browser in browsers.values():
        browser.force_login(get_user_model().objects.get(username="anna"))

    def send(name: str, headers: dict[str, str] | None = None) -> Thread:
        def sent() -> None:
            answers[name] = browsers[name].post(address, form, headers=headers).status_code
            connections.close_all()

        thread = Thread(target=sent)
        thread.start()
        return thread

    with hooks.register_temporarily("before_edit_page", wait_in_the_first):
        if first == "saving by itself":
            one = send("by itself", headers=AUTOSAVE)
            assert slow_is_in.wait(LIMIT)
            other = send("decision")
        else:
            one = send("decision")
            assert slow_is_in.wait(LIMIT)
            other = send("by itself", headers=AUTOSAVE)
        other.join(0.5)
        go_on.set()
        one.join(LIMIT)
        other.join(LIMIT)

    assert set(answers.values()) <= {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.BAD_REQUEST}
    assert len(answers) == 2
    assert public_title(page) == "Approved"
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED
