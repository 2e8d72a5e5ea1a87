"""The kinds of items that the public is told of: each says what is public of it now.

`cms.publicity` compares that with what was told last. An application registers a kind in `AppConfig.ready`; pages are
the first one (`cms.page_kind`). Nothing is believed of what happened: notes only say where to look at once.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, Expression, Model, OuterRef, QuerySet, Value, When
from wagtail.models import Page, ReferenceIndex

from cms.models.publicity import PAGE, Event, ToldItem
from cms.references import references_of_pages
from cms.visibility import public_pages

MOST_LOOKED_UP = 5000  # items: to compare all is no slower then, and no statement takes many more parameters


@dataclass(frozen=True)
class Now:
    """An item as it is public now, in one language.

    `state` differs whenever its content may, as far as that is seen without a note; at most 64 letters. `row` is what
    the kind needs to tell its further addresses.
    """

    item: int
    key: UUID
    language: str
    type: str
    address: str = ""
    is_withdrawn: bool = False
    state: str = ""
    row: Any = field(default=None, compare=False)

    @property
    def identity(self) -> tuple[int, str]:
        """Return what tells it from the others of its kind."""
        return self.item, self.language

    def is_as(self, told: ToldItem) -> bool:
        """Tell whether nothing of it is seen to differ from what was told."""
        return all(getattr(self, name) == getattr(told, name) for name in SAME)


SAME = ("item", "key", "language", "type", "address", "is_withdrawn", "state")


@dataclass(frozen=True)
class Noted:
    """What is noted to have changed: the numbers of items by kind, and of rows by the kind of the pages' references."""

    items: Mapping[str, set[int]]
    shown: Mapping[str, set[int]]  # that a page showed before it was changed

    @cached_property
    def named(self) -> Mapping[str, set[int]]:
        """Return the numbers of the rows that changed pages name, or named while they were public: one statement."""
        rows = defaultdict(set, {kind: set(shown) for kind, shown in self.shown.items()})
        if pages := self.items.get(PAGE, set()):
            public = Exists(public_pages(Page.objects.filter(pk=OuterRef("page"))).order_by())
            named = references_to_items().filter(public, object_id__in=[str(page) for page in pages])
            for kind, row in named.values_list("kind", "row").distinct():
                rows[kind].add(row)
        return rows


class Kind:
    """A kind of items. `name` is what stands in the database, `model` the rows that pages refer to.

    Items that tell `with_pages` which pages show them are told again whenever such a page changes.
    """

    name: str
    model: type[Model]
    with_pages = False

    def looked_at(self, noted: Noted) -> tuple[Collection[int] | None, Collection[int]]:
        """Return the items that what is noted may concern, and those of them that are told even if they seem the same.

        Items are told by their numbers; None for all of the kind.
        """
        own, named = noted.items.get(self.name, set()), noted.named.get(self.name, set())
        concerned = self.items_of(own | named)
        return concerned, concerned if self.with_pages else self.items_of(own)

    def items_of(self, rows: Collection[int]) -> set[int]:
        """Return the numbers of the items that have to do with some rows, which may be gone: no statement for none."""
        return set(rows)

    def now(self, items: Collection[int] | None) -> Iterable[Now]:
        """Return what is public of some items, or of all: as many statements however many they are."""
        raise NotImplementedError

    def is_public(self, now: datetime | Expression) -> Exists:
        """Return an expression for "this item is public at that time", of a row that tells of an item of this kind."""
        raise NotImplementedError

    def endings(self, gone: Sequence[ToldItem]) -> Mapping[int, Event]:
        """Return how items ended that are no longer public, by the `id` of what was told; without one: deleted."""
        raise NotImplementedError

    def further(self, now: Now, told: ToldItem | None) -> list[str]:
        """Return the addresses that an item has beside its first one; `told` is what was told of it before."""
        return []

    def compared(
        self, items: Collection[int] | None, changed: Collection[int], most: int
    ) -> tuple[list[ToldItem], list[Now]]:
        """Return what was told to be public and is it no more, and what is public and was told otherwise, or changed.

        Of each at least `most` where there are as many; where so many are gone the others may be left for later.
        """
        if items is not None and len(items) > MOST_LOOKED_UP:
            items = None
        if items is not None and not items:
            return [], []
        public = {now.identity: now for now in self.now(items)}
        rows = ToldItem.objects.filter(kind=self.name) if items is None else self._told(items)
        told = {(one.item, one.language): one for one in rows.order_by("id")}
        gone = {place: one for place, one in told.items() if place not in public or public[place].key != one.key}
        again = set(changed)
        differing = [
            now
            for place, now in public.items()
            if now.item in again or place in gone or place not in told or not now.is_as(told[place])
        ]
        return list(gone.values()), differing

    def _told(self, items: Collection[int]) -> QuerySet[ToldItem]:
        return ToldItem.objects.filter(kind=self.name, item__in=items)


def digest(*said: Any) -> str:
    """Return what differs whenever what is said does, in 64 letters."""
    return hashlib.sha256(repr(said).encode()).hexdigest()


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Have the public told of a kind of items."""
    _KINDS[kind.name] = kind


def kinds() -> list[Kind]:
    """Return all kinds in the order in which they were registered."""
    return list(_KINDS.values())


def references_to_items() -> QuerySet[ReferenceIndex]:
    """Return the references of pages to rows of all other kinds, each with the `kind`, the `page` and the `row`."""
    named = [kind for kind in kinds() if kind.name != PAGE]
    types = ContentType.objects.get_for_models(*(kind.model for kind in named))
    cases = [When(to_content_type=types[kind.model], then=Value(kind.name)) for kind in named]
    return references_of_pages(*types).annotate(kind=Case(*cases))
