"""What a reader may be about to type: names of concepts, words that documents have, titles of pages, all public now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from cms.facets import Facet
from cms.searchable import MOST_SUGGESTIONS
from search.analysis import LANGUAGES, is_stop_word, keys, knows
from search.analysis.index_keys import asked
from search.analysis.normalise import Span, spans
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.analysis.spelling import Known
from search.analysis.typed_words import is_acronym, take_apart, without_quotes
from search.documents import vocabulary
from search.engines.query import Asked
from search.reading.named_concepts import Names, looked_up
from search.request import SearchRequest
from search.suggestions import concept_completion, title_completion

MOST_TEXTS = 4  # to search for, where there are titles enough
MOST_NAMES = 3
MOST_CANDIDATES = 40  # words, before forms of the same word are one
MOST_LOOKED_UP = 16
MOST_SAME = 6  # words that a finished word may stand for
LONGEST_TEXT = 100
SHORTEST_TEXT = 2
TYPE = "type"  # the facet that says what a page is


@dataclass(frozen=True)
class Suggestion:
    """What the reader may mean, with its address: a page ("page"), or a text to search for.

    The text is a word that documents have (`kind` "search"), or the name of a concept ("concept"), by all of whose
    names the search looks. `detail` says in `detail_language` what it is, or how else it is called.
    """

    text: str
    address: str
    kind: str
    detail: str
    language: str
    detail_language: str


def suggestions(search: SearchRequest, facets: Iterable[Facet]) -> list[Suggestion]:
    """Return what the text of a search may become, at most MOST_SUGGESTIONS.

    Nothing for a text of fewer than SHORTEST_TEXT letters or digits, or a very long one. Three queries, two more
    where the names of concepts have changed since this process read them.
    """
    typed = _typed(search.text, search.language)
    forms = [word.form for word in typed]
    if len(search.text) > LONGEST_TEXT or sum(map(len, forms)) < SHORTEST_TEXT:
        return []
    is_open = typed[-1].end == len(search.text)
    pages = title_completion.pages_by_title(forms, is_open, search.language, MOST_SUGGESTIONS)
    named: Sequence[concept_completion.SuggestedConcept] = ()
    words: Mapping[str, Asked] = {}
    there: set[Asked] = set()
    if _is_plain(search.text):
        words = _completed(search.text, typed, search.language) if is_open else {}
        named, there = _looked_up(forms, words.values(), search)
    typed_already = search.text.casefold()
    concepts = [
        _as_concept(name, search)
        for name in named
        if not there.isdisjoint(name.asked) and name.text.casefold() != typed_already
    ]
    shown = {concept.text.casefold() for concept in concepts}
    texts = [text for text, asked in words.items() if asked in there and text.casefold() not in shown]
    room = max(MOST_TEXTS, MOST_SUGGESTIONS - len(pages)) - len(concepts)
    found = [*concepts, *(_as_search(text, search) for text in texts[:room])]
    return [*found, *_as_pages(pages[: MOST_SUGGESTIONS - len(found)], search, facets)]


def _looked_up(
    forms: Sequence[str], words: Iterable[Asked], search: SearchRequest
) -> tuple[list[concept_completion.SuggestedConcept], set[Asked]]:
    """Return the concepts whose names begin so, and what occurs of all that is asked for."""
    # Results in other languages are shown below the reader's own only.
    about_in = LANGUAGES if search.language == search.reader else (search.language,)

    def read(known: Names) -> tuple[list[concept_completion.SuggestedConcept], list[Asked]]:
        named = concept_completion.concepts_by_name(forms, search.language, about_in, known, MOST_NAMES)
        return named, [*words, *(one for name in named for one in name.asked)]

    named, there, _beside = looked_up(read)
    return named, there


def _typed(text: str, language: str) -> list[Span]:
    """Return the words of a text; one in Latin letters with 4 or 6 for ч or ш is one, where that can be meant."""
    found: list[Span] = []
    for span in spans(text):
        if span.is_whole:
            written = text[span.start : span.end]
            digits = {sign for sign in span.form if sign.isdigit()}
            if written.isalnum() and digits <= {"4", "6"} and _in_letters(span.form, language):
                found.append(span)
        elif not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _is_plain(text: str) -> bool:
    """Tell whether a text is words alone, without phrases and exclusions."""
    typed = take_apart(text)
    return '"' not in text and not typed.phrases and not typed.excluded


def _as_search(text: str, search: SearchRequest) -> Suggestion:
    address = SearchRequest(search.reader, search.language, text).address()
    return Suggestion(text, address, "search", gettext("Search"), search.language, search.reader)


def _as_concept(name: concept_completion.SuggestedConcept, search: SearchRequest) -> Suggestion:
    """Return a search for the name that readers see, with the one that was typed or an abbreviation beside it."""
    address = SearchRequest(search.reader, search.language, without_quotes(name.text)).address()
    detail, language = name.other, name.other_language
    if not detail:
        detail, language = gettext("Name") if name.is_proper else gettext("Term"), search.reader
    return Suggestion(name.text, address, "concept", detail, search.language, language)


def _as_pages(
    pages: Sequence[title_completion.SuggestedPage], search: SearchRequest, facets: Iterable[Facet]
) -> list[Suggestion]:
    types = next((facet for facet in facets if facet.name == TYPE), None)
    labels = types.labels({page.type for page in pages if page.type}, search.reader) if types else {}
    found = []
    for page in pages:
        label = labels.get(page.type)
        detail, language = (label.text, label.language) if label else ("", search.reader)
        if page.is_withdrawn:
            detail = ", ".join(filter(None, [detail, gettext("withdrawn")]))
        found.append(Suggestion(page.title, page.address, "page", detail, search.language, language))
    return found


# ---------------------------------------------------------------- words


def _completed(text: str, typed: Sequence[Span], language: str) -> dict[str, Asked]:
    """Return the text with its last word completed, and what a document has with that word beside the others.

    One query.
    """
    *before, last = typed
    if len(last.form) < SHORTEST_TEXT:
        return {}
    finished = [word.form for word in before if not is_stop_word(word.form, language)]
    is_short = is_acronym(text[last.start : last.end], text)
    known = vocabulary.completing(
        language,
        [LANGUAGES[language].fold(last.form)],
        beginnings(last.form) if _in_letters(last.form, language) else (),
        {one for form in finished for one in _alike(form, language)},
        MOST_CANDIDATES,
    )
    beside = tuple(_keys_of(form, known, language) for form in finished)
    return {
        text[: last.start] + word.form: Asked(parts=(*beside, (vocabulary.key_of(word, language),)))
        for word in _one_of_each(known, last.form, language)[:MOST_LOOKED_UP]
        if not (is_short and knows(word.form, language))  # an acronym is the beginning of no word
    }


def _in_letters(form: str, language: str) -> bool:
    return LANGUAGES[language].in_cyrillic and is_latin(form)


def _alike(form: str, language: str) -> list[str]:
    """Return the folded form and the skeletons by which words are found that a finished word stands for."""
    return [LANGUAGES[language].fold(form), *(skeletons(form) if _in_letters(form, language) else ())]


def _keys_of(form: str, known: Iterable[Known], language: str) -> tuple[str, ...]:
    """Return the keys of a finished word: its own, and those of the words that it stands for."""
    alike = set(_alike(form, language))
    same = [word.form for word in known if word.folded in alike or word.skeleton in alike][:MOST_SAME]
    found = dict.fromkeys(asked(keys(form, language), language))
    for other in same:
        found |= dict.fromkeys(asked(keys(other, language), language))
    return tuple(found)


def _one_of_each(known: Iterable[Known], typed: str, language: str) -> list[Known]:
    """Return the words that complete what is typed, of each word its dictionary form or its most frequent one."""
    row = LANGUAGES[language]
    folded = row.fold(typed)
    exactly = "" if typed.isascii() else typed  # who types one letter with its sign types all of them
    latin = beginnings(typed) if _in_letters(typed, language) else []
    best: dict[str, Known] = {}
    for word in known:
        begins = word.folded.startswith(folded) or any(map(word.skeleton.startswith, latin))
        if not begins or word.form == typed or not word.form.startswith(exactly):
            continue
        lemma = keys(word.form, language).lemmas[0]
        if lemma not in best or (word.form == lemma and best[lemma].form != lemma):
            best[lemma] = word
    return list(best.values())
