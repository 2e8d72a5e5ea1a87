"""Values of facets that were sent: what is none is refused, whether a list or the search is narrowed by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from api.parameters import Parameter
from api.problems import Fault, nearest_to, shown
from cms.facets import labels
from cms.models import PageFacet
from cms.visibility import public_pages


def said_of(name: str, value: str) -> str:
    """Return the sentence that a value is none of a facet, in the language of the client."""
    return _("“%(value)s” is no value of “%(name)s”.") % {"value": shown(value), "name": name}


def fault_of(name: str, value: str, others: Collection[str], facet: str = "") -> Fault:
    """Return what is wrong with a value that is none of a facet, with the nearest of others that are."""
    return Fault(
        parameter=name,
        code="unknown_value",
        detail=said_of(facet or name, value),
        value=shown(value),
        nearest=nearest_to(value, others),
    )


def unknown_values(parameters: Iterable[Parameter], asked: Mapping[str, Any]) -> list[Fault]:
    """Return what is wrong with values that are none of their facet: they have no name, and nothing public has them.

    One query at most where all have a name.
    """
    sent = [
        (one.name, one.facet, value)
        for one in parameters
        if one.facet and asked[one.name]
        for value in _flat(asked[one.name])
    ]
    if not sent:
        return []
    wanted: dict[str, set[str]] = {}
    for _name, facet, value in sent:
        wanted.setdefault(facet.name, set()).add(value)
    named = labels({facet for _name, facet, _value in sent}, wanted, settings.LANGUAGE_CODE)
    unnamed = [(name, facet.name, value) for name, facet, value in sent if value not in named[facet.name]]
    if not unnamed:
        return []
    have: dict[str, set[str]] = {facet: set() for _name, facet, _value in unnamed}
    public = public_pages(Page.objects.all()).values("pk")
    rows = PageFacet.objects.filter(name__in=have, page__in=public)
    for facet_name, value in rows.values_list("name", "value").distinct():
        have[facet_name].add(value)
    return [fault_of(name, value, have[facet], facet) for name, facet, value in unnamed if value not in have[facet]]


def _flat(values: Sequence[Any]) -> Iterable[str]:
    """Yield values, also those that stand in one text with commas between them."""
    for one in values:
        yield from one if isinstance(one, tuple) else (one,)
