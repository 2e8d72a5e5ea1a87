"""What became public, changed, or stopped being public: told once, in order, with numbers that have no gap.

What is public hangs on the clock, on restrictions and moves further up, on rows that go with another one: no signal
tells all of it. So nothing is believed of what happened. One process at a time compares what `cms.visibility` finds
public with what was told last (`ToldPage`), appends what differs (`PublicChange`) and keeps it as told, in one
transaction. Numbers are given under a lock that is held until that transaction is over, so whoever reads up to a
number misses none that is committed later. Only that content changed cannot be seen by comparing: that is noted
in the transaction that changes it (`ChangedContent`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from cms.models.facets import type_of_page
from cms.models.publicity import ChangedContent, Event, PublicChange, ToldPage
from cms.signals import changes_told
from cms.visibility import public_pages, restricted
from cms.withdrawal import is_withdrawn

KEPT = timedelta(days=400)
MOST_AT_ONCE = 500  # pages a transaction: nobody waits long who writes, and no statement has too many parameters
_LOCK = 7_246_913_308  # of PostgreSQL, for whoever records
_SAME = ("page", "key", "language", "page_type", "address", "is_withdrawn")


def note(pages: Iterable[int]) -> None:
    """Note that the content of pages was changed; what is not public is never told."""
    ChangedContent.objects.bulk_create([ChangedContent(page=page) for page in pages])


def record_noted_soon() -> None:
    """Record what is noted, once this transaction is over; what fails then is logged, and recorded later."""
    _once_after_this(record_noted)


def record_soon() -> None:
    """Record whatever differs, once this transaction is over; what fails then is logged, and recorded later."""
    _once_after_this(record)


def _once_after_this(work: Callable[[], None]) -> None:
    # One that waits is undone only with a savepoint that is open now, and what happens now with it.
    if not any(entry[1] is work for entry in connection.run_on_commit):
        transaction.on_commit(work, robust=True)


def record() -> None:
    """Tell all that differs from what was told."""
    while _step(is_about_all=True):
        pass


def record_noted() -> None:
    """Tell of the pages that are noted alone: it takes as long however many are public."""
    while _step(is_about_all=False):
        pass


def forget_old_changes() -> None:
    """Delete what is kept no longer, but for the last of it: readers who stand there have missed nothing."""
    last = PublicChange.objects.filter(at__lt=timezone.now() - KEPT).aggregate(last=Max("number"))["last"]
    if last is not None:
        PublicChange.objects.filter(number__lt=last).delete()


@dataclass(frozen=True)
class _Now:
    """A page as it is public now."""

    page: int
    key: UUID
    language: str
    page_type: str
    address: str
    is_withdrawn: bool


def _step(*, is_about_all: bool) -> bool:
    """Tell of so many pages as one transaction takes; False where nothing was left to do."""
    with transaction.atomic():
        _be_alone()
        # Read first: the content that is compared below is at least as new as these notes.
        notes = list(ChangedContent.objects.order_by("pk").values_list("pk", "page"))
        noted = set(list(dict.fromkeys(page for _pk, page in notes))[:MOST_AT_ONCE])
        if not is_about_all and not noted:
            return False
        told_then = ToldPage.objects.all() if is_about_all else ToldPage.objects.filter(page__in=noted)
        gone = list(_no_longer_public(told_then)[:MOST_AT_ONCE])
        ToldPage.objects.filter(page__in=[told.page for told in gone]).delete()
        pages = Page.objects.all() if is_about_all else Page.objects.filter(pk__in=noted)
        differing = _differing(pages, noted) if len(gone) < MOST_AT_ONCE else []
        told = {page.page: page for page in ToldPage.objects.filter(page__in=[now.page for now in differing])}
        held = _held_by_others([*gone, *told.values()], differing)
        changes = [*_farewells(gone, held), *_news(differing, told, held)]
        if not changes and not notes:
            return False
        _append(changes)
        _keep(differing, told)
        is_all = len(gone) < MOST_AT_ONCE and len(differing) < MOST_AT_ONCE
        told_of = {now.page for now in differing} | (noted if is_all else set())
        done = [pk for pk, page in notes if page in told_of]
        for start in range(0, len(done), MOST_AT_ONCE):
            ChangedContent.objects.filter(pk__in=done[start : start + MOST_AT_ONCE]).delete()
    return True


def _be_alone() -> None:
    """Wait until nobody else records. On SQLite a transaction is alone from its beginning on."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _no_longer_public(told: QuerySet[ToldPage]) -> QuerySet[ToldPage]:
    """Return those of what was told to be public that are it no more, as this work in this language."""
    same = public_pages(Page.objects.filter(pk=OuterRef("page"), translation_key=OuterRef("key")))
    language = Subquery(same.order_by().values("locale__language_code")[:1])
    return told.exclude(language=Coalesce(language, Value(""))).order_by("page")


def _differing(pages: QuerySet[Page], noted: Collection[int]) -> list[_Now]:
    """Return what is public and was not told, or told otherwise, or was noted; parents before what is below them."""
    now = public_pages(pages).annotate(
        page=F("pk"),
        key=F("translation_key"),
        language=F("locale__language_code"),
        page_type=type_of_page(),
        address=F("url_path"),
        is_withdrawn=is_withdrawn(),
    )
    told = ToldPage.objects.filter(**{name: OuterRef(name) for name in _SAME})
    found = now.filter(Q(pk__in=noted) | ~Exists(told)).order_by("path").values_list(*_SAME)
    return [_Now(*row) for row in found[:MOST_AT_ONCE]]


def _held_by_others(leaving: Collection[ToldPage], differing: Collection[_Now]) -> set[str]:
    """Return those addresses of pages that leave them at which another page is, as far as is told after this.

    Not as it is now: a page that is there and not yet told may be gone before it is, and then nobody would tell that
    there is nothing any more.
    """
    asked = sorted({address for told in leaving for address in (told.address, *told.former)})
    held = {now.address for now in differing}
    others = ToldPage.objects.exclude(page__in=[told.page for told in leaving])
    for start in range(0, len(asked), MOST_AT_ONCE):
        held.update(others.filter(address__in=asked[start : start + MOST_AT_ONCE]).values_list("address", flat=True))
    return held


def _farewells(gone: Collection[ToldPage], held: Collection[str]) -> Iterator[PublicChange]:
    """Yield the tombstones of what is no longer public, with its addresses that nobody else has."""
    if not gone:
        return
    pages = Page.objects.filter(pk__in=[told.page for told in gone]).annotate(is_restricted=restricted())
    rows = pages.values_list(
        "pk", "translation_key", "locale__language_code", "live", "expired", "expire_at", "is_restricted"
    )
    why = {(pk, key, language): _reason(*state) for pk, key, language, *state in rows}
    for told in gone:
        event = why.get((told.page, told.key, told.language), Event.DELETED)
        former = [address for address in (told.address, *told.former) if address not in held]
        yield _change(event, told, former)


def _reason(live: bool, expired: bool, expire_at: Any, is_restricted: bool) -> Event:
    if expired or (expire_at is not None and expire_at <= timezone.now()):
        return Event.EXPIRED
    return Event.RESTRICTED if live and is_restricted else Event.UNPUBLISHED


def _news(differing: Collection[_Now], told: Mapping[int, ToldPage], held: Collection[str]) -> Iterator[PublicChange]:
    """Yield what is to be told of pages that are public: first of those that were, then of those that became it."""
    for now in differing:
        if now.page in told:
            yield from _told_before(now, told[now.page], held)
    keys = [now.key for now in differing if now.page not in told]
    known = set(ToldPage.objects.filter(key__in=keys).values_list("key", flat=True)) if keys else set()
    for now in differing:
        if now.page not in told:
            yield _change(Event.TRANSLATED if now.key in known else Event.PUBLISHED, now)
            known.add(now.key)


def _told_before(now: _Now, told: ToldPage, held: Collection[str]) -> Iterator[PublicChange]:
    is_moved = now.address != told.address
    is_now_withdrawn = now.is_withdrawn and not told.is_withdrawn
    if is_moved:
        yield _change(Event.MOVED, now, [told.address] if told.address not in held else [])
    if is_now_withdrawn:
        yield _change(Event.WITHDRAWN, now)
    if not is_moved and not is_now_withdrawn:
        yield _change(Event.UPDATED, now)


def _change(event: Event, of: _Now | ToldPage, former: Iterable[str] = ()) -> PublicChange:
    return PublicChange(
        event=event,
        page=of.page,
        key=of.key,
        language=of.language,
        page_type=of.page_type,
        address=of.address,
        former=list(former),
    )


def _append(changes: Collection[PublicChange]) -> None:
    last = PublicChange.objects.aggregate(last=Max("number"))["last"] or 0
    now = timezone.now()
    for number, change in enumerate(changes, start=last + 1):
        change.number, change.at = number, now
    PublicChange.objects.bulk_create(changes)
    if changes:
        changes_told.send(PublicChange, changes=changes)


def _keep(differing: Collection[_Now], told: Mapping[int, ToldPage]) -> None:
    """Keep as told what is public now; a page that moved keeps its former addresses."""
    rows = []
    for now in differing:
        row = ToldPage(**{name: getattr(now, name) for name in _SAME})
        if before := told.get(now.page):
            had = dict.fromkeys([before.address, *before.former])
            row.former = [address for address in had if address != now.address]
        rows.append(row)
    ToldPage.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page"], update_fields=[*_SAME[1:], "former"]
    )
