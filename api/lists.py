"""What all lists have in common: how many there are, the part that is shown, and the addresses of those beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api.parameters import whole_number
from api.schemas import Answer

MOST = 100
USUAL = 20
DEEPEST = 100_000  # items that are passed over; who wants more reads by cursor

LIMIT = whole_number("limit", gettext_noop("Most items of an answer."), 1, MOST, USUAL)
OFFSET = whole_number("offset", gettext_noop("How many items to pass over."), 0, DEEPEST, 0)


class Listed(Answer):
    """A part of a list. A list inherits from it and adds `items`."""

    count: int = Field(description=gettext_noop("Number of all items."))
    next: str | None = Field(description=gettext_noop("Address of the next part; null at the end."))
    previous: str | None = Field(description=gettext_noop("Address of the part before; null at the beginning."))


class Ends(TypedDict):
    """The fields of `Listed`."""

    count: int
    next: str | None
    previous: str | None


def ends(request: HttpRequest, asked: Mapping[str, Any], count: int, deepest: int = DEEPEST) -> Ends:
    """Return the fields of `Listed` for a request that LIMIT and OFFSET tell a part of: `**ends(…), items=[…]`."""
    limit, offset = asked["limit"], asked["offset"]
    following = offset + limit
    is_more = following < count and following <= deepest
    return {
        "count": count,
        "next": same_address(request, offset=following) if is_more else None,
        "previous": same_address(request, offset=max(0, offset - limit) or None) if offset else None,
    }


def same_address(request: HttpRequest, **changed: int | str | None) -> str:
    """Return the address that was asked with some parameters changed; those that are None are left out."""
    sent = request.GET.copy()
    for name, value in changed.items():
        if value is None:
            sent.pop(name, None)
        else:
            sent[name] = str(value)
    query = sent.urlencode()
    return f"{settings.SITE_URL}{request.path}{'?' if query else ''}{query}"
