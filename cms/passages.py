"""A body of blocks as sections: what stands under which heading, with its margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from wagtail.blocks import ChoiceBlock, ListBlock, RichTextBlock, StreamValue, StructBlock, StructValue
from wagtail.rich_text import RichText, get_text_for_indexing

from cms.chosen import read_together
from cms.searchable import Section, one_after_another

# Where in rich text one line of a reader's ends and the next begins.
_LINES = re.compile(r"</?(?:p|h\d|li|ul|ol|blockquote)\b[^>]*>|<[bh]r\b[^>]*>", re.IGNORECASE)


@dataclass
class Passage:
    """One section of a page: the blocks of its text and the notes of its margin.

    `facts` is the kind of a project's fact section, else empty; `terms` are concepts of the glossary. `children` are
    all blocks in the editor's order, what begins the section and what stands in its margin among them. `is_older`
    tells that the original says something else there by now, see `mark_older`.
    """

    anchor: str = ""
    heading: str = ""
    facts: str = ""
    blocks: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)
    terms: list[Any] = field(default_factory=list)
    children: list[Any] = field(default_factory=list)
    is_older: bool = False

    @property
    def is_wide(self) -> bool:
        """Tell whether the section is pictures only, which may take the margin's room too."""
        return not (self.notes or self.terms) and {block.block_type for block in self.blocks} == {"gallery"}

    @property
    def text(self) -> str:
        """Return the section's words without markup: its own, then those of the notes in its margin."""
        return one_after_another(
            part for block in [*self.blocks, *self.notes] for part in _words(block.block, block.value)
        )


class BeginsPassage:
    """A block that begins a section."""

    def as_passage(self, child: Any) -> Passage:
        """Return the section that the block begins; `child` is the block in its stream."""
        raise NotImplementedError


class StandsInMargin:
    """A block that stands in the margin of its section."""

    def add_to(self, passage: Passage, child: Any) -> None:
        """Put the block into the margin of a section."""
        passage.notes.append(child)


def passages(body: Iterable[Any]) -> list[Passage]:
    """Return the sections of a body in order; text before the first heading has no anchor."""
    found: list[Passage] = [Passage()]
    for child in body:
        block = child.block
        if isinstance(block, BeginsPassage):
            found.append(block.as_passage(child))
        elif isinstance(block, StandsInMargin):
            block.add_to(found[-1], child)
        else:
            found[-1].blocks.append(child)
        found[-1].children.append(child)
    return [
        passage
        for passage in found
        if passage.heading or passage.facts or passage.blocks or passage.notes or passage.terms
    ]


def passages_of(pages: Sequence[Any]) -> list[list[Passage]]:
    """Return the sections of the bodies of pages of one type; what editors chose is read once for all of them."""
    if not pages or not hasattr(pages[0], "body"):
        return [page.passages() for page in pages]
    block, bodies = pages[0].body.stream_block, [page.body.raw_data for page in pages]
    together = [child for body in bodies for child in body]
    with read_together(pages, block, together):
        children = iter(StreamValue(block, together, is_lazy=True))
        return [page.passages([next(children) for _child in body]) for page, body in zip(pages, bodies, strict=True)]


def mark_older(several: Iterable[Passage], places: Iterable[str]) -> None:
    """Mark the sections of a translation in which a text of the original is not told yet; `places` are its places."""
    blocks = {block for place in places for name, _dot, block in [place.partition(".")] if name == "body"}
    for passage in several:
        passage.is_older = any(child.id in blocks for child in passage.children)


def sections(several: Iterable[Passage]) -> tuple[Section, ...]:
    """Return the sections of a body as the search reads them."""
    return tuple(Section(passage.anchor, passage.heading, passage.text) for passage in several)


def _words(block: Any, value: Any) -> Iterator[str]:
    """Yield the readable strings of a block's value; the name of a choice is no text of the page."""
    if isinstance(block, StructBlock) and isinstance(value, StructValue):
        for name, child in block.child_blocks.items():
            if not isinstance(child, ChoiceBlock):
                yield from _words(child, value.get(name))
        return
    if isinstance(block, ListBlock):
        for item in value or ():
            yield from _words(block.child_block, item)
    elif isinstance(block, RichTextBlock) and isinstance(value, RichText):
        yield from map(get_text_for_indexing, _LINES.split(value.source))
    else:
        yield from map(str, block.get_searchable_content(value))
