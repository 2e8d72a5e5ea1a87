"""Pictures in grey of sixteen bits: where Pillow converts them, whatever is brighter than 255 of 65,535 is white."""

from __future__ import annotations

from PIL import Image
from willow.image import PNGImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

_STEP = 65535 / 255


def register() -> None:
    """Have Willow, by which Wagtail opens every picture, open such ones in eight bits; only PNG files are ever such."""
    registry.register_converter(PNGImageFile, PillowImage, _opened)


def _opened(file: PNGImageFile) -> PillowImage:
    opened = PillowImage.open(file)
    return PillowImage(in_eight_bits(opened.image))


def in_eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture in grey of sixteen bits as one of eight, from black to white; any other as it is."""
    if not picture.mode.startswith("I"):
        return picture
    plain = picture.convert("I").point(lambda grey: grey * (1 / _STEP)).convert("L")
    plain.info = {**picture.info}
    if isinstance(plain.info.get("transparency"), int):
        plain.info["transparency"] = round(plain.info["transparency"] / _STEP)
    return plain
