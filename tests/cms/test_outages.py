"""Faults that pass: readers are told when to come back, editors that nothing was saved, and the site is alive after."""

from __future__ import annotations

import errno
import resource
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, OperationalError, ProgrammingError, close_old_connections, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.images.tests.utils import get_test_image_file

from cms.errors import server_error
from cms.models import LibraryDocument, LibraryImage
from cms.outage import RETRY_AFTER, is_outage
from cms.pictures import renditions_of
from cms.templatetags.library import picture
from tests.factories.home import home

pytestmark = pytest.mark.django_db(transaction=True)
needs_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="a fault of SQLite")
needs_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a fault of PostgreSQL")
PASSWORD = "the right password"


def ask(client: Client | None = None) -> Client:
    """Return a client that gets the answer that a browser would."""
    client = client or Client()
    client.raise_request_exception = False
    return client


@contextmanager
def connected_otherwise(**changed: Any) -> Iterator[None]:
    """Let this process reach its database in another way."""
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(changed)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


def away() -> Any:
    """Return what makes the database answer nobody."""
    if connection.vendor == "sqlite":
        return connected_otherwise(NAME="/nowhere/at/all.sqlite3")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return connected_otherwise(HOST="127.0.0.1", PORT=free.getsockname()[1])


@contextmanager
def nothing_can_be_written() -> Iterator[None]:
    """Hold what every writer needs, as a backup or a long import would."""
    if connection.vendor == "sqlite":
        options = connection.settings_dict["OPTIONS"] | {"timeout": 0.1}
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other, connected_otherwise(OPTIONS=options):
            other.execute("BEGIN IMMEDIATE")
            yield
        return
    options = {**connection.settings_dict["OPTIONS"], "options": "-c default_transaction_read_only=on"}
    with connected_otherwise(OPTIONS=options):
        yield


@pytest.mark.parametrize("language", ["bg", "en", "lv", "nb", "pl", "ro"])
def test_readers_are_told_in_their_language_when_to_come_back(language: str, caplog: pytest.LogCaptureFixture) -> None:
    home(language)
    with away():
        answer = ask().get(f"/{language}/")
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert answer.headers["Retry-After"] == str(RETRY_AFTER)
    assert answer.headers["Cache-Control"] == "no-store"
    soup: Any = BeautifulSoup(answer.content, "html.parser")
    with translation.override(language):
        assert soup.h1.get_text(strip=True) == translation.gettext("Not available for the moment")
    assert soup.html["lang"] == language
    assert soup.select_one(f'main a[href="/{language}/"]')
    (told,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert f"GET '/{language}/' was not answered: OperationalError" in told.getMessage()
    assert not told.exc_info
    assert ask().get(f"/{language}/").status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    "address", ["/", "/pl/search/?q=a", "/pl/nie-ma/", "/sitemap.xml", "/id/1/", "/documents/1/a/"]
)
def test_every_address_that_needs_the_database_says_so(address: str) -> None:
    with away():
        assert ask().get(address).status_code == HTTPStatus.SERVICE_UNAVAILABLE


@pytest.mark.parametrize("address", ["/pl/", "/admin/", "/admin/pages/"])
def test_who_is_signed_in_gets_the_same_page_in_the_same_language_and_under_the_same_policy(address: str) -> None:
    home("pl")
    client = ask()
    client.force_login(get_user_model().objects.create_superuser("editor", "", PASSWORD))
    with away():
        answer = client.get(address, headers={"Accept-Language": "pl"})
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert '<html lang="pl">' in answer.content.decode()
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert client.get(address).status_code == HTTPStatus.OK


def test_what_needs_no_database_is_there_all_the_while() -> None:
    with away():
        assert ask().get("/robots.txt").status_code == HTTPStatus.OK
        assert ask().get("/favicon.ico").status_code == HTTPStatus.MOVED_PERMANENTLY
        health = ask().get("/health/")
    assert (health.status_code, health.content) == (
        HTTPStatus.SERVICE_UNAVAILABLE,
        b"The database does not answer.\n",
    )


def test_a_page_is_read_while_nothing_can_be_written() -> None:
    home("lv")
    with nothing_can_be_written():
        assert ask().get("/lv/").status_code == HTTPStatus.OK


def test_a_page_is_read_with_the_pictures_that_were_cut_before(
    monkeypatch: pytest.MonkeyPatch, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("cms.pictures._waits_until", 0.0)
    image = LibraryImage.objects.create(title="Drawing", file=get_test_image_file(size=(1000, 800)))
    before = [rendition.width for rendition in renditions_of(image, "plate")]
    image = LibraryImage.objects.get()
    with nothing_can_be_written():
        assert [rendition.width for rendition in renditions_of(image, "plate")] == before
        assert picture(image, "A square", "wide") == "A square"
        assert picture(image, "A square", "wide") == "A square"
    assert caplog.text.count("No picture can be cut to size for the moment") == 1
    monkeypatch.setattr("cms.pictures._waits_until", 0.0)
    assert picture(image, "A square", "wide").startswith("<img ")


def test_signing_in_while_nothing_can_be_written_is_told_and_works_afterwards() -> None:
    get_user_model().objects.create_superuser("editor", "", PASSWORD)
    sent = {"username": "editor", "password": PASSWORD}
    client = ask()
    with nothing_can_be_written():
        answer = client.post("/admin/login/", sent)
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "Nobody can sign in just now" in answer.content.decode()
    assert "sessionid" not in answer.cookies
    assert client.post("/admin/login/", sent).status_code == HTTPStatus.FOUND


def test_signing_in_is_told_too_where_the_session_alone_cannot_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    get_user_model().objects.create_superuser("editor", "", PASSWORD)
    sent = {"username": "editor", "password": PASSWORD}

    def locked(self: object) -> None:
        raise OperationalError

    client = ask()
    with monkeypatch.context() as patch:
        patch.setattr("django.contrib.sessions.backends.db.SessionStore.create", locked)
        answer = client.post("/admin/login/", sent)
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "Nobody can sign in just now" in answer.content.decode()
    assert client.get("/admin/").status_code == HTTPStatus.FOUND
    assert client.post("/admin/login/", sent).status_code == HTTPStatus.FOUND


def test_an_editor_is_told_that_nothing_was_saved() -> None:
    client = ask()
    client.force_login(get_user_model().objects.create_superuser("editor", "", PASSWORD))
    sent = {"name": "Internal", "parent": "1"}
    with nothing_can_be_written():
        answer = client.post("/admin/collections/add/", sent, headers={"Accept-Language": "nb"})
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    with translation.override("nb"):
        assert translation.gettext("Nothing can be saved just now, so what you sent was not accepted.") in " ".join(
            BeautifulSoup(answer.content, "html.parser").get_text().split()
        )
    assert client.post("/admin/collections/add/", sent).status_code == HTTPStatus.FOUND


# ------------------------------------------------------------------------------------------------ a full disk


@needs_sqlite
def test_a_database_that_is_full_is_told_and_read_all_the_while() -> None:
    client = ask()
    client.force_login(get_user_model().objects.create_superuser("editor", "", PASSWORD))
    name = "x" * 200
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    answers = []
    for number in range(200):
        answers.append(client.post("/admin/collections/add/", {"name": f"{number} {name}", "parent": "1"}).status_code)
        if answers[-1] != HTTPStatus.FOUND:
            break
    assert answers[-1] == HTTPStatus.SERVICE_UNAVAILABLE
    assert client.get("/en/").status_code == HTTPStatus.OK
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert client.post("/admin/collections/add/", {"name": "There is room", "parent": "1"}).status_code == (
        HTTPStatus.FOUND
    )


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Let the system refuse this process what a full disk would refuse."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("in_memory", [True, False], ids=["where it is kept", "while it arrives"])
def test_an_upload_that_finds_no_room_is_told_and_leaves_nothing(settings: Any, in_memory: bool) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024 if in_memory else 1024
    database = Path(connection.settings_dict["NAME"])
    room = 4 * 1024 * 1024 + (database.stat().st_size if connection.vendor == "sqlite" else 0)
    client = ask()
    client.force_login(get_user_model().objects.create_superuser("editor", "", PASSWORD))

    def upload() -> Any:
        file = SimpleUploadedFile("notes.txt", b"a line of a text\n" * (room // 17 + 1))
        sent = {"title": "Notes", "file": file, "collection": "1", "language": "en", "kind": "other"}
        return client.post("/admin/documents/add/", sent)

    with files_no_longer_than(room):
        answer = upload()
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert not LibraryDocument.objects.exists()
    assert upload().status_code == HTTPStatus.FOUND
    assert LibraryDocument.objects.count() == 1


# -------------------------------------------------------------------------------- what is a fault of the program


def test_a_fault_of_the_program_is_no_outage() -> None:
    with connection.cursor() as cursor, pytest.raises(DatabaseError) as wrong:
        cursor.execute("SELECT nothing FROM nowhere")
    assert not is_outage(wrong.value)
    assert not is_outage(ProgrammingError())
    assert not is_outage(OSError(errno.ENOENT, "no such file"))
    assert not is_outage(None)
    request = RequestFactory().get("/en/")
    assert server_error(request).status_code == HTTPStatus.INTERNAL_SERVER_ERROR


def test_an_outage_is_known_by_what_it_was_raised_from(rf: RequestFactory) -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        try:
            try:
                raise OSError(errno.ENOSPC, "No space left on device")
            except OSError as full:
                message = "the picture could not be made"
                raise RuntimeError(message) from full
        except RuntimeError:
            return server_error(request)

    assert answer(rf.get("/en/")).status_code == HTTPStatus.SERVICE_UNAVAILABLE


@needs_postgresql
def test_a_connection_that_the_server_has_ended_is_an_outage_and_the_next_request_has_another() -> None:
    home("lv")
    with connection._nodb_cursor() as other:
        connection.ensure_connection()
        other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    with pytest.raises(DatabaseError) as cut, connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    assert is_outage(cut.value)
    close_old_connections()  # as at the beginning of each request, which the test client leaves out
    assert ask().get("/lv/").status_code == HTTPStatus.OK
