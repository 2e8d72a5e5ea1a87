"""What a body refers to, as programs get it: pages, files, addresses, pictures."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Protocol
from uuid import UUID

from pydantic import Field

from cms.facets import Label


@dataclass(frozen=True)
class PageTarget:
    """A public page in the language in which the reader reads it best; its `key` is the same in all languages."""

    key: UUID
    page_type: str
    language: str
    title: str
    path: str
    address: str
    withdrawn: bool
    type: Literal["page"] = "page"


@dataclass(frozen=True)
class FileTarget:
    """A file; `size` is in bytes, `checksum` the SHA-1 of its content."""

    id: int
    title: str
    language: str
    edition: str | None
    size: int | None
    format: str
    media_type: str
    checksum: str | None
    address: str
    type: Literal["file"] = "file"


@dataclass(frozen=True)
class WebTarget:
    """Any other address: of the web, of this site, of a place on the page (`#…`), `mailto:` or `tel:`."""

    address: str
    type: Literal["web"] = "web"


Target = Annotated[PageTarget | FileTarget | WebTarget, Field(discriminator="type")]


@dataclass(frozen=True)
class FocalPoint:
    """What a cropped picture keeps: the middle and the size of an area of the original, in pixels."""

    x: int
    y: int
    width: int | None
    height: int | None


@dataclass(frozen=True)
class Rendition:
    """A picture in one size and format; its name is that of the shape and the width, for example “plate-640”."""

    name: str
    width: int
    height: int
    media_type: str
    address: str


@dataclass(frozen=True)
class Picture:
    """A picture as it is used: `alt` is None where it is decoration, `width` and `height` are the original's."""

    id: int
    alt: str | None
    credit: str | None
    width: int
    height: int
    focal_point: FocalPoint | None
    renditions: tuple[Rendition, ...]


class Explained(Protocol):
    """What the margin says of a term."""

    @property
    def key(self) -> str:
        """Return the term's anchor in the glossary."""

    @property
    def name(self) -> Label:
        """Return what it is called."""

    @property
    def definition(self) -> Label:
        """Return what it means."""

    @property
    def names(self) -> tuple[Label, ...]:
        """Return what it is called in the other languages."""


@dataclass(frozen=True)
class Known:
    """All that the blocks of one body refer to, for a reader of a language.

    Pages, files and terms are known by the numbers of what was chosen; what is not public is not there.
    `facts` are what a page's own sections of facts say, by their kind.
    """

    language: str
    pages: Mapping[int, PageTarget] = field(default_factory=dict)
    files: Mapping[int, FileTarget] = field(default_factory=dict)
    terms: Mapping[int, Explained] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def target(self, kind: str, key: int) -> PageTarget | FileTarget | None:
        """Return where a link to a page or a document leads, None where readers cannot go."""
        return self.pages.get(key) if kind == "page" else self.files.get(key)


def media_type(name: str) -> str:
    """Return the media type of a file by its name."""
    return mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"


class TellsData:
    """A block that tells its value as data, beside how it is shown."""

    def as_data(self, child: Any, known: Known) -> Any:
        """Return the block as a frozen dataclass with a literal `type`, None where readers have nothing of it.

        `child` is the block in its stream. The dataclass is what the method is annotated to return.
        """
        raise NotImplementedError

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return the block as HTML: as the site shows it, where it does not say otherwise."""
        return str(child.render(context))

    def links(self, value: Any) -> list[tuple[str, int]]:
        """Return kind ("page" or "document") and key of what the block links to."""
        return []

    def shown_pictures(self, value: Any) -> list[Any]:
        """Return the pictures that the block shows."""
        return []
