"""What somebody may be about to type: names of concepts, words, titles of pages, as far as they are public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext

from cms.facets import Facet
from cms.searchable import MOST_SUGGESTIONS
from search.analysis import LANGUAGES, is_stop_word, keys, knows
from search.analysis.index_keys import query_keys
from search.analysis.normalise import WordSpan, word_spans
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.analysis.spelling import KnownWord
from search.analysis.typed_words import is_acronym, take_apart, without_quotes
from search.documents import vocabulary
from search.engines.query import Condition
from search.reading.named_concepts import NameTable, conditions_met_with_names
from search.request import SearchRequest
from search.suggestions.concept_completion import SuggestedConcept, concepts_by_name
from search.suggestions.title_completion import SuggestedPage, pages_by_title

MOST_TEXTS = 4  # words and concepts together, where there are pages to fill the list
MOST_NAMES = 3
MOST_CANDIDATES = 40  # forms of words, of which those of one word become one
MOST_LOOKED_UP = 16  # completed words that are looked up in public documents
MOST_SAME = 6  # words that a finished word may stand for
LONGEST_TEXT = 100
SHORTEST_TEXT = 2
TYPE = "type"  # the facet that says what a page is


@dataclass(frozen=True)
class Suggestion:
    """What the reader may mean, with its address.

    `kind` is "page" for a page, "search" for a search for words, and "concept" for a search for a concept, which looks
    for all its names. `detail` says in `detail_language` what the suggestion is, or how else the concept is called.
    """

    text: str
    address: str
    kind: Literal["page", "search", "concept"]
    detail: str
    language: str
    detail_language: str


def suggestions(search: SearchRequest, facets: Iterable[Facet]) -> list[Suggestion]:
    """Return what the text of a search may become, at most MOST_SUGGESTIONS.

    There are none for a text of fewer than SHORTEST_TEXT letters or digits, and for a very long one. Three queries; two
    more where the names of concepts have changed since this process read them.
    """
    typed = _typed(search.text, search.language)
    forms = [word.form for word in typed]
    if len(search.text) > LONGEST_TEXT or sum(map(len, forms)) < SHORTEST_TEXT:
        return []
    is_open = typed[-1].end == len(search.text)
    pages = pages_by_title(forms, is_open, search.language, MOST_SUGGESTIONS)
    concepts: Sequence[SuggestedConcept] = ()
    completed: Mapping[str, Condition] = {}
    met: set[Condition] = set()
    if _is_plain(search.text):
        completed = _completed(search.text, typed, search.language) if is_open else {}
        concepts, met = _look_up(forms, completed.values(), search)
    typed_already = search.text.casefold()
    names = [
        _as_concept(concept, search)
        for concept in concepts
        if not met.isdisjoint(concept.conditions) and concept.text.casefold() != typed_already
    ]
    shown = {name.text.casefold() for name in names}
    texts = [text for text, condition in completed.items() if condition in met and text.casefold() not in shown]
    room = max(MOST_TEXTS, MOST_SUGGESTIONS - len(pages)) - len(names)
    searches = [*names, *(_as_search(text, search) for text in texts[:room])]
    return [*searches, *_as_pages(pages[: MOST_SUGGESTIONS - len(searches)], search, facets)]


def _look_up(
    forms: Sequence[str], conditions: Iterable[Condition], search: SearchRequest
) -> tuple[list[SuggestedConcept], set[Condition]]:
    """Return the concepts of which a name begins with the forms, and the conditions that a public document meets."""
    # Results in other languages are shown only below results in the reader's own language.
    searched = LANGUAGES if search.language == search.reader else (search.language,)

    def read(names: NameTable) -> tuple[list[SuggestedConcept], list[Condition]]:
        concepts = concepts_by_name(forms, search.language, searched, names, MOST_NAMES)
        return concepts, [*conditions, *(condition for concept in concepts for condition in concept.conditions)]

    concepts, met, _beside = conditions_met_with_names(read)
    return concepts, met


def _typed(text: str, language: str) -> list[WordSpan]:
    """Return the words of a text; one in Latin letters keeps a 4 or 6 inside it, which may stand for ч or ш."""
    words: list[WordSpan] = []
    for span in word_spans(text):
        if span.is_whole:
            written = text[span.start : span.end]
            digits = {sign for sign in span.form if sign.isdigit()}
            if written.isalnum() and digits <= {"4", "6"} and _in_letters(span.form, language):
                words.append(span)
        elif not words or span.start >= words[-1].end:
            words.append(span)
    return words


def _is_plain(text: str) -> bool:
    """Tell whether a text has only words, no phrases and no exclusions."""
    typed = take_apart(text)
    return '"' not in text and not typed.phrases and not typed.excluded


def _as_search(text: str, search: SearchRequest) -> Suggestion:
    address = SearchRequest(search.reader, search.language, text).address()
    return Suggestion(text, address, "search", gettext("Search"), search.language, search.reader)


def _as_concept(concept: SuggestedConcept, search: SearchRequest) -> Suggestion:
    """Return a search for the name that readers see, with the one that was typed or an abbreviation beside it."""
    address = SearchRequest(search.reader, search.language, without_quotes(concept.text)).address()
    detail, language = concept.other, concept.other_language
    if not detail:
        detail, language = gettext("Name") if concept.is_proper else gettext("Term"), search.reader
    return Suggestion(concept.text, address, "concept", detail, search.language, language)


def _as_pages(pages: Sequence[SuggestedPage], search: SearchRequest, facets: Iterable[Facet]) -> list[Suggestion]:
    """Return pages as suggestions; the detail says what kind of page each is."""
    types = next((facet for facet in facets if facet.name == TYPE), None)
    labels = types.labels({page.type for page in pages if page.type}, search.reader) if types else {}
    suggested = []
    for page in pages:
        label = labels.get(page.type)
        detail, language = (label.text, label.language) if label else ("", search.reader)
        if page.is_withdrawn:
            detail = ", ".join(filter(None, [detail, gettext("withdrawn")]))
        suggested.append(Suggestion(page.title, page.address, "page", detail, search.language, language))
    return suggested


# ---------------------------------------------------------------- words


def _completed(text: str, typed: Sequence[WordSpan], language: str) -> dict[str, Condition]:
    """Return texts with the last word completed, each with the condition of all its words: one query."""
    *before, last = typed
    if len(last.form) < SHORTEST_TEXT:
        return {}
    finished = [word.form for word in before if not is_stop_word(word.form, language)]
    is_short = is_acronym(text[last.start : last.end], text)
    known = vocabulary.completing(
        language,
        [LANGUAGES[language].fold(last.form)],
        beginnings(last.form) if _in_letters(last.form, language) else (),
        {same for form in finished for same in _without_signs(form, language)},
        MOST_CANDIDATES,
    )
    keys_of_finished = tuple(_keys_of(form, known, language) for form in finished)
    return {
        text[: last.start] + word.form: Condition(parts=(*keys_of_finished, (vocabulary.key_of(word, language),)))
        for word in _one_of_each(known, last.form, language)[:MOST_LOOKED_UP]
        if not (is_short and knows(word.form, language))  # an acronym is the beginning of no word
    }


def _in_letters(form: str, language: str) -> bool:
    """Tell whether a word may be Bulgarian in Latin letters."""
    return LANGUAGES[language].in_cyrillic and is_latin(form)


def _without_signs(form: str, language: str) -> list[str]:
    """Return a word without diacritics, and its skeletons where it is in Latin letters."""
    return [LANGUAGES[language].fold(form), *(skeletons(form) if _in_letters(form, language) else ())]


def _keys_of(form: str, known: Iterable[KnownWord], language: str) -> tuple[str, ...]:
    """Return the keys of a finished word: its own, and those of the known words that it may stand for."""
    plain = set(_without_signs(form, language))
    same = [word.form for word in known if word.folded in plain or word.skeleton in plain][:MOST_SAME]
    return tuple(dict.fromkeys(a_key for each in (form, *same) for a_key in query_keys(keys(each, language), language)))


def _one_of_each(known: Iterable[KnownWord], typed: str, language: str) -> list[KnownWord]:
    """Return the words that complete what is typed: of each its dictionary form, else its most frequent form."""
    row = LANGUAGES[language]
    folded = row.fold(typed)
    exactly = "" if typed.isascii() else typed  # who types one letter with a diacritic types all so
    latin = beginnings(typed) if _in_letters(typed, language) else []
    best: dict[str, KnownWord] = {}
    for word in known:
        begins = word.folded.startswith(folded) or any(map(word.skeleton.startswith, latin))
        if not begins or word.form == typed or not word.form.startswith(exactly):
            continue
        lemma = keys(word.form, language).lemmas[0]
        if lemma not in best or (word.form == lemma and best[lemma].form != lemma):
            best[lemma] = word
    return list(best.values())
