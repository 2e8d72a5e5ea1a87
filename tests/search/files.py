"""Small files of every kind, made where they are needed."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

import typst
from django.core.files.base import ContentFile
from docx import Document

from cms.models import LibraryDocument
from projects.models import ProjectDocument, ProjectPage
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index


def pdf(*pages: str) -> bytes:
    """Return a PDF with these pages; what each holds is markup of Typst."""
    made = typst.compile(
        b"#set page(width: 200pt, height: 200pt)\n" + "\n#pagebreak()\n".join(pages).encode(),
        format="pdf",
    )
    assert isinstance(made, bytes)
    return made


def scanned_pdf() -> bytes:
    """Return a PDF of one page with a picture and no letter."""
    return pdf('#image(bytes((0, 0, 0)), format: (encoding: "rgb8", width: 1, height: 1), width: 100pt)')


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
FILE_ID = b"0123456789abcdef"


def locked_pdf(text: str, password: str) -> bytes:
    """Return a PDF with a line of text, locked with a password (PDF 1.7, 7.6: RC4 of 40 bits)."""
    padded = (password.encode() + PADDING)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    rights = (0xFFFFFFFC).to_bytes(4, "little")
    secret = hashlib.md5(padded + owner + rights + FILE_ID, usedforsecurity=False).digest()[:5]
    stream_key = hashlib.md5(secret + b"\x04\0\0\0\0", usedforsecurity=False).digest()[:10]
    stream = _rc4(stream_key, f"BT /F1 12 Tf 10 50 Td ({text}) Tj ET".encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (owner.hex().encode(), _rc4(secret, PADDING).hex().encode()),
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    identity = FILE_ID.hex().encode()
    return (
        content
        + b"xref\n0 7\n0000000000 65535 f \n%s" % rows
        + b"trailer<</Size 7/Root 1 0 R/Encrypt 6 0 R/ID[<%s><%s>]>>\n" % (identity, identity)
        + b"startxref\n%d\n%%%%EOF" % len(content)
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for place in range(256):
        other = (other + state[place] + key[place % len(key)]) % 256
        state[place], state[other] = state[other], state[place]
    out, place, other = bytearray(), 0, 0
    for one in data:
        place = (place + 1) % 256
        other = (other + state[place]) % 256
        state[place], state[other] = state[other], state[place]
        out.append(one ^ state[(state[place] + state[other]) % 256])
    return bytes(out)


def docx(*paragraphs: str) -> bytes:
    """Return a DOCX with these paragraphs."""
    document, buffer = Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(buffer)
    return buffer.getvalue()


def packed(parts: dict[str, str]) -> bytes:
    """Return a packed file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def odt(body: str, before: str = "") -> bytes:
    """Return an ODT with this markup as its text."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"content.xml": content, "mimetype": "application/vnd.oasis.opendocument.text"})


def kept(content: bytes, name: str = "report.pdf", title: str = "Report", **fields: Any) -> LibraryDocument:
    """Return a document of the library with this file."""
    fields.setdefault("language", "en")
    document: LibraryDocument = LibraryDocument.objects.create(
        title=title, file=ContentFile(content, name), file_size=len(content), **fields
    )
    return document


def offering(document: LibraryDocument, language: str = "en", **fields: Any) -> ProjectPage:
    """Return a public project that offers a document."""
    fields.setdefault("title", "Project")
    page: ProjectPage = ProjectPageFactory(parent=index("project", home(language)), **fields)
    page.documents = [ProjectDocument(document=document, title="Report", locale=page.locale)]
    page.save()
    return page
