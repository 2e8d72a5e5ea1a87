"""Checks of what is missing, left as it was, said otherwise elsewhere, or out of proportion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cms.stop_words import STOP_WORDS
from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.units import Finding, Unit

_LONG_ENOUGH = 40  # signs of a source whose translation can be said to be short or long
_SHORTEST, _LONGEST = 0.45, 2.2  # times as long as the source
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class Untranslated(Check):
    """Nothing is written."""

    id = "untranslated"
    name = _("Untranslated")
    severity = Severity.ERROR
    asks_empty = True

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield that nothing is written for a text that says something."""
        if unit.original.plain.strip() and not unit.translated.plain.strip():
            yield self.found(_("Nothing is written yet."))


class SameAsSource(Check):
    """The translation is the source. Names, codes and numbers are the same in all languages."""

    id = "same"
    name = _("Same as source")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield that the text of the source stands there."""
        if unit.source_language == unit.target_language:
            return
        said = unit.translated.plain.strip()
        if said == unit.original.plain.strip() and self._is_language(unit):
            yield self.found(_("This is the text of the source."), unit.translated.span(0, len(unit.translated.plain)))

    @staticmethod
    def _is_language(unit: Unit) -> bool:
        """Tell whether a text says something in its language: several words, some of them small, or another script."""
        words = [word[0] for word in unit.translated.words]
        small = [word for word in words if word.islower() and len(word) > 1]
        if "bg" in (unit.source_language, unit.target_language):
            # A Latin name, a code or a unit stands in Bulgarian as it is; a Bulgarian word in nothing else.
            foreign = any(_CYRILLIC.search(word) for word in words)
            return foreign or len([word for word in small if len(word) > 2]) > 1
        common = STOP_WORDS[unit.source_language] - STOP_WORDS[unit.target_language]
        return len(words) > 1 and (len(small) > 1 or any(word in common for word in small))


class Inconsistency(Check):
    """The same text is translated otherwise elsewhere in the object."""

    id = "inconsistent"
    name = _("Inconsistent")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield how else the text is translated."""
        others = [other for other in unit.elsewhere if other.strip() and _bare(other) != _bare(unit.target)]
        if others:
            yield self.found(_("The same text is translated otherwise elsewhere: “%(text)s”."), text=_short(others[0]))


class MaximumLength(Check):
    """The text is longer than its field allows."""

    id = "max-length"
    name = _("Maximum length")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield how long the text is, and how long it may be."""
        length = len(unit.translated.plain)
        if unit.max_length is not None and length > unit.max_length:
            span = unit.translated.span(unit.max_length, length)
            yield self.found(
                _("%(length)s signs; the field holds %(limit)s."), span, length=length, limit=unit.max_length
            )


class Proportion(Check):
    """The translation is far shorter or longer than its source: a sentence is missing or was added."""

    id = "proportion"
    name = _("Length")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield that a translation is out of proportion."""
        source, target = len(unit.original.plain.strip()), len(unit.translated.plain.strip())
        if source < _LONG_ENOUGH or not target:
            return
        if target < source * _SHORTEST:
            yield self.found(_("Far shorter than the source. Is something missing?"))
        elif target > source * _LONGEST:
            yield self.found(_("Far longer than the source. Was something added?"))


def _bare(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
