"""Which data the blocks of bodies are told as, for who describes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from types import NoneType
from typing import Annotated, Any, get_args, get_type_hints

from django.apps import apps
from pydantic import Field
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from cms.bodies.targets import TellsData


def bodies_of_pages() -> list[StreamBlock]:
    """Return the blocks of all bodies that pages can have."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    return [field.stream_block for field in fields if isinstance(field, StreamField)]


def data_type(block: Any) -> type:
    """Return the dataclass that a block of a body is told as. Raises TypeError for a block that tells none."""
    told = get_type_hints(block.as_data).get("return") if isinstance(block, TellsData) else None
    (found, *others) = [one for one in (get_args(told) or (told,)) if one is not NoneType]
    if others or not isinstance(found, type):
        message = f"{type(block).__name__} does not say which data it is told as: `as_data` returns one dataclass."
        raise TypeError(message)
    return found


def data_types() -> list[type]:
    """Return the dataclasses of the blocks of all bodies, each once."""
    blocks = (block for body in bodies_of_pages() for block in body.child_blocks.values())
    return list(dict.fromkeys(map(data_type, blocks)))


def one_of(types: Iterable[type]) -> Any:
    """Return the type of a value that is one of some dataclasses, told apart by their `type`."""
    return Annotated[reduce(or_, types), Field(discriminator="type")]
