"""Words that documents have, near to typed words that none has: offered as links where nothing was found."""

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
    """A word `form` that public documents have, near to the `typed` one, and the `text` with the one for the other."""

    typed: str
    form: str
    text: str


def near_words(text: str, words: Iterable[ReadWord], language: str) -> list[NearWord]:
    """Return words that may be meant by those of a text which no document has: two queries.

    They may differ by more than what is taken for a typing error, and may only begin alike. An acronym has none.
    """
    fold = LANGUAGES[language].fold
    open_words = (word.typed for word in words if word.is_open and word.typed.form.isalpha())
    missing = [word for word in open_words if not is_acronym(word.text, text)][:MOST_WORDS]
    if not missing:
        return []
    known = vocabulary.related(language, {fold(word.form) for word in missing}, ())
    candidates = {word.text: _candidates(fold(word.form), known, language) for word in missing}
    conditions = {
        candidate.form: Condition((vocabulary.key_of(candidate, language),))
        for several in candidates.values()
        for candidate in several
    }
    met = conditions_met(conditions.values())
    return [
        NearWord(typed, candidate.form, _replaced(text, typed, candidate.form))
        for typed, several in candidates.items()
        for candidate in [one for one in several if conditions[one.form] in met][:MOST_NEAR]
    ]


def _candidates(folded: str, known: Sequence[KnownWord], language: str) -> list[KnownWord]:
    """Return words near to one: the nearest first, then those that begin alike; of each word one form."""
    start = beginning(folded)
    alike = [word for word in known if len(start) > 2 and word.folded.startswith(start)]
    by_lemma: dict[str, KnownWord] = {}
    for word in (*near(folded, known, 2 * MOST_NEAR), *derived(folded, known, 2 * MOST_NEAR), *alike[: 2 * MOST_NEAR]):
        by_lemma.setdefault(keys(word.form, language).lemmas[0], word)
    return list(by_lemma.values())[: 2 * MOST_NEAR]


def _replaced(text: str, typed: str, form: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", form, text, flags=re.IGNORECASE)  # a form has letters only
