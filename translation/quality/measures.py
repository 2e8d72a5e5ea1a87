"""Checks of units and currencies, and of the blanks at which no line may end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.conventions import BLANKS, CONVENTIONS
from translation.quality.units import Finding, Text, Unit, listed

_BLANK = f"[{BLANKS}]"
# How units and currencies are written in any of the languages; words by their beginnings.
_SIGNS: Mapping[str, str] = {
    "%": r"%|per cent\b|percent\w*|процент\w*|procent\w*|prosent\w*|на сто\b|la sută\b",
    "‰": r"‰|промил\w*|promil\w*",
    "€": r"€|EUR\b|(?i:euro(?:s|i|ul|ului|en)?\b|евро\w{0,4}\b|eiro\b)",
    "BGN": r"BGN\b|лв\b\.?|(?i:лев(?:а|ове|овете)?\b|levs?\b|leva\b|lewów\b|lewy\b|levas?\b|levu\b|leve\b)",
    "PLN": r"PLN\b|zł\b|(?i:złot\w*|zlot\w*|злот\w*|zloți\w*|zloty\w*)",
    "NOK": r"NOK\b|kr\b\.?|(?i:kron\w*|крон\w*|coroan\w*|kroner\b)",
    "RON": r"RON\b|(?i:lei\b|leu\b|lejów\b|leji?\b|леи\b|леу\b|leju\b)",
    "$": r"\$|USD\b|(?i:dol+ar\w*|долар\w*|dolār\w*)",
    "£": r"£|GBP\b|(?i:pounds?\b|funt\w*|фунт\w*|mārciņ\w*|lire\b)",
    "km": r"(?:km|км)\b(?!²|/)|(?i:kilomet\w*|километ\w*)",
    "m²": r"(?:m²|м²|m2\b|кв\.\s?м\b|sq\.? ?m\b|kv\.\s?m\b)|(?i:square met\w*|kvadratmet\w*|kvadrātmet\w*"
    r"|metr\w* kwadrat\w*|metri pătraț\w*|квадратн\w* мет\w*)",
    "km²": r"(?:km²|км²|km2\b|кв\.\s?км\b)|(?i:square kilomet\w*|kvadratkilomet\w*|kvadrātkilomet\w*"
    r"|kilomet\w* kwadrat\w*|kilomet\w* pătraț\w*|квадратн\w* километ\w*)",
    "m": r"(?:m|м)\b(?![²³/.])|(?i:met(?:er|re|res|rów|ry|ra|ri|rii|ros|rus|ru|ri|rs|rī|ar)\b|мет(?:ър|ра|ри|рите)\b)",
    "cm": r"(?:cm|см)\b|(?i:centimet\w*|сантимет\w*|centymet\w*)",
    "mm": r"(?:mm|мм)\b|(?i:milimet\w*|millimet\w*|милимет\w*)",
    "kg": r"(?:kg|кг)\b|(?i:kilogram\w*|килограм\w*)",
    "t": r"(?:t|т)\b(?!\.)|(?i:ton(?:n|e|s|y|a|u|ă|nes)?\w{0,3}\b|тон\w{0,3}\b)",
    "ha": r"(?:ha|ха)\b|(?i:hectar\w*|hektar\w*|hektār\w*|хектар\w*)",
    "MW": r"(?:MW|МВт|мегават\w*)\b|(?i:megaw\w*|megav\w*)",
    "kW": r"(?:kW|кВт|киловат\w*)\b|(?i:kilow\w*|kilov\w*)",
    "kWh": r"(?:kWh|кВтч|kVh)\b",
    "MB": r"(?:MB|МБ)\b|(?i:megab\w*|мегаб\w*)",
    "GB": r"(?:GB|ГБ)\b|(?i:gigab\w*|гигаб\w*)",
    "°C": r"°\s?C\b",
    "l": r"(?:l|л)\b(?![.])|(?i:lit(?:er|re|res|rów|ry|ri|ru|ra|rs|ar)\b|лит(?:ър|ра|ри)\b)",
}
_CURRENCIES = frozenset(["€", "$", "£", "BGN", "PLN", "NOK", "RON"])
_ANY = {sign: re.compile(rf"(?<![^\W\d_])(?:{pattern})") for sign, pattern in _SIGNS.items()}
_TIMES = (
    rf"(?:{_BLANK}?(?:mln|mld|tys|хил|млн|млрд|milj|mill|tūkst|mil|million|thousand|billion)\w*\.?)?(?:{_BLANK}de)?"
)
_BY_NUMBER = {
    sign: re.compile(
        rf"(?<=\d){_TIMES}{_BLANK}?-?(?:{pattern})" + (rf"|(?:{pattern}){_BLANK}?(?=\d)" if sign in _CURRENCIES else "")
    )
    for sign, pattern in _SIGNS.items()
}
_HINT = re.compile(r"\d")
_SHORT = (
    "€|EUR|BGN|лв|PLN|zł|NOK|kr|RON|lei|леи|USD|GBP"
    "|km²?|км²?|m²|м²|cm|см|mm|мм|kg|кг|ha|ха|MW|МВт|kWh?|кВтч?|GB|ГБ|MB|МБ|°C"
)
_HELD = re.compile(
    rf"(?<=\d)( )(?=(?:{_SHORT})(?!\w))|(?<!\w)(?:EUR|BGN|PLN|NOK|RON|USD|GBP)( )(?=\d)|(?<=[§№])( )(?=\d)"
)
# Not a telephone number, nor the number of a standard ("EN 301 549").
_THOUSANDS = re.compile(
    r"(?<![\d.,+])(?<![A-Z]{2}[ \u00a0])(?<!\d[ \u00a0])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?!\d|[ \u00a0]\d)"
)


class Units(Check):
    """The units and currencies that stand at numbers in the source."""

    id = "units"
    name = _("Units and currencies")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield units that are missing, and those at numbers that the source does not name."""
        has_numbers = _HINT.search(unit.original.plain) or _HINT.search(unit.translated.plain)
        if not has_numbers:
            return
        missing = [sign for sign in _at_numbers(unit.original) if not _ANY[sign].search(unit.translated.plain)]
        for sign, span in _at_numbers(unit.translated).items():
            if _ANY[sign].search(unit.original.plain):
                continue
            place, there = unit.translated.span(*span), listed(missing)
            if missing:
                yield self.found(_("Unit: %(there)s in the source, %(here)s here"), place, there=there, here=sign)
                return
            yield self.found(_("Unit that the source does not have: %(unit)s"), place, unit=sign)
        if missing:
            yield self.found(_("Missing unit: %(units)s"), units=listed(missing))


class NonBreakingBlanks(Check):
    """A non-breaking blank inside numbers, between a number and its unit, and between a day and its month."""

    id = "nbsp"
    name = _("Non-breaking blanks")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield blanks at which a line could end inside of what belongs together."""
        plain = unit.translated.plain
        if not _HINT.search(plain):
            return
        places = {match.start(match.lastindex or 0) for match in _HELD.finditer(plain)}
        for number in _THOUSANDS.finditer(plain):
            places |= {number.start() + at for at, sign in enumerate(number[0]) if sign == " "}
        conventions = CONVENTIONS[unit.target_language]
        for match in re.finditer(rf"(?<=\d)(?P<dot>\.)?( )(?=(?:{conventions.month})(?!\w))", plain):
            places.add(match.start(2))
        if conventions.percent_apart:
            places |= {match.end() - 2 for match in re.finditer(r"\d %", plain)}
            for match in re.finditer(r"\d%", plain):
                span = unit.translated.span(*match.span())
                yield self.found(_("Before the per cent sign stands a non-breaking blank."), span)
        for place in sorted(places):
            span = unit.translated.span(place, place + 1)
            around = plain[max(0, place - 6) : place + 7].strip()
            yield self.found(
                _("A line may not end here; a non-breaking blank holds it together: %(text)s"), span, text=around
            )


def _at_numbers(text: Text) -> dict[str, tuple[int, int]]:
    """Return the units that stand at numbers, with the first place of each."""
    plain = text.plain
    if not _HINT.search(plain):
        return {}
    return {sign: match.span() for sign, pattern in _BY_NUMBER.items() if (match := pattern.search(plain))}
