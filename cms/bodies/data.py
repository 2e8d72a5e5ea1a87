"""The blocks that every body takes, as programs get them: values with a literal `type`, and each as Markdown.

What an editor left empty is None. `id` is the block's own, the same in every version of its page.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from cms.bodies import markdown
from cms.bodies.rich_text import Part
from cms.bodies.targets import FocalPoint, Picture, Rendition, Target, media_type
from cms.pictures import address_of_size, formats_of, sizes_of
from cms.site_addresses import whole


class BlockData(Protocol):
    """What every block is told as."""

    @property
    def type(self) -> str:
        """Return the kind of block."""

    def markdown(self) -> str:
        """Return the block as Markdown."""


@dataclass(frozen=True)
class HeadingData:
    """A heading: a section begins; `anchor` ends its address in every language."""

    id: str | None
    text: str
    anchor: str
    type: Literal["heading"] = "heading"

    def markdown(self) -> str:
        """Return a heading of the second level."""
        return f"## {markdown.plain(self.text)}"


@dataclass(frozen=True)
class TextData:
    """Running text."""

    id: str | None
    content: tuple[Part, ...]
    type: Literal["text"] = "text"

    def markdown(self) -> str:
        """Return paragraphs and lists."""
        return markdown.tree(self.content)


@dataclass(frozen=True)
class QuoteData:
    """Somebody's own words; an empty line parts two paragraphs."""

    id: str | None
    text: str
    source: str | None
    type: Literal["quote"] = "quote"

    def markdown(self) -> str:
        """Return a quotation, its source below."""
        source = f"— {markdown.plain(self.source)}" if self.source else ""
        return markdown.quoted(markdown.together([markdown.paragraphs(self.text), source]))


@dataclass(frozen=True)
class TableData:
    """A table of text: `rows` from top to bottom, each with a cell a column; the first cell is the row's head."""

    id: str | None
    caption: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    type: Literal["table"] = "table"

    def markdown(self) -> str:
        """Return a table below its caption."""
        caption = f"**{markdown.plain(self.caption)}**" if self.caption else ""
        return markdown.together([caption, markdown.table(self.columns, self.rows) if self.columns else ""])


@dataclass(frozen=True)
class NoteData:
    """A note beside the text of its section; `kind` is a value of `NoteKind`."""

    id: str | None
    kind: str
    title: str
    text: str
    type: Literal["note"] = "note"

    def markdown(self) -> str:
        """Return the note set apart from the text."""
        return markdown.quoted(markdown.together([f"**{markdown.plain(self.title)}**", markdown.paragraphs(self.text)]))


@dataclass(frozen=True)
class CaptionedPicture:
    """A picture with its caption; without one where readers cannot have it."""

    picture: Picture | None
    caption: str | None

    def markdown(self) -> str:
        """Return the picture in its largest size, its caption and credit below."""
        shown = self.picture
        largest = max(shown.renditions, key=lambda one: one.width, default=None) if shown else None
        image = markdown.picture(shown.alt or "", largest.address) if shown and largest else ""
        words = [markdown.plain(text) for text in (self.caption, shown.credit if shown else None) if text]
        return markdown.together([image, *words])


@dataclass(frozen=True)
class PictureData(CaptionedPicture):
    """A picture in the text."""

    id: str | None = None
    type: Literal["picture"] = "picture"


@dataclass(frozen=True)
class GalleryData:
    """Several pictures; of three or more the first is shown wide."""

    id: str | None
    pictures: tuple[CaptionedPicture, ...]
    type: Literal["gallery"] = "gallery"

    def markdown(self) -> str:
        """Return one picture after another."""
        return markdown.together(one.markdown() for one in self.pictures)


@dataclass(frozen=True)
class ActionData:
    """A link that stands for itself; its `target` is None where readers cannot go there."""

    id: str | None
    label: str
    target: Target | None
    type: Literal["action"] = "action"

    def markdown(self) -> str:
        """Return the link, nothing where it leads nowhere: no page shows it."""
        return markdown.link(markdown.plain(self.label), self.target.address) if self.target else ""


def captioned(value: Any, shape: str) -> CaptionedPicture:
    """Return a picture of a body with its caption, in the sizes of a shape of `cms.pictures`."""
    return CaptionedPicture(picture_data(value["image"], shape), value["caption"] or None)


def picture_data(image: Any, *shapes: str, alt: str | None = None) -> Picture | None:
    """Return a picture in the sizes of some shapes; None where there is none that readers can have.

    `alt` is the alternative text, by default the one given where a body uses the picture.
    """
    if not image or image.is_hidden:
        return None
    if alt is None and not getattr(image, "decorative", False):
        alt = getattr(image, "contextual_alt_text", None) or None
    renditions = renditions_data(image, shapes)
    return Picture(image.pk, alt, image.credit or None, image.width, image.height, focal_point_of(image), renditions)


def focal_point_of(image: Any) -> FocalPoint | None:
    """Return what a cropped picture keeps, None where nobody said."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    size = image.focal_point_width or None, image.focal_point_height or None
    return FocalPoint(image.focal_point_x, image.focal_point_y, *size)


def renditions_data(image: Any, shapes: Collection[str]) -> tuple[Rendition, ...]:
    """Return a picture in its sizes of some shapes, each in its own format, as AVIF and as WebP; none is made yet."""
    return tuple(
        Rendition(size.name, width, height, media_type(address), whole(address))
        for size, width, height in sizes_of(image, shapes)
        for address in (address_of_size(image, size, name) for name in formats_of(image))
    )
