"""Checks of punctuation: how a text ends, brackets, quotes, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.conventions import CONVENTIONS
from translation.quality.figures import LanguageName
from translation.quality.units import Finding, Span, Unit

_CLOSING = "”“»«’‘\"')] \u00a0\u202f\n"
_ENDINGS = ".?!:;…,"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_QUOTES = frozenset('"„“”«»‟〝〞‚‘')
_BLANKS = re.compile(r"[^\S\n]{2,}")
_BEFORE_SIGN = re.compile(r"(?<=\w)[^\S\n]+(?=[,.;:!?](?:\s|$))")
_NO_BLANK = re.compile(r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_])")


class EndPunctuation(Check):
    """A translation ends as its source does: with a full stop, a question mark, a colon, or nothing."""

    id = "end-punctuation"
    name = _("Punctuation at the end")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield that a translation ends otherwise."""
        wanted, given = _ending(unit.original.plain), _ending(unit.translated.plain)
        if wanted == given:
            return
        if {wanted, given} == {"", "."} and (
            _is_abbreviated(unit.original.plain, unit.source_language)
            or _is_abbreviated(unit.translated.plain, unit.target_language)
        ):
            return
        length = len(unit.translated.plain.rstrip())
        span = unit.translated.span(max(0, length - 1), length)
        if not given:
            yield self.found(_("The source ends with “%(there)s”, this text with none."), span, there=wanted)
        elif not wanted:
            yield self.found(_("This text ends with “%(here)s”, the source does not."), span, here=given)
        else:
            yield self.found(
                _("The source ends with “%(there)s”, this text with “%(here)s”."), span, there=wanted, here=given
            )


class Brackets(Check):
    """Each bracket is opened and closed."""

    id = "brackets"
    name = _("Brackets")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield the first bracket that is not closed or not opened, where the source’s are."""
        place = _unpaired(unit.translated.prose)
        if place is not None and _unpaired(unit.original.prose) is None:
            yield self.found(_("A bracket is not closed, or not opened."), unit.translated.span(place, place + 1))


class Quotes(Check):
    """Quotes with the marks of the language, each opened and closed."""

    id = "quotes"
    name = _("Quotes")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield marks that are not those of the language, and that are not closed or not opened."""
        plain = unit.translated.prose
        if _QUOTES.isdisjoint(plain):
            return
        conventions = CONVENTIONS[unit.target_language]
        opening, closing = next(iter(conventions.quotes.items()))
        stack: list[tuple[str, int]] = []
        for place, sign in enumerate(plain):
            if sign not in _QUOTES and sign != "’":
                continue
            if stack and sign in stack[-1][0]:
                stack.pop()
            elif sign in conventions.quotes:
                stack.append((conventions.quotes[sign], place))
            elif stack and sign in conventions.inner and sign != "’":
                stack.append((conventions.inner[sign], place))
            elif sign not in "’‘":
                span = unit.translated.span(place, place + 1)
                yield self.found(
                    _("%(language)s quotes so: %(example)s"), span,
                    language=LanguageName(unit.target_language), example=f"{opening}…{closing[-1]}",
                )  # fmt: skip
                return
        if stack:
            yield self.found(_("A quote is not closed."), unit.translated.span(stack[-1][1], stack[-1][1] + 1))


class DoubleBlanks(Check):
    """One blank between words, none before a sign or at an end."""

    id = "double-blank"
    name = _("Blanks")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield blanks that are too many, and signs without one after them."""
        plain = unit.translated.plain
        for match in _BLANKS.finditer(plain):
            yield self.found(_("Two blanks in a row."), unit.translated.span(*match.span()))
        for match in _BEFORE_SIGN.finditer(plain):
            if len(match[0]) == 1:
                yield self.found(_("A blank before a sign."), unit.translated.span(*match.span()))
        for match in _NO_BLANK.finditer(unit.translated.prose):
            yield self.found(_("A blank is missing after a sign."), unit.translated.span(*match.span()))
        for span in self._at_ends(unit):
            yield self.found(_("A blank at an end that the source does not have."), span)

    @staticmethod
    def _at_ends(unit: Unit) -> Iterator[Span]:
        plain, original = unit.translated.plain, unit.original.plain
        if plain[:1].isspace() and not original[:1].isspace():
            yield unit.translated.span(0, 1)
        if plain[-1:].isspace() and not original[-1:].isspace():
            yield unit.translated.span(len(plain) - 1, len(plain))


def _ending(text: str) -> str:
    """Return the sign at the end of a text, "" where there is none; three full stops are one sign."""
    bare = text.rstrip(_CLOSING)
    if bare.endswith("..."):
        return "…"
    return bare[-1:] if bare[-1:] in _ENDINGS else ""


def _is_abbreviated(text: str, language: str) -> bool:
    """Tell whether a text ends with an abbreviation, whose full stop ends no sentence."""
    words = text.rstrip(_CLOSING).rstrip(".").split()
    last = words[-1].lower().strip("(„“«”") if words else ""
    return last in CONVENTIONS[language].abbreviations.split() or last.isdigit()


def _unpaired(text: str) -> int | None:
    """Return the place of the first bracket without its other half; “a)” numbers a list."""
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        if sign in "([{":
            opened.append((sign, place))
        elif sign in _PAIRS:
            if opened and opened[-1][0] == _PAIRS[sign]:
                opened.pop()
            elif sign != ")" or not re.search(r"(?:^|[\s;,])\w{1,2}$", text[:place]):
                return place
    return opened[0][1] if opened else None
