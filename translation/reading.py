"""What translators may read of other languages: the source of their work as it is public, never somebody's draft.

The administration tells who has no right to a page nothing of its drafts: neither a page that is not public, nor the
title that a draft gives to a public one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import SourceDeletedError, Translation

from cms.formats import day, number
from translation.fields import fields_of

asked: ContextVar[HttpRequest | None] = ContextVar("asked", default=None)  # what the administration is answering
upstream_title = Page.get_admin_display_title


def install() -> None:
    """Have the administration call pages what the person who asks may read."""
    Page.get_admin_display_title = title_for_reader


def readable_source(translation: Translation, user: Any) -> Any:
    """Return that version of its source which somebody may read who works on a translation, None where there is none.

    The published version where the source is public. Where it is not, the version that was handed over, whose texts the
    translation's editor shows. It is the same for everyone: drafts are read in the source's own editor,
    by those who have a right to it.
    """
    try:
        instance = translation.source.get_source_instance()
        if getattr(instance, "live", True):
            return instance  # the row of what is public holds what is public; drafts are revisions
        return translation.source.as_instance()
    except (SourceDeletedError, ObjectDoesNotExist):
        return None


def facts(instance: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield what a page or concept says outside its body: the names of its fields, and what stands there or in rows."""
    fields = fields_of(type(instance))
    for field in (*fields.texts, *fields.shared):
        if field.name != "slug" and (said := _value(instance, field)):
            yield str(capfirst(field.verbose_name)), [said]
    for name, model in fields.rows.items():
        of_row = fields_of(model)
        columns = [one for one in (*of_row.texts, *of_row.shared) if one.name != "sort_order"]
        rows = [
            " · ".join(filter(None, (_value(row, one) for one in columns))) for row in getattr(instance, name).all()
        ]
        if rows:
            yield str(capfirst(model._meta.verbose_name)), rows


def _value(instance: Any, field: Any) -> str:
    """Return what a field says, as the administration writes it."""
    value = getattr(instance, field.name)
    if value in (None, "", False):
        return ""
    if value is True:
        return _("Yes")
    if chosen := getattr(instance, f"get_{field.name}_display", None):
        return str(chosen())
    if isinstance(field, RichTextField):
        return strip_tags(value)
    if isinstance(value, Decimal | int):
        return number(value)
    return day(value) if isinstance(value, date) else str(value)


def readable_pages(pages: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """Return those pages of which a user may know: public ones, and those to which they have a right."""
    if user.is_superuser:
        return pages
    known = policy_registry.get_by_type(Page).explorable_instances(user)
    return pages.filter(Q(live=True) | Q(depth=1) | Q(pk__in=known.values("pk")))


def has_right_to(user: Any, page: Page) -> bool:
    """Tell whether a user has any right to a page; asks nothing that was not read for this user already."""
    if user.is_superuser:
        return True
    given = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(page.path.startswith(one.page.path) for one in given)


def title_for(user: Any, page: Page) -> str:
    """Return what a page is called for somebody who may know of it: as its draft is for those with a right to it."""
    return str(upstream_title(page)) if has_right_to(user, page) else page.title


def title_for_reader(page: Page) -> str:
    """Return what the administration calls a page for the person who asks."""
    request = asked.get()
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or page.depth == 1:
        return str(upstream_title(page))
    return title_for(user, page) if page.live or has_right_to(user, page) else _("A page that is not public")
