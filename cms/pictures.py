"""Pictures in the sizes that pages show, found in one query."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any

from django.db import Error
from django.db.models import prefetch_related_objects
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

from cms.outage import RETRY_AFTER, is_outage, reason


@dataclass(frozen=True)
class Shape:
    """How a picture is cut: the operation for each width, and how wide it stands on a page."""

    specs: tuple[str, ...]
    sizes: str


logger = logging.getLogger(__name__)

_waits_until = 0.0  # while nothing can be saved
# Pictures that programs asked for in a new size: how many of the eight threads of a process make them, how many of
# these and of those that wait for one there are.
_making = BoundedSemaphore(2)
_asked_for = BoundedSemaphore(4)
SHAPES = {
    "print": Shape(("width-1400|format-jpeg|jpegquality-82",), ""),  # on paper, as wide as the text
    "whole": Shape(tuple(f"width-{width}|format-webp" for width in (480, 960, 1600)), "(min-width: 72em) 40rem, 100vw"),
    "plate": Shape(("fill-320x240|format-webp", "fill-640x480|format-webp"), "(min-width: 36em) 20rem, 50vw"),
    "wide": Shape(
        ("fill-640x280|format-webp", "fill-1280x560|format-webp", "fill-1920x840|format-webp"),
        "(min-width: 72em) 60rem, 100vw",
    ),
}


def renditions_of(image: Any, shape: str) -> list[Any]:
    """Return the renditions of a picture in a shape, smallest first, each width once.

    While nothing can be saved those that were made before, which may be none: no page is refused for want of a picture.
    """
    by_width = {rendition.width: rendition for rendition in _made(image, SHAPES[shape].specs)}
    return [by_width[width] for width in sorted(by_width)]


def _made(image: Any, specs: tuple[str, ...]) -> list[Any]:
    global _waits_until  # noqa: PLW0603  one disk and one database a process
    if time.monotonic() >= _waits_until:
        try:
            return list(get_renditions_or_not_found(image, specs).values())
        except (Error, OSError) as error:
            if not is_outage(error):
                raise
            # Each further picture of the page would wait for the same lock as long.
            _waits_until = time.monotonic() + RETRY_AFTER
            logger.warning("No picture can be cut to size for the moment: %s", reason(error))
    return list(image.find_existing_renditions(*map(Filter, specs)).values())


def with_renditions(images: Iterable[Any]) -> list[Any]:
    """Return pictures with their renditions fetched: one query for all of them, none for none."""
    several = [image for image in images if image]
    if several:
        prefetch_related_objects(several, "renditions")
    return several


# ------------------------------------------------------------------------------- sizes by name


@dataclass(frozen=True)
class NamedSize:
    """A size in which programs can have a picture; `name` is that of the shape and the width that it aims at."""

    name: str
    operation: str

    def size_of(self, image: Any) -> tuple[int, int]:
        """Return width and height that a picture has in this size; a small one is never made larger."""
        size = Filter(self.operation).get_transform(image).size
        return round(size[0]), round(size[1])

    def spec(self, file_format: str) -> str:
        """Return what the picture is made by in a format."""
        return f"{self.operation}|format-{file_format}"


def _sizes() -> Iterator[tuple[str, NamedSize]]:
    for shape, cut in SHAPES.items():
        if not cut.sizes:  # for paper
            continue
        for spec in cut.specs:
            operation = spec.partition("|")[0]
            width = operation.partition("-")[2].partition("x")[0]
            yield shape, NamedSize(f"{shape}-{width}", operation)


SIZES = {size.name: size for _shape, size in _sizes()}
ADDRESS = "/pictures/{number}/{name}.{format}"
FURTHER_FORMATS = ("avif", "webp")


def formats_of(image: Any) -> tuple[str, ...]:
    """Return the formats in which programs can have a picture: its own, AVIF and WebP."""
    own = image.file.name.rpartition(".")[2].lower()
    return tuple(dict.fromkeys(["jpeg" if own == "jpg" else own, *FURTHER_FORMATS]))


def sizes_of(image: Any, shapes: Collection[str]) -> list[tuple[NamedSize, int, int]]:
    """Return the sizes of a picture in some shapes, each width of a shape once, with width and height."""
    found: dict[tuple[str, int], tuple[NamedSize, int, int]] = {}
    for shape, size in _sizes():
        if shape in shapes:
            width, height = size.size_of(image)
            found.setdefault((shape, width), (size, width, height))
    return list(found.values())


def address_of_size(image: Any, size: NamedSize, file_format: str) -> str:
    """Return the address at which a picture is in a size and a format; it stays whatever becomes of the picture."""
    return ADDRESS.format(number=image.pk, name=size.name, format=file_format)


class BusyError(Exception):
    """So many pictures are made that one more would keep readers of pages waiting."""


def in_size(image: Any, name: str, file_format: str) -> Any:
    """Return the rendition of a picture that an address names, made where it was not asked for before.

    None where no such size or format is offered, or where the file is no picture any more. Raises BusyError where it
    would have to be made and others are.
    """
    size = SIZES.get(name)
    if size is None or file_format not in formats_of(image):
        return None
    spec = size.spec(file_format)
    made = image.find_existing_renditions(Filter(spec))
    if made:
        return next(iter(made.values()))
    if not _asked_for.acquire(blocking=False):
        raise BusyError
    try:
        with _making:
            return image.get_rendition(spec)
    except OSError as error:  # what Pillow and Wagtail say of a file that is gone, cut off or no picture
        if is_outage(error):
            raise
        return None
    finally:
        _asked_for.release()
