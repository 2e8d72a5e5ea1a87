"""The choosers of bodies, whose objects are read together (`cms.chosen`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.blocks import PageChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from cms.chosen import KnownByNumber, Numbers, ReadTogether


class PageChooser(KnownByNumber, PageChooserBlock):
    """A page, told as the links to it are (`cms.links`)."""


class PictureChooser(ReadTogether, ImageChooserBlock):
    """A picture."""

    def chosen(self, numbers: Numbers) -> Mapping[int, Any]:
        """Return the pictures of some numbers: one query."""
        return dict(self.model_class.for_pages(numbers))


class PictureOfBody(ImageBlock):
    """A picture with its alternative text."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = PictureChooser(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser


# In migrations a chooser stays Wagtail's: what is stored does not differ.
DECONSTRUCT_ALIASES = {PageChooser: "wagtail.blocks.PageChooserBlock"}
