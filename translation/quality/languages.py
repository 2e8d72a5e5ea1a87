"""Check of what was left in the language of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cms.stop_words import STOP_WORDS
from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.units import Finding, Unit

_SENTENCE = re.compile(r"[^.!?:;\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHORTEST = 4  # words of a sentence whose language can be told
_RUN = 3  # words of the source in a row that nobody writes by chance


class LeftoverSource(Check):
    """A sentence, or several words in a row, stand there in the language of the source."""

    id = "source-language"
    name = _("Language of the source")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield what is left of the source, by function words of either language and by words in a row."""
        if unit.source_language == unit.target_language:
            return
        theirs, ours = STOP_WORDS[unit.source_language], STOP_WORDS[unit.target_language]
        foreign, own = theirs - ours, ours - theirs
        source = [word[0].lower() for word in unit.original.words]
        in_source = {tuple(source[at : at + _RUN]) for at in range(len(source) - _RUN + 1)}
        plain = unit.translated.prose
        for sentence in _SENTENCE.finditer(plain):
            words = list(_WORD.finditer(plain, sentence.start(), sentence.end()))
            start = _left(words, in_source, foreign)
            if start is None and len(words) >= _SHORTEST:
                small = [word[0].lower() for word in words]
                is_foreign = len(foreign.intersection(small)) >= 2 and not any(word in own for word in small)
                start = 0 if is_foreign else None
            if start is not None:
                span = unit.translated.span(words[start].start(), words[-1].end())
                yield self.found(_("This is in the language of the source."), span)
                return


def _left(words: list[re.Match[str]], in_source: set[tuple[str, ...]], foreign: frozenset[str]) -> int | None:
    """Return where words of the source stand in a row: small ones, a function word among them, or many."""
    for at in range(len(words) - _RUN + 1):
        run = [word[0] for word in words[at : at + _RUN]]
        if tuple(word.lower() for word in run) not in in_source:
            continue
        small = [word for word in run if word.islower()]
        if (len(small) >= 2 and any(word in foreign for word in small)) or len(small) == _RUN:
            return at
    return None
