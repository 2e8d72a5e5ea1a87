"""Files over HTTP: validators, parts, HEAD."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from cms.models import LibraryDocument
from projects.models import ProjectDocument
from tests.factories.complete import picture
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index

pytestmark = pytest.mark.django_db
CONTENT = b"%PDF-1.7 0123456789\n%%EOF"
SIZE = len(CONTENT)


@pytest.fixture
def document() -> LibraryDocument:
    made = LibraryDocument.objects.create(title="Report", file=ContentFile(CONTENT, "report.pdf"), language="en")
    page = ProjectPageFactory(parent=index("project", home()))
    page.documents = [ProjectDocument(document=made, title="Report", locale=page.locale)]
    page.body = [("picture", {"image": _shown(), "caption": ""})]
    page.save()
    return made


def _shown() -> Any:
    image = picture()
    image.contextual_alt_text, image.decorative = "A square", False
    return image


def asked(document: LibraryDocument, method: str = "get", **headers: str) -> Any:
    return getattr(Client(), method)(
        document.url, headers={name.replace("_", "-"): said for name, said in headers.items()}
    )


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_document_that_no_form_brought_has_its_hash_and_size(document: LibraryDocument) -> None:
    assert (document.file_hash, document.file_size) == (hashlib.sha1(CONTENT, usedforsecurity=False).hexdigest(), SIZE)
    document.file = ContentFile(CONTENT + b" again", "report.pdf")
    document.save()
    assert document.file_hash == hashlib.sha1(CONTENT + b" again", usedforsecurity=False).hexdigest()


def test_a_document_is_sent_with_its_validators_and_no_empty_header(document: LibraryDocument) -> None:
    answer = asked(document)
    assert content(answer) == CONTENT
    assert answer["ETag"] == f'"{document.file_hash}"'
    assert answer["Content-Length"] == str(SIZE)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert "Last-Modified" in answer
    assert "Content-Encoding" not in answer
    assert not [name for name, value in answer.items() if value in ("", "None", '""')]


def test_an_older_document_without_a_hash_is_known_by_its_time_and_size(document: LibraryDocument) -> None:
    LibraryDocument.objects.update(file_hash="")
    assert asked(document)["ETag"].endswith(f'-{SIZE:x}"')


@pytest.mark.parametrize(
    ("sent", "part"),
    [
        ("bytes=0-4", (0, 5)),
        ("bytes=9-", (9, SIZE)),
        ("bytes=-5", (SIZE - 5, SIZE)),
        ("bytes=-9999", (0, SIZE)),
        ("bytes=5-9999", (5, SIZE)),
        ("bytes=0-0", (0, 1)),
    ],
)
def test_the_part_that_was_asked_for_is_sent(document: LibraryDocument, sent: str, part: tuple[int, int]) -> None:
    answer = asked(document, Range=sent)
    first, stop = part
    assert answer.status_code == HTTPStatus.PARTIAL_CONTENT
    assert content(answer) == CONTENT[first:stop]
    assert answer["Content-Range"] == f"bytes {first}-{stop - 1}/{SIZE}"
    assert answer["Content-Length"] == str(stop - first)
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("sent", [f"bytes={SIZE}-", "bytes=9999-10000", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused_with_the_size(document: LibraryDocument, sent: str) -> None:
    answer = asked(document, Range=sent)
    assert answer.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert answer["Content-Range"] == f"bytes */{SIZE}"
    assert content(answer) == b""


@pytest.mark.parametrize(
    "sent", ["", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "words=0-1", "bytes=0-1,3-4"]
)
def test_what_is_no_single_part_is_answered_with_the_whole(document: LibraryDocument, sent: str) -> None:
    answer = asked(document, Range=sent)
    assert answer.status_code == HTTPStatus.OK
    assert content(answer) == CONTENT


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_who_has_the_file_is_not_sent_it_again(document: LibraryDocument, header: str) -> None:
    known = asked(document)[header]
    answer = asked(document, **{"If_None_Match" if header == "ETag" else "If_Modified_Since": known})
    assert answer.status_code == HTTPStatus.NOT_MODIFIED
    assert content(answer) == b""
    assert answer["ETag"] == f'"{document.file_hash}"'


def test_who_has_another_file_is_sent_this_one(document: LibraryDocument) -> None:
    for headers in ({"If_None_Match": '"another"'}, {"If_Modified_Since": "Mon, 01 Jan 2001 00:00:00 GMT"}):
        assert content(asked(document, **headers)) == CONTENT
    assert asked(document, If_Match='"another"').status_code == HTTPStatus.PRECONDITION_FAILED


def test_a_part_fits_the_parts_that_were_sent_before_or_all_is_sent(document: LibraryDocument) -> None:
    first = asked(document)
    for known, status in (
        (first["ETag"], HTTPStatus.PARTIAL_CONTENT),
        (first["Last-Modified"], HTTPStatus.PARTIAL_CONTENT),
        ('"another"', HTTPStatus.OK),
        ("Mon, 01 Jan 2001 00:00:00 GMT", HTTPStatus.OK),
    ):
        assert asked(document, Range="bytes=0-4", If_Range=known).status_code == status


def test_head_tells_all_about_a_file_and_sends_nothing(document: LibraryDocument) -> None:
    whole, told = asked(document), asked(document, "head", Range="bytes=0-4")
    assert told.status_code == HTTPStatus.OK
    assert content(told) == b""
    assert dict(told.items()) == dict(whole.items())


def test_a_file_that_is_gone_is_not_found(document: LibraryDocument) -> None:
    document.file.storage.delete(document.file.name)
    assert asked(document).status_code == HTTPStatus.NOT_FOUND


def test_a_picture_is_sent_in_the_same_way(document: LibraryDocument) -> None:
    page = ProjectDocument.objects.get().page
    shown = page.body[0].value["image"].get_rendition("width-100|format-webp")
    answer = Client().get(shown.url)
    assert answer["Content-Type"] == "image/webp"
    again = Client().get(shown.url, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
