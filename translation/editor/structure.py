"""Where the texts of a page stand: under which heading, in which row, and how editors call their field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from translation.content import Content, Model, below, block_texts, leaves, stream_of
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


def outline(model: Model, content: Content) -> Iterator[Place]:
    """Yield the places of the texts of a page or entry in the order in which the page has them, each once.

    `content` is what the source says, as a revision has it.
    """
    fields = fields_of(model)
    for field in fields.texts:
        yield Place(field.name, Group("fields", _("Fields")), str(capfirst(field.verbose_name)))
    for stream in fields.streams:
        yield from _of_body(stream, content)
    for name, row_model in fields.rows.items():
        group = Group(name, str(capfirst(row_model._meta.verbose_name_plural)))
        for number, row in enumerate(content.get(name, ()), start=1):
            for place in outline(row_model, row):
                label = _("Row %(number)s, %(field)s") % {"number": number, "field": place.label}
                yield Place(f"{name}.{row['translation_key']}.{place.path}", group, label)


def _of_body(stream: Any, content: Content) -> Iterator[Place]:
    """Yield the places of a body: each heading begins a part."""
    group = Group(stream.name, str(capfirst(stream.verbose_name)))
    for child in stream_of(content, stream.name):
        block = stream.stream_block.child_blocks.get(child["type"])
        if block is None:
            continue
        path = f"{stream.name}.{child.get('id')}"
        found = {
            below(leaf.path, inner): leaf.labels
            for leaf in leaves(block, child["value"], path, (block.label,))
            for inner, _text in block_texts(leaf.block, leaf.value)
        }
        if hasattr(block, "as_passage"):
            group = Group(path, str(block.label), heading=next(iter(found), ""))
        for at, labels in found.items():
            yield Place(at, group, ": ".join(dict.fromkeys(map(str, labels))))
