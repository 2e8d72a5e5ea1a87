"""What a reader may be about to type: words that documents have, and titles of pages, all of them public now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from cms.facets import Facet
from cms.searchable import MOST_SUGGESTIONS
from search import titles, vocabulary
from search.addresses import Search
from search.analysis import LANGUAGES, is_stop_word, keys
from search.analysis.normalise import Span, spans
from search.analysis.skeleton import beginnings, is_latin, skeletons
from search.keys import asked
from search.query import Asked, take_apart
from search.reading import occurring
from search.spelling import Known

MOST_WORDS = 4  # of them, where there are titles enough
MOST_CANDIDATES = 40  # words, before forms of the same word are one
MOST_LOOKED_UP = 16
MOST_SAME = 6  # words that a finished word may stand for
LONGEST_TEXT = 100
SHORTEST_TEXT = 2
TYPE = "type"  # the facet that says what a page is


@dataclass(frozen=True)
class Suggestion:
    """What the reader may mean: a text to search for (`kind` "search") or a page ("page"), with its address.

    `detail` says in the reader's language what it is.
    """

    text: str
    address: str
    kind: str
    detail: str
    language: str


def suggestions(search: Search, facets: Iterable[Facet]) -> list[Suggestion]:
    """Return what the text of a search may become, at most MOST_SUGGESTIONS: three queries.

    Nothing for a text of fewer than SHORTEST_TEXT letters or digits, or a very long one.
    """
    typed = _typed(search.text, search.language)
    if len(search.text) > LONGEST_TEXT or sum(len(word.form) for word in typed) < SHORTEST_TEXT:
        return []
    is_open = typed[-1].end == len(search.text)
    pages = titles.begin_with([word.form for word in typed], is_open, search.language, MOST_SUGGESTIONS)
    texts = _texts(search.text, typed, search.language) if is_open and _is_plain(search.text) else []
    texts = texts[: max(MOST_WORDS, MOST_SUGGESTIONS - len(pages))]
    return [
        *(_as_search(text, search) for text in texts),
        *_as_pages(pages[: MOST_SUGGESTIONS - len(texts)], search, facets),
    ]


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


def _as_search(text: str, search: Search) -> Suggestion:
    address = Search(search.reader, search.language, text).address()
    return Suggestion(text, address, "search", gettext("Search"), search.language)


def _as_pages(pages: Sequence[titles.TitleFound], search: Search, facets: Iterable[Facet]) -> list[Suggestion]:
    types = next((facet for facet in facets if facet.name == TYPE), None)
    labels = types.labels({page.type for page in pages if page.type}, search.reader) if types else {}
    return [
        Suggestion(
            page.title, page.address, "page", labels[page.type].text if page.type in labels else "", search.language
        )
        for page in pages
    ]


# ---------------------------------------------------------------- words


def _texts(text: str, typed: Sequence[Span], language: str) -> list[str]:
    """Return the text with its last word completed, by words that a public document has beside the others.

    Two queries.
    """
    *before, last = typed
    if len(last.form) < SHORTEST_TEXT:
        return []
    finished = [word.form for word in before if not is_stop_word(word.form, language)]
    known = vocabulary.completing(
        language,
        [LANGUAGES[language].fold(last.form)],
        beginnings(last.form) if _in_letters(last.form, language) else (),
        {one for form in finished for one in _alike(form, language)},
        MOST_CANDIDATES,
    )
    beside = tuple(_keys_of(form, known, language) for form in finished)
    candidates = {
        word.form: Asked(parts=(*beside, (vocabulary.key_of(word, language),)))
        for word in _one_of_each(known, last.form, language)[:MOST_LOOKED_UP]
    }
    there = occurring(candidates.values())
    return [text[: last.start] + form for form, wanted in candidates.items() if wanted in there]


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
