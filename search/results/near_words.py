"""Words that are near to one that no document has: offered as links where nothing was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.analysis import LANGUAGES, keys
from search.analysis.spelling import KnownWord, beginning, derived, near
from search.analysis.typed_words import is_acronym
from search.documents import vocabulary
from search.engines.query import Condition
from search.reading.words import ReadWord, conditions_met

MOST_WORDS = 3  # of a text
MOST_NEAR = 5  # of a word


@dataclass(frozen=True)
class NearWord:
    """A word that public documents have, and the text with it in the place of the one that none has."""

    typed: str
    form: str
    text: str


def near_words(text: str, words: Iterable[ReadWord], language: str) -> list[NearWord]:
    """Return what a reader may have meant by the words of a text that no document has: two queries.

    Further away than what is taken for a typing error: words that begin alike count too. An acronym is near none.
    """
    fold = LANGUAGES[language].fold
    open_words = (word.typed for word in words if word.is_open and word.typed.form.isalpha())
    missing = [word for word in open_words if not is_acronym(word.text, text)][:MOST_WORDS]
    if not missing:
        return []
    known = vocabulary.related(language, {fold(word.form) for word in missing}, ())
    candidates = {word.text: _candidates(fold(word.form), known, language) for word in missing}
    tests = {
        one.form: Condition((vocabulary.key_of(one, language),)) for several in candidates.values() for one in several
    }
    there = conditions_met(tests.values())
    return [
        NearWord(typed, one.form, _replaced(text, typed, one.form))
        for typed, several in candidates.items()
        for one in [one for one in several if tests[one.form] in there][:MOST_NEAR]
    ]


def _candidates(folded: str, known: Sequence[KnownWord], language: str) -> list[KnownWord]:
    """Return the nearest words first, then those that begin alike, of each word one form."""
    start = beginning(folded)
    alike = [word for word in known if len(start) > 2 and word.folded.startswith(start)]
    found: dict[str, KnownWord] = {}
    for word in (*near(folded, known, 2 * MOST_NEAR), *derived(folded, known, 2 * MOST_NEAR), *alike[: 2 * MOST_NEAR]):
        found.setdefault(keys(word.form, language).lemmas[0], word)
    return list(found.values())[: 2 * MOST_NEAR]


def _replaced(text: str, typed: str, form: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", form, text, flags=re.IGNORECASE)  # letters only
