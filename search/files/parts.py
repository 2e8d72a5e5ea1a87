"""What the readers of all packed files share: how texts are joined, and how parts of a file are hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

PART_LENGTH = 4_000  # characters of a part, which stands for a page where a file has no pages
BETWEEN_CELLS = " · "

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


class Mark(Enum):
    """What a reader yields beside texts."""

    HIDDEN = "hidden"


HIDDEN = Mark.HIDDEN  # the file has hidden parts: they are not read, but whoever has the file can show them

# What a reader yields: the text of a page, or a mark.
TextOrMark = str | Mark


def joined(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs joined to parts of about PART_LENGTH."""
    part: list[str] = []
    length = 0
    for paragraph in paragraphs:
        part.append(paragraph)
        length += len(paragraph)
        if length >= PART_LENGTH:
            yield "\n".join(part)
            part, length = [], 0
    if length:
        yield "\n".join(part)


def is_on(element: Any, attribute: str, default: str = "1") -> bool:
    """Tell whether a switch is present and on; `default` is its value where it has none."""
    return element is not None and element.get(attribute, default).lower() not in ("0", "false", "off")


def shown_in_drawing(root: Any) -> Iterator[str]:
    """Yield the texts of a diagram, a chart or visible shapes: each paragraph, and each name of a category."""
    todo = [root]
    while todo:
        element = todo.pop()
        if element.tag == f"{DRAWN}p":
            yield "".join(
                " " if one.tag == f"{DRAWN}br" else one.text or "" for one in element.iter(f"{DRAWN}t", f"{DRAWN}br")
            )
        elif element.tag == f"{_CHART}strCache":
            yield from (one.text or "" for one in element.iter(f"{_CHART}v"))
        elif isinstance(element.tag, str) and not _is_hidden_shape(element):
            todo.extend(reversed(element))


def _is_hidden_shape(element: Any) -> bool:
    """Tell whether a shape or a group of shapes is hidden: the first child has its properties."""
    first = next(iter(element), None)
    named = () if first is None else first
    return any(one.tag.endswith("}cNvPr") and is_on(one, "hidden", "0") for one in named if isinstance(one.tag, str))
