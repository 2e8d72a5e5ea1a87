"""Checks of terms: what they are called in the language, and what they are never called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.units import Finding, Text, Unit

_SHORTEST = 4  # letters of a beginning that tells a word
_SHARE = 0.65  # of a word's letters that its inflected forms begin with
_LONGEST_ENDING = 5


class Terms(Check):
    """A term of the source is said as the glossary has it."""

    id = "terms"
    name = _("Terms")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield terms of the source of which no preferred form is written."""
        for term in unit.terms:
            if not term.preferred or not _places(term.source, unit.original):
                continue
            if not any(_places(form, unit.translated) for form in term.preferred):
                yield self.found(
                    _("Term: “%(source)s” is called “%(term)s”."), source=term.source, term=term.preferred[0]
                )


class ForbiddenTerms(Check):
    """A form that the glossary tells to avoid is not written."""

    id = "forbidden-terms"
    name = _("Forbidden terms")
    severity = Severity.WARNING

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield forbidden forms of terms that the source names; inside a preferred form they are right."""
        for term in unit.terms:
            if not term.forbidden or not _places(term.source, unit.original):
                continue
            right = [place for form in term.preferred for place in _places(form, unit.translated)]
            for form in term.forbidden:
                for start, end in _places(form, unit.translated, closely=True):
                    if any(first <= start and end <= last for first, last in right):
                        continue
                    said = {"form": unit.translated.plain[start:end], "term": (term.preferred or ("",))[0]}
                    text = _("Not “%(form)s”: write “%(term)s”.") if term.preferred else _("Not “%(form)s”.")
                    yield self.found(text, unit.translated.span(start, end), **said)


def _places(term: str, text: Text, *, closely: bool = False) -> list[tuple[int, int]]:
    """Return where a text has a term in any of its forms: words that begin alike, in a row.

    With `closely` only an ending may differ. An abbreviation is the same in all its forms.
    """
    parts = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", term)
    words = text.words if parts else ()
    found = []
    for at in range(len(words) - len(parts) + 1):
        run: Sequence[re.Match[str]] = words[at : at + len(parts)]
        if all(_is_form(word[0], part, closely) for word, part in zip(run, parts, strict=True)):
            found.append((run[0].start(), run[-1].end()))
    return found


def _is_form(word: str, of: str, closely: bool) -> bool:
    if of.isupper():
        return word == of or re.split("[-’']", word)[0] == of
    word, of = word.lower(), of.lower()
    if word == of:
        return True
    if len(of) < _SHORTEST:
        return False
    kept = (
        len(of) - (2 if len(of) > 6 else 1 if len(of) > 4 else 0)
        if closely
        else max(_SHORTEST, round(len(of) * _SHARE))
    )
    return word.startswith(of[:kept]) and len(word) <= len(of) + _LONGEST_ENDING
