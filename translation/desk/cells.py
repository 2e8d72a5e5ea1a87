"""How a page's state in a language is said: a sign, words, and what goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.enums import TextOrigin
from cms.formats import day, day_of_month, number
from translation.enums import State
from translation.models import Status


@dataclass(frozen=True)
class Said:
    """A state as it is shown: the sign's `look` and icon, and the words; never a colour alone."""

    look: str
    icon: str
    words: str


APPROVED, REVIEW, DRAFT, STALE, NONE, SOURCE = "approved", "review", "draft", "stale", "none", "source"
_ICONS = {
    APPROVED: "circle-check", REVIEW: "view", DRAFT: "edit", STALE: "rotate", NONE: "radio-empty", SOURCE: "doc-full",
}  # fmt: skip
_LOOKS = {
    State.ABSENT: NONE, State.NOT_BEGUN: NONE, State.DRAFT: DRAFT, State.REVIEW: REVIEW, State.READY: REVIEW,
    State.LIVE: APPROVED, State.CHANGED: STALE, State.ADAPTED: REVIEW, State.WITHDRAWN: NONE,
}  # fmt: skip


def said(look: str, words: str) -> Said:
    """Return a state in words of its own."""
    return Said(look, _ICONS[look], words)


def plainly(state: str) -> Said:
    """Return a state as lists and filters name it."""
    return said(_LOOKS[State(state)], str(State(state).label))


def of_status(status: Status) -> Said:
    """Return the state of a translation with its share."""
    return said(_LOOKS[State(status.state)], _words(status))


def _words(status: Status) -> str:
    counted = {"total": status.total}
    if status.state == State.DRAFT:
        return _("Draft, %(count)s of %(total)s") % {**counted, "count": status.done}
    if status.state == State.REVIEW:
        return _("Review, %(count)s of %(total)s") % {**counted, "count": status.review}
    if status.state == State.CHANGED:
        return _("Changed, %(count)s of %(total)s") % {**counted, "count": max(status.left, status.live_stale)}
    if status.state == State.LIVE and status.origin == TextOrigin.MACHINE:
        return _("Live, machine")
    if status.state == State.LIVE and status.origin == TextOrigin.REVIEWED:
        return _("Live, machine reviewed")
    return str(State(status.state).label)


def source(at: datetime | None) -> tuple[Said, str]:
    """Return what stands at a page in its own language, and since when."""
    return said(SOURCE, _("Source")), on(at)


def own_text(live: bool) -> Said:
    """Return what stands at a page that was written in a language, and not translated into it."""
    return said(APPROVED, _("Live, own text")) if live else said(DRAFT, _("Draft, own text"))


def on(at: datetime | None) -> str:
    """Return a day, with its year where it is not this one."""
    if at is None:
        return ""
    date = timezone.localtime(at).date()
    return day_of_month(date) if date.year == timezone.localdate().year else day(date)


def age(at: datetime | None) -> str:
    """Return how many days ago something was."""
    if at is None:
        return ""
    days = (timezone.localdate() - timezone.localtime(at).date()).days
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days} if days > 0 else _("today")


def texts_and_words(texts: int, words: int) -> str:
    """Return how long something is."""
    said_texts = ngettext("%(count)s text", "%(count)s texts", texts) % {"count": texts}
    return f"{said_texts} · {words_of(words)}"


def words_of(words: int) -> str:
    """Return a number of words."""
    return ngettext("%(count)s word", "%(count)s words", words) % {"count": number(words)}


def of_all(live: int, total: int) -> str:
    """Return how many are live, of all."""
    return _("%(live)s of %(total)s") % {"live": number(live), "total": number(total)}


def changed(count: int) -> str:
    """Return how many are behind their source."""
    return ngettext("%(changed)s changed", "%(changed)s changed", count) % {"changed": number(count)}


def missing(count: int) -> str:
    """Return how many are not there."""
    return ngettext("%(missing)s missing", "%(missing)s missing", count) % {"missing": number(count)}
