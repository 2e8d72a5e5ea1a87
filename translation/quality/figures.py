"""Checks of numbers and dates: the same as in the source, written as the language writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext_lazy as _

from cms.languages import current_language, language_name
from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.conventions import BLANKS, CONVENTIONS, Conventions
from translation.quality.units import NOTHING, Finding, Text, Unit, listed

_NUMBER = re.compile(
    rf"(?<!\d)(?:\d{{1,3}}(?:[{BLANKS}.,'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|\d+:\d\d(?!\d))"
)
_TIME = re.compile(r"(?<![\d:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])")
_IN_FIGURES = re.compile(
    r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<sign>[./]) ?(?P<month>0?[1-9]|1[0-2])(?P=sign) ?"
    r"(?P<year>[12]\d{3})(?![\d/-]|[.,]\d)"
)
_CODE = re.compile(rf"(?:[A-Z]{{2,}}\)?|[vV])[{BLANKS}]?$")
_CURRENCY = re.compile(r"(?:EUR|BGN|PLN|NOK|RON|USD|GBP)\W?$")
_THOUSANDS = re.compile(rf"\d{{1,3}}(?P<sign>[{BLANKS}.,'’])\d{{3}}(?:(?P=sign)\d{{3}})*(?P<rest>[.,]\d+)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,'’])\d{3}(?:(?P=sign)\d{3})*")


@dataclass(frozen=True)
class Dated:
    """A day or a month as it is written; `day` is 0 for a month of a year. `sign` parts day and month in figures."""

    day: int
    month: int
    start: int
    end: int
    year: int = 0
    stopped: bool = False  # whether a full stop stands after the day
    sign: str = ""

    @property
    def key(self) -> tuple[int, int]:
        """Return what is the same in all languages."""
        return self.day, self.month


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    month = CONVENTIONS[language].month
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<![\d.,])(?P<day>\d{{1,2}})(?P<stop>\.)?(?:st|nd|rd|th)?[{BLANKS}\n]+(?:(?:of|de)[{BLANKS}])?"
            rf"(?P<month>{month})(?!\w)",
            rf"(?<!\w)(?P<month>{month})[{BLANKS}]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,]\d)(?=,)",
            rf"(?<!\w)(?P<month>{month})(?!\w),?[{BLANKS}]+(?:de[{BLANKS}])?(?=[12]\d{{3}}(?!\d))",
            rf"(?<=\d\.[{BLANKS}]gada)[{BLANKS}]+(?P<month>{month})(?!\w)",
        )
    )


def dates(text: Text, language: str) -> list[Dated]:
    """Return the days, and the months of years, that a text of a language names."""
    conventions, plain = CONVENTIONS[language], text.prose
    found: list[Dated] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(plain):
            parts = match.groupdict()
            number = conventions.number_of_month(parts["month"])
            day = int(parts.get("day") or 0)
            taken = any(one.start < match.end() and match.start() < one.end for one in found)
            if number and day <= 31 and not taken:
                found.append(Dated(day, number, *match.span(), stopped=bool(parts.get("stop"))))
    found += [
        Dated(int(match["day"]), int(match["month"]), *match.span(), year=int(match["year"]), sign=match["sign"])
        for match in _IN_FIGURES.finditer(plain)
    ]
    return found


class Dates(Check):
    """The days and months of the source, written as the language writes them."""

    id = "dates"
    name = _("Dates")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield dates that differ from those of the source, and those that another language writes so."""
        wanted, given = dates(unit.original, unit.source_language), dates(unit.translated, unit.target_language)
        if not (wanted or given):
            return
        missing = Counter(one.key for one in wanted) - Counter(one.key for one in given)
        extra = Counter(one.key for one in given) - Counter(one.key for one in wanted)
        conventions = CONVENTIONS[unit.target_language]
        for one in given:
            span = unit.translated.span(one.start, one.end)
            written = unit.translated.plain[one.start : one.end].strip()
            if missing and extra[one.key]:
                yield self.found(_("Another date than in the source: %(date)s"), span, date=written)
            elif one.sign == "/" or (one.sign and unit.target_language == "en"):
                text = _("%(language)s writes a date otherwise: %(date)s")
                yield self.found(text, span, date=written, language=_name(unit))
            elif one.day and not one.sign and one.stopped != conventions.day_has_stop:
                yield self._stop(one, conventions, unit)
        if missing and not extra:
            said = [unit.original.plain[one.start : one.end].strip() for one in wanted if missing[one.key]]
            yield self.found(_("Missing date: %(dates)s"), dates=listed(said))

    def _stop(self, one: Dated, conventions: Conventions, unit: Unit) -> Finding:
        span = unit.translated.span(one.start, one.end)
        if conventions.day_has_stop:
            return self.found(_("After the number of a day stands a full stop: %(day)s"), span, day=f"{one.day}.")
        return self.found(_("After the number of a day stands no full stop: %(day)s"), span, day=one.day)


class Numbers(Check):
    """The numbers of the source. One up to twelve may be a word."""

    id = "numbers"
    name = _("Numbers")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield numbers that are missing, and those that the source does not have."""
        wanted = Counter(value for value, *_place in numbers(unit.original, unit.source_language))
        given = list(numbers(unit.translated, unit.target_language))
        counted = Counter(value for value, *_place in given)
        missing, extra = wanted - counted, counted - wanted
        for value in [value for value in missing if _in_words(value, unit.translated, unit.target_language)]:
            del missing[value]
        for value in [value for value in extra if _in_words(value, unit.original, unit.source_language)]:
            del extra[value]
        there = listed(list(missing.elements()))
        for value, start, end in given:
            if not extra[value]:
                continue
            extra[value] -= 1
            span, here = unit.translated.span(start, end), unit.translated.plain[start:end]
            if missing:
                yield self.found(_("Number: %(there)s in the source, %(here)s here"), span, there=there, here=here)
                missing.clear()
            else:
                yield self.found(_("Number that the source does not have: %(number)s"), span, number=here)
        if missing:
            yield self.found(_("Missing number: %(numbers)s"), numbers=there)


class NumberFormat(Check):
    """Thousands and decimals with the signs of the language."""

    id = "number-format"
    name = _("Format of numbers")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield numbers that another language writes so."""
        conventions = CONVENTIONS[unit.target_language]
        plain = _undated(unit.translated, unit.target_language)
        for match in _NUMBER.finditer(plain):
            if match[0].isdigit() or conventions.number.fullmatch(match[0]) or _is_code(match, plain, unit):
                continue
            example = f"1{conventions.groups[0]}234{conventions.decimal}5".replace(" ", "\u00a0")
            yield self.found(
                _("%(language)s writes numbers so: %(example)s"), unit.translated.span(*match.span()),
                language=_name(unit), example=example,
            )  # fmt: skip


def numbers(text: Text, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield the numbers of a text that are no days: each as all languages have it, and where it stands."""
    plain = _undated(text, language)
    plain = _TIME.sub(lambda match: match[0].replace(":", "."), plain)
    for match in _NUMBER.finditer(plain):
        yield _value(match[0], CONVENTIONS[language]), *match.span()


def _undated(text: Text, language: str) -> str:
    """Return what is visible without days and months; the years stay."""
    plain = text.prose
    for one in dates(text, language):
        end = one.end - 4 if one.sign else one.end
        plain = plain[: one.start] + NOTHING * (end - one.start) + plain[end:]
    return plain


def _value(written: str, conventions: Conventions) -> str:
    """Return a number with a full stop before decimals and nothing else."""
    is_own = conventions.number.fullmatch(written)
    if is_own and (conventions.decimal in written or not is_own["sign"]):
        figures = re.sub(rf"[^\d{re.escape(conventions.decimal)}]", "", written).replace(conventions.decimal, ".")
    elif grouped := _THOUSANDS.fullmatch(written):
        decimals = grouped["rest"] or ""
        figures = re.sub(r"\D", "", written.removesuffix(decimals)) + decimals.replace(",", ".")
    else:
        figures = written.replace(",", ".")
    if figures.count(".") == 1:
        figures = figures.rstrip("0").rstrip(".")
    return figures


def _in_words(value: str, text: Text, language: str) -> bool:
    """Tell whether a text has a small number as a word."""
    if not value.isdigit() or not 1 <= int(value) <= 12:
        return False
    stems = CONVENTIONS[language].number_words[int(value) - 1]
    words = [word[0].lower() for word in text.words]
    return any(word == stem or (len(stem) > 2 and word.startswith(stem)) for stem in stems for word in words)


def _is_code(match: re.Match[str], plain: str, unit: Unit) -> bool:
    """Tell whether a number with a sign is none: a version, a paragraph, a time, a part of a code."""
    written, before, after = match[0], plain[: match.start()], plain[match.end() :]
    if re.search(r"[\w/-]$", before) or re.match(r"[\w/-]", after):
        return True
    is_grouped = _GROUPED.fullmatch(written)
    if written.startswith("00"):
        return True
    if len(re.findall(r"[.,]", written)) > 1 and not (is_grouped or _THOUSANDS.fullmatch(written)):
        return True
    if _CODE.search(before) and not _CURRENCY.search(before) and re.fullmatch(r"\d{1,2}\.\d{1,2}|[^.,]+", written):
        return True
    begins_a_heading = not before.strip() and re.match(r"[.)]?\s+[^\W\d_]", after)
    if begins_a_heading and "." in written and not is_grouped:
        return True
    return "." in written and written.replace(".", ":") in unit.original.plain


def _name(unit: Unit) -> object:
    return LanguageName(unit.target_language)


class LanguageName:
    """The name of a language, in the language of who reads it."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __str__(self) -> str:
        return language_name(self.code, current_language())
