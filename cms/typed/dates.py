"""Dates as people write them, in each language's usual ways or the ISO way; nothing else is taken for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache

from babel.dates import format_date, get_day_names, get_month_names
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cms.formats import month as month_in_words
from cms.languages import LANGUAGE_CODES, babel_locale

LONGEST = 60  # signs; a date with its weekday has fewer
EXAMPLE = date(2026, 6, 30)

_YEAR_FIRST = re.compile(r"([1-9]\d{3})([-./])(\d{1,2})(?:\2(\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-./] ?(\d{1,2}) ?[-./] ?([1-9]\d{3})")
_MONTH_FIRST = re.compile(r"(\d{1,2}) ?[-./] ?([1-9]\d{3})")
_PARTS = re.compile(r"\d+|[^\W\d_]+|\S")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
# The hour at the end, with what stands before and after it: "kl. 14.30", "godz. 14:30", "plkst. 14:30", "14:30 ч."
_HOUR = re.compile(
    r"(?:^|[ ,])(?:kl|godz|plkst|ora|la ora|at|o|в|от)?\.? ?"
    r"(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)? ?(am|pm)?(?:ч|h)?\.?$"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# Words and signs that say no more than that a year, a day or a month comes.
_FILLERS = frozenset(
    {".", ",", "г", "год", "година", "г.", "gada", "gads", "g", "r", "roku", "rok", "den", "the", "of", "anul", "на"}
)


class Precision(StrEnum):
    """How exactly something was written."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class WrittenDate:
    """The first day of what was written, and how exactly it was."""

    day: date
    precision: Precision = Precision.DAY


def read_date(typed: str, language: str) -> WrittenDate:
    """Return the date that was typed; raises ValidationError where it is none, or not one that exists."""
    text = _plain(typed)
    found = _in_digits(text) or _in_words(text, language) if len(text) <= LONGEST else None
    if found is None:
        raise ValidationError(
            _("“%(typed)s” cannot be read as a date. Write day, month and year, for example %(first)s or %(second)s."),
            code="invalid",
            params={"typed": _short(typed), "first": _as_usual(language), "second": EXAMPLE.isoformat()},
        )
    return found


def read_moment(typed: str, language: str) -> datetime:
    """Return the day and hour that were typed, without a zone where none was; raises ValidationError.

    A day alone is refused: midnight is seldom meant.
    """
    text = _plain(typed)
    if _ISO_MOMENT.match(typed.strip()):
        with_zone = _parsed(typed.strip())
        if with_zone is not None:
            return with_zone
    hour = _HOUR.search(text) if len(text) <= LONGEST else None
    moment = _clock(hour) if hour else None
    if hour is None or moment is None:
        raise ValidationError(
            _("“%(typed)s” cannot be read as a day with its hour. Write, for example, %(first)s or %(second)s."),
            code="invalid",
            params={
                "typed": _short(typed),
                "first": f"{_as_usual(language)} 14:30",
                "second": f"{EXAMPLE.isoformat()} 14:30",
            },
        )
    found = read_date(text[: hour.start()].rstrip(" ,"), language)
    if found.precision != Precision.DAY:
        raise ValidationError(no_day(typed), code="invalid")
    return datetime.combine(found.day, moment)


def no_day(typed: str) -> str:
    """Return what is told where a month or a year was typed and a day is needed."""
    return _("“%(typed)s” names no day. Enter the day, month and year.") % {"typed": _short(typed)}


def in_words(written: WrittenDate, language: str) -> str:
    """Return a date as nobody can misread it, e.g. "wtorek, 30 czerwca 2026"."""
    if written.precision == Precision.YEAR:
        return str(written.day.year)
    if written.precision == Precision.MONTH:
        return month_in_words(written.day, language)
    return format_date(written.day, "full", locale=babel_locale(language))


def moment_in_words(moment: datetime, language: str) -> str:
    """Return a day with its hour as nobody can misread it."""
    return f"{in_words(WrittenDate(moment.date()), language)}, {moment:%H:%M}"


def _plain(typed: str) -> str:
    """Return a text in small letters with single blanks, hyphens for all dashes."""
    text = unicodedata.normalize("NFC", typed).casefold()
    return " ".join(re.sub(r"[‐‑‒–—−]", "-", text).split())


def _short(typed: str) -> str:
    return typed if len(typed) <= LONGEST else f"{typed[:LONGEST]}…"


def _as_usual(language: str) -> str:
    return f"{EXAMPLE:%d/%m/%Y}" if language == "en" else f"{EXAMPLE:%d.%m.%Y}"


def _parsed(text: str) -> datetime | None:
    try:
        return parse_datetime(text)
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _written(year: int, month: int | None = None, day: int | None = None) -> WrittenDate | None:
    precision = Precision.YEAR if month is None else Precision.MONTH if day is None else Precision.DAY
    try:
        return WrittenDate(date(year, 1 if month is None else month, 1 if day is None else day), precision)
    except ValueError:
        return None


def _in_digits(text: str) -> WrittenDate | None:
    """Return what is written in digits: year first, or day first; the month never comes first in Europe."""
    text = re.sub(r"(?<=\d) ?(?:г|г\.|година|год\.|g\.|r|r\.|\.)$", "", text)
    if found := _YEAR_FIRST.fullmatch(text):
        return _written(int(found[1]), int(found[3]), int(found[4]) if found[4] else None)
    if found := _DAY_FIRST.fullmatch(text):
        return _written(int(found[3]), int(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _written(int(found[2]), int(found[1]))
    if re.fullmatch(r"[1-9]\d{3}", text):
        return _written(int(text))
    return None


def _in_words(text: str, language: str) -> WrittenDate | None:
    """Return a date whose month is named, its parts in any order; raises ValidationError at a wrong weekday."""
    parts = [part for part in _PARTS.findall(_ORDINAL.sub("", text)) if part not in _FILLERS]
    numbers = [part for part in parts if part.isdecimal() and part.isascii()]
    names = [_folded(part) for part in parts if part not in numbers]
    years = [int(part) for part in numbers if len(part) == 4]
    days = [int(part) for part in numbers if len(part) <= 2]
    if len(years) != 1 or len(days) > 1 or len(days) + 1 != len(numbers):
        return None
    months, weekdays = _month_names(language), _weekday_names(language)
    if len(names) > 1 and not days:
        return None
    named = [name for name in names if name in months and not (len(names) > 1 and name in weekdays)]
    rest = [name for name in names if name not in named]
    if len(named) != 1 or len(rest) > 1 or any(name not in weekdays for name in rest):
        return None
    found = _written(years[0], months[named[0]], days[0] if days else None)
    if found and rest and found.day.weekday() != weekdays[rest[0]]:
        raise ValidationError(
            _("The day of the week does not fit the date, which is: %(date)s. Correct one of the two."),
            code="invalid",
            params={"date": in_words(found, language)},
        )
    return found


def _folded(word: str) -> str:
    return "".join(
        sign
        for sign in unicodedata.normalize("NFD", word.casefold())
        if sign.isalnum() and not unicodedata.combining(sign)
    )


@cache
def _month_names(language: str) -> Mapping[str, int]:
    """Return the month of each name: the language's own, those of our other languages, Roman numbers."""
    names = {roman: number for number, roman in enumerate(_ROMAN, 1)}
    for code in sorted(LANGUAGE_CODES, key=lambda code: code == language):  # the language's own last: it wins
        for width in ("abbreviated", "wide"):
            for context in ("format", "stand-alone"):
                named = get_month_names(width, context, babel_locale(code))
                names |= {_folded(name): number for number, name in named.items()}
    return names


@cache
def _weekday_names(language: str) -> Mapping[str, int]:
    """Return the number of each weekday's name in a language, Monday 0."""
    names: dict[str, int] = {}
    for width in ("short", "abbreviated", "wide"):
        for context in ("format", "stand-alone"):
            names |= {
                _folded(name): number for number, name in get_day_names(width, context, babel_locale(language)).items()
            }
    return names
