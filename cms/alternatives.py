"""What is a text instead of a picture, and what only looks like one: the name of its file, or its title."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.slugs import name_key

NAME_ONLY = _("This is the name of the picture or of its file. Say what is to be seen, for those who do not see it.")

_ENDING = re.compile(r"\.(avif|bmp|gif|heic|jpe?g|pdf|png|svg|tiff?|webp)$", re.IGNORECASE)
# What cameras, telephones and scanners call their pictures.
_COUNTED = re.compile(r"((img|image|dsc[fn]?|pxl|scan|photo|foto|picture|screenshot)-?)?[0-9_-]+")
# What a storage appends where another file has the name already.
_APPENDED = re.compile(r"_[A-Za-z0-9]{7}$")


def is_name_only(text: str, image: Any) -> bool:
    """Tell whether a text says no more than what a picture, or its file, is called."""
    text = text.strip()
    words = name_key(_ENDING.sub("", text))
    if _ENDING.search(text) and " " not in text:
        return True
    return bool(text) and (_COUNTED.fullmatch(words) is not None or words in _names(image))


def _names(image: Any) -> set[str]:
    """Return what a picture is called, as `name_key` writes it."""
    stem = PurePath(image.file.name).stem if image.file else ""
    names = {_ENDING.sub("", image.title), stem, _APPENDED.sub("", stem)}
    return {name_key(name) for name in names} - {""}
