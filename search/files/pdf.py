"""The text of PDF files as a reader sees it: the pages, filled-in fields of forms, and what was typed onto a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import IO, Any

import pypdfium2
from pypdfium2 import raw

from search.files.parts import TextOrMark

MOST_OF_A_PAGE = 100_000  # characters; the rest of a longer page is left out
MOST_ON_A_PAGE = 2_000  # fields and remarks


class EncryptedError(Exception):
    """The file is locked with a password."""


def read_pdf(file: IO[bytes], _language: str) -> Iterator[TextOrMark]:
    """Yield the text of each page."""
    try:
        document = pypdfium2.PdfDocument(file)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise EncryptedError from error
        raise
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        written = text.get_text_range(0, min(text.count_chars(), MOST_OF_A_PAGE)) if text.count_chars() else ""
        yield "\n".join([written, *_filled_in(document, page)])
        text.close()
        page.close()


def _filled_in(document: Any, page: Any) -> Iterator[str]:
    """Yield what the visible fields of a page hold, and the texts that somebody typed onto it."""
    unseen = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_ON_A_PAGE)):
        there = raw.FPDFPage_GetAnnot(page, number)
        if not there:
            continue
        try:
            subtype = raw.FPDFAnnot_GetSubtype(there)
            if raw.FPDFAnnot_GetFlags(there) & unseen:
                continue
            if subtype == raw.FPDF_ANNOT_WIDGET and document.formenv:
                yield from _field(document.formenv, there)
            elif subtype == raw.FPDF_ANNOT_FREETEXT:
                yield _string(lambda *room, one=there: raw.FPDFAnnot_GetStringValue(one, b"Contents", *room))
        finally:
            raw.FPDFPage_CloseAnnot(there)


def _field(form: Any, field: Any) -> Iterator[str]:
    """Yield what is typed into a field, or chosen in it; a password is not shown."""
    kind = raw.FPDFAnnot_GetFormFieldType(form, field)
    if kind == raw.FPDF_FORMFIELD_TEXTFIELD:
        if not raw.FPDFAnnot_GetFormFieldFlags(form, field) & raw.FPDF_FORMFLAG_TEXT_PASSWORD:
            yield _string(lambda *room: raw.FPDFAnnot_GetFormFieldValue(form, field, *room))
    elif kind in (raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX):
        options = range(min(max(raw.FPDFAnnot_GetOptionCount(form, field), 0), MOST_ON_A_PAGE))
        chosen = [option for option in options if raw.FPDFAnnot_IsOptionSelected(form, field, option)]
        for option in chosen:
            yield _string(lambda *room, one=option: raw.FPDFAnnot_GetOptionLabel(form, field, one, *room))
        if not chosen and kind == raw.FPDF_FORMFIELD_COMBOBOX:  # what is typed in place of a choice
            yield _string(lambda *room: raw.FPDFAnnot_GetFormFieldValue(form, field, *room))


def _string(ask: Callable[..., int]) -> str:
    """Return a string of PDFium. It first tells the length, then writes the string into a buffer of ours."""
    length = min(ask(None, 0), 2 * MOST_OF_A_PAGE)
    room = ctypes.create_string_buffer(length)
    ask(ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return room.raw.decode("utf-16-le", errors="replace").rstrip("\x00")
