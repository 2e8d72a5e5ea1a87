"""Pages as items that the public is told of. They are many, so the database compares them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, Expression, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from cms.kinds import SAME, Kind, Noted, Now
from cms.models.facets import type_of_page
from cms.models.publicity import PAGE, Event, ToldItem
from cms.visibility import public_pages, restricted
from cms.withdrawal import is_withdrawn

_COMPARED = [name for name in SAME if name != "state"]  # that its content changed is noted with each save


class PageKind(Kind):
    """Pages: `item` is the number of the page."""

    name = PAGE
    model = Page

    def looked_at(self, noted: Noted) -> tuple[Collection[int] | None, Collection[int]]:
        """Return the pages that are noted; each is told."""
        pages = noted.items.get(PAGE, set()) | noted.shown.get(PAGE, set())
        return pages, pages

    def is_public(self, now: datetime | Expression) -> Exists:
        """Return an expression for "this page is public at that time", of a row that tells of a page."""
        page = Page.objects.filter(pk=OuterRef("item"), translation_key=OuterRef("key"))
        return Exists(public_pages(page, now).order_by())

    def endings(self, gone: Sequence[ToldItem]) -> Mapping[int, Event]:
        """Return how pages ended that are there still: one statement."""
        pages = Page.objects.filter(pk__in=[told.item for told in gone]).annotate(is_restricted=restricted())
        rows = pages.values_list(
            "pk", "translation_key", "locale__language_code", "live", "expired", "expire_at", "is_restricted"
        )
        why = {(pk, key, language): _ending(*state) for pk, key, language, *state in rows}
        places = {told.id: (told.item, told.key, told.language) for told in gone}
        return {number: why[place] for number, place in places.items() if place in why}

    def compared(
        self, items: Collection[int] | None, changed: Collection[int], most: int
    ) -> tuple[list[ToldItem], list[Now]]:
        """Return what ends being public, and what is to be told, parents before what is below them: two statements."""
        if items is not None and not items:
            return [], []
        told_then = ToldItem.objects.filter(kind=PAGE) if items is None else self._told(items)
        same = public_pages(Page.objects.filter(pk=OuterRef("item"), translation_key=OuterRef("key")))
        language = Subquery(same.order_by().values("locale__language_code")[:1])
        gone = list(told_then.exclude(language=Coalesce(language, Value(""))).order_by("item")[:most])
        return gone, self._differing(items, changed, most) if len(gone) < most else []

    def _differing(self, items: Collection[int] | None, changed: Collection[int], most: int) -> list[Now]:
        pages = Page.objects.all() if items is None else Page.objects.filter(pk__in=items)
        now = public_pages(pages).annotate(
            item=F("pk"),
            key=F("translation_key"),
            language=F("locale__language_code"),
            type=type_of_page(),
            address=F("url_path"),
            is_withdrawn=is_withdrawn(),
        )
        told = ToldItem.objects.filter(kind=PAGE, **{name: OuterRef(name) for name in _COMPARED})
        differing = now.filter(Q(pk__in=changed) | ~Exists(told)).order_by("path").values_list(*_COMPARED)
        return [Now(*row) for row in differing[:most]]


def _ending(live: bool, expired: bool, expire_at: Any, is_restricted: bool) -> Event:
    if expired or (expire_at is not None and expire_at <= timezone.now()):
        return Event.EXPIRED
    return Event.RESTRICTED if live and is_restricted else Event.UNPUBLISHED
