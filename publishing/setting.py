"""Documents set by Typst: PDF/UA-1, with our own fonts, from content that is never read as markup."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from publishing.documents import Document

HERE = Path(__file__).parent
TEMPLATE = HERE / "work.typ"
FONTS = HERE / "fonts"
MOST_TRIES = 20  # a complaint names all signs that one font lacks, often several at once
# Typst's complaint about a text of which no font has the signs.
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def set_document(document: Document) -> bytes:
    """Return a document as PDF; the same document is always the same bytes."""
    with tempfile.TemporaryDirectory(prefix="vademecum-pdf-") as folder:
        for name, rendition in document.pictures.items():
            with rendition.file.open("rb") as picture:
                (Path(folder) / name).write_bytes(picture.read())
        return set_content(document.content, document.changed_at, Path(folder))


def set_content(content: dict[str, Any], changed_at: datetime, folder: Path) -> bytes:
    """Return content as PDF, its pictures being in a folder.

    A sign that is in none of the fonts is told by its number, as in “[U+1F9EE]”: nothing is left out in silence.
    """
    written = json.dumps(content, ensure_ascii=False, sort_keys=True)
    for _try in range(MOST_TRIES):
        try:
            return _compiled(written, changed_at, folder)
        except typst.TypstError as error:
            lacking = _lacking(str(error))
            if not lacking:
                raise
            for sign in lacking:
                written = written.replace(sign, f"[U+{ord(sign):04X}]")
    return _compiled(written, changed_at, folder)


def _compiled(content: str, changed_at: datetime, folder: Path) -> bytes:
    compile_document: Any = typst.compile  # its types want one type for the template and the folder
    made: bytes = compile_document(
        TEMPLATE.read_bytes(),
        root=folder,
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"content": content},
        pdf_standards="ua-1",
        timestamp=int(changed_at.timestamp()),
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts that are in the repository and in Typst; none of the system, so that all machines set alike."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def _lacking(complaint: str) -> set[str]:
    """Return the signs that Typst has no font for."""
    texts = [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), found) for found in _LACKING.findall(complaint)]
    return {sign for text in texts for sign in text if ord(sign) > 0x7F}


def version_of(document: Document) -> str:
    """Return what tells one content of a document from another: all that goes into its PDF."""
    content = json.dumps(document.content, ensure_ascii=False, sort_keys=True)
    parts = [content, document.changed_at.isoformat(), _setter()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _setter() -> str:
    """Return what tells one way to set from another: template, fonts and the version of Typst."""
    files = [TEMPLATE, *sorted(FONTS.glob("*.ttf"))]
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return " ".join([version("typst"), *digests])
