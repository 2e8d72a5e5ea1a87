"""A page as it is serialised in revisions and in localize's sources: its texts, its references, its shared values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue, extract_strings

from translation.fields import fields_of

Model = type[models.Model]
Content = dict[str, Any]
_KEPT = 4096  # texts whose form is known: the same ones are read again and again


def serialised(instance: Any) -> Content:
    """Return an instance with its rows as it stands in a revision."""
    content: Content = json.loads(instance.to_json())
    return content


def texts(model: Model, content: Content) -> Iterator[tuple[str, str]]:
    """Yield path and text of all that is translated, exactly as localize keeps its segments."""
    fields = fields_of(model)
    for field in fields.texts:
        yield from texts_of_field(field, content.get(field.name))
    for stream in fields.streams:
        for leaf in leaves(stream.stream_block, stream_of(content, stream.name), stream.name):
            for inner, text in block_texts(leaf.block, leaf.value):
                if text:
                    yield below(leaf.path, inner), text
    for name, row_model in fields.rows.items():
        for row in content.get(name, ()):
            for path, text in texts(row_model, row):
                yield f"{name}.{row['translation_key']}.{path}", text


def texts_of_field(field: models.Field[Any, Any], value: Any) -> Iterator[tuple[str, str]]:
    """Yield name and text of all that is translated in the value of a field."""
    of_field = _html_texts(value or "") if isinstance(field, RichTextField) else [_plain_text(value or "")]
    yield from ((field.name, text) for text in of_field if text)


def places(model: Model, content: Content) -> Iterator[tuple[str, bool, int | None]]:
    """Yield the path of each place that is translated, whether it holds rich text, and how many signs at most.

    A path is that of a field or of a block: what a block takes apart itself, as a table its cells, lies below it.
    """
    fields = fields_of(model)
    for field in fields.texts:
        yield field.name, isinstance(field, RichTextField), getattr(field, "max_length", None)
    for stream in fields.streams:
        for leaf in leaves(stream.stream_block, stream_of(content, stream.name), stream.name):
            limit = getattr(getattr(leaf.block, "field", None), "max_length", None)
            yield leaf.path, isinstance(leaf.block, blocks.RichTextBlock), limit
    for name, row_model in fields.rows.items():
        for row in content.get(name, ()):
            for path, is_rich, limit in places(row_model, row):
                yield f"{name}.{row['translation_key']}.{path}", is_rich, limit


def references(model: Model, content: Content) -> Iterator[tuple[Model, Any]]:
    """Yield model and key of each concept of a vocabulary that fields, rows or blocks point to."""
    fields = fields_of(model)
    for field in fields.shared:
        target = field.related_model
        if isinstance(target, type) and _is_concept(target) and content.get(field.name):
            yield target, content[field.name]
    for stream in fields.streams:
        for leaf in leaves(stream.stream_block, stream_of(content, stream.name), stream.name):
            if isinstance(leaf.block, blocks.ChooserBlock) and leaf.value and _is_concept(leaf.block.target_model):
                yield leaf.block.target_model, leaf.value
    for name, row_model in fields.rows.items():
        for row in content.get(name, ()):
            yield from references(row_model, row)


def correct(
    model: Model,
    source: Content,
    content: Content,
    *,
    chosen: Mapping[str, Any],
    new_row: Callable[[str, Content], Content],
    words: bool = True,
    path: str = "",
) -> set[str]:
    """Bring the shared values of serialised content in step with its source; return the paths of what changed.

    `chosen` holds by path what the translators chose instead. Rows that the source no longer has go, the
    others stand in its order; a new row comes by `new_row` where it has no words to translate. `words` tells
    whether texts that the source no longer has go too.
    """
    fields = fields_of(model)
    changed: set[str] = set()
    for field in (*fields.shared, *(fields.texts if words else ())):
        if field.name not in source or (field in fields.texts and source[field.name]):
            continue
        value = chosen.get(path + field.name, source[field.name])
        if content.get(field.name) != value:
            content[field.name] = value
            changed.add(path + field.name)
    for name, row_model in fields.rows.items():
        rows = {row["translation_key"]: row for row in content.get(name, ())}
        kept = []
        for key, row in ((row["translation_key"], row) for row in source.get(name, ())):
            at = f"{path}{name}.{key}."
            if key in rows:
                changed |= correct(row_model, row, rows[key], chosen=chosen, new_row=new_row, words=words, path=at)
                kept.append(rows[key])
            elif not any(texts(row_model, row)):
                kept.append(new_row(name, row))
                changed.add(at)
        changed |= {f"{path}{name}.{key}." for key in rows.keys() - {row["translation_key"] for row in kept}}
        if kept != content.get(name, []):
            content[name] = kept
    return changed


def _is_concept(model: Model) -> bool:
    return issubclass(model, TranslatableMixin) and not issubclass(model, Page)


def stream_of(content: Content, name: str) -> list[Any]:
    """Return the blocks of a body as they are stored."""
    value = content.get(name) or []
    return json.loads(value) if isinstance(value, str) else value


class Leaf(NamedTuple):
    """An innermost block, or one that knows its own texts, with its path and its stored value.

    `labels` are those of the blocks around it and its own, from the outside; an item of a list has its number.
    """

    path: str
    block: Any
    value: Any
    labels: tuple[Any, ...]


def leaves(block: Any, value: Any, path: str, labels: tuple[Any, ...] = ()) -> Iterator[Leaf]:
    """Yield the innermost blocks of a stored value, in their order."""
    if hasattr(block, "get_translatable_segments"):
        yield Leaf(path, block, value, labels)
    elif isinstance(block, blocks.StreamBlock):
        for child in value or ():
            if inner := block.child_blocks.get(child["type"]):
                yield from leaves(inner, child["value"], f"{path}.{child.get('id')}", (*labels, inner.label))
    elif isinstance(block, blocks.ListBlock):
        for number, child in enumerate(value or (), start=1):
            if isinstance(child, dict) and "id" in child:  # a bare value has no segments either
                yield from leaves(block.child_block, child["value"], f"{path}.{child['id']}", (*labels, number))
    elif isinstance(block, blocks.StructBlock):
        for name, inner in block.child_blocks.items():
            if isinstance(value, dict):
                yield from leaves(inner, value.get(name), f"{path}.{name}", (*labels, inner.label))
    else:
        yield Leaf(path, block, value, labels)


def below(path: str, inner: str) -> str:
    """Return the path of a text that stands in a block: the block's own where it has no parts."""
    return f"{path}.{inner}" if inner else path


def block_texts(block: Any, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the path inside a block, and the text, of all that is translated in it."""
    if hasattr(block, "get_translatable_segments"):
        for segment in block.get_translatable_segments(block.to_python(value)):
            if isinstance(segment, StringSegmentValue):
                yield segment.path, segment.string.data
    elif isinstance(block, blocks.RichTextBlock):
        yield from (("", text) for text in _html_texts(value))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.BlockQuoteBlock):
        yield "", _plain_text(value or "")


@lru_cache(_KEPT)
def _plain_text(text: str) -> str:
    return str(StringValue.from_plaintext(text).data)


@lru_cache(_KEPT)
def _html_texts(html: str) -> tuple[str, ...]:
    _template, strings = extract_strings(html)
    return tuple(string.data for string, _attributes in strings)
