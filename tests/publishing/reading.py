"""What a PDF says: its text, its bookmarks, and what it tells programs that read it aloud."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from django.test import Client

from publishing.models import KeptPdf


def address_of(page: Any) -> str:
    """Return where the PDF of a page is."""
    return f"/{page.language}/pdf/{page.pk}.pdf"


def pdf_of(page: Any) -> bytes:
    """Return the PDF of a public page as a reader gets it."""
    answer: Any = Client().get(address_of(page))
    assert answer.status_code == HTTPStatus.OK
    return b"".join(answer.streaming_content)


def file_of(page: Any) -> str:
    """Return the name of the kept file of a page."""
    return str(KeptPdf.objects.get(page_id=page.pk).file.name)


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def text_of(content: bytes) -> str:
    """Return all text with single blanks, words that a line's end parted whole."""
    return re.sub(r"\s+", " ", re.sub("\N{NULL}|\ufffe\\s*|\N{SOFT HYPHEN}\\s*", "", " ".join(pages_of(content))))


def bookmarks_of(content: bytes) -> list[tuple[int, str]]:
    """Return the bookmarks with their level, 0 the highest."""
    with pypdfium2.PdfDocument(content) as document:
        return [(one.level, re.sub(r"\s+", " ", one.get_title())) for one in document.get_toc()]


@dataclass(frozen=True)
class Tagged:
    """An element of the structure by which a program reads a document aloud."""

    kind: str
    language: str
    alternative: str


def structure_of(content: bytes) -> list[Tagged]:
    """Return the elements of the structure, those inside others too."""
    with pypdfium2.PdfDocument(content) as document:
        assert pdfium.FPDFCatalog_IsTagged(document.raw)
        return [one for page in document for one in _elements_of(page)]


def language_of(content: bytes) -> str:
    """Return the document's language."""
    with pypdfium2.PdfDocument(content) as document:
        return _said(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, size))


def languages_of(content: bytes) -> set[str]:
    """Return the languages of passages that are not in the document's."""
    found: set[str] = set()
    with pypdfium2.PdfDocument(content) as document:
        for part in (part for page in document for part in page.get_objects()):
            for at in range(pdfium.FPDFPageObj_CountMarks(part.raw)):
                found.add(_parameter(pdfium.FPDFPageObj_GetMark(part.raw, at), b"Lang"))
    return found - {""}


def _parameter(mark: Any, name: bytes) -> str:
    size = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 20)()
    pdfium.FPDFPageObjMark_GetParamStringValue(mark, name, buffer, ctypes.sizeof(buffer), size)
    return bytes(buffer)[: size.value].decode("utf-16-le").rstrip("\0")


def _elements_of(page: Any) -> Iterator[Tagged]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _within(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _within(element: Any) -> Iterator[Tagged]:
    if not element:
        return
    yield Tagged(
        _said(lambda buffer, size: pdfium.FPDF_StructElement_GetType(element, buffer, size)),
        _said(lambda buffer, size: pdfium.FPDF_StructElement_GetLang(element, buffer, size)),
        _said(lambda buffer, size: pdfium.FPDF_StructElement_GetAltText(element, buffer, size)),
    )
    for at in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
        yield from _within(pdfium.FPDF_StructElement_GetChildAtIndex(element, at))


def _said(ask: Callable[[Any, int], int]) -> str:
    """Return what a function of PDFium writes in UTF-16 into a buffer that it is given."""
    size = ask(None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    ask(buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def runs_in(content: Any) -> Iterator[dict[str, Any]]:
    """Yield all runs of a document."""
    if isinstance(content, dict):
        if "text" in content:
            yield content
        content = list(content.values())
    if isinstance(content, list):
        for inner in content:
            yield from runs_in(inner)
