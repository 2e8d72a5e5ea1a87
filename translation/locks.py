"""Locked pages are locked for translators too."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.locks import BasicLock
from wagtail.models import LockableMixin
from wagtail.utils.timestamps import render_timestamp

from cms.signals import RefusedError
from translation.publication import title_of
from translation.rights import refusal_to_translate


class LockedError(RefusedError):
    """A page is locked, and not by who wants to change it."""


def refusal_of_lock(instance: Any, user: Any) -> str:
    """Return who locked a page or concept and since when, "" where the user may change it."""
    lock = instance.get_lock() if isinstance(instance, LockableMixin) else None
    if lock is None or not lock.for_user(user):
        return ""
    if not isinstance(lock, BasicLock):  # a review that goes on, or an hour of publication: Wagtail says which
        return unescape(strip_tags(str(lock.get_message(user))))
    said = {"title": title_of(instance)}
    if not (instance.locked_by and instance.locked_at):
        return _("“%(title)s” is locked. Nothing was changed.") % said
    said |= {"name": get_user_display_name(instance.locked_by), "time": render_timestamp(instance.locked_at)}
    return _("“%(title)s” is locked by %(name)s (since %(time)s). Nothing was changed.") % said


def refusal_to_write(instance: Any, user: Any) -> str:
    """Return why a user may not write the texts of a page or concept: no right, or a lock; "" where they may."""
    return refusal_to_translate(user, instance) or refusal_of_lock(instance, user)


def require_unlocked(instance: Any, user: Any) -> None:
    """Refuse to change what is locked for a user. Raises LockedError."""
    if reason := refusal_of_lock(instance, user):
        raise LockedError(reason)
