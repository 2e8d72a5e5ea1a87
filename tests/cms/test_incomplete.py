"""A form of which a part is missing or damaged is told to whoever sent it, and nothing of it is saved."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.urls import reverse
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page, PageSubscription
from wagtail.test.utils.form_data import nested_form_data
from wagtail.users.models import UserProfile

from cms.incomplete import IncompleteFormError
from cms.upstream import upstream_chosen
from home.models import StandardPage
from tests.editing import PUBLISH, add_address, body, body_of, edit_address, filled_in, rows, shown, signed_in
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Any:
    page = EVERY_PAGE["standard page"]()
    page.save_revision().publish()
    return page


def without(form: dict[str, Any], start: str) -> dict[str, Any]:
    """Return a form without what begins so, as a connection that broke leaves it."""
    left = {name: value for name, value in form.items() if not name.startswith(start)}
    assert left != form
    return left


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A part of the form did not arrive: Body. Nothing was saved."),
        ("pl", "Część formularza nie dotarła"),
        ("bg", "Част от формуляра не пристигна"),
    ],
)
def test_a_body_that_did_not_arrive_is_told_in_the_editors_language(page: Any, language: str, said: str) -> None:
    client = signed_in()
    user = get_user_model().objects.get(username="admin")
    UserProfile.objects.create(user=user, preferred_language=language)
    address = edit_address(page)
    form = filled_in(client, address, **body_of(page)) | {"title": "Changed"} | PUBLISH
    answer = client.post(address, without(form, "body-count"))
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    text = BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)
    assert said in " ".join(text.split())
    assert Page.objects.get(pk=page.pk).title != "Changed"
    assert page.revisions.count() == 1


def test_saving_by_itself_says_so_too(page: Any) -> None:
    client = signed_in()
    address = edit_address(page)
    answer = client.post(
        address, without(filled_in(client, address), "body-count"), headers={"Accept": "application/json"}
    )
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert json.loads(answer.content)["error_message"].startswith("A part of the form did not arrive: Body")


@pytest.mark.parametrize("where", ["edit", "preview_on_edit", "add", "preview_on_add"])
def test_every_form_of_a_page_is_read_whole_first(page: Any, where: str) -> None:
    client = signed_in()
    parent = home()
    if where in ("edit", "preview_on_edit"):
        form, address = filled_in(client, edit_address(page)), edit_address(page, where)
    else:
        form, address = filled_in(client, add_address(StandardPage, parent)), add_address(StandardPage, parent, where)
    answer = client.post(address, without(form, "body-count"))
    assert answer.status_code == HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize("sent", ["no json", "[]", '{"unknown": 1}', "null"])
def test_a_damaged_remark_of_a_decision_decides_nothing(page: Any, sent: str) -> None:
    client = signed_in()
    address = edit_address(page)
    client.post(address, filled_in(client, address, **body_of(page)) | {"action-submit": "submit"})
    decision = {"action-workflow-action": "true", "workflow-action-name": "approve", "workflow-action-extra-data": sent}
    answer = client.post(address, filled_in(client, address, **body_of(page)) | decision)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert Page.objects.get(pk=page.pk).workflow_in_progress


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_damaged_version_is_no_fault_of_the_program(page: Any, accept: str) -> None:
    client = signed_in()
    address = edit_address(page)
    answer = client.post(
        address, filled_in(client, address) | {"overwrite_revision_id": "newest"}, headers={"Accept": accept}
    )
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_a_field_that_a_view_of_wagtail_asks_for_unseen_is_told() -> None:
    answer = signed_in().post(reverse("wagtailadmin_pages:set_page_position", args=[home().pk]), {})
    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR


@pytest.mark.parametrize("name", ["standard page", "training"])
def test_whatever_field_of_a_page_is_missing_or_damaged_is_an_error_of_the_form(name: str) -> None:
    page = EVERY_PAGE[name]()
    page.save_revision()
    client = signed_in()
    form = shown(client.get(edit_address(page))) | nested_form_data(body_of(page))
    user = get_user_model().objects.get(username="admin")
    subscription = PageSubscription.objects.get_or_create(page=page, user=user)[0]
    form_class = page.get_edit_handler().get_form_class()
    instance, parent = page.get_latest_revision_as_object(), page.get_parent()
    fields = {re.sub(r"\d+", "0", field): field for field in form}
    assert len(fields) > 40

    told = set()
    for kind, field in fields.items():
        for way, sent in {"missing": without(form, field), "damaged": form | {field: "{damaged"}}.items():
            data = QueryDict(mutable=True)
            data.update(sent)
            bound = form_class(data, instance=instance, parent_page=parent, for_user=user, subscription=subscription)
            try:
                bound.is_valid()
            except IncompleteFormError:
                told.add((kind, way))
    assert ("body-count", "missing") in told
    assert ("body-count", "damaged") in told


CHOICES: list[dict[str, Any]] = [
    {"image": "{damaged"},
    {"project": "12a"},
    {"places": rows({"place": "{damaged"})},
    {"documents": rows({"document": "{damaged", "title": "Report"})},
    {"body": body(("picture", {"image": {"image": "{damaged"}, "caption": ""}))},
    {"body": body(("action", {"label": "Open", "page": "{damaged", "url": ""}))},
]


@pytest.mark.parametrize("sent", CHOICES)
def test_a_choice_that_is_no_key_is_an_error_of_the_form(sent: dict[str, Any]) -> None:
    page = EVERY_PAGE["training"]()
    page.save_revision()
    client = signed_in()
    address = edit_address(page)
    answer = client.post(address, filled_in(client, address, **body_of(page) | sent))
    assert answer.status_code in (HTTPStatus.OK, HTTPStatus.BAD_REQUEST)
    assert page.revisions.count() == 1


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/admin/snippets/projects/term/add/", {"name": "Word", "definition": "Meaning", "subject": "{damaged"}),
        ("/admin/snippets/search/bestbet/add/", {"words": "word", "page": "{damaged"}),
        ("/admin/redirects/add/", {"old_path": "/old/", "redirect_page": "{damaged"}),
    ],
)
def test_so_it_is_in_the_other_forms_of_the_administration(address: str, sent: dict[str, str]) -> None:
    home()
    assert signed_in().post(address, sent).status_code == HTTPStatus.OK


def test_upstream_fails_over_a_choice_that_is_no_key() -> None:
    with pytest.raises(ValueError, match="expected a number"):
        upstream_chosen(AdminPageChooser(), "{damaged")
