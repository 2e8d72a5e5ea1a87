"""What became public, changed, or stopped being public: told once, in order, with numbers that have no gap.

What is public hangs on the clock, on restrictions and moves further up, on rows that go with another one, on statements
that no signal tells of. So nothing is believed of what happened. One process at a time compares what each kind of items
(`cms.kinds`) finds public with what was told last (`ToldItem`), appends what differs (`PublicChange`) and keeps it as
told, in one transaction. Numbers are given under a lock that is held until that transaction is over, so whoever reads
up to a number misses none that is committed later. What cannot be seen by comparing, as the content of a page, is noted
in the transaction that changes it (`ChangedContent`); by the notes it is also known where to look at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, Max, Q, Value
from django.utils import timezone
from wagtail.models import Page

from cms.kinds import MOST_LOOKED_UP, SAME, Kind, Noted, Now, kinds, references_to_items
from cms.models.publicity import PAGE, ChangedContent, Event, PublicChange, ToldItem
from cms.signals import changes_told

KEPT = timedelta(days=400)
# Items of a kind a transaction: nobody waits long who writes, and no statement has too many parameters.
MOST_AT_ONCE = 500
_IS_FOR_LATER: ContextVar[bool] = ContextVar("is_for_later", default=False)
_LOCK = 7_246_913_308  # of PostgreSQL, for whoever records


def note(items: Iterable[int], kind: str = PAGE) -> None:
    """Note that the content of items was changed; what is not public is never told."""
    ChangedContent.objects.bulk_create([ChangedContent(kind=kind, item=item) for item in items])


def record_noted_soon() -> None:
    """Record what is noted, once this transaction is over; what fails then is logged, and recorded later."""
    _once_after_this(record_noted)


def record_soon() -> None:
    """Record whatever differs, once this transaction is over; what fails then is logged, and recorded later."""
    _once_after_this(record)


@contextmanager
def recorded_at_the_end() -> Iterator[None]:
    """Record once what many transactions do, after the last of them; what is interrupted is recorded later."""
    token = _IS_FOR_LATER.set(True)
    try:
        yield
    finally:
        _IS_FOR_LATER.reset(token)
    record()


def _once_after_this(work: Callable[[], None]) -> None:
    if _IS_FOR_LATER.get():
        return
    # One that waits is undone only with a savepoint that is open now, and what happens now with it.
    if not any(entry[1] is work for entry in connection.run_on_commit):
        transaction.on_commit(work, robust=True)


def record() -> None:
    """Tell all that differs from what was told."""
    while _step(is_about_all=True):
        pass


def record_noted() -> None:
    """Tell of what the notes concern alone: it takes as long however much is public."""
    while _step(is_about_all=False):
        pass


def forget_old_changes() -> None:
    """Delete what is kept no longer, but for the last of it: readers who stand there have missed nothing."""
    last = PublicChange.objects.filter(at__lt=timezone.now() - KEPT).aggregate(last=Max("number"))["last"]
    if last is not None:
        PublicChange.objects.filter(number__lt=last).delete()


def note_named_by(page: int) -> None:
    """Note what a live page names before it is changed: one statement."""
    is_live = Exists(Page.objects.filter(pk=page, live=True).order_by())
    references = references_to_items().filter(is_live, object_id=str(page)).annotate(is_of_page=Value(value=True))
    rows = references.order_by().values_list("kind", "row", "is_of_page").distinct()
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO cms_changedcontent (kind, item, is_of_page) {sql}", parameters)


# ------------------------------------------------------------------------------- one transaction


Place = tuple[str, int, str]  # a kind, an item of it, and a language


@dataclass(frozen=True)
class _Part:
    """What is to be told of a kind; `left` are notes of what is to be looked at after this where it `is_full`.

    All notes of the items that are `done` concern what is told now.
    """

    kind: Kind
    gone: Sequence[ToldItem]
    differing: Sequence[Now]
    left: Sequence[ChangedContent]
    done: Collection[int]
    is_full: bool


def _step(*, is_about_all: bool) -> bool:
    """Tell as much as one transaction takes; False where nothing is left to do."""
    with transaction.atomic():
        _lock()
        # Read first: the content that is compared below is at least as new as these notes.
        notes = list(ChangedContent.objects.order_by("pk").values_list("pk", "kind", "item", "is_of_page"))
        # Pages first: with a page goes all that it names, which need not be told once more by notes of its own.
        by_page = sorted(notes, key=lambda note: note[1] != PAGE)
        different = list(dict.fromkeys((kind, item, is_of_page) for _pk, kind, item, is_of_page in by_page))
        taken = set(different[: MOST_LOOKED_UP if is_about_all else MOST_AT_ONCE])
        if not is_about_all and not taken:
            return False
        parts = list(_compared(_noted(taken), is_about_all=is_about_all))
        _tell(parts)
        told = {(part.kind.name, item) for part in parts for item in part.done}
        done = [pk for pk, *noted in notes if tuple(noted) in taken or (noted[0], noted[1]) in told]
        for start in range(0, len(done), MOST_AT_ONCE):
            ChangedContent.objects.filter(pk__in=done[start : start + MOST_AT_ONCE]).delete()
        ChangedContent.objects.bulk_create([note for part in parts for note in part.left])
    return len(different) > len(taken) or any(part.is_full for part in parts)


def _lock() -> None:
    """Wait until nobody else records. SQLite locks the database when a transaction begins."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _noted(notes: Iterable[tuple[str, int, bool]]) -> Noted:
    items: defaultdict[str, set[int]] = defaultdict(set)
    shown: defaultdict[str, set[int]] = defaultdict(set)
    for kind, item, is_of_page in notes:
        (shown if is_of_page else items)[kind].add(item)
    return Noted(items, shown)


def _compared(noted: Noted, *, is_about_all: bool) -> Iterator[_Part]:
    """Yield what is to be told of each kind, as much as one transaction takes."""
    for kind in kinds():
        concerned, changed = kind.looked_at(noted)
        gone, differing = kind.compared(None if is_about_all else concerned, changed, MOST_AT_ONCE)
        gone = gone[:MOST_AT_ONCE]
        differing = differing[:MOST_AT_ONCE] if len(gone) < MOST_AT_ONCE else []
        is_full = MOST_AT_ONCE in (len(gone), len(differing))
        later = {*(concerned or ()), *changed} - {now.item for now in differing} if is_full else ()
        # What a page names was looked at already, so what is left to be told is the page alone.
        left = [
            ChangedContent(kind=kind.name, item=item, is_of_page=kind.name == PAGE or item not in changed)
            for item in later
        ]
        done = set(changed) - set(later) if kind.with_pages else ()
        yield _Part(kind, gone, differing, left, done, is_full)


def _tell(parts: Collection[_Part]) -> None:
    """Append what is to be told, and keep it as told."""
    gone = [told for part in parts for told in part.gone]
    if gone:
        ToldItem.objects.filter(pk__in=[told.pk for told in gone]).delete()
    told = _told_of(parts)
    public = [_PublicItem(part.kind, now, told) for part in parts for now in part.differing]
    held = _held_by_others([*gone, *told.values()], public)
    known = _known_keys(one.now for one in public if not one.before)
    changes: list[PublicChange] = []
    for part in parts:
        changes += _tombstones(part, held)
        changes += _changes_of_public([one for one in public if one.kind is part.kind], held, known)
    if changes:
        _append(changes)
        _keep(public)


class _PublicItem:
    """An item that is public now and is to be told, with all its addresses and what was told of it before."""

    def __init__(self, kind: Kind, now: Now, told: Mapping[Place, ToldItem]) -> None:
        self.kind = kind
        self.now = now
        self.place: Place = (kind.name, *now.identity)
        self.before = told.get(self.place)
        self.further = kind.further(now, self.before)
        self.addresses = [address for address in (now.address, *self.further) if address]


def _told_of(parts: Iterable[_Part]) -> dict[Place, ToldItem]:
    """Return what was told before of items that are to be told: one statement."""
    asked = Q()
    for part in parts:
        if part.differing:
            asked |= Q(kind=part.kind.name, item__in={now.item for now in part.differing})
    rows = ToldItem.objects.filter(asked) if asked else ()
    return {(told.kind, told.item, told.language): told for told in rows}


def _known_keys(new: Iterable[Now]) -> set[UUID]:
    """Return the keys of what becomes public in a language and was public in another one before."""
    keys = {now.key for now in new}
    return set(ToldItem.objects.filter(key__in=keys).values_list("key", flat=True)) if keys else set()


def _held_by_others(leaving: Collection[ToldItem], public: Iterable[_PublicItem]) -> set[str]:
    """Return those addresses of items that leave them at which another item is, as far as is told after this.

    Not as it is now: an item that is there and not yet told may be gone before it is, and then nobody would tell that
    there is nothing any more. Only first addresses pass from one item to another that was told before.
    """
    asked = sorted({address for told in leaving for address in (told.address, *told.former) if address})
    held = {address for one in public for address in one.addresses}
    others = ToldItem.objects.exclude(pk__in=[told.pk for told in leaving if told.pk])
    for start in range(0, len(asked), MOST_AT_ONCE):
        held.update(others.filter(address__in=asked[start : start + MOST_AT_ONCE]).values_list("address", flat=True))
    return held


def _all_addresses(told: ToldItem) -> list[str]:
    """Return all addresses that an item had, those of the last time first."""
    return [address for address in dict.fromkeys([told.address, *told.further, *told.former]) if address]


def _tombstones(part: _Part, held: Collection[str]) -> Iterator[PublicChange]:
    """Yield the tombstones of what is no longer public, with its addresses that nobody else has."""
    endings = part.kind.endings(part.gone) if part.gone else {}
    for told in part.gone:
        former = [address for address in _all_addresses(told) if address not in held]
        yield _change(endings.get(told.id, Event.DELETED), told.kind, told, former)


def _changes_of_public(
    public: Iterable[_PublicItem], held: Collection[str], known: set[UUID]
) -> Iterator[PublicChange]:
    """Yield what is to be told of items that are public: first of those that were, then of those that became it."""
    new = []
    for one in public:
        if one.before:
            yield from _changes_since(one.before, one, held)
        else:
            new.append(one)
    for one in new:
        yield _change(Event.TRANSLATED if one.now.key in known else Event.PUBLISHED, one.kind.name, one.now)
        known.add(one.now.key)


def _changes_since(told: ToldItem, item: _PublicItem, held: Collection[str]) -> Iterator[PublicChange]:
    """Yield what became of an item that was public before and still is."""
    kind, now = item.kind.name, item.now
    had = [told.address, *told.further] if told.address else told.further
    former = [address for address in had if address not in held]
    is_moved = now.address != told.address and told.address not in item.further
    is_now_withdrawn = now.is_withdrawn and not told.is_withdrawn
    if is_moved:
        yield _change(Event.MOVED, kind, now, former)
    if is_now_withdrawn:
        yield _change(Event.WITHDRAWN, kind, now)
    if not is_moved and not is_now_withdrawn:
        yield _change(Event.UPDATED, kind, now, former)


def _change(event: Event, kind: str, of: Now | ToldItem, former: Iterable[str] = ()) -> PublicChange:
    return PublicChange(
        event=event,
        kind=kind,
        item=of.item,
        key=of.key,
        language=of.language,
        type=of.type,
        address=of.address,
        former=list(former),
    )


def _append(changes: Collection[PublicChange]) -> None:
    last = PublicChange.objects.aggregate(last=Max("number"))["last"] or 0
    now = timezone.now()
    for number, change in enumerate(changes, start=last + 1):
        change.number, change.at = number, now
    PublicChange.objects.bulk_create(changes)
    changes_told.send(PublicChange, changes=changes)


def _keep(public: Iterable[_PublicItem]) -> None:
    """Keep as told what is public now; an item that moved keeps its former addresses."""
    rows = []
    for one in public:
        row = ToldItem(kind=one.kind.name, further=one.further, **{name: getattr(one.now, name) for name in SAME})
        if one.before:
            row.former = [address for address in _all_addresses(one.before) if address not in one.addresses]
        rows.append(row)
    ToldItem.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["item", "kind", "language"],
        update_fields=["key", "type", "address", "is_withdrawn", "state", "further", "former"],
    )
