"""Pictures in the sizes that pages show, found in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.images.shortcuts import get_renditions_or_not_found


@dataclass(frozen=True)
class Shape:
    """How a picture is cut: the operation for each width, and how wide it stands on a page."""

    specs: tuple[str, ...]
    sizes: str


SHAPES = {
    "whole": Shape(tuple(f"width-{width}|format-webp" for width in (480, 960, 1600)), "(min-width: 72em) 40rem, 100vw"),
    "plate": Shape(("fill-320x240|format-webp", "fill-640x480|format-webp"), "(min-width: 36em) 20rem, 50vw"),
    "wide": Shape(
        ("fill-640x280|format-webp", "fill-1280x560|format-webp", "fill-1920x840|format-webp"),
        "(min-width: 72em) 60rem, 100vw",
    ),
}


def renditions_of(image: Any, shape: str) -> list[Any]:
    """Return the renditions of a picture in a shape, smallest first, each width once."""
    found = get_renditions_or_not_found(image, SHAPES[shape].specs)
    by_width = {rendition.width: rendition for rendition in found.values()}
    return [by_width[width] for width in sorted(by_width)]


def with_renditions(images: Iterable[Any]) -> list[Any]:
    """Return pictures with their renditions fetched: one query for all of them, none for none."""
    several = [image for image in images if image]
    if several:
        prefetch_related_objects(several, "renditions")
    return several
