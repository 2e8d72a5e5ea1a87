"""Where the texts of a page stand: under which heading, in which row, and how editors call their field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks

from translation.content import Content, Model, block_texts, stream_of
from translation.fields import fields_of


@dataclass(frozen=True)
class Group:
    """A part of a page. `heading` is the path of the text that is its heading, "" where `name` says what it is."""

    key: str
    name: str
    heading: str = ""


@dataclass(frozen=True)
class Place:
    """Where texts stand: the path that localize knows, their part of the page, the name of their field or block."""

    path: str
    group: Group
    label: str


def places(model: Model, content: Content) -> Iterator[Place]:
    """Yield the places of the texts of a page or entry in the order in which the page has them; a path may come twice.

    `content` is what the source says, as a revision has it.
    """
    fields = fields_of(model)
    for field in fields.texts:
        yield Place(field.name, Group("fields", _("Fields")), str(capfirst(field.verbose_name)))
    for stream in fields.streams:
        yield from _stream_places(stream, content)
    for name, row_model in fields.rows.items():
        group = Group(name, str(capfirst(row_model._meta.verbose_name_plural)))
        rows = content.get(name, ())
        for number, row in enumerate(rows, start=1):
            for field in fields_of(row_model).texts:
                label = _("Row %(number)s, %(field)s") % {"number": number, "field": field.verbose_name}
                yield Place(f"{name}.{row['translation_key']}.{field.name}", group, label)


def _stream_places(stream: Any, content: Content) -> Iterator[Place]:
    """Yield the places of a body: each heading begins a part."""
    group = Group(stream.name, str(capfirst(stream.verbose_name)))
    for child in stream_of(content, stream.name):
        block = stream.stream_block.child_blocks.get(child["type"])
        if block is None:
            continue
        path = f"{stream.name}.{child.get('id')}"
        found = list(_block_places(block, child["value"], path))
        if hasattr(block, "as_passage"):
            heading = next((at for at, _labels in found), "")
            group = Group(path, str(block.label), heading)
        for at, labels in found:
            yield Place(at, group, ": ".join(dict.fromkeys([str(block.label), *labels])))


def _block_places(block: Any, value: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    """Yield path and labels, from the outside to the inside, of the innermost blocks that have words."""
    if hasattr(block, "get_translatable_segments"):
        for inner in dict.fromkeys(inner for inner, _text in block_texts(block, value)):
            yield (f"{path}.{inner}" if inner else path), []
    elif isinstance(block, blocks.StreamBlock):
        for child in value or ():
            if inner := block.child_blocks.get(child["type"]):
                yield from _below(inner, child["value"], f"{path}.{child.get('id')}", str(inner.label))
    elif isinstance(block, blocks.ListBlock):
        for number, child in enumerate(value or (), start=1):
            if isinstance(child, dict) and "id" in child:
                yield from _below(block.child_block, child["value"], f"{path}.{child['id']}", str(number))
    elif isinstance(block, blocks.StructBlock):
        for name, inner in block.child_blocks.items():
            if isinstance(value, dict):
                yield from _below(inner, value.get(name), f"{path}.{name}", str(inner.label))
    elif any(block_texts(block, value)):
        yield path, []


def _below(block: Any, value: Any, path: str, label: str) -> Iterator[tuple[str, list[str]]]:
    for at, labels in _block_places(block, value, path):
        yield at, [label, *labels]
