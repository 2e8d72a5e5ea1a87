"""What the public was told of items: what is public as far as is told, and each change in order.

An item is a page, a file, a picture or an entry of a vocabulary, in one language (`cms.kinds`). What is told outlives
it, so `item` is a number, of its `kind`. What is the same in all languages is told in EVERY_LANGUAGE.

Written by `cms.publicity` alone.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Substr
from django.utils.translation import pgettext_lazy

INDEXED = 200  # first letters of an address
PAGE = "page"  # the kind of all pages, whatever their type
EVERY_LANGUAGE = "*"


class Event(models.TextChoices):
    """What became of an item for the public; the last four end its being public."""

    PUBLISHED = "published", pgettext_lazy("what became of an item", "Published")
    TRANSLATED = "translated", pgettext_lazy("what became of an item", "Translated")
    UPDATED = "updated", pgettext_lazy("what became of an item", "Updated")
    MOVED = "moved", pgettext_lazy("what became of an item", "Moved")
    WITHDRAWN = "withdrawn", pgettext_lazy("what became of an item", "Withdrawn")
    UNPUBLISHED = "unpublished", pgettext_lazy("what became of an item", "Unpublished")
    RESTRICTED = "restricted", pgettext_lazy("what became of an item", "Restricted")
    EXPIRED = "expired", pgettext_lazy("what became of an item", "Expired")
    DELETED = "deleted", pgettext_lazy("what became of an item", "Deleted")


TOMBSTONES = frozenset({Event.UNPUBLISHED, Event.RESTRICTED, Event.EXPIRED, Event.DELETED})


class ChangedContent(models.Model):
    """A note that the content of an item was changed, written in the transaction that changes it.

    It is only ever added and deleted, so that nobody who saves a page waits for anybody. With `is_of_page` only a page
    was changed that showed the item: `item` is then the number of the row that the page referred to. Of a page it says
    that what it names was looked at already.
    """

    kind = models.CharField(max_length=20, default=PAGE)
    item = models.PositiveBigIntegerField()
    is_of_page = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.kind} {self.item}"


class NumberedNote(models.Model):
    """A note that something was changed, written in the transaction that changes it; its number is all that it says."""

    KEPT: ClassVar[int] = 1000

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"change {self.pk}"

    @classmethod
    def forget_old(cls) -> None:
        """Delete all but the last notes."""
        notes = cls._default_manager.all()
        last = notes.order_by("-pk").values_list("pk", flat=True).first()
        if last is not None:
            notes.filter(pk__lte=last - cls.KEPT).delete()


class ChangedEntry(NumberedNote):
    """A note that an entry of a vocabulary, a file or a setting of the site was changed."""


class Told(models.Model):
    """An item in one language: what all that is told of have in common.

    `type` is its type in answers; of a page that is its value of the facet "type". `key` is the same in all languages.
    `address` is "" of what has no page or file of its own; `former` are the addresses that it had before, the last
    first.
    """

    kind = models.CharField(max_length=20, default=PAGE)
    item = models.PositiveBigIntegerField()
    key = models.UUIDField()
    language = models.CharField(max_length=5)
    type = models.CharField(max_length=60)
    address = models.TextField()
    former = models.JSONField[list[str], list[str]](default=list)

    class Meta:
        abstract = True


class ToldItem(Told):
    """An item that is public as far as is told, with all addresses that it had since then.

    `further` are addresses that it has beside its first one. `state` differs whenever its content may, as far as that
    is seen without a note.
    """

    id = models.BigAutoField(primary_key=True)
    is_withdrawn = models.BooleanField(default=False)
    further = models.JSONField[list[str], list[str]](default=list)
    state = models.CharField(max_length=64, default="")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["item", "kind", "language"], name="told_once"),
        ]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["key"], name="told_item_key")]

    def __str__(self) -> str:
        return f"{self.language}: {self.address or f'{self.kind} {self.item}'}"


class PublicChange(Told):
    """One change of what is public. Numbers follow one another without a gap, in the order in which they were told.

    `former` are the addresses at which there is nothing any more.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    event = models.CharField(max_length=12, choices=Event.choices)

    class Meta:
        ordering = ("number",)
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["item", "kind", "number"], name="public_change_of_item"),
            # No index takes addresses as long as they may be.
            models.Index(Substr("address", 1, INDEXED), name="public_change_address"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.event} {self.address or f'{self.kind} {self.item}'}"

    @classmethod
    def last_at(cls, address: str) -> PublicChange | None:
        """Return what was told last of the page that was at an address last, as far back as changes are kept."""
        there = cls.objects.alias(start=Substr("address", 1, INDEXED)).filter(start=address[:INDEXED], address=address)
        page = models.Subquery(there.filter(kind=PAGE).order_by("-number").values("item")[:1])
        return cls.objects.filter(kind=PAGE, item=page).order_by("-number").first()

    @classmethod
    def last_of(cls, page: int) -> PublicChange | None:
        """Return what was told last of a page."""
        return cls.objects.filter(kind=PAGE, item=page).order_by("-number").first()
