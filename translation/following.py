"""A body that follows its source: pictures, links, numbers, order and deletions at once, words once translated.

Read from the serialised content of revisions. What has no words takes the source's value, or what translators chose
instead. A text that is translated stands where the source has it. Where one is not, its block keeps what it said
before; a block that is new waits. So no text of the source is ever shown, and none that was translated is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from translation.content import Content, block_texts, stream_of, texts_of_field
from translation.fields import fields_of
from translation.origins import SLUG

NOTHING: Any = object()  # no value: there was none before, or none can be shown yet

# Takes a path, a text of the source and the texts that stand there; returns its translation, None where there is none.
TextOf = Callable[[str, str, Iterable[str]], "str | None"]


@dataclass
class Following:
    """How content follows: its translations, what translators chose by path, and the entries of the language.

    `entries` holds by model and key of the source's entry the key of its counterpart.
    """

    text_of: TextOf
    chosen: Mapping[str, Any] = field(default_factory=dict)
    entries: Mapping[tuple[Any, Any], Any] = field(default_factory=dict)

    def fields(self, model: Any, source: Content, content: Content, path: str = "") -> set[str]:
        """Write into the fields of content, and of its rows, what is known of the source's texts; return the paths."""
        changed = set()
        of_model = fields_of(model)
        for column in of_model.texts:
            name, new, own = column.name, source.get(column.name), content.get(column.name)
            if name == SLUG or not new or name not in content:
                continue
            stand = [text for _path, text in texts_of_field(column, own)]
            found = [self.text_of(path + name, text, stand) for _path, text in texts_of_field(column, new)]
            told = [text for text in found if text is not None]
            if len(told) < len(found):
                continue
            is_rich = isinstance(column, RichTextField)
            value = self._rich(new, told, path + name, own) if is_rich else StringValue(told[0]).render_text()
            if value != own:
                content[name] = value
                changed.add(path + name)
        for name, row_model in of_model.rows.items():
            rows = {row["translation_key"]: row for row in source.get(name, ())}
            for row in content.get(name, ()):
                if (key := row["translation_key"]) in rows:
                    changed |= self.fields(row_model, rows[key], row, f"{path}{name}.{key}.")
        return changed

    def streams(self, model: Any, source: Content, content: Content) -> set[str]:
        """Bring the bodies of content in step with those of its source; return the names of those that changed."""
        changed = set()
        for name in (one.name for one in fields_of(model).streams):
            own, new = stream_of(content, name), stream_of(source, name)
            block = model._meta.get_field(name).stream_block
            found = self._children(block.child_blocks, new, own, name)
            if found != own:
                content[name] = json.dumps(found)
                changed.add(name)
        return changed

    def _children(self, kinds: Mapping[str, Any] | Any, new: Any, own: Any, path: str) -> list[Any]:
        """Return the blocks of a stream, or the items of a list, that can be shown, in the order of the source."""
        before = {one.get("id"): one for one in own or () if isinstance(one, dict)}
        found = []
        for child in new or ():
            block = kinds.get(child["type"]) if isinstance(kinds, Mapping) else kinds
            if block is None:
                continue
            old = before.get(child.get("id"))
            known = old["value"] if old is not None and old["type"] == child["type"] else NOTHING
            value = self._value(block, child["value"], known, f"{path}.{child.get('id')}")
            if value is not NOTHING:
                found.append({**child, "value": value})
        return found

    def _value(self, block: Any, new: Any, own: Any, path: str) -> Any:
        """Return the value of a block in the language, NOTHING where it has words and none of them can be shown."""
        if hasattr(block, "get_translatable_segments"):
            return self._leaf(block, new, own, path)
        if isinstance(block, blocks.BaseStreamBlock):
            return self._children(block.child_blocks, new, None if own is NOTHING else own, path)
        if isinstance(block, blocks.ListBlock):
            if any(not isinstance(item, dict) or "id" not in item for item in new or ()):
                return new if own is NOTHING else own  # as it was stored long ago: localize sees no texts in it either
            return self._children(block.child_block, new, None if own is NOTHING else own, path)
        if isinstance(block, blocks.BaseStructBlock) and isinstance(new, dict):
            return self._struct(block, new, own, path)
        return self._leaf(block, new, own, path)

    def _struct(self, block: Any, new: Content, own: Any, path: str) -> Any:
        had = own if isinstance(own, dict) else {}
        found = dict(new)
        for name, child in block.child_blocks.items():
            value = self._value(child, new.get(name), had.get(name, NOTHING), f"{path}.{name}")
            if value is NOTHING:
                return own
            found[name] = value
            # A picture goes with the words that describe it.
            is_picture = isinstance(block, ImageBlock) and bool(had)
            if is_picture and not self._is_told(child, new.get(name), value, f"{path}.{name}"):
                return own
        return found

    def _is_told(self, block: Any, new: Any, value: Any, path: str) -> bool:
        """Tell whether a value says all that the source says."""
        stand = [text for _inner, text in block_texts(block, value)]
        wanted = [text for _inner, text in block_texts(block, new) if text]
        return all(self.text_of(path, text, stand) in stand for text in wanted)

    def _leaf(self, block: Any, new: Any, own: Any, path: str) -> Any:
        wanted = [(inner, text) for inner, text in block_texts(block, new) if text]
        if not wanted:
            return self._wordless(block, new, path)
        stand = [] if own is NOTHING else [text for _inner, text in block_texts(block, own)]
        found = [self.text_of(f"{path}.{inner}" if inner else path, text, stand) for inner, text in wanted]
        if None in found:
            merge = getattr(block, "merged", None)
            return own if merge is None or own is NOTHING else merge(new, own, found)
        return self._restored(block, new, [str(text) for text in found], path, own)

    def _wordless(self, block: Any, new: Any, path: str) -> Any:
        if path in self.chosen:
            return self.chosen[path]
        if isinstance(block, blocks.ChooserBlock) and new is not None:
            return self.entries.get((block.target_model, new), new)
        if isinstance(block, blocks.RichTextBlock) and new:
            return self._restored(block, new, [], path, new)
        return new

    def _restored(self, block: Any, new: Any, found: list[str], path: str, own: Any) -> Any:
        """Return the source's value with translated texts; the earlier one where a text has links that it has not."""
        if hasattr(block, "restore_translated_segments"):
            value = block.to_python(new)
            segments = [
                StringSegmentValue(inner, StringValue(text), order=number)
                for number, ((inner, _text), text) in enumerate(zip(block_texts(block, new), found, strict=True))
            ]
            return block.get_prep_value(block.restore_translated_segments(value, segments))
        if isinstance(block, blocks.RichTextBlock):
            return self._rich(new, found, path, own)
        return StringValue(found[0]).render_text()

    def _rich(self, new: str, found: list[str], path: str, own: Any) -> Any:
        template, strings = extract_strings(new)
        pairs = [
            (StringValue(text), {name: self._link(attrs, path) for name, attrs in of_tags.items()})
            for text, (_text, of_tags) in zip(found, strings, strict=True)
        ]
        try:
            return restore_strings(template, pairs)
        except KeyError:
            return own

    def _link(self, attributes: Mapping[str, Any], path: str) -> dict[str, Any]:
        href = attributes.get("href")
        if href is None:
            return dict(attributes)
        quoted = "'" + href.replace("\\", "\\\\").replace("'", "\\'") + "'"
        return {**attributes, "href": self.chosen.get(f"{path}.{quoted}", href)}
