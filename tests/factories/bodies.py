"""Bodies of pages, as they are stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cms.models import LibraryDocument, LibraryImage


def showing(*files: LibraryDocument | LibraryImage, alt: str = "A square") -> str:
    """Return a body whose text links to each document and which shows each picture, with an alternative text."""
    return json.dumps([*_blocks(files, alt)])


def _blocks(files: tuple[LibraryDocument | LibraryImage, ...], alt: str) -> Iterator[dict[str, Any]]:
    for file in files:
        if isinstance(file, LibraryDocument):
            yield {"type": "text", "value": f'<p><a linktype="document" id="{file.pk}">Read</a></p>'}
        else:
            value = {"image": {"image": file.pk, "alt_text": alt, "decorative": False}, "caption": ""}
            yield {"type": "picture", "value": value}
