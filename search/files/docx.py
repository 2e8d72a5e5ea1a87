"""The text of DOCX files as a reader sees it: with notes, headers, formulas and diagrams, without what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from cms.packed import Packed
from search.files.parts import DRAWN, HIDDEN, TextOrMark, is_on, joined, shown_in_drawing

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# What nobody sees in the file: deleted text, the second form of a drawing, and the pronunciation of a word.
_UNSEEN = {_FALLBACK, f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}rt"}
_BLANKS = {f"{_WORD}{name}" for name in ("tab", "ptab", "br", "cr", "p", "sym")} | {f"{DRAWN}br", f"{DRAWN}p"}
# The pieces of a formula stand above, below or beside one another.
_APART = {f"{_MATH}{name}" for name in ("num", "den", "sub", "sup", "e", "deg", "lim", "fName")}
_DRAWN_BY = {f"{_RELATED}dm", f"{_RELATED}id"}
_LETTERS = {f"{_WORD}t", f"{_MATH}t", f"{DRAWN}t"}


def read_docx(file: IO[bytes], _language: str) -> Iterator[TextOrMark]:
    """Yield the text, with its headers, notes, footers and diagrams, in parts."""
    with Packed(file) as packed:
        document = _Document(packed)
        yield from joined(document.paragraphs())
        if document.has_hidden:
            yield HIDDEN


class _Document:
    """The parts of a DOCX, of which those are read that the text refers to."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.main = packed.main("docx")
        self.has_hidden = False
        self.noted: dict[str, set[str]] = {"footnote": set(), "endnote": set()}
        self.hidden_styles = self._hidden_styles()

    def paragraphs(self) -> Iterator[str]:
        """Yield headers, the text with its diagrams, notes, footers."""
        root = self.packed.tree(self.main)
        around = self._around(root)
        yield from self._part(name for kind, name in around if kind == "header")
        yield from self._below(root, self.main)
        for kind, numbers in self.noted.items():
            for name in self.packed.referred(self.main, [f"{kind}s"]):
                notes = self.packed.tree(name)
                for note in notes.iter(f"{_WORD}{kind}"):
                    if note.get(f"{_WORD}id") in numbers:
                        yield from self._below(note, name)
        yield from self._part(name for kind, name in around if kind == "footer")

    def _part(self, names: Iterable[str]) -> Iterator[str]:
        for name in dict.fromkeys(names):
            yield from self._below(self.packed.tree(name), name)

    def _around(self, root: Any) -> list[tuple[str, str]]:
        """Return the headers and footers that stand on a page, with the kind of each."""
        related = self.packed.related(self.main)
        settings = [self.packed.tree(name) for name in self.packed.referred(self.main, ["settings"])]
        has_even = any(is_on(one.find(f"{_WORD}evenAndOddHeaders"), f"{_WORD}val") for one in settings)
        parts = []
        for section in root.iter(f"{_WORD}sectPr"):
            shown = {
                "default": True,
                "first": is_on(section.find(f"{_WORD}titlePg"), f"{_WORD}val"),
                "even": has_even,
            }
            for kind in ("header", "footer"):
                for reference in section.findall(f"{_WORD}{kind}Reference"):
                    part = related.get(reference.get(f"{_RELATED}id", ""))
                    if part and part.target in self.packed and shown.get(reference.get(f"{_WORD}type"), True):
                        parts.append((kind, part.target))
        return parts

    # ------------------------------------------------------------ paragraphs

    def _below(self, root: Any, part: str) -> Iterator[str]:
        """Yield the paragraphs below an element; one inside another, as in a drawing, is part of the outer one."""
        todo = [root]
        while todo:
            element = todo.pop()
            if element.tag == f"{_WORD}p":
                yield "".join(self._text(element, part))
            elif not self._is_unseen(element):
                todo.extend(reversed(element))

    def _text(self, paragraph: Any, part: str) -> Iterator[str]:
        is_hidden_here = self._style_of(paragraph, "pPr", "pStyle")
        todo = list(reversed(paragraph))
        while todo:
            element = todo.pop()
            if self._is_unseen(element):
                continue
            if element.tag == f"{_WORD}r" and self._is_hidden(element, is_hidden_here):
                self.has_hidden = True
                continue
            if element.tag in _LETTERS:
                yield element.text or ""
            elif element.tag in _BLANKS or element.tag in _APART:
                yield " "
            elif element.tag == f"{_WORD}noBreakHyphen":
                yield "-"
            elif element.tag == f"{_WORD}drawing":
                yield from self._drawn(element, part)
            elif element.tag in (f"{_WORD}footnoteReference", f"{_WORD}endnoteReference"):
                self.noted[element.tag.removeprefix(_WORD).removesuffix("Reference")].add(element.get(f"{_WORD}id"))
            elif element.tag in (f"{_WORD}p", f"{_WORD}pict"):
                yield " "
            todo.extend(reversed(element))

    def _drawn(self, drawing: Any, part: str) -> Iterator[str]:
        """Yield what a diagram or chart shows, whose words stand in a part of their own."""
        related = self.packed.related(part)
        for number in (value for one in drawing.iter() for name, value in one.attrib.items() if name in _DRAWN_BY):
            shown = related.get(number)
            if shown and shown.target in self.packed and shown.type in ("diagramData", "chart"):
                yield f" {' '.join(shown_in_drawing(self.packed.tree(shown.target)))} "

    # ------------------------------------------------------------ what is hidden

    def _is_unseen(self, element: Any) -> bool:
        """Tell whether nothing below an element is seen; note that the file has hidden parts where it can be shown."""
        if element.tag in _UNSEEN or not isinstance(element.tag, str):
            return True
        is_hidden = (
            (element.tag == f"{_WORD}tr" and is_on(element.find(f"{_WORD}trPr/{_WORD}hidden"), f"{_WORD}val"))
            or (
                element.tag == f"{_WORD}drawing"
                and any(is_on(one, "hidden", default="0") for one in element.iter(f"{_PLACED}docPr"))
            )
        )  # fmt: skip
        self.has_hidden |= is_hidden
        return is_hidden

    def _is_hidden(self, run: Any, is_hidden_here: bool) -> bool:
        """Tell whether the letters of a run are hidden: by itself, else by its style or that of its paragraph."""
        own = run.find(f"{_WORD}rPr/{_WORD}vanish")
        if own is not None:
            return is_on(own, f"{_WORD}val")
        return self._style_of(run, "rPr", "rStyle") != is_hidden_here  # two that hide show again (ECMA-376, 17.7.3)

    def _style_of(self, element: Any, properties: str, name: str) -> bool:
        style = element.find(f"{_WORD}{properties}/{_WORD}{name}")
        return style is not None and style.get(f"{_WORD}val") in self.hidden_styles

    def _hidden_styles(self) -> set[str]:
        """Return the styles whose letters are hidden, by themselves or by the styles that they are based on."""
        hides: dict[str, bool] = {}
        based: dict[str, str] = {}
        for name in self.packed.referred(self.main, ["styles"]):
            for style in self.packed.tree(name).iter(f"{_WORD}style"):
                number = style.get(f"{_WORD}styleId", "")
                own = style.find(f"{_WORD}rPr/{_WORD}vanish")
                if own is not None:
                    hides[number] = is_on(own, f"{_WORD}val")
                above = style.find(f"{_WORD}basedOn")
                if above is not None:
                    based[number] = above.get(f"{_WORD}val", "")
        hidden = set()
        for number in {*hides, *based}:
            style, passed = number, set()
            while style not in hides and style in based and style not in passed:
                passed.add(style)
                style = based[style]
            if hides.get(style):
                hidden.add(number)
        return hidden
