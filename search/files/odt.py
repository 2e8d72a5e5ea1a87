"""The text of ODT files as a reader sees it: with notes, headers, formulas, without what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from cms.packed import Packed
from search.files.parts import HIDDEN, TextOrMark, joined

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT = f"{{{_NAMES}:text:1.0}}"
_TABLE = f"{{{_NAMES}:table:1.0}}"
_STYLE = f"{{{_NAMES}:style:1.0}}"
_OFFICE = f"{{{_NAMES}:office:1.0}}"
_DRAW = f"{{{_NAMES}:drawing:1.0}}"
_SVG = f"{{{_NAMES}:svg-compatible:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_MATH = "{http://www.w3.org/1998/Math/MathML}"

# What nobody sees in the file: deleted text, remarks, cells below others, alternative texts of pictures. And what is no
# word of the text: the number of a note, the pronunciation of a word.
_UNSEEN = {
    f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TABLE}covered-table-cell", f"{_SVG}title", f"{_SVG}desc",
    f"{_TEXT}note-citation", f"{_TEXT}ruby-text", f"{_OFFICE}binary-data", f"{_MATH}annotation",
}  # fmt: skip
_BLANKS = {f"{_TEXT}{name}" for name in ("s", "tab", "line-break", "p", "h", "note", "list")} | {f"{_MATH}mrow"}
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}


def read_odt(file: IO[bytes], _language: str) -> Iterator[TextOrMark]:
    """Yield the text, with its headers and footers, in parts."""
    with Packed(file) as packed:
        document = _Document(packed)
        yield from joined(document.paragraphs())
        if document.has_hidden:
            yield HIDDEN


class _Document:
    """The text and the styles of an ODT."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.root = packed.tree(packed.main("odt"))
        self.styles = packed.tree("styles.xml") if "styles.xml" in packed else None
        self.has_hidden = False
        self.hiding = self._hiding_styles()

    def paragraphs(self) -> Iterator[str]:
        """Yield the text, then headers and footers."""
        yield from self._below(self.root)
        for master in () if self.styles is None else self.styles.iter(f"{_STYLE}master-page"):
            for around in master:
                if around.get(f"{_STYLE}display") != "false":
                    yield from self._below(around)

    def _hiding_styles(self) -> set[str]:
        """Return the styles whose letters are hidden, by themselves or by the styles that they are based on."""
        said: dict[str, str] = {}
        above: dict[str, str] = {}
        for root in (self.styles, self.root):
            for style in () if root is None else root.iter(f"{_STYLE}style"):
                name = style.get(f"{_STYLE}name", "")
                above[name] = style.get(f"{_STYLE}parent-style-name", "")
                for one in style.iter(f"{_STYLE}text-properties"):
                    said[name] = one.get(f"{_TEXT}display", said.get(name, ""))
        return {name for name in above if _said_by(name, said, above) == "none"}

    def _below(self, root: Any) -> Iterator[str]:
        """Yield the paragraphs below an element; one inside another, as in a note, is part of the outer one."""
        todo = [root]
        while todo:
            element = todo.pop()
            if self._is_unseen(element):
                continue
            if element.tag in _PARAGRAPHS:
                yield "".join(self._text(element))
            else:
                todo.extend(reversed(element))

    def _text(self, element: Any) -> Iterator[str]:
        """Yield the pieces of the text of an element, in their order."""
        yield element.text or ""
        for child in element:
            blank = " " if child.tag in _BLANKS else ""
            yield blank
            if not self._is_unseen(child):
                yield from self._text(child)
                yield from self._formula(child)
            yield blank if child.tag != f"{_TEXT}s" else ""
            yield child.tail or ""

    def _formula(self, element: Any) -> Iterator[str]:
        """Yield the signs of a formula, which is a file of its own inside this one."""
        name = f"{element.get(_LINK, '').removeprefix('./')}/content.xml"
        if element.tag == f"{_DRAW}object" and name in self.packed:
            root = self.packed.tree(name)
            if root.tag == f"{_MATH}math":
                yield f" {''.join(self._text(root))} "

    def _is_unseen(self, element: Any) -> bool:
        """Tell whether nothing below an element is seen; note that the file has hidden parts where it can be shown."""
        if element.tag in _UNSEEN or not isinstance(element.tag, str):
            return True
        is_hidden = (
            element.get(f"{_TEXT}style-name") in self.hiding
            or (element.tag == f"{_TEXT}section" and element.get(f"{_TEXT}display") in ("none", "condition"))
            or element.get(f"{_TABLE}visibility") in ("collapse", "filter")
            or (element.tag == f"{_TEXT}hidden-text" and element.get(f"{_TEXT}is-hidden") != "false")
            or any(one.get(f"{_TEXT}is-hidden") == "true" for one in element.iterchildren(f"{_TEXT}hidden-paragraph"))
        )
        self.has_hidden |= is_hidden
        return is_hidden


def _said_by(name: str, said: Mapping[str, str], above: Mapping[str, str]) -> str:
    """Return what a style says, or the nearest of those that it is based on."""
    passed: set[str] = set()
    while name and not said.get(name) and name not in passed:
        passed.add(name)
        name = above.get(name, "")
    return said.get(name, "")
