"""What is uploaded in the administration: refused with the reason where it cannot be kept, never an error page."""

from __future__ import annotations

import struct
import zlib
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.models import LibraryDocument, LibraryImage
from tests.editing import errors, signed_in
from tests.factories.complete import content_of, file, picture

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PDF = b"%PDF-1.7 made for a test\n%%EOF\n"


@pytest.fixture
def admin() -> Client:
    return signed_in()


def png(width: int, height: int, pixels: bytes | None = None) -> bytes:
    """Return a black and white picture; of `pixels`, which may be fewer than its size says."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    if pixels is None:
        pixels = zlib.compress(bytes(((width + 7) // 8 + 1) * height))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


PICTURES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.png", b"", "The submitted file is empty."),
    "text": ("a.png", b"hello", "Upload a valid image."),
    "another type": ("a.jpg", PDF, "Upload a valid image."),
    "a drawing with scripts": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported image format."),
    "no ending": ("a", png(9, 9), "Not a supported image format."),
    "too many pixels": ("a.png", png(20_000, 20_000), "too many pixels"),
    "more pixels than there are": ("a.png", png(60_000, 60_000, b""), "too many pixels"),
    "damaged": ("a.png", png(500, 500)[:50], "The picture is damaged."),
    "too large": ("a.png", png(9, 9) + bytes(21 * 1024 * 1024), "This file is too big"),
}
DOCUMENTS: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.pdf", b"", "The submitted file is empty."),
    "another type": ("a.pdf", b"MZ a program", "This is not a PDF file, although its name ends in .pdf."),
    "a program": ("a.exe", b"MZ a program", "File extension “exe” is not allowed."),
    "a page with scripts": ("a.html", b"<script>", "File extension “html” is not allowed."),
    "no ending": ("a", PDF, "File extension “” is not allowed."),
    "packed, but no text": ("a.docx", b"PK", "This is not a .docx file, although its name says so."),
    "too large": ("a.pdf", PDF + bytes(51 * 1024 * 1024), "This file is too big"),
}


def upload(admin: Client, kind: str, name: str, content: bytes) -> dict[str, Any]:
    """Send a file as the page for several of them does, and return its answer."""
    sent = {"title": "Title", "files[]": SimpleUploadedFile(name, content), "collection": "1"}
    answer: dict[str, Any] = admin.post(
        reverse(f"{kind}:add_multiple"), sent, headers={"X-Requested-With": "XMLHttpRequest"}
    ).json()
    return answer


@pytest.mark.parametrize(("name", "content", "message"), PICTURES.values(), ids=PICTURES)
def test_a_picture_that_cannot_be_kept_is_refused_with_the_reason(
    admin: Client, name: str, content: bytes, message: str
) -> None:
    answer = upload(admin, "wagtailimages", name, content)
    assert not answer["success"]
    assert message in answer["error_message"]
    assert not LibraryImage.objects.exists()


@pytest.mark.parametrize(("name", "content", "message"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_that_cannot_be_kept_is_refused_with_one_reason(
    admin: Client, name: str, content: bytes, message: str
) -> None:
    answer = upload(admin, "wagtaildocs", name, content)
    assert not answer["success"]
    assert message in answer["error_message"]
    assert len(answer["error_message"].splitlines()) == 1
    assert not LibraryDocument.objects.exists()


FIELDS = {"title": "Title", "language": "bg", "kind": "report", "collection": "1"}
PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


def added(admin: Client, kept: LibraryDocument, file: SimpleUploadedFile) -> Any:
    return admin.post(reverse("wagtaildocs:add"), FIELDS | {"file": file})


def added_among_several(admin: Client, kept: LibraryDocument, file: SimpleUploadedFile) -> Any:
    headers = {"X-Requested-With": "XMLHttpRequest"}
    return admin.post(reverse("wagtaildocs:add_multiple"), {"title": "T", "files[]": file}, headers=headers)


def added_in_the_chooser(admin: Client, kept: LibraryDocument, file: SimpleUploadedFile) -> Any:
    sent = {f"document-chooser-upload-{name}": value for name, value in (FIELDS | {"file": file}).items()}
    return admin.post(reverse("wagtaildocs_chooser:create"), sent)


def replaced(admin: Client, kept: LibraryDocument, file: SimpleUploadedFile) -> Any:
    return admin.post(reverse("wagtaildocs:edit", args=[kept.pk]), FIELDS | {"file": file})


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt", "a.xlsx", "a.csv", "a.txt"])
@pytest.mark.parametrize("way", [added, added_among_several, added_in_the_chooser, replaced])
def test_a_web_page_under_another_name_comes_in_by_no_way(admin: Client, way: Any, name: str) -> None:
    kept = file()
    answer = way(admin, kept, SimpleUploadedFile(name, PAGE))
    told = answer.json() if "json" in answer["Content-Type"] else {}
    said = told.get("error_message") or told.get("html") or answer.content.decode()
    assert "although its name" in said
    (left,) = LibraryDocument.objects.all()
    assert content_of(left).startswith(b"%PDF")


@pytest.mark.parametrize("name", ["a.png", "снимка „едно“.png", "ł ø ș.PNG", f"{'a' * 150}.png"])
def test_a_picture_with_any_name_is_kept_and_listed(admin: Client, name: str) -> None:
    assert upload(admin, "wagtailimages", name, png(9, 9))["success"]
    assert admin.get(reverse("wagtailimages:index")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", ["Договор № 1.pdf", "a b.PDF"])
def test_a_document_with_any_name_is_kept_and_served(admin: Client, name: str) -> None:
    sent = {
        "title": "Title",
        "file": SimpleUploadedFile(name, PDF),
        "language": "bg",
        "kind": "other",
        "collection": "1",
    }
    assert admin.post(reverse("wagtaildocs:add"), sent).status_code == HTTPStatus.FOUND
    assert admin.get(LibraryDocument.objects.get().url).status_code == HTTPStatus.OK


def test_a_refused_replacement_leaves_the_picture_and_what_was_typed(admin: Client) -> None:
    kept = picture()
    address = reverse("wagtailimages:edit", args=[kept.pk])
    sent = {
        "title": "Renamed",
        "credit": "Somebody else",
        "file": SimpleUploadedFile("a.png", b"hello"),
        "collection": "1",
    }
    response = admin.post(address, sent)
    assert errors(response).keys() == {"file"}
    fields = BeautifulSoup(response.content, "html.parser")
    assert [field["value"] for field in fields.select("#id_title, #id_credit")] == ["Renamed", "Somebody else"]
    assert LibraryImage.objects.get(pk=kept.pk).title == "Square"


def test_a_refused_replacement_leaves_the_document(admin: Client) -> None:
    kept = file()
    address = reverse("wagtaildocs:edit", args=[kept.pk])
    sent = {"title": "Renamed", "language": "bg", "kind": "report", "collection": "1"}
    response = admin.post(address, sent | {"file": SimpleUploadedFile("a.pdf", b"MZ")})
    assert errors(response) == {"file": "This is not a PDF file, although its name ends in .pdf."}
    assert 'value="Renamed"' in response.content.decode()
    assert content_of(LibraryDocument.objects.get(pk=kept.pk)).startswith(b"%PDF")


def test_a_document_is_no_translation_of_itself(admin: Client) -> None:
    kept = file()
    address = reverse("wagtaildocs:edit", args=[kept.pk])
    sent = {"title": "Report", "language": "bg", "kind": "report", "collection": "1", "edition_of": kept.pk}
    assert errors(admin.post(address, sent)) == {
        "edition_of": "Choose the first edition, not the document itself or a translation."
    }


@pytest.mark.parametrize("kind", ["wagtailimages", "wagtaildocs"])
def test_an_upload_without_a_file_is_no_error_page(admin: Client, kind: str) -> None:
    response = admin.post(reverse(f"{kind}:add_multiple"), {}, headers={"X-Requested-With": "XMLHttpRequest"})
    assert response.status_code == HTTPStatus.BAD_REQUEST


# ---------------------------------------------------------------------------- the administration's search

SEARCHED = [
    "/admin/pages/", "/admin/pages/search/", "/admin/choose-page/search/", "/admin/images/", "/admin/documents/",
    "/admin/users/", "/admin/snippets/projects/term/", "/admin/snippets/choose/projects/term/results/",
]  # fmt: skip


ODD = ['"', 'a"b', "   ", "\x00", "NOT x", "x OR", "NEAR(a b)", "(", "a*", "%", "_", "😀", "а" * 3000]


@pytest.mark.parametrize("address", SEARCHED)
def test_any_text_may_be_searched_for_in_the_administration(admin: Client, address: str) -> None:
    assert {query: admin.get(address, {"q": query}).status_code for query in ODD} == dict.fromkeys(ODD, HTTPStatus.OK)


def test_words_are_found_whatever_stands_around_them(admin: Client) -> None:
    picture()
    for query in ('"Square"', "square!", "(squa"):
        assert (
            "Square"
            in BeautifulSoup(admin.get("/admin/images/", {"q": query}).content, "html.parser").select_one("main").text
        )
