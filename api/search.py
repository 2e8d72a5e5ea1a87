"""The search for programs: the plan, the engines and the results of the search page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from http import HTTPStatus
from typing import Any
from zlib import crc32

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from api import cursors
from api.facet_values import fault_of, said_of
from api.language_choice import LANGUAGE
from api.library.items import address_of_page
from api.lists import ends, same_address
from api.operations import ROOT, USUAL_PROBLEMS, Operation, StandIn, operation
from api.parameters import EXAMPLE_KEY, Parameter, UnusableError, choice, cursor, text, whole_number
from api.problems import Fault, ProblemError
from api.schemas import Label
from api.search_answers import (
    Concept,
    FacetValue,
    ForeignHit,
    Hit,
    HitSection,
    HitTranslation,
    LanguageCount,
    Mark,
    MarkedText,
    NearText,
    ReadText,
    Reason,
    SearchFacet,
    SearchResults,
    SearchWord,
    SecondTry,
)
from cms import facets
from cms.facets import Facet, StoredNames
from cms.languages import LANGUAGE_CODES
from cms.selection import LONGEST_VALUE, MOST_VALUES, Selection
from cms.site_addresses import permanent_address, whole
from search.analysis.typed_words import LONGEST_TEXT, clean
from search.engines.query import SortOrder
from search.generation import state_of_results
from search.request import SearchRequest, order_in_address
from search.results.highlights import Part
from search.results.hits import Result
from search.results.other_languages import ForeignResult
from search.results.page import ResultsPage, ShownWord, search_facets

MOST, USUAL = 50, 10
DEEPEST = 1000  # hits that are passed over; who reads on does so by cursor
AFTER = "h"  # kind of cursors: the number of hits before, the document of the last one, what tells the search


def _facet_parameter(facet: Facet) -> Parameter:
    """Return the parameter of a facet; which values there are is known once its names are read."""

    def read(sent: str) -> str:
        if not 0 < len(sent) <= LONGEST_VALUE or not sent.isprintable():
            raise UnusableError("unknown_value", said_of(facet.name, sent))
        return sent

    said = gettext_noop("A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them.")
    schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE}
    return Parameter(facet.name, said, read, schema, facet.example, (), is_repeatable=True)


TEXT = text(
    "q",
    gettext_noop("What is searched for: words, “phrases” in quotation marks, -exclusions. Left out: everything."),
    LONGEST_TEXT,
    "waste fees",
    "",
)
EXAMPLE_ADDRESS = f"https://library.example.org{ROOT}chapters/{EXAMPLE_KEY}"
MARKED_EXAMPLE: dict[str, Any] = {
    "text": "Fees for waste",
    "html": "<mark>Fees</mark> for <mark>waste</mark>",
    "marks": [{"start": 0, "end": 4}, {"start": 9, "end": 14}],
}
EXAMPLE: dict[str, Any] = {
    "count": 1,
    "next": None,
    "previous": None,
    "cursor": None,
    "language": "en",
    "results_language": "en",
    "read": {
        "text": "wsate fees",
        "words": [
            {"text": "wsate", "how": "near", "used": ["waste"], "forms": [], "languages": []},
            {"text": "fees", "how": "typed", "used": [], "forms": ["fee"], "languages": []},
        ],
        "phrases": [],
        "excluded": [],
        "too_common": [],
        "left_out": [],
        "concepts": [],
        "second_try": {"text": "waste fees", "how": "near"},
    },
    "items": [
        {
            "key": "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10",
            "language": "en",
            "address": "https://library.example.org/en/handbooks/waste/fees/",
            "permanent_address": "https://library.example.org/id/204/",
            "api_address": f"{EXAMPLE_ADDRESS}?language=en",
            "title": MARKED_EXAMPLE,
            "excerpt": MARKED_EXAMPLE,
            "section": {
                "heading": MARKED_EXAMPLE,
                "address": "https://library.example.org/en/handbooks/waste/fees/#fees-for-waste",
                "is_in_file": False,
                "page": None,
                "language": "en",
            },
            "about": [{"text": "Chapter", "language": "en"}],
            "part_of": "Waste",
            "origin": "human",
            "is_source_changed": False,
            "is_withdrawn": False,
            "is_recommended": False,
            "has_enough_words": True,
            "translations": [
                {
                    "language": "nb",
                    "address": "https://library.example.org/nb/handboker/avfall/gebyrer/",
                    "api_address": f"{EXAMPLE_ADDRESS}?language=nb",
                }
            ],
        }
    ],
    "in_other_languages": [],
    "other_languages": [{"language": "nb", "count": 2}],
    "facets": [
        {
            "name": "type",
            "title": "Type",
            "values": [
                {"value": "chapter", "label": {"text": "Chapter", "language": "en"}, "count": 1, "is_chosen": False}
            ],
        }
    ],
    "near": [],
    "is_simpler": False,
}


@operation(
    Operation(
        path="search",
        name="search",
        summary=gettext_noop("Search"),
        description=gettext_noop(
            "The search of the site: words in all their forms and in all six languages' ways of writing, the best "
            "section of each item, facets, second tries, and items of other languages with the reason."
        ),
        parameters=(
            TEXT,
            LANGUAGE,
            choice("results_language", gettext_noop("Language to search, where it is another one."), LANGUAGE_CODES),
            choice(
                "order",
                gettext_noop("Order of the items."),
                [order.value for order in SortOrder],
                SortOrder.RELEVANCE.value,
            ),
            choice("verbatim", gettext_noop("Whether to make no second tries."), ["false", "true"], "false"),
            *map(_facet_parameter, search_facets()),
            whole_number("limit", gettext_noop("Most items of an answer."), 1, MOST, USUAL),
            whole_number("offset", gettext_noop("How many items to pass over."), 0, DEEPEST, 0),
            cursor("after", gettext_noop("Cursor of an earlier answer to the same search."), {AFTER: 3}),
        ),
        answer=SearchResults,
        example=EXAMPLE,
        problems=USUAL_PROBLEMS,
        cache="public, max-age=30, stale-while-revalidate=300",
        state=state_of_results,
    )
)
def search(request: HttpRequest, asked: dict[str, Any]) -> SearchResults | StandIn:
    """Answer with a part of what a search finds, in the statements of the search page."""
    chosen = _chosen(asked)
    wanted = SearchRequest(
        reader=asked["language"],
        language=asked["results_language"] or asked["language"],
        text=clean(asked["q"]),
        selection=Selection(chosen, order_in_address(SortOrder(asked["order"]))),
        verbatim=asked["verbatim"] == "true",
    )
    place = _place(asked)
    start, after = place or (asked["offset"], None)
    page = ResultsPage(wanted, start, asked["limit"], after)
    _refuse_unknown_values(page, chosen)
    items = [*map(_hit, page.strict), *map(_hit, page.loose)]
    following = start + asked["limit"]
    last = page.answer.last if place or following < page.total else None
    onwards = None if last is None else cursors.make(AFTER, following, last, _told_by(asked))
    told = ends(request, asked, page.total, DEEPEST)
    if place or following > DEEPEST:
        told["next"] = same_address(request, offset=None, after=onwards) if onwards else None
    results = SearchResults(
        **told,
        cursor=onwards,
        language=wanted.reader,
        results_language=wanted.language,
        read=_read(page),  # after the items: which forms of a word they have is known then
        items=items,
        in_other_languages=[_foreign(one) for one in page.in_other_languages],
        other_languages=[
            LanguageCount(language=str(link.label), count=link.number) for link in page.languages_with_hits
        ],
        facets=_facets(page),
        near=[NearText(typed=word.typed, word=word.form, text=word.text) for word, _address in page.near_words],
        is_simpler=page.is_simpler,
    )
    return StandIn(results) if results.is_simpler else results


def _place(asked: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the number of hits before a place in this search and the document before it; None where none is named."""
    if not asked["after"]:
        return None
    _kind, (start, document, search) = asked["after"]
    faults = []
    if search != _told_by(asked):
        said = _("“%(name)s” takes a cursor of the same search: the same text, order, languages and facets.")
        faults.append(Fault(parameter="after", code="damaged_cursor", detail=said % {"name": "after"}))
    if asked["offset"]:
        said = _("“%(name)s” cannot be given together with “%(other)s”.") % {"name": "offset", "other": "after"}
        faults.append(Fault(parameter="offset", code="not_together", detail=said))
    if faults:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, faults=faults)
    return start, document


def _told_by(asked: Mapping[str, Any]) -> int:
    """Return a number that tells a search from others, whichever part of it is asked for."""
    told = sorted((name, value) for name, value in asked.items() if name not in ("limit", "offset", "after"))
    return crc32(repr(told).encode())


def _chosen(asked: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the chosen values by facet, as they are stored."""
    chosen = {
        facet.name: tuple(dict.fromkeys(_stored(facet, one) for one in asked[facet.name])) for facet in search_facets()
    }
    said = _("“%(name)s” takes at most %(most)s values.")
    faults = [
        Fault(parameter=name, code="out_of_range", detail=said % {"name": name, "most": MOST_VALUES})
        for name, values in chosen.items()
        if len(values) > MOST_VALUES
    ]
    if faults:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, faults=faults)
    return {name: values for name, values in chosen.items() if values}


def _stored(facet: Facet, value: str) -> str:
    return (facet.names.written(value) if isinstance(facet.names, StoredNames) else "") or value


def _refuse_unknown_values(page: ResultsPage, chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Raise a problem where a chosen value is none of its facet: it has no name and nothing has it."""
    if not chosen:
        return
    named = facets.labels(page.facets, chosen, page.search.reader)
    counted = page.answer.facets
    faults = [
        fault_of(name, value, counted.get(name, {}))
        for name, values in chosen.items()
        for value in values
        if value not in named[name] and value not in counted.get(name, {})
    ]
    if faults:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, faults=faults)


def marked_text(parts: Iterable[Part]) -> MarkedText:
    """Return a text of marked and other parts in both ways."""
    marks: list[Mark] = []
    plain, html = "", ""
    for part in parts:
        if part.marked:
            marks.append(Mark(start=len(plain), end=len(plain) + len(part.text)))
        plain += part.text
        html += f"<mark>{escape(part.text)}</mark>" if part.marked else escape(part.text)
    return MarkedText(text=plain, html=html, marks=marks)


def _hit(result: Result) -> Hit:
    section = result.section
    return Hit(
        key=result.key,
        language=result.language,
        address=whole(result.address),
        permanent_address=whole(permanent_address(result.page)),
        api_address=address_of_page(result.page_type, result.key, result.language),
        title=marked_text(result.title),
        excerpt=marked_text(result.excerpt),
        section=HitSection(
            heading=marked_text(section.heading),
            address=whole(section.address),
            is_in_file=bool(section.file),
            page=section.page or None,
            language=section.language or result.language,
        )
        if section
        else None,
        about=[_label(label) for label in result.about],
        part_of=result.part_of or None,
        origin=result.edition.origin or None,
        is_source_changed=result.edition.stale,
        is_withdrawn=result.is_withdrawn,
        is_recommended=result.is_best_bet,
        has_enough_words=result.has_enough,
        translations=[
            HitTranslation(
                language=edition.language,
                address=whole(edition.address),
                api_address=address_of_page(result.page_type, result.key, edition.language),
            )
            for edition in result.others
            if edition.address
        ],
    )


def _label(label: facets.Label) -> Label:
    return Label(text=label.text, language=label.language)


def _foreign(found: ForeignResult) -> ForeignHit:
    return ForeignHit(
        item=_hit(found.result),
        reasons=[
            Reason(name=_label(one.own), name_there=_label(one.name), is_name=one.is_proper) for one in found.through
        ],
    )


def _facets(page: ResultsPage) -> list[SearchFacet]:
    return [
        SearchFacet(
            name=entry.facet.name,
            title=str(entry.facet.title),
            values=[
                FacetValue(value=one.value, label=_label(one.label), count=one.count, is_chosen=one.chosen)
                for one in entry.choices
            ],
        )
        for entry in page.facet_choices
    ]


def _read(page: ResultsPage) -> ReadText:
    plan = page.plan
    how: Any = plan.how.value
    return ReadText(
        text=page.search.text,
        words=[_word(word) for word in page.words],
        phrases=list(plan.phrases),
        excluded=list(plan.excluded),
        too_common=list(plan.too_common),
        left_out=list(plan.left_out),
        concepts=[
            Concept(name=_label(name), other_names=[_label(other) for other in others])
            for name, others in page.concepts
        ],
        second_try=SecondTry(text=plan.instead, how=how) if page.is_second_try else None,
    )


def _word(word: ShownWord) -> SearchWord:
    read = word.read
    how: Any = read.how.value
    return SearchWord(
        text=read.typed.text,
        how=how,
        used=list(read.used),
        forms=list(word.forms),
        languages=list(read.languages),
    )
