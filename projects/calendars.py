"""Calendar files of a project's events and a training's sessions (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from cms.presenting import presenter_of
from cms.withdrawal import sentence, titled
from projects.models import ProjectPage, TrainingPage

LINE = 75  # bytes of a line, after which it is folded


@dataclass(frozen=True)
class CalendarEntry:
    """A day, or some days, in a calendar; `key` is the same in every language."""

    key: str
    title: str
    text: str
    first: date
    last: date
    place: str
    anchor: str


def entries(page: ProjectPage | TrainingPage, language: str) -> list[CalendarEntry]:
    """Return what of a page has a date."""
    view = presenter_of(type(page)).view(page, language)
    withdrawn = sentence(page.withdrawn_on, page.withdrawal_reason, page.language)
    name = titled(page.title, page.withdrawn_on, page.language)

    if isinstance(page, ProjectPage):
        dates = [(one, name, one.date, one.date, "events") for one in view.events]
    else:
        dates = [
            (one, f"{one.title} – {name}", one.first, one.last or one.first, "sessions")
            for one in view.sessions
            if one.first is not None
        ]
    return [
        CalendarEntry(
            key=one.key.hex,
            title=title,
            text="\n".join(filter(None, [withdrawn, one.text])),
            first=first,
            last=last,
            place=one.place.text if one.place else "",
            anchor=anchor,
        )
        for one, title, first, last, anchor in dates
    ]


def as_calendar(page: ProjectPage | TrainingPage, shown: Iterable[CalendarEntry]) -> str:
    """Return entries as an iCalendar file; whole days, since the library knows no hours."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vademecum//Library//EN", "CALSCALE:GREGORIAN"]
    stamp = (page.last_published_at or datetime.fromtimestamp(0, UTC)).astimezone(UTC)
    for entry in shown:
        lines += _event(page, entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(page: ProjectPage | TrainingPage, entry: CalendarEntry, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.key}@{urlsplit(settings.SITE_URL).hostname}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    # The end of a whole day is the next one.
    yield f"DTEND;VALUE=DATE:{entry.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.text:
        yield f"DESCRIPTION:{_text(entry.text)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    yield f"URL:{settings.SITE_URL}{page.url_path}#{entry.anchor}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Return text in which nothing is a sign of the format."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes that end between characters; later parts begin with a blank."""
    part, room = "", LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            yield part
            part, room = " ", LINE - 1
        part, room = part + sign, room - size
    yield part
