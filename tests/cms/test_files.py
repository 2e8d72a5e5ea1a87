"""Documents and pictures: what may be uploaded, and who may have them."""

from __future__ import annotations

import io
import zipfile
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from cms import forms
from cms.depth import in_eight_bits
from cms.forms import check_content
from cms.models import LibraryDocument, LibraryImage
from projects.models import ProjectDocument, ProjectPage
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index

PDF = b"%PDF-1.7 made for a test\n%%EOF\n"


ODT = "application/vnd.oasis.opendocument.text"
PAGE = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"


def packed(*names: str, **content: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in (*names, *content):
            file.writestr(name, content.get(name, "content"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", PDF),
        ("REPORT.PDF", PDF),
        ("report.docx", packed("word/document.xml")),
        ("saved-twice.pdf", b"\xef\xbb\xbf" + PDF + bytes(2000)),
        ("report.odt", packed("content.xml", mimetype=ODT)),
        ("report.odt", packed("content.xml")),
        ("figures.xlsx", packed("xl/workbook.xml")),
        ("figures.csv", "име;брой\n".encode()),
        ("figures.csv", "име;брой\n".encode("cp1251")),
        ("notes.txt", "брой < 10".encode("utf-16")),
        ("notes.txt", b"a < b"),
    ],
)
def test_a_file_that_is_what_it_says_is_accepted(name: str, content: bytes) -> None:
    check_content(SimpleUploadedFile(name, content))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("report.pdf", b"MZ\x90 a program", "not a PDF file"),
        ("report.docx", b"not packed at all", "not a .docx file"),
        ("report.docx", packed("xl/workbook.xml"), "not a .docx file"),
        ("figures.xlsx", packed("word/document.xml"), "not a .xlsx file"),
        ("report.docx", PAGE + packed("word/document.xml"), "not a .docx file"),
        ("slides.odt", packed("content.xml", mimetype="application/vnd.oasis.opendocument.presentation"), "not a .odt"),
        ("page.pdf", PAGE, "not a PDF file"),
        ("page.pdf", PAGE + PDF, "not a PDF file"),
        ("page.pdf", b"\n\n" + PAGE + b"<!--" + PDF + b"-->", "not a PDF file"),
        ("page.pdf", b"%PDF-1.7" + PAGE, "not a PDF file"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n" + PDF, "not a PDF file"),
        ("notes.txt", b"\x00\x01\x02", "not a text file"),
        ("notes.txt", b"words " * 1000 + b"\x00", "not a text file"),
        ("notes.txt", PDF, "not a text file"),
        ("page.txt", PAGE, "not a text file"),
        ("page.csv", b"\xef\xbb\xbf \n<HTML>", "not a text file"),
        ("drawing.txt", b"<?xml version='1.0'?><svg/>", "not a text file"),
        ("book.csv", packed("xl/workbook.xml"), "not a text file"),
    ],
)
def test_a_file_that_only_claims_its_type_is_refused(name: str, content: bytes, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        check_content(SimpleUploadedFile(name, content))


def test_a_packed_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_UNPACKED", 5)
    with pytest.raises(ValidationError, match="too large"):
        check_content(SimpleUploadedFile("report.docx", packed("word/document.xml")))


@pytest.fixture
def document(db: None) -> LibraryDocument:
    return LibraryDocument.objects.create(
        title="Report", file=ContentFile(PDF, "report.pdf"), file_size=len(PDF), language="en"
    )


def offering(document: LibraryDocument, **fields: object) -> ProjectPage:
    page = ProjectPageFactory(parent=index("project", home()), **fields)
    page.documents = [ProjectDocument(document=document, title="Report", locale=page.locale)]
    page.save()
    return page


def status(address: str, client: Client | None = None) -> int:
    return (client or Client()).get(address).status_code


def staff() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("staff"))
    return client


def test_a_document_of_a_public_page_is_served(document: LibraryDocument) -> None:
    offering(document)
    response = Client().get(document.url)
    assert response.status_code == HTTPStatus.OK
    assert b"".join(response.streaming_content) == PDF


def test_a_document_that_no_public_page_offers_does_not_exist_for_the_public(document: LibraryDocument) -> None:
    assert status(document.url) == HTTPStatus.NOT_FOUND
    assert status(document.url, staff()) == HTTPStatus.OK


def test_a_restricted_parent_takes_the_document_along(document: LibraryDocument) -> None:
    page = offering(document)
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert status(document.url) == HTTPStatus.NOT_FOUND


def test_the_translation_of_an_offered_document_is_served_too(document: LibraryDocument) -> None:
    offering(document)
    translated = LibraryDocument.objects.create(
        title="Доклад", file=ContentFile(PDF, "doklad.pdf"), file_size=len(PDF), language="bg", edition_of=document
    )
    assert status(translated.url) == HTTPStatus.OK


def test_a_replaced_file_keeps_the_address(document: LibraryDocument) -> None:
    offering(document)
    before = document.url
    document.file = ContentFile(PDF + b" again", "second-edition.pdf")
    document.save()
    assert document.url != before
    response = Client().get(before)
    assert b"".join(response.streaming_content) == PDF + b" again"


@pytest.mark.parametrize("address", ["/documents/999/report.pdf", "/documents/999/", "/documents/1/%00"])
def test_a_document_that_is_not_there_is_not_found(db: None, address: str) -> None:
    assert status(address) == HTTPStatus.NOT_FOUND


@pytest.fixture
def picture(db: None) -> LibraryImage:
    return LibraryImage.objects.create(title="Square", file=get_test_image_file("square.png"))


def showing(picture: LibraryImage) -> ProjectPage:
    page = ProjectPageFactory(parent=index("project", home()))
    value = {"image": {"image": picture.pk, "decorative": False, "alt_text": "A square"}, "caption": ""}
    page.body = page._meta.get_field("body").to_python([{"type": "picture", "value": value}])
    page.save()
    return page


def test_a_picture_of_a_public_page_is_served_in_its_sizes_never_as_the_original(picture: LibraryImage) -> None:
    showing(picture)
    assert status(picture.get_rendition("width-100").url) == HTTPStatus.OK
    assert status(f"/media/{picture.file.name}") == HTTPStatus.NOT_FOUND


def test_a_picture_that_only_a_restricted_page_shows_is_for_staff(picture: LibraryImage) -> None:
    page = showing(picture)
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    address = picture.get_rendition("width-100").url
    assert status(address) == HTTPStatus.NOT_FOUND
    assert status(address, staff()) == HTTPStatus.OK


def grey(mode: str, **options: Any) -> bytes:
    """Return a picture that goes from black to white."""
    most = 65535 if mode == "I;16" else 255
    line = [most * place // 255 for place in range(256)]
    picture, buffer = Image.new(mode, (256, 64)), io.BytesIO()
    picture.putdata(line * 64)
    picture.save(buffer, "PNG", **options)
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["L", "I;16"])
@pytest.mark.parametrize("saved_as", ["webp", "png", "jpeg"])
def test_grey_goes_from_black_to_white_however_deep_it_is(db: None, mode: str, saved_as: str) -> None:
    picture = LibraryImage.objects.create(title="Grey", file=ContentFile(grey(mode), "grey.png"))
    rendition = picture.get_rendition(f"width-128|format-{saved_as}")
    with rendition.file.open("rb") as file, Image.open(file) as opened:
        shown = opened.convert("L")
    for place, wanted in ((0, 0), (64, 128), (127, 255)):
        assert shown.getpixel((place, 16)) == pytest.approx(wanted, abs=4)


def test_the_transparent_shade_of_deep_grey_stays_the_same_one() -> None:
    with Image.open(io.BytesIO(grey("I;16", transparency=65535))) as opened:
        assert in_eight_bits(opened).info["transparency"] == 255


@pytest.mark.parametrize("address", ["/media/images/nothing.png", "/media/images/../secret-key", "/media/images/%00"])
def test_odd_addresses_of_pictures_are_not_found(db: None, address: str) -> None:
    assert status(address) == HTTPStatus.NOT_FOUND
