"""Pictures in the sizes that pages show, found in one query."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass
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
