"""An address of the site resolved: what is there, where it leads, or what was there and is no longer public."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any, Literal, NamedTuple
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet, UUIDField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import Field
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from api.operations import Operation, operation
from api.parameters import Parameter, UnusableError
from api.problems import ProblemError, shown
from api.schemas import Answer, described
from cms.languages import LANGUAGE_CODES
from cms.middleware import redirect_from, target_of
from cms.models import TOMBSTONES, PublicChange
from cms.models.facets import type_of_page
from cms.prepared import Prepared, Slot
from cms.site_addresses import home_address, permanent_address, whole
from cms.visibility import NOW, public_pages
from cms.withdrawal import is_withdrawn

LONGEST = 2000  # characters of an address
MOST_STEPS = 5  # from redirect to redirect
_PERMANENT = re.compile(r"/id/([0-9]{1,18})/?")

State = Literal["here", "elsewhere", "gone"]
Ending = Literal["unpublished", "restricted", "expired", "deleted"]


class ResolvedTranslation(Answer):
    """An item in a language."""

    model_config = described(gettext_noop("An item in one of the languages in which it is public."))

    language: str = Field(description=gettext_noop("Code of the language."))
    title: str = Field(description=gettext_noop("Title in this language."))
    address: str = Field(description=gettext_noop("Address of the item in this language."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))


class ResolvedItem(Answer):
    """What is at an address."""

    model_config = described(gettext_noop("What is at an address."))

    type: str = Field(description=gettext_noop("Type of the item."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    language: str = Field(description=gettext_noop("Code of the language of the item at this address."))
    title: str = Field(description=gettext_noop("Title of the item."))
    address: str = Field(description=gettext_noop("Address of the item."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    is_withdrawn: bool = Field(description=gettext_noop("Whether the work was withdrawn: it is public, with a mark."))
    translations: list[ResolvedTranslation] = Field(
        description=gettext_noop("The item in all languages in which it is public.")
    )


class FormerItem(Answer):
    """What was at an address."""

    model_config = described(gettext_noop("What was at an address and is no longer public."))

    event: Ending = Field(description=gettext_noop("How it ended."))
    at: datetime = Field(description=gettext_noop("When that was recorded."))
    type: str = Field(description=gettext_noop("Type of the item."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    language: str = Field(description=gettext_noop("Code of the language that this concerns."))
    translations: list[ResolvedTranslation] = Field(
        description=gettext_noop("The item in the languages in which it still is public.")
    )


class Resolved(Answer):
    """An address resolved."""

    model_config = described(gettext_noop("What is to be known of an address."))

    path: str = Field(description=gettext_noop("The path that was asked for."))
    state: State = Field(
        description=gettext_noop(
            "“here”: the item is at this address. “elsewhere”: the address leads on, as a redirect or a permanent "
            "address. “gone”: an item was here that is no longer public."
        )
    )
    address: str | None = Field(description=gettext_noop("Where the address leads; null where nothing is any more."))
    is_permanent: bool | None = Field(
        description=gettext_noop("Whether it leads there for good; null where it leads nowhere else.")
    )
    item: ResolvedItem | None = Field(
        description=gettext_noop("The item there; null where nothing is any more, or the address leaves the library.")
    )
    former: FormerItem | None = Field(description=gettext_noop("What was there; null where something is."))


def _read(text: str) -> str:
    """Return the path that an address names, without percent signs; it never leaves the site or climbs in it."""
    if len(text) > LONGEST:
        said = _("“%(name)s” takes at most %(most)s characters, not %(count)s.")
        raise UnusableError("out_of_range", said % {"name": "path", "most": LONGEST, "count": len(text)})

    def refused(said: str, nearest: str | None = None) -> UnusableError:
        return UnusableError("unknown_value", said % {"name": "path", "value": shown(text)}, nearest)

    try:
        parts = urlsplit(text)
    except ValueError as error:  # half an IPv6 address
        raise refused(_("“%(value)s” is no address.")) from error
    own = urlsplit(settings.SITE_URL)
    if (parts.scheme or parts.netloc or text.startswith("//")) and (
        parts.scheme not in ("http", "https") or parts.netloc.lower() != own.netloc.lower()
    ):
        raise refused(_("“%(value)s” is an address of another site."))
    path = unquote(parts.path)
    if "\\" in path or not (text + path).isprintable() or "//" in path or {".", ".."} & set(path.split("/")):
        raise refused(_("“%(value)s” is no address."))
    if not path.startswith("/"):
        raise refused(_("“%(name)s” takes an address that begins with “/”, not “%(value)s”."), f"/{shown(parts.path)}")
    if "?" in text or "#" in text:
        said = _("“%(name)s” takes an address without what follows “?” or “#”, not “%(value)s”.")
        raise refused(said, shown(parts.path))
    return path


PATH = Parameter(
    "path",
    gettext_noop("Address of the site: its path, or the whole address."),
    _read,
    {"type": "string", "minLength": 1, "maxLength": LONGEST},
    "/en/",
    is_required=True,
)
EXAMPLE: dict[str, Any] = {
    "path": "/nb/handboker/avfall/avgifter/",
    "state": "elsewhere",
    "address": "https://library.example.org/nb/handboker/avfall/gebyrer/",
    "is_permanent": True,
    "item": {
        "type": "chapter",
        "key": "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10",
        "language": "nb",
        "title": "Gebyrer",
        "address": "https://library.example.org/nb/handboker/avfall/gebyrer/",
        "permanent_address": "https://library.example.org/id/318/",
        "is_withdrawn": False,
        "translations": [
            {
                "language": "en",
                "title": "Fees",
                "address": "https://library.example.org/en/handbooks/waste/fees/",
                "permanent_address": "https://library.example.org/id/204/",
            },
            {
                "language": "nb",
                "title": "Gebyrer",
                "address": "https://library.example.org/nb/handboker/avfall/gebyrer/",
                "permanent_address": "https://library.example.org/id/318/",
            },
        ],
    },
    "former": None,
}


@operation(
    Operation(
        path="resolve",
        name="resolve_address",
        summary=gettext_noop("Resolve an address"),
        description=gettext_noop(
            "What is at an address of the site, in all its languages; where a redirect, a permanent address or the "
            "root leads; and of an address where nothing is any more, what was there. An address that never was one "
            "is not found. What was there is known for 400 days."
        ),
        parameters=(PATH,),
        answer=Resolved,
        example=EXAMPLE,
        state=None,  # redirects are no part of the library's
    )
)
def resolve(request: HttpRequest, asked: dict[str, Any]) -> Resolved:
    """Answer with what is at an address: one statement; two or three more where it leads on, or nothing is there."""
    path: str = asked["path"]
    address, is_permanent, steps = path, True, 0
    while True:
        target = home_address(settings.LANGUAGE_CODE) if address == "/" else address
        is_permanent &= address != "/" and not _PERMANENT.fullmatch(address)
        found = _item(target)
        if found is not None:
            return _there(path, found, is_permanent=is_permanent)
        redirect = redirect_from(Redirect.normalise_path(address)) if steps < MOST_STEPS else None
        led_to = target_of(redirect) if redirect is not None else None
        if redirect is None or led_to is None:
            former = _former(address)
            if former is not None:
                return Resolved(path=path, state="gone", address=None, is_permanent=None, item=None, former=former)
            if not steps:
                raise ProblemError(HTTPStatus.NOT_FOUND)
            return _led(path, address, None, is_permanent=is_permanent)
        steps += 1
        is_permanent &= redirect.is_permanent
        inside = led_to.removeprefix(settings.SITE_URL)
        address = urlsplit(inside).path
        if not inside.startswith("/") or inside.startswith("//") or address != inside:
            return _led(path, led_to, None, is_permanent=is_permanent)


def _there(path: str, item: ResolvedItem, *, is_permanent: bool) -> Resolved:
    if item.address == whole(f"{path.rstrip('/')}/"):
        return Resolved(path=path, state="here", address=item.address, is_permanent=None, item=item, former=None)
    return _led(path, item.address, item, is_permanent=is_permanent)


def _led(path: str, address: str, item: ResolvedItem | None, *, is_permanent: bool) -> Resolved:
    return Resolved(
        path=path, state="elsewhere", address=whole(address), is_permanent=is_permanent, item=item, former=None
    )


def _former(address: str) -> FormerItem | None:
    """Return what was at an address and is no longer public, as far as that is known."""
    number = _PERMANENT.fullmatch(address)
    last = PublicChange.last_of(int(number[1])) if number else PublicChange.last_at(f"{address.rstrip('/')}/")
    if last is None or last.event not in TOMBSTONES:
        return None
    event: Any = last.event
    return FormerItem(
        event=event,
        at=last.at,
        type=last.type,
        key=last.key,
        language=last.language,
        translations=_translations([_Row(*row) for row in _OF_KEY.rows(now=timezone.now(), key=last.key)]),
    )


class _Row(NamedTuple):
    """A public page: the columns of the statements below."""

    number: int
    key: UUID
    language: str
    title: str
    address: str
    type: str
    is_withdrawn: bool


def _rows(pages: QuerySet[Page]) -> QuerySet[Page, Any]:
    columns = ("pk", "translation_key", "locale__language_code", "title", "url_path")
    return public_pages(pages, NOW).order_by().values_list(*columns, type_of_page(), is_withdrawn())


def _editions_of(pages: QuerySet[Page]) -> QuerySet[Page, Any]:
    """Return all editions of what some pages are editions of, where those are public."""
    keys = public_pages(pages, NOW).order_by().values("translation_key")
    return _rows(Page.objects.filter(translation_key__in=keys))


_AT = Prepared(lambda: _editions_of(Page.objects.filter(slug=Slot("slug"), url_path=Slot("address"))))
_NUMBERED = Prepared(lambda: _editions_of(Page.objects.filter(pk=Slot("number", Page._meta.pk))))
_OF_KEY = Prepared(lambda: _rows(Page.objects.filter(translation_key=Slot("key", UUIDField()))))


def _item(address: str) -> ResolvedItem | None:
    """Return the public item at an address, or with a permanent one: one statement."""
    now = timezone.now()
    if number := _PERMANENT.fullmatch(address):
        rows = [_Row(*row) for row in _NUMBERED.rows(now=now, number=int(number[1]))]
        own = next((row for row in rows if row.number == int(number[1])), None)
    else:
        asked = f"{address.rstrip('/')}/"
        slug = address.rstrip("/").rpartition("/")[2]
        rows = [_Row(*row) for row in _AT.rows(now=now, slug=slug, address=asked)]
        own = next((row for row in rows if row.address == asked), None)
    if own is None:
        return None
    return ResolvedItem(
        type=own.type,
        key=own.key,
        language=own.language,
        title=own.title,
        address=whole(own.address),
        permanent_address=whole(permanent_address(own.number)),
        is_withdrawn=bool(own.is_withdrawn),
        translations=_translations(rows),
    )


def _translations(rows: Sequence[_Row]) -> list[ResolvedTranslation]:
    return [
        ResolvedTranslation(
            language=row.language,
            title=row.title,
            address=whole(row.address),
            permanent_address=whole(permanent_address(row.number)),
        )
        for row in sorted(rows, key=lambda row: LANGUAGE_CODES.index(row.language))
    ]
