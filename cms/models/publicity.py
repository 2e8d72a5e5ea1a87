"""What the public was told of pages: what is public as far as is told, and each change in order.

Written by `cms.publicity` alone.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Substr

INDEXED = 200  # first letters of an address


class Event(models.TextChoices):
    """What became of a page for the public; the last four end its being public."""

    PUBLISHED = "published"
    TRANSLATED = "translated"
    UPDATED = "updated"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    UNPUBLISHED = "unpublished"
    RESTRICTED = "restricted"
    EXPIRED = "expired"
    DELETED = "deleted"


TOMBSTONES = frozenset({Event.UNPUBLISHED, Event.RESTRICTED, Event.EXPIRED, Event.DELETED})


class ChangedContent(models.Model):
    """A note that the content of a page was changed, written in the transaction that changes it.

    It is only ever added and deleted, so that nobody who saves a page waits for anybody.
    """

    page = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"page {self.page}"


class ChangedEntry(models.Model):
    """A note that an entry of a vocabulary or a file was changed, written in the transaction that changes it."""

    KEPT: ClassVar[int] = 1000

    def __str__(self) -> str:
        return f"change {self.pk}"

    @classmethod
    def forget_old(cls) -> None:
        """Delete all but the last notes."""
        last = cls.objects.order_by("-pk").values_list("pk", flat=True).first()
        if last is not None:
            cls.objects.filter(pk__lte=last - cls.KEPT).delete()


class Told(models.Model):
    """A page in one language: what all who are told of have in common. It outlives the page, so `page` is a number.

    `page_type` is the page's value of the facet "type". `former` are the addresses that it had before, the last first.
    """

    page = models.PositiveBigIntegerField()
    key = models.UUIDField()
    language = models.CharField(max_length=5)
    page_type = models.CharField(max_length=60)
    address = models.TextField()
    former = models.JSONField[list[str], list[str]](default=list)

    class Meta:
        abstract = True


class ToldPage(Told):
    """A page that is public as far as is told, with all addresses that it had since then."""

    page = models.PositiveBigIntegerField(primary_key=True)
    is_withdrawn = models.BooleanField()

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["key"], name="told_page_key")]

    def __str__(self) -> str:
        return f"{self.language}: {self.address}"


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
            models.Index(fields=["page", "number"], name="public_change_of_page"),
            # No index takes addresses as long as they may be.
            models.Index(Substr("address", 1, INDEXED), name="public_change_address"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.event} {self.address}"

    @classmethod
    def last_at(cls, address: str) -> PublicChange | None:
        """Return what was told last of the page that was at an address last, as far back as changes are kept."""
        there = cls.objects.alias(start=Substr("address", 1, INDEXED)).filter(start=address[:INDEXED], address=address)
        page = models.Subquery(there.order_by("-number").values("page")[:1])
        return cls.objects.filter(page=page).order_by("-number").first()

    @classmethod
    def last_of(cls, page: int) -> PublicChange | None:
        """Return what was told last of a page."""
        return cls.objects.filter(page=page).order_by("-number").first()
