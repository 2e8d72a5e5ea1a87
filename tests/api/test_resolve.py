"""An address resolved: what is there, where it leads, what was there; and what is no address of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from cms.languages import LANGUAGE_CODES
from cms.publicity import record, record_noted
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, index

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def resolved(path: str, status: HTTPStatus = HTTPStatus.OK) -> dict[str, Any]:
    """Return what is told of an address."""
    answer = Client().get("/api/v1/resolve", {"path": path})
    assert answer.status_code == status, answer.content
    body: dict[str, Any] = answer.json()
    return body


@pytest.fixture
def page() -> Any:
    return StandardPageFactory(parent=home(), title="Fees", slug="fees")


def moved(page: Any, slug: str) -> None:
    """Change the address of a page as its editor does."""
    page.slug = slug
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    record_noted()  # it waits for the end of the test's own transaction since the page was made


# ------------------------------------------------------------------------------- what is there


@pytest.mark.parametrize(
    "path", ["/en/fees/", "/en/fees", f"{SITE}/en/fees/", "https://TESTSERVER/en/fees/", "/en/f%65es/"]
)
def test_an_item_is_found_by_its_path_or_its_whole_address(page: Any, path: str) -> None:
    body = resolved(path)
    assert (body["state"], body["address"], body["is_permanent"]) == ("here", f"{SITE}/en/fees/", None)
    item = body["item"]
    assert (item["key"], item["language"], item["type"]) == (str(page.translation_key), "en", "page")
    assert item["permanent_address"] == f"{SITE}/id/{page.pk}/"


def test_an_item_is_told_with_all_its_public_translations(page: Any) -> None:
    for language, title in {"nb": "Gebyrer", "pl": "Oplaty"}.items():
        StandardPageFactory(parent=home(language), translation_of=page, title=title, slug=title.lower())
    Page.objects.filter(slug="oplaty").update(live=False)
    translations = resolved("/en/fees/")["item"]["translations"]
    assert [(one["language"], one["title"], one["address"]) for one in translations] == [
        ("en", "Fees", f"{SITE}/en/fees/"),
        ("nb", "Gebyrer", f"{SITE}/nb/gebyrer/"),
    ]


def test_a_chapter_of_a_withdrawn_handbook_says_so() -> None:
    gone = {"withdrawn_on": date(2026, 5, 4), "withdrawal_reason": "It was wrong."}
    handbook = HandbookPageFactory(parent=index("handbook", home()), slug="waste", **gone)
    HandbookChapterPageFactory(parent=handbook, slug="fees")
    for path in (handbook.url_path, f"{handbook.url_path}fees/"):
        body = resolved(path)
        assert (body["state"], body["item"]["is_withdrawn"]) == ("here", True)
    assert body["item"]["type"] == "chapter"


# ------------------------------------------------------------------------------- where an address leads


def test_an_address_that_a_page_left_leads_to_it(page: Any) -> None:
    record()
    moved(page, "charges")
    body = resolved("/en/fees/")
    assert (body["state"], body["is_permanent"]) == ("elsewhere", True)
    assert body["address"] == body["item"]["address"] == f"{SITE}/en/charges/"


@pytest.mark.parametrize("path", ["/", "/id/{pk}/", "/id/{pk}"])
def test_the_root_and_permanent_addresses_lead_to_items_but_not_for_good(page: Any, path: str) -> None:
    body = resolved(path.format(pk=page.pk))
    assert (body["state"], body["is_permanent"]) == ("elsewhere", False)
    assert body["address"] == (f"{SITE}/en/" if path == "/" else f"{SITE}/en/fees/")


@pytest.mark.parametrize(
    ("link", "address", "has_item"),
    [
        ("/en/fees/", f"{SITE}/en/fees/", True),
        ("/en/search/", f"{SITE}/en/search/", False),
        ("/en/fees/?page=2", f"{SITE}/en/fees/?page=2", False),
        ("https://elsewhere.example/a", "https://elsewhere.example/a", False),
        ("//elsewhere.example/a", "//elsewhere.example/a", False),
    ],
)
@pytest.mark.usefixtures("page")
def test_a_redirect_leads_where_its_editor_said(link: str, address: str, has_item: bool) -> None:
    Redirect.objects.create(old_path="/en/old", redirect_link=link, is_permanent=False)
    body = resolved("/en/old/")
    assert (body["state"], body["is_permanent"], bool(body["item"])) == ("elsewhere", False, has_item)
    assert body["address"] == address


def test_redirects_that_lead_to_one_another_end() -> None:
    Redirect.objects.create(old_path="/en/a", redirect_link="/en/b/")
    Redirect.objects.create(old_path="/en/b", redirect_link="/en/a/")
    assert resolved("/en/a/")["item"] is None


# ------------------------------------------------------------------------------- what was there

ENDINGS: dict[str, Callable[[Any], Any]] = {
    "unpublished": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
    "expired": lambda page: Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1)),
    "restricted": lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
}


@pytest.mark.parametrize("event", ENDINGS)
def test_of_an_address_where_nothing_is_any_more_it_is_told_what_was_there(page: Any, event: str) -> None:
    StandardPageFactory(parent=home("nb"), translation_of=page, title="Gebyrer", slug="gebyrer")
    record()
    moved(page, "charges")
    key, number = page.translation_key, page.pk
    ENDINGS[event](page)
    record()
    for path in ("/en/charges/", "/en/charges", "/en/fees/", f"/id/{number}/"):
        body = resolved(path)
        assert (body["state"], body["address"], body["item"]) == ("gone", None, None)
        former = body["former"]
        assert (former["event"], former["key"], former["language"]) == (event, str(key), "en")
        assert [one["address"] for one in former["translations"]] == [f"{SITE}/nb/gebyrer/"]


@pytest.mark.parametrize(
    "path", ["/en/nothing/", "/en/search/", "/admin/", "/id/999999/", "/id/999999999999999999/", "/ЖЖ/", "/en/%FF/"]
)
def test_an_address_that_never_was_an_item_s_is_not_found(path: str) -> None:
    resolved(path, HTTPStatus.NOT_FOUND)


@pytest.mark.parametrize("hide", ["draft", "restricted", "below", "alias", "expired"])
def test_what_never_was_public_is_not_found(hide: str) -> None:
    parent = StandardPageFactory(parent=home(), title="Parent", slug="parent")
    page = StandardPageFactory(parent=parent, title="Secret", slug="secret", live=hide != "draft")
    if hide in ("restricted", "below"):
        PageViewRestriction.objects.create(page=page if hide == "restricted" else parent, restriction_type="login")
    elif hide == "alias":
        page = StandardPageFactory(parent=home(), slug="source").copy_for_translation(home("nb").locale, alias=True)
    elif hide == "expired":
        ENDINGS["expired"](page)
    record()
    for path in (page.url_path, f"/id/{page.pk}/"):
        resolved(path, HTTPStatus.NOT_FOUND)


# ------------------------------------------------------------------------------- what is no address


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("", "/"),
        ("en/fees/", "/en/fees/"),
        ("//elsewhere.example/en/", None),
        ("https://elsewhere.example/en/fees/", None),
        ("http://testserver@elsewhere.example/en/", None),
        ("http://testserver:8080/en/", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http://[", None),
        ("/en/../admin/", None),
        ("/en/%2e%2e/admin/", None),
        ("/en/./fees/", None),
        ("/en//fees/", None),
        ("/en/%5c..%5cadmin", None),
        ("/en\\fees/", None),
        ("/en/fees/%00", None),
        ("/en/\0", None),
        ("/en/fe\nes/", None),
        ("/en/\u202efees/", None),
        ("/en/fees/?page=2", "/en/fees/"),
        ("/en/fees/#top", "/en/fees/"),
        ("/" + "x" * 2000, None),
    ],
)
def test_what_is_no_address_of_the_site_is_a_problem(path: str, nearest: str | None) -> None:
    (fault,) = resolved(path, HTTPStatus.UNPROCESSABLE_ENTITY)["errors"]
    assert (fault["parameter"], fault["nearest"]) == ("path", nearest)
    assert fault["detail"]


def test_the_address_cannot_be_left_out() -> None:
    answer = Client().get("/api/v1/resolve")
    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["code"]) == (HTTPStatus.UNPROCESSABLE_ENTITY, "missing")


def test_an_address_is_resolved_in_one_statement_however_many_translations_there_are(page: Any) -> None:
    for language in LANGUAGE_CODES:
        if language != "en":
            StandardPageFactory(parent=home(language), translation_of=page, title=f"Fees {language}")
    resolved("/en/fees/")
    with CaptureQueriesContext(connection) as asked:
        assert len(resolved("/en/fees/")["item"]["translations"]) == len(LANGUAGE_CODES)
    assert len(asked) == 1
