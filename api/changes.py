"""What became public, changed, or stopped being public: what a mirror, a static site or an index follows.

Without a cursor the reading begins with all that is public, then goes on with what changed since it began. Nothing of
an item is told that is not public when the question is asked, except its tombstone. A change of an item that is hidden,
but not yet told to be, ends an answer: nobody reads past it, so nobody misses that it came back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from http import HTTPStatus
from typing import Any, Literal
from uuid import UUID

from django.db.models import BigIntegerField, BooleanField, Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop
from pydantic import Field
from wagtail.models import Page

from api import cursors
from api.concepts import VOCABULARIES
from api.language_choice import ANY
from api.library.items import address_of_page
from api.lists import MOST
from api.operations import ROOT, USUAL_PROBLEMS, Operation, address_of, operation
from api.parameters import EXAMPLE_KEY, choice, cursor, whole_number
from api.problems import ProblemError
from api.references import ITEM_RESOURCES
from api.schemas import Answer, described
from cms.file_kinds import DOCUMENT, IMAGE
from cms.kinds import kinds
from cms.languages import LANGUAGE_CODES
from cms.models import EVERY_LANGUAGE, PAGE, TOMBSTONES, PublicChange, ToldItem
from cms.prepared import PART, Prepared, Slot
from cms.site_addresses import permanent_address, whole
from cms.visibility import NOW

SINCE, ALL = "s", "a"  # kinds of cursors: after a change, and within all that is public
# The names of the resources of what has no page, by its kind, which is its type.
FILES = {DOCUMENT: "documents", IMAGE: "images"}
CONCEPTS = {one.name: one.plural for one in VOCABULARIES}
RESOURCES = {**ITEM_RESOURCES, **FILES, **CONCEPTS}
NUMBER = Slot("number", BigIntegerField())

EventName = Literal[
    "present", "published", "translated", "updated", "moved", "withdrawn",
    "unpublished", "restricted", "expired", "deleted",
]  # fmt: skip


class Change(Answer):
    """One change of what is public."""

    model_config = described(gettext_noop("One change of what is public."))

    event: EventName = Field(
        description=gettext_noop(
            "What happened. After “unpublished”, “restricted”, “expired” and “deleted” the item is no longer public; "
            "after all others its present state is to be fetched. “present”: it was public when the reading began."
        )
    )
    at: datetime | None = Field(description=gettext_noop("When it was recorded; null for “present”."))
    type: str = Field(description=gettext_noop("Type of the item."))
    id: int | None = Field(description=gettext_noop("Number of a document or an image; null of everything else."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    language: str = Field(
        description=gettext_noop("Code of the language that this concerns; “*” of an image, which concerns all.")
    )
    address: str | None = Field(
        description=gettext_noop(
            "Address of the page or the file after the change; null where nothing is left, and of what has neither."
        )
    )
    permanent_address: str | None = Field(
        description=gettext_noop("Address that stays when the page moves; null where nothing is left, and of no page.")
    )
    api_address: str | None = Field(
        description=gettext_noop(
            "Address of the item in the API; null where nothing is left, and of a list or a front page, which is none."
        )
    )
    former_addresses: list[str] = Field(
        description=gettext_noop("Addresses where nothing is any more: a static site drops these pages.")
    )


class Changes(Answer):
    """A part of the changes."""

    model_config = described(gettext_noop("A part of the changes, in order."))

    count: int | None = Field(description=gettext_noop("Always null: what is read by cursor is not counted."))
    next: str | None = Field(description=gettext_noop("Address of the next part; null at the end."))
    previous: str | None = Field(description=gettext_noop("Always null: what is read by cursor is read forwards."))
    items: list[Change] = Field(description=gettext_noop("The items, in order."))
    cursor: str = Field(description=gettext_noop("To be kept, and sent as “since” the next time."))


EXAMPLE_CURSOR = cursors.make(SINCE, 1042, 1_796_000_000_000_000)
EXAMPLE = {
    "count": None,
    "next": None,
    "previous": None,
    "items": [
        {
            "event": "moved",
            "at": "2026-11-27T09:30:00Z",
            "type": "chapter",
            "id": None,
            "key": EXAMPLE_KEY,
            "language": "nb",
            "address": "https://library.example.org/nb/handboker/avfall/gebyrer/",
            "permanent_address": "https://library.example.org/id/318/",
            "api_address": f"https://library.example.org{ROOT}chapters/{EXAMPLE_KEY}?language=nb",
            "former_addresses": ["https://library.example.org/nb/handboker/avfall/avgifter/"],
        },
        {
            "event": "deleted",
            "at": "2026-11-27T09:31:12Z",
            "type": "document",
            "id": 12,
            "key": "c7e0e6c5-5b2f-4e0b-8d0c-1f6a1f3f2b77",
            "language": "pl",
            "address": None,
            "permanent_address": None,
            "api_address": None,
            "former_addresses": ["https://library.example.org/documents/15/raport.pdf"],
        },
    ],
    "cursor": EXAMPLE_CURSOR,
}


@operation(
    Operation(
        path="changes",
        name="list_changes",
        summary=gettext_noop("Changes"),
        description=gettext_noop(
            "Every publication, update, translation, move, withdrawal, unpublication, restriction, expiry and "
            "deletion of pages, documents, images and entries of vocabularies, in order, once. Without “since” the "
            "answer begins with all that is public. Follow “next” until it is null, keep “cursor”, and ask again with "
            "it later. Changes are kept for 400 days. An item whose translations you show is to be fetched anew after "
            "a change in any of its languages."
        ),
        parameters=(
            cursor("since", gettext_noop("Cursor of an earlier answer."), {SINCE: 2, ALL: 3}),
            choice(
                "language",
                gettext_noop("Changes in this language, and of images; problems are told in it too."),
                [*LANGUAGE_CODES, ANY],
                ANY,
            ),
            choice("type", gettext_noop("Type of the item."), [*RESOURCES]),
            whole_number("limit", gettext_noop("Most items of an answer."), 1, MOST, MOST),
        ),
        answer=Changes,
        example=EXAMPLE,
        problems=sorted([*USUAL_PROBLEMS, HTTPStatus.GONE]),
        cache="public, no-cache",
        state=None,
    )
)
def changes(request: HttpRequest, asked: dict[str, Any]) -> Changes:
    """Answer with the changes after a cursor: two statements, however many there are."""
    language, limit = asked["language"], asked["limit"]
    kind, numbers = asked["since"] or (ALL, (0, *_newest()))
    items, place, is_more = (_all if kind == ALL else _after)(numbers, asked)
    following = address_of(
        "changes",
        since=place,
        language=None if language == ANY else language,
        type=asked["type"],
        limit=None if limit == MOST else limit,
    )
    return Changes(count=None, next=following if is_more else None, previous=None, items=items, cursor=place)


def _newest() -> tuple[int, int]:
    """Return the number of the last change and its stamp."""
    last = PublicChange.objects.order_by("-number").values_list("number", "at").first()
    return (last[0], _stamp(last[1])) if last else (0, 0)


def _stamp(at: datetime) -> int:
    """Return what tells a change from another one that has its number in a database that was put back."""
    return int(at.timestamp() * 1_000_000)


def _with_state(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return rows that tell of items, each with `is_public`, and with the `content_type` of what is a page."""
    public = [When(Q(kind=kind.name) & Q(kind.is_public(NOW)), then=True) for kind in kinds()]
    page = Page.objects.filter(pk=OuterRef("item"), translation_key=OuterRef("key")).order_by()
    return rows.annotate(
        is_public=Case(*public, default=False, output_field=BooleanField()),
        content_type=Subquery(page.values("content_type")),
    )


def _rows(told: Callable[[Q], QuerySet[Any]], asked: Mapping[str, Any], number: int, most: int) -> list[Any]:
    """Return the first rows that tell of what was asked for: one statement, which is written once."""
    language, type_ = asked["language"], asked["type"]
    rows = _prepared(told, language != ANY, type_ is not None)
    values = {"language": language, "type": type_, "number": number, "now": timezone.now()}
    return rows.objects(part=slice(0, most), **values)


@cache
def _prepared(told: Callable[[Q], QuerySet[Any]], is_of_language: bool, is_of_type: bool) -> Prepared:
    of_language = Q(language__in=(Slot("language"), EVERY_LANGUAGE)) if is_of_language else Q()
    return Prepared(lambda: told(of_language & (Q(type=Slot("type")) if is_of_type else Q()))[PART])


def _told_of_all(wanted: Q) -> QuerySet[ToldItem]:
    """Return what is told of all that is public after an item."""
    return _with_state(ToldItem.objects.filter(wanted, pk__gt=NUMBER)).order_by("pk")


def _all(numbers: Sequence[int], asked: Mapping[str, Any]) -> tuple[list[Change], str, bool]:
    """Return the next part of all that is public, and where to go on: at its end with what changed since it began."""
    (last, number, stamp), limit = numbers, asked["limit"]
    rows = _rows(_told_of_all, asked, last, limit + 1)
    is_last = len(rows) <= limit
    shown: list[ToldItem] = []
    for row in rows[:limit]:
        if not row.is_public:
            return [_present(one) for one in shown], _place_in_all(shown, last, number, stamp), False
        shown.append(row)
    place = cursors.make(SINCE, number, stamp) if is_last else _place_in_all(shown, last, number, stamp)
    return [_present(one) for one in shown], place, True


def _place_in_all(shown: Sequence[ToldItem], last: int, number: int, stamp: int) -> str:
    return cursors.make(ALL, shown[-1].pk if shown else last, number, stamp)


def _after(numbers: Sequence[int], asked: Mapping[str, Any]) -> tuple[list[Change], str, bool]:
    """Return the changes after one, and where to go on; raise a problem where some after it are no longer kept."""
    (number, stamp), limit = numbers, asked["limit"]
    rows = _rows(_told_after, asked, number, limit + 2)
    if number:
        before = rows.pop(0) if rows and rows[0].number == number else None
        if before is None or _stamp(before.at) != stamp:
            raise _gone()
    elif rows and not PublicChange.objects.filter(number=1).exists():
        raise _gone()
    is_more = len(rows) > limit
    items: list[Change] = []
    for row in rows[:limit]:
        if not _may_be_told(row):
            is_more = False
            break
        items.append(_changed(row))
        number, stamp = row.number, _stamp(row.at)
    return items, cursors.make(SINCE, number, stamp), is_more


def _told_after(wanted: Q) -> QuerySet[PublicChange]:
    """Return a change and those after it that may be told: of what is hidden now only the last one and tombstones."""
    same = {name: OuterRef(name) for name in ("item", "kind", "language")}
    later = PublicChange.objects.filter(**same, number__gt=OuterRef("number")).order_by()
    may_be_told = Q(event__in=TOMBSTONES) | Q(is_public=True) | ~Exists(later)
    rows = _with_state(PublicChange.objects.filter(number__gte=NUMBER))
    return rows.filter(Q(number=NUMBER) | (wanted & may_be_told)).order_by("number")


def _gone() -> ProblemError:
    return ProblemError(HTTPStatus.GONE, begin=address_of("changes"))


_NUMBERED = Prepared(lambda: _with_state(PublicChange.objects.filter(number=NUMBER)))


def told_now(number: int) -> Change | None:
    """Return a change as it may be told now, by its number; None where its item is hidden, or it is forgotten."""
    rows = _NUMBERED.objects(number=number, now=timezone.now())
    return _changed(rows[0]) if rows and _may_be_told(rows[0]) else None


def _may_be_told(row: Any) -> bool:
    """Tell whether a change, with whether its item is public, may be told: of what is hidden only the tombstone."""
    return row.event in TOMBSTONES or bool(row.is_public)


def _present(told: ToldItem) -> Change:
    return _change("present", None, told, [], is_there=True)


def _changed(row: PublicChange) -> Change:
    event: Any = row.event
    return _change(event, row.at, row, row.former, is_there=event not in TOMBSTONES)


def _change(
    event: EventName, at: datetime | None, told: ToldItem | PublicChange, former: Sequence[str], *, is_there: bool
) -> Change:
    is_page = told.kind == PAGE
    return Change(
        event=event,
        at=at,
        type=told.type,
        id=told.item if told.kind in FILES else None,
        key=told.key,
        language=told.language,
        address=whole(told.address) if is_there and told.address else None,
        permanent_address=whole(permanent_address(told.item)) if is_there and is_page else None,
        api_address=_api_address(told) if is_there else None,
        former_addresses=[whole(address) for address in former],
    )


def _api_address(told: Any) -> str | None:
    """Return where an item is told; None of a page that is none of the resources."""
    language = None if told.language == EVERY_LANGUAGE else told.language
    if told.kind in FILES:
        return address_of(f"{FILES[told.kind]}/{told.item}", language=language)
    if told.kind == PAGE:
        return address_of_page(told.content_type, told.key, told.language)
    return address_of(f"{CONCEPTS[told.kind]}/{told.key}", language=language)
