"""All checks, in the order in which their findings are told."""

from __future__ import annotations

from collections.abc import Mapping

from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.completeness import Inconsistency, MaximumLength, Proportion, SameAsSource, Untranslated
from translation.quality.figures import Dates, NumberFormat, Numbers
from translation.quality.languages import LeftoverSource
from translation.quality.letters import Alphabet, Capitals, Cedilla, DoubleWords, MixedAlphabets
from translation.quality.markup import Links, Placeholders, Tags
from translation.quality.measures import NonBreakingBlanks, Units
from translation.quality.punctuation import Brackets, DoubleBlanks, EndPunctuation, Quotes
from translation.quality.spelling import Spelling
from translation.quality.terms import ForbiddenTerms, Terms
from translation.quality.units import Finding, Unit

CHECKS: tuple[Check, ...] = (
    Untranslated(), SameAsSource(), Tags(), Links(), Placeholders(), Numbers(), NumberFormat(), Dates(), Units(),
    MaximumLength(), Proportion(), EndPunctuation(), Brackets(), Quotes(), DoubleBlanks(), DoubleWords(),
    NonBreakingBlanks(), Capitals(), Terms(), ForbiddenTerms(), Inconsistency(), Alphabet(), MixedAlphabets(),
    Cedilla(), LeftoverSource(), Spelling(),
)  # fmt: skip
BY_ID: Mapping[str, Check] = {one.id: one for one in CHECKS}


def check(unit: Unit) -> list[Finding]:
    """Return what all checks find in a unit, errors first. A text that is the source's has nothing else to tell."""
    found: list[Finding] = []
    for one in CHECKS:
        if one.is_for(unit):
            found += one.find(unit)
        if found and one.id == SameAsSource.id:
            return found
    return sorted(found, key=lambda finding: finding.severity != Severity.ERROR)
