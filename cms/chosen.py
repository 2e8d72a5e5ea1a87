"""What editors chose in the blocks of bodies, read at once for all bodies that are read together.

Without this each kind of block asks for its own: a picture in the text and one in a gallery are two statements.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from wagtail.blocks import BaseStructBlock, ChooserBlock, ListBlock, StreamBlock

Numbers = Iterable[int]
# By a model, what was read of it by number, None where it is gone.
AtHand = Mapping[type[Model], Mapping[int, Model | None]]
_at_hand: ContextVar[AtHand | None] = ContextVar("chosen", default=None)


class ReadTogether(ChooserBlock):
    """A chooser whose objects are read with those of all other blocks."""

    def chosen(self, numbers: Numbers) -> Mapping[int, Any]:
        """Return the objects of some numbers, without those that are gone: one query."""
        raise NotImplementedError

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        """Return an object for each value, each an instance of its own; what was read together is at hand."""
        several = list(values)
        known = (_at_hand.get() or {}).get(self.model_class, {})
        if all(value is None or value in known for value in several):
            return [copy.copy(known[value]) if value is not None else None for value in several]
        return list(super().bulk_to_python(several))


class KnownByNumber(ReadTogether):
    """A chooser of what bodies show as it is told elsewhere, found by its number: none of its columns are read."""

    def chosen(self, numbers: Numbers) -> Mapping[int, Any]:
        """Return objects that read their columns when somebody asks, also of what is gone: no query."""
        name = self.model_class._meta.pk.attname
        return {number: self.model_class.from_db(None, [name], [number]) for number in numbers}


@contextmanager
def read_together(pages: Sequence[Any], body: StreamBlock, children: Iterable[Any]) -> Iterator[None]:
    """Read what was chosen for pages of one type: their own pictures, and what stands in the blocks of their bodies.

    `children` are the blocks of all bodies as they are stored; until the end they find at hand what was read. Pages
    keep their pictures.
    """
    wanted: defaultdict[type[Model], set[int]] = defaultdict(set)
    reads: dict[type[Model], Callable[[Numbers], Mapping[int, Any]]] = {}
    for child in children:
        if child["type"] in body.child_blocks:
            for chooser, number in _chosen_in(body.child_blocks[child["type"]], child["value"]):
                wanted[chooser.model_class].add(number)
                reads[chooser.model_class] = chooser.chosen
    of_pages = [page for page in pages if getattr(page, "image_id", None) and not _has_picture(page)]
    for page in of_pages:
        model = page._meta.get_field("image").related_model
        wanted[model].add(page.image_id)
        reads[model] = model.for_pages
    found = {model: reads[model](numbers) for model, numbers in wanted.items()}
    for page in of_pages:
        page.image = found[page._meta.get_field("image").related_model].get(page.image_id)
    at_hand = {model: {number: found[model].get(number) for number in numbers} for model, numbers in wanted.items()}
    token = _at_hand.set(at_hand)
    try:
        yield
    finally:
        _at_hand.reset(token)


def _has_picture(page: Any) -> bool:
    return bool(page._meta.get_field("image").is_cached(page))


def _chosen_in(block: Any, value: Any) -> Iterator[tuple[ReadTogether, int]]:
    """Yield each chooser in a block with the number that is stored for it."""
    if isinstance(block, ReadTogether):
        if value is not None:
            yield block, value
    elif isinstance(block, ListBlock):
        for item in value or ():
            is_wrapped = isinstance(item, Mapping) and item.get("type") == "item"
            yield from _chosen_in(block.child_block, item["value"] if is_wrapped else item)
    elif isinstance(block, BaseStructBlock) and isinstance(value, Mapping):
        for name, child in block.child_blocks.items():
            yield from _chosen_in(child, value.get(name))
