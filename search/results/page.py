"""The page of results of one search: what the engine found, with all that the page shows around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.utils.module_loading import import_string

from cms.editions import Edition
from cms.facets import Facet, FacetChoices, Label, facet_choices
from cms.languages import LANGUAGE_CODES
from cms.pagination import Pagination, paginated
from cms.selection import Selection
from search.analysis.typed_words import without_quotes, words_key
from search.engines import Answer, Hit, engine
from search.engines.query import Query, SortOrder
from search.reading.plan import Plan, plan
from search.reading.words import How, ReadWord
from search.request import MOST_PAGES, SearchRequest, order_in_address
from search.results import other_languages
from search.results.highlights import Marker
from search.results.hits import ABOUT, Result, results
from search.results.near_words import NearWord, near_words
from search.results.other_languages import ForeignResult
from search.results.stored import HitDocuments, documents_of_hits

PAGE_SIZE = 10
START = "topic"  # a reader without results can start from the values of this facet
MOST_FORMS = 6  # of a word, that the page names


def search_facets() -> tuple[Facet, ...]:
    """Return the facets that the library declares for the search."""
    facets: tuple[Facet, ...] = import_string(settings.SEARCH_FACETS)
    return facets


@dataclass(frozen=True)
class ResultsLink:
    """A link that leads to results, with their number; `label` is a name or a language's code."""

    label: Label | str
    number: int
    address: str


@dataclass(frozen=True)
class LanguageChoice:
    """A language of results, with their number."""

    code: str
    number: int
    chosen: bool


@dataclass(frozen=True)
class ShownWord:
    """A word of the text as it was read; `forms` are other forms of it that the shown hits have."""

    read: ReadWord
    forms: tuple[str, ...]


class ResultsPage:
    """The results of a search, with all that the page shows about them.

    It `is_search` unless nothing was typed and nothing chosen. It has `size` hits, after the document `after` or else
    from the one with the number `start` on: then it is a search in any case, and the number of the page does not count.
    """

    def __init__(
        self, search: SearchRequest, start: int | None = None, size: int = PAGE_SIZE, after: int | None = None
    ) -> None:
        self.search = search
        self.facets = search_facets()
        self.is_search = bool(search.text or search.selection.chosen) or start is not None
        self.start = (search.selection.page_number - 1) * PAGE_SIZE if start is None else start
        self.size, self.after = size, after
        self.plan = plan(search.text, search.language, search.verbatim) if search.text else _everything(search.language)
        self.chosen = tuple(sorted(search.selection.chosen.items()))
        self.answer = self._answer() if self.is_search else Answer(0, ())
        self.marker = Marker(self.plan.query or Query(search.language))
        self.markers = {search.language: self.marker} | {
            query.language: Marker(query) for query in self.plan.foreign_queries
        }

    def _answer(self) -> Answer:
        """Ask the engine once: for the searched language, where it has a query, and for the other languages."""
        looked_at = other_languages.MOST_CANDIDATES if self.shows_other_languages else 0
        further = [replace(query, facets=self.chosen, size=looked_at) for query in self.plan.foreign_queries]
        if self.plan.query is None:
            if not further:
                return Answer(0, ())
            return replace(engine().search(replace(further[0], size=0), further), total=0, facets={})
        query = replace(
            self.plan.query,
            facets=self.chosen,
            counted=tuple(facet.name for facet in self.facets),
            sort=self.search.order,
            start=self.start,
            after=self.after,
            size=self.size,
        )
        return engine().search(query, further)

    @cached_property
    def _stored(self) -> HitDocuments:
        """Return the documents of all hits of the page, and the best bets of staff."""
        return documents_of_hits(
            [hit.document_id for hit in self.answer.hits],
            [[hit.document_id for hit in answer.hits] for answer in self.answer.further],
            best_bets=self._best_bets_key,
            reader=self.search.reader,
            facets=ABOUT,
            own_query=replace(self.plan.own, facets=self.chosen),
        )

    @property
    def _best_bets_key(self) -> tuple[str, str] | None:
        """Return language and key of the best bets; None but on a first page where nothing is chosen."""
        search = self.search
        if not search.text or search.selection != Selection() or self.start:
            return None
        key = words_key(search.text, search.language)
        return (search.language, key) if key else None

    @cached_property
    def best_bets(self) -> list[Hit]:
        """Return the hits that staff put on top."""
        return [Hit(document.document_id, strict=True, is_best_bet=True) for document in self._stored.best_bets]

    # ------------------------------------------------------------ what was found

    @property
    def total(self) -> int:
        """Return how many pages have enough of the words."""
        return self.answer.total

    @cached_property
    def is_empty(self) -> bool:
        """Tell whether something was looked for and nothing can be shown."""
        return self.is_search and not self.answer.hits and not self.total and not self.best_bets

    @property
    def is_simpler(self) -> bool:
        """Tell whether the database answered in place of Elasticsearch, which did not."""
        return self.answer.is_simpler

    @property
    def shows_other_languages(self) -> bool:
        """Tell whether hits in other languages stand below those in the reader's own: on a first page by relevance."""
        search = self.search
        return not self.start and search.order is SortOrder.RELEVANCE and search.language == search.reader

    @cached_property
    def _results(self) -> list[Result]:
        """Return all hits of the shown page as results, in the reader's language and in others."""
        hits, stored = {hit.document_id: hit for hit in self.answer.hits}, self._stored
        on_top = {document.document_id: document for document in stored.best_bets}
        own = [
            *zip(self.best_bets, stored.best_bets, strict=True),
            *((hits[one.document_id], one) for one in stored.own if one.document_id not in on_top),
        ]
        # Other languages are searched for the typed words; the results of a second try have other ones.
        is_alone = not self.total or bool(self.plan.instead)
        others = other_languages.shown_hits(self.plan.foreign, stored.foreign, self.markers, is_alone=is_alone)
        return results([*own, *others], self.markers, self.facets, self.search.reader)

    @cached_property
    def results(self) -> list[Result]:
        """Return the hits of the shown page, below what staff put on top of it."""
        return [result for result in self._results if result.language == self.search.language]

    @cached_property
    def in_other_languages(self) -> list[ForeignResult]:
        """Return hits without an edition for the reader, each in the language that matches best, with the reason."""
        others = [result for result in self._results if result.language != self.search.language]
        return other_languages.with_linking_concepts(others, self.plan.foreign, self.search.reader)

    @cached_property
    def concepts(self) -> list[tuple[Label, list[Label]]]:
        """Return the concepts that the text names: the name for the reader, and the names in other languages."""
        reader = self.search.reader
        concepts = []
        for concept in self.plan.concepts:
            own = other_languages.label_of(concept, reader)
            others = [Label(concept.names[code][0], code) for code in LANGUAGE_CODES if code in concept.names]
            concepts.append((own, [label for label in others if label.language != own.language]))
        return concepts

    @cached_property
    def strict(self) -> list[Result]:
        """Return the results that have enough of the words.

        Where works in other languages are shown, pages about the library stand below those, not here.
        """
        strict = [result for result in self.results if result.strict]
        return [result for result in strict if not result.is_about] if self.in_other_languages else strict

    @cached_property
    def loose(self) -> list[Result]:
        """Return the other results: those that have only some of the words, and pages about the library."""
        strict = {id(result) for result in self.strict}
        return [result for result in self.results if id(result) not in strict]

    @property
    def has_pages_about(self) -> bool:
        """Tell whether a page about the library stands among those that have only some of the words."""
        return any(result.is_about for result in self.loose)

    @cached_property
    def facet_choices(self) -> list[FacetChoices]:
        """Return each facet with the values that hits have or that are chosen."""
        search = self.search
        return facet_choices(self.facets, self.answer.facets, search.selection.chosen, search.reader, search.without)

    @property
    def chosen_count(self) -> int:
        """Return how many values are chosen."""
        return self.search.selection.chosen_count

    @property
    def page_count(self) -> int:
        """Return the number of pages that are offered, at least one."""
        return min(max(1, -(-self.total // PAGE_SIZE)), MOST_PAGES)

    @cached_property
    def pagination(self) -> Pagination:
        """Return the pages of the list."""
        search = self.search

        def address(number: int) -> str:
            return search.address(selection=search.selection.changed(page_number=number))

        return paginated(search.selection.page_number, self.page_count, address)

    @cached_property
    def sorts(self) -> list[tuple[str, bool, str]]:
        """Return each order: name, whether it is the chosen one, address."""
        search = self.search
        selections = [(order, search.selection.changed(sort=order_in_address(order))) for order in SortOrder]
        return [
            (order.value, order is search.order, search.address(selection=selection)) for order, selection in selections
        ]

    @cached_property
    def languages_with_hits(self) -> list[ResultsLink]:
        """Return links to the results in other languages, where there are any."""
        counted = zip(self.plan.foreign_queries, self.answer.further, strict=False)
        return [
            ResultsLink(query.language, answer.total, self.search.address(language=query.language, verbatim=False))
            for query, answer in counted
            if answer.total
        ]

    @cached_property
    def languages(self) -> list[LanguageChoice]:
        """Return the choice of languages with their numbers of hits; empty where only the reader's own has any."""
        search = self.search
        if not self.languages_with_hits and search.language == search.reader:
            return []
        numbers = {link.label: link.number for link in self.languages_with_hits} | {search.language: self.total}
        offered = [code for code in LANGUAGE_CODES if code in numbers or code == search.reader]
        return [LanguageChoice(code, numbers.get(code, 0), code == search.language) for code in offered]

    # ------------------------------------------------------------ how the text was read

    @cached_property
    def words(self) -> list[ShownWord]:
        """Return the words as they were read, with the forms in which the shown hits have them."""
        index = 0  # among the words of the query, which has no open ones
        shown = []
        for word in self.plan.words:
            forms: list[str] = []
            if not word.is_open:
                named = {word.typed.form, *word.used}
                forms = [form for form in dict.fromkeys(self.marker.forms(index)) if form not in named]
                index += 1
            shown.append(ShownWord(word, tuple(forms[:MOST_FORMS])))
        return shown

    @property
    def is_second_try(self) -> bool:
        """Tell whether the results are for another text than the typed one."""
        return bool(self.plan.instead) and bool(self.answer.hits)

    @property
    def mistyped(self) -> str:
        """Return the words that were taken for typing errors."""
        return ", ".join(word.typed.text for word in self.plan.words if word.how is How.NEAR)

    @property
    def is_in_other_languages(self) -> bool:
        """Tell whether documents of other languages have a word that was taken for a typing error in this one."""
        return any(word.languages for word in self.plan.words if word.how is How.NEAR)

    @property
    def was_other_layout(self) -> bool:
        """Tell whether the text was read as typed with the keyboard's other layout."""
        return self.plan.how is How.LAYOUT

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Return addresses by a name: of other readings of the text, of fewer choices, of another language."""
        search = self.search
        return {
            "form": SearchRequest(search.reader, search.reader).address(),
            "instead": search.address(text=self.plan.instead),
            "verbatim": search.address(verbatim=True),
            "freely": search.address(verbatim=False),
            "quotes": search.address(text=without_quotes(search.text)) if self.plan.phrases else "",
            "choices": search.address(selection=search.selection.changed(chosen={})),
            "own": search.address(language=search.reader),
        }

    @property
    def kept_language(self) -> list[tuple[str, str]]:
        """Return what the search form sends along: the language of the results, where it is not the reader's."""
        return [("lang", self.search.language)] if self.search.language != self.search.reader else []

    @cached_property
    def editions(self) -> list[Edition]:
        """Return this search on the page of each language."""
        return [
            Edition(code, replace(self.search, reader=code, language=code, verbatim=False).address())
            for code in LANGUAGE_CODES
        ]

    # ------------------------------------------------------------ ways on where nothing was found

    @cached_property
    def _ways(self) -> tuple[list[ResultsLink], list[ResultsLink]]:
        """Return links without one of the choices that lead to hits, and links to start from: one request."""
        search = self.search
        chosen = search.selection.chosen
        fewer = [(search.selection.without(name, value), name, value) for name in chosen for value in chosen[name]]
        queries = []
        if self.plan.query and self.is_empty and search.text:
            queries = [
                replace(self.plan.query, facets=tuple(sorted(selection.chosen.items())), size=0)
                for selection, _name, _value in fewer
            ]
        everything = Query(search.language, counted=(START,), size=0)
        counted = engine().search(everything, queries)
        labels = {
            (entry.facet.name, choice.value): choice.label for entry in self.facet_choices for choice in entry.choices
        }
        without = [
            ResultsLink(labels[name, value], answer.total, search.address(selection=selection))
            for (selection, name, value), answer in zip(fewer, counted.further, strict=False)
            if answer.total
        ]
        return without, self._starts(counted.facets.get(START, {}))

    def _starts(self, counts: dict[str, int]) -> list[ResultsLink]:
        """Return links to all pages with a value of the facet START, the most frequent value first."""
        facet = next((facet for facet in self.facets if facet.name == START), None)
        if facet is None:
            return []
        labels = facet.labels(set(counts), self.search.reader)
        everything = SearchRequest(self.search.reader, self.search.language)
        return [
            ResultsLink(labels[value], number, everything.address(selection=Selection({START: (value,)})))
            for value, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            if value in labels
        ]

    @cached_property
    def near_words(self) -> list[tuple[NearWord, str]]:
        """Return words that are near to typed ones which no document has, each with the address of a search for it."""
        words = near_words(self.search.text, self.plan.words, self.search.language) if self.is_empty else []
        return [(word, self.search.address(text=word.text)) for word in words]

    @property
    def without(self) -> list[ResultsLink]:
        """Return links without one of the choices that lead to hits."""
        return self._ways[0]

    @property
    def has_ways(self) -> bool:
        """Tell whether there is a way on with the reader's own words."""
        is_foreign = self.search.language != self.search.reader
        return bool(
            self.search.selection.chosen
            or self.search.verbatim
            or self.plan.phrases
            or self.languages_with_hits
            or self.near_words
            or is_foreign
        )

    @property
    def starts(self) -> list[ResultsLink]:
        """Return links from which a reader without results can start."""
        return self._ways[1]


def _everything(language: str) -> Plan:
    """Return the plan of a search without a text: all of a language's documents."""
    return Plan("", language, Query(language), Query(language))
