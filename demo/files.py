"""Drawings and PDF files of the demonstration library, set by Typst from the texts."""

from __future__ import annotations

import json
from typing import Any

import typst
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile

from cms.models import LibraryDocument, LibraryImage
from demo.models import Loaded
from demo.texts import DRAWINGS, Text, fingerprint
from search.files import texts

TEMPLATE = DRAWINGS.parent / "document.typ"
CREDIT = "Vademecum"
DRAWING = DRAWINGS.parent / "drawing.typ"
PIXELS_AN_INCH = 192  # which makes a drawing 1,600 pixels wide


def drawing_keys() -> list[str]:
    """Return the names of the drawings."""
    return sorted(path.stem for path in DRAWINGS.glob("*.svg"))


def load_drawing(key: str) -> None:
    """Draw a picture and keep it, unless it stands already."""
    digest = fingerprint(DRAWINGS / f"{key}.svg", DRAWING)
    loaded = Loaded.objects.filter(kind="drawing", key=key).first()
    image = LibraryImage.objects.filter(pk=loaded.object_id).first() if loaded else None
    if loaded is not None and image is not None and loaded.fingerprint == digest:
        return
    image = image or LibraryImage(title=key.replace("-", " ").capitalize(), credit=CREDIT)
    drawn = typst.compile(DRAWING, format="png", ppi=PIXELS_AN_INCH, sys_inputs={"name": key})
    image.file = ContentFile(_one(drawn), f"{key}.png")
    image.file_hash = ""
    image.file_size = None
    image.save()
    _remember("drawing", key, "", digest, image.pk)


def load_document(text: Text) -> None:
    """Set a document's text as PDF and keep it, unless it stands already."""
    digest = fingerprint(text.path, TEMPLATE)
    loaded = Loaded.objects.filter(kind="document", key=text.key).first()
    document = LibraryDocument.objects.filter(pk=loaded.object_id).first() if loaded else None
    if loaded is not None and document is not None and loaded.fingerprint == digest:
        return
    document = document or LibraryDocument()
    document.title = text["title"]
    document.language = text.language
    document.kind = text.data.get("kind", "other")
    document.edition = text.data.get("edition", "")
    if "edition_of" in text.data:
        first = Loaded.objects.get(kind="document", key=text["edition_of"])
        document.edition_of_id = first.object_id
    content = pdf(text.data)
    document.file = ContentFile(content, f"{text.key}.pdf")
    document.file_size = len(content)
    document.save()
    texts.read(document)
    _remember("document", text.key, text.language, digest, document.pk)


def pdf(data: dict[str, Any]) -> bytes:
    """Return a text as a PDF: its title, summary, headings, paragraphs and lists."""
    content = {
        "title": data["title"],
        "summary": data.get("summary", ""),
        "language": data["language"],
        "blocks": [part for item in data["body"] for part in _parts(item)],
    }
    inputs = {"content": json.dumps(content)}
    return _one(typst.compile(TEMPLATE, format="pdf", sys_inputs=inputs, ignore_system_fonts=True))


def _parts(item: dict[str, Any]) -> list[dict[str, Any]]:
    if "heading" in item:
        return [{"kind": "heading", "text": item["heading"]}]
    if "quote" in item:
        return [{"kind": "paragraph", "text": item["quote"]}]
    if "text" not in item:
        return []
    found: list[dict[str, Any]] = []
    for element in BeautifulSoup(item["text"], "html.parser").find_all(["p", "ul", "ol"]):
        if element.name == "p":
            found.append({"kind": "paragraph", "text": element.get_text(" ", strip=True)})
        else:
            items = [entry.get_text(" ", strip=True) for entry in element.find_all("li")]
            found.append({"kind": "list", "numbered": element.name == "ol", "items": items})
    return found


def _one(made: bytes | list[bytes] | None) -> bytes:
    """Return the only file of a result of Typst."""
    if isinstance(made, list):
        (made,) = made
    assert made is not None  # noqa: S101  Typst answers with nothing only where it writes to a path
    return made


def _remember(kind: str, key: str, language: str, digest: str, pk: int) -> None:
    Loaded.objects.update_or_create(
        kind=kind, key=key, language=language, defaults={"fingerprint": digest, "object_id": pk}
    )
