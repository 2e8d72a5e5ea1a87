"""The feed of changes: what it tells, what it never tells, and how it is read on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from threading import Thread
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from api import cursors
from cms import publicity
from cms.models import LibraryDocument, PublicChange
from cms.publicity import forget_old_changes, record
from projects.models import Programme, ProjectDocument, ProjectPage
from tests.api.following import Mirror, public
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import BulletinPageFactory, ProjectPageFactory, concept, index

pytestmark = pytest.mark.django_db
CHANGES = "/api/v1/changes"
SITE = "http://testserver"


def read(cursor: str | None = None, **asked: Any) -> dict[str, Any]:
    """Return one part of the changes."""
    answer = Client().get(CHANGES, asked | ({"since": cursor} if cursor else {}))
    assert answer.status_code == HTTPStatus.OK, answer.content
    body: dict[str, Any] = answer.json()
    return body


def at_the_end(**asked: Any) -> str:
    """Record, read all that is public, and return the cursor after it."""
    record()
    body = read(**asked)
    while body["next"]:
        body = read(body["cursor"], **asked)
    return str(body["cursor"])


def restrict(page: Any) -> Any:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def page() -> Any:
    return StandardPageFactory(parent=home(), title="Fees", slug="fees")


# ------------------------------------------------------------------------------- what is told


def test_the_first_reading_has_all_that_is_public_and_then_what_changed(page: Any) -> None:
    record()
    first = read()
    assert [(item["event"], item["address"]) for item in first["items"]] == [
        ("present", f"{SITE}/en/"),
        ("present", f"{SITE}/en/fees/"),
    ]
    assert first["items"][1] == {
        "event": "present",
        "at": None,
        "type": "page",
        "key": str(page.translation_key),
        "language": "en",
        "address": f"{SITE}/en/fees/",
        "permanent_address": f"{SITE}/id/{page.pk}/",
        "id": None,
        "api_address": f"{SITE}/api/v1/pages/{page.translation_key}?language=en",
        "former_addresses": [],
    }
    assert first["items"][0]["api_address"] is None, "a front page is no item of the API"
    page.slug = "rates"
    page.save()
    record()
    second = read(first["cursor"])
    assert [(item["event"], item["address"], item["former_addresses"]) for item in second["items"]] == [
        ("moved", f"{SITE}/en/rates/", [f"{SITE}/en/fees/"])
    ]
    assert second["next"] is None
    assert read(second["cursor"])["items"] == []


def test_a_tombstone_names_key_language_and_the_addresses_that_the_item_had(page: Any) -> None:
    cursor = at_the_end()
    page.slug = "rates"
    page.save()
    record()
    page.delete()
    record()
    *_before, tombstone = read(cursor)["items"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*Z", tombstone.pop("at"))
    assert tombstone == {
        "event": "deleted",
        "type": "page",
        "key": str(page.translation_key),
        "language": "en",
        "address": None,
        "id": None,
        "permanent_address": None,
        "api_address": None,
        "former_addresses": [f"{SITE}/en/rates/", f"{SITE}/en/fees/"],
    }


def test_an_answer_goes_on_where_the_last_one_ended_whatever_its_size() -> None:
    for number in range(5):
        StandardPageFactory(parent=home(), title=f"Page {number}")
    record()
    whole, small = Mirror(), Mirror(limit=2)
    whole.follow()
    small.follow()
    assert small.told == whole.told
    assert small.items == whole.items == public()


def test_changes_of_one_language_are_those_alone(page: Any) -> None:
    cursor = at_the_end(language="nb")
    StandardPageFactory(parent=home("nb"), title="Gebyrer", slug="gebyrer", translation_of=page)
    page.save()
    record()
    told = [(item["event"], item["address"]) for item in read(cursor, language="nb")["items"]]
    assert told == [("translated", f"{SITE}/nb/"), ("translated", f"{SITE}/nb/gebyrer/")]


def test_changes_of_one_type_are_those_alone_from_the_beginning_and_after_a_cursor(page: Any) -> None:
    bulletin = BulletinPageFactory(parent=index("bulletin", home()), title="Issue")
    record()
    first = read(type="bulletin", limit=1)
    assert [item["key"] for item in first["items"]] == [str(bulletin.translation_key)]
    assert "type=bulletin" in first["next"]
    cursor = at_the_end(type="bulletin")
    page.save()
    bulletin.save()
    record()
    assert [item["type"] for item in read(cursor, type="bulletin")["items"]] == ["bulletin"]
    bulletin.delete()
    record()
    assert [item["event"] for item in read(cursor, type="bulletin")["items"]] == ["deleted"]
    assert Client().get(CHANGES, {"type": "buletin"}).json()["errors"][0]["nearest"] == "bulletin"


def shown_file() -> tuple[Any, LibraryDocument, Any]:
    """Return a page that shows a file and names a programme, the file and the programme."""
    file = LibraryDocument.objects.create(title="Report", file=ContentFile(b"Fees", "report.txt"))
    programme = concept(Programme, "growth", name="Growth")
    documents = [ProjectDocument(document=file)]
    page = ProjectPageFactory(parent=index("project", home()), programme=programme, documents=documents)
    return page, file, programme


def test_a_file_and_an_entry_are_told_with_where_they_are_to_be_fetched() -> None:
    _page, file, programme = shown_file()
    record()
    (of_file,) = read(type="document")["items"]
    assert (of_file["event"], of_file["id"], of_file["language"]) == ("present", file.pk, "en")
    assert (of_file["address"], of_file["permanent_address"]) == (f"{SITE}{file.url}", None)
    item = Client().get(of_file["api_address"].removeprefix(SITE)).json()
    assert (item["key"], item["address"]) == (of_file["key"], of_file["address"])
    (of_entry,) = read(type="programme", language="en")["items"]
    assert (of_entry["id"], of_entry["address"], of_entry["key"]) == (None, None, str(programme.translation_key))
    assert Client().get(of_entry["api_address"].removeprefix(SITE)).json()["name"] == "Growth"
    assert read(type="programme", language="nb")["items"] == []


@pytest.mark.parametrize("start", ["beginning", "cursor"])
def test_a_file_or_an_entry_that_is_hidden_and_not_yet_told_to_be_ends_the_answer(start: str) -> None:
    cursor = at_the_end() if start == "cursor" else None
    _page, file, _programme = shown_file()
    record()
    collection = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    LibraryDocument.objects.filter(pk=file.pk).update(collection=collection)
    told = read(cursor, type="document")
    assert (told["items"], told["next"]) == ([], None)
    record()
    # Who was told of the file learns that it is restricted; who begins was never told of it.
    now = [item["event"] for item in read(told["cursor"], type="document")["items"]]
    assert now == (["restricted"] if start == "cursor" else [])
    ProjectPage.objects.update(live=False)
    told = read(cursor, type="programme")
    assert (told["items"], told["next"]) == ([], None)


# ------------------------------------------------------------------------------- what is never told


def hidden_draft() -> Any:
    return StandardPageFactory(parent=home(), title="Secret", slug="secret", live=False)


def hidden_scheduled() -> Any:
    page = hidden_draft()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    return page


def hidden_expired() -> Any:
    page = StandardPageFactory(parent=home(), title="Secret", slug="secret")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    return page


def hidden_restricted() -> Any:
    page = StandardPageFactory(parent=home(), title="Secret", slug="secret")
    restrict(page)
    return page


def hidden_below_restricted() -> Any:
    parent = StandardPageFactory(parent=home(), title="Members", slug="members")
    restrict(parent)
    return StandardPageFactory(parent=parent, title="Secret", slug="secret")


def hidden_alias() -> Any:
    source = StandardPageFactory(parent=home(), title="Source", slug="source")
    return source.copy_for_translation(home("nb").locale, alias=True)


def hidden_draft_of_public() -> Any:
    page = StandardPageFactory(parent=home(), title="Known", slug="known")
    page.slug = "secret"
    page.save_revision()
    return page


def hidden_deleted() -> Any:
    page = hidden_draft()
    page.delete()
    return page


HIDDEN: dict[str, Callable[[], Any]] = {
    "draft": hidden_draft,
    "scheduled": hidden_scheduled,
    "expired": hidden_expired,
    "restricted": hidden_restricted,
    "below restricted": hidden_below_restricted,
    "alias": hidden_alias,
    "draft of a public page": hidden_draft_of_public,
    "deleted draft": hidden_deleted,
}


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("is_recorded", [False, True])
def test_nothing_is_told_of_what_was_never_public(name: str, is_recorded: bool) -> None:
    cursor = at_the_end()
    page = HIDDEN[name]()
    if is_recorded:
        record()
    for start in (None, cursor):
        told = Mirror()
        told.cursor = start
        told.follow()
        paths = [address for item in told.told for address in [item["address"], *item["former_addresses"]] if address]
        assert not [path for path in paths if "secret" in path or "members" in path or "/nb/source" in path]
        if name != "draft of a public page":
            assert (str(page.translation_key), page.locale.language_code) not in told.items


@pytest.mark.parametrize("name", ["unpublished", "restricted", "expired", "deleted", "restricted above"])
def test_what_stopped_being_public_is_told_as_a_tombstone_alone(name: str) -> None:
    parent = StandardPageFactory(parent=home(), title="Parent", slug="parent")
    page = StandardPageFactory(parent=parent, title="Known", slug="known")
    beginning = at_the_end()
    page.title = "Known again"
    page.save()
    record()
    {
        "unpublished": page.unpublish,
        "restricted": lambda: restrict(page),
        "restricted above": lambda: restrict(parent),
        "expired": lambda: Page.objects.filter(pk=page.pk).update(expire_at=timezone.now()),
        "deleted": page.delete,
    }[name]()
    record()
    told = [item for item in read(beginning)["items"] if item["key"] == str(page.translation_key)]
    assert [item["event"] for item in told] == ["restricted" if "restricted" in name else name]
    assert str(page.translation_key) not in Client().get(CHANGES).content.decode()


def test_what_is_hidden_and_not_yet_told_ends_the_answer_and_is_not_lost(page: Any) -> None:
    StandardPageFactory(parent=home(), title="After", slug="after")
    record()
    restriction = restrict(page)
    stopped = Mirror()
    stopped.follow()
    assert [item["address"] for item in stopped.told] == [f"{SITE}/en/"]
    PageViewRestriction.objects.filter(pk=restriction.pk).delete()
    record()  # finds nothing that differs
    stopped.follow()
    assert stopped.items == public()


# ------------------------------------------------------------------------------- cursors


def test_a_cursor_that_is_too_old_is_gone_and_says_where_to_begin_anew(page: Any) -> None:
    cursor = at_the_end()
    for _time in range(3):
        page.save()
        record()
    newest = at_the_end()
    PublicChange.objects.update(at=timezone.now() - timedelta(days=401))
    PublicChange.objects.filter(number=PublicChange.objects.count()).update(at=timezone.now())
    forget_old_changes()
    answer = Client().get(CHANGES, {"since": cursor, "language": "pl"})
    assert answer.status_code == HTTPStatus.GONE
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["begin"] == f"{SITE}{CHANGES}"
    assert answer["Content-Language"] == "pl"
    assert newest != cursor


def test_who_stands_at_the_last_change_misses_nothing_however_long_nothing_happens(page: Any) -> None:
    cursor = at_the_end()
    number, _stamp = cursors.read("s", cursor, 2)
    # As the cursor has it: its stamp is that of the change.
    long_ago = timezone.now() - timedelta(days=500)
    PublicChange.objects.filter(number__lt=number).update(at=long_ago)
    kept = PublicChange.objects.get(number=number).at
    later = kept + timedelta(days=500)
    page.save()
    record()
    PublicChange.objects.filter(number__gt=number).update(at=later)
    publicity.timezone.now, now = (lambda: later), publicity.timezone.now
    try:
        forget_old_changes()
    finally:
        publicity.timezone.now = now
    assert [item["event"] for item in read(cursor)["items"]] == ["updated"]


@pytest.mark.parametrize("numbers", [(10**6, 1), (1, 1)])
def test_a_cursor_of_another_database_is_gone(page: Any, numbers: tuple[int, int]) -> None:
    record()
    answer = Client().get(CHANGES, {"since": cursors.make("s", *numbers)})
    assert answer.status_code == HTTPStatus.GONE


def test_a_cursor_with_one_letter_changed_is_never_taken_for_another(page: Any) -> None:
    cursor = at_the_end()
    for place in range(len(cursor)):
        for letter in "AZaz09-_":
            changed = f"{cursor[:place]}{letter}{cursor[place + 1 :]}"
            if changed != cursor:
                with pytest.raises(cursors.DamagedCursorError):
                    cursors.read("s", changed, 2)
    for bad in (cursor + "=", cursor + "A", cursor[:-1], "", "A", "\0", cursors.make("x", 1, 2)):
        with pytest.raises(cursors.DamagedCursorError):
            cursors.read("s", bad, 2)


# ------------------------------------------------------------------------------- what it costs


@pytest.mark.parametrize("start", ["beginning", "cursor"])
def test_an_answer_costs_two_statements_however_much_it_tells(start: str) -> None:
    cursor = at_the_end() if start == "cursor" else None
    costs: list[int] = []
    for _round in range(3):
        for number in range(4):
            StandardPageFactory(parent=home(), title=f"Page {number}")
        if len(costs) == 1:
            shown_file()
        record()
        with CaptureQueriesContext(connection) as asked:
            read(cursor)
        costs.append(len(asked))
    # The last number and what is public; or the changes with the one before them.
    assert costs == ([1, 1, 1] if start == "cursor" else [2, 2, 2])


# ------------------------------------------------------------------------------- many writers


@pytest.mark.django_db(transaction=True)
def test_a_reader_misses_nothing_of_writers_that_work_at_once(settings: Settings) -> None:
    # Wagtail's own search locks all its rows with each page, in any order: a worker does it elsewhere.
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    pages = [StandardPageFactory(parent=home(), title=f"Page {number}", slug=f"page-{number}") for number in range(3)]
    faults: list[Exception] = []

    def write(page: Any) -> None:
        try:
            for number in range(6):
                page.title = f"{page.slug} {number}"
                page.slug = f"{page.slug.rsplit('-', 1)[0]}-{page.pk}{number}"
                page.save()
                if number == 3:
                    restriction = restrict(page)
                    restriction.delete()
        except Exception as error:  # noqa: BLE001  whatever it is, the test tells it
            faults.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=write, args=[page]) for page in pages]
    mirror = Mirror(limit=2)
    for thread in threads:
        thread.start()
    parts = []
    while any(thread.is_alive() for thread in threads):
        body = read(mirror.cursor, limit=2)
        mirror.cursor = body["cursor"]
        parts += body["items"]
    for thread in threads:
        thread.join()
    record()
    assert not faults
    numbers = list(PublicChange.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    # What was read while they wrote is taken now, then the rest.
    for change in parts:
        for address in change["former_addresses"]:
            mirror.files.pop(address, None)
        identity = (change["key"], change["language"])
        if change["address"] is None:
            mirror.items.pop(identity, None)
        else:
            mirror.items[identity] = (change["address"], "")
            mirror.files[change["address"]] = identity
    mirror.follow()
    shown = public()
    assert {item: address for item, (address, _title) in mirror.items.items()} == {
        item: address for item, (address, _title) in shown.items()
    }
    assert set(mirror.files) == {address for address, _title in shown.values()}
