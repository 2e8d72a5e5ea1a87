"""Any text is a legal query: never an error, never an operator of the engine, never a page that is not public."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from random import Random

import pytest
from django.http import QueryDict
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from cms.languages import LANGUAGE_CODES
from search.analysis.typed_words import LONGEST_TEXT, MOST_PHRASES, MOST_WORDS, clean, take_apart
from search.engines import engine, sqlite
from search.engines.query import Query, SortOrder, minimum_of
from search.models import SearchDocument
from search.reading.plan import plan
from search.reading.words import phrase_condition, word_condition
from search.request import SearchRequest
from search.results.page import ResultsPage, search_facets
from tests.search.asking import CLIENT, ask, finds, publish

LANGUAGES = st.sampled_from(LANGUAGE_CODES)
# Words of the pages below, operators of engines, quotation marks, controls and signs of all scripts.
WORDS = """orchid orhcid община obshtina secret s3cret " “ ” - -- * ^ : ( ) { } AND OR NOT NEAR(a NEAR/2 text_exact: +
    \\ ' '' ; % _ 😀 👩‍👩‍👧 שלום مرحبا ne-e-e a-b-c-d-e-f-g-h ﬁ İ ǅ ß ² ½ １２ co-op 's e.g. ROBG-168 f/yrkr"""
SIGNS = WORDS.split()
PIECES = st.one_of(
    st.sampled_from([*SIGNS, "\x00", "\x1a", "\n", "\u202e", "\u200b", "\ufeff", "a" * 70]),
    st.text(max_size=8),
    st.text(alphabet="yujaei", min_size=1, max_size=14),
)
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join)
)
# How many random queries are asked of an engine: .ci/run asks twenty thousand of each.
NUMBER = int(os.environ.get("TEST_QUERIES", "1000"))
SCRIPTS = [
    *["abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъьюя", "āčēģīķļņšūž", "ąćęłńóśźż", "ăâîșț", "æøå"],
    *["αβγδ", "ابتث", "אבגד", "漢字仮名", "한국어", "ไทย", "देवनागरी", "ႠႡႢ", "ԱԲԳ", "𝔞𝔟𝔠", "İıſß", "́̈̆", "½²①"],
    *["".join(map(chr, range(32))), "\x7f\x80\x9f\u200b\u200d\u202e\u2028\ufeff\ufffe", "0123456789.,-/%", "\"“”„«»'’"],
    *["()[]{}^~*?:\\/!&|+-<>=@#$;`_", " \t\n\u00a0\u3000"],
]
PUBLIC = "orchids lilies ROBG-168 община общини obshtina avfallsgebyr Łódź gebyr "
PUBLIC += "漢字仮名 שלום مرحبا ไทย 한국어 ½ ﬁ İstanbul co-op"
FOUND = [
    *PUBLIC.split(),
    "orchid",
    "lily",
    "orhids",
    "avfalls gebyr",
    "avfal",
    "lodz",
    "jhvblt",
    "щиг",
    "secret",
    "s3cret",
]
FOUND += ['"orchids', 'orchids"', '"orchids lilies"', "-orchids", "-lilies", "orch", "lil", "общ"]
# What an expression consists of: keys in quotation marks and the operators that we write.
OURS = re.compile(r'\(|\)| |AND|OR|NOT|"(?:(?:[a-z]{2}[elswp]-[^"\s\x00-,.-/:-@\[-`{-\x7f]+|_) ?)+"')

pytestmark = pytest.mark.django_db


@settings(max_examples=3000, deadline=None)
@given(TEXTS)
def test_any_text_is_cleaned_and_taken_apart(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert len(cleaned) <= LONGEST_TEXT
    assert cleaned.isprintable() or not any(sign in cleaned for sign in "\x00\n\r\t")
    typed = take_apart(cleaned)
    assert len(typed.phrases) <= MOST_PHRASES
    assert all(word.form for word in typed.words)
    assert all(typed.phrases)
    assert all(typed.excluded)


@settings(max_examples=3000, deadline=None)
@given(TEXTS, LANGUAGES)
def test_an_expression_has_nothing_that_was_typed_but_keys(text: str, language: str) -> None:
    typed = take_apart(clean(text))
    several = [word_condition(word, language) for word in typed.words]
    several += [phrase_condition(phrase, language) for phrase in (*typed.phrases, *typed.excluded)]
    for asked in several:
        assert OURS.sub("", sqlite._expression(asked)) == ""


def publish_and_hide(is_found_before: bool = False) -> list[Page]:
    """Publish pages, hide some of them, return those; what an index has of what was found before, it still has."""
    for code in LANGUAGE_CODES:
        publish(PUBLIC, code, title="Public")
    everything = f"Secret s3cret {PUBLIC}"
    above = publish("Nothing.", title="Above")
    hidden = [publish(everything, code, title="Hidden") for code in ("en", "en", "en", "bg", "nb", "pl")]
    below = publish(everything, title="Hidden", parent=above)
    for code in ("en", "bg", "nb", "pl") if is_found_before else ():
        assert "Hidden" in finds("s3cret", code)
    restricted, draft, expired, *others = hidden
    for page in (restricted, above):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    draft.unpublish()
    Page.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    Page.objects.filter(pk__in=[page.pk for page in others]).update(live=False)
    return [*hidden, below]


@pytest.fixture
def library() -> None:
    """Publish pages that are found, and hide some of them."""
    publish_and_hide(is_found_before=True)


def answered_with_public_pages(text: str, reader: str, language: str, verbatim: bool) -> ResultsPage:
    """Return what comes of a text; fail where it has a hidden page, or where another engine had to answer."""
    with translation.override(reader):
        outcome = ResultsPage(SearchRequest(reader, language, clean(text), verbatim=verbatim))
        shown = [*outcome.results, *(foreign.result for foreign in outcome.in_other_languages)]
        titles = {"".join(part.text for part in result.title) for result in shown}
    assert "Hidden" not in titles
    assert not outcome.is_simpler
    return outcome


def random_text(random: Random) -> str:
    """Return a text of anything: words that pages have, operators, scripts mixed or not, controls; some very long."""
    pieces: list[str] = []
    for _piece in range(random.choice([1, 1, 1, 2, 2, 3, 4, 12])):
        kind = random.random()
        if kind < 0.5:
            pieces.append(random.choice(FOUND))
        elif kind < 0.6:
            pieces.append(random.choice(SIGNS))
        elif kind < 0.8:
            pieces.append("".join(random.choices(random.choice(SCRIPTS), k=random.randint(1, 12))))
        else:
            pieces.append("".join(random.choice(random.choice(SCRIPTS)) for _sign in range(random.randint(1, 8))))
    text = random.choice([" ", " ", " ", "", '"', " -", "\0"]).join(pieces)
    return text * random.choice([1000, 30]) if random.random() < 0.005 else text


def each_random_text(number: int, seed: int) -> Iterator[tuple[Random, str]]:
    """Yield texts and what they were made by; where the loop fails, the failure names the text."""
    random = Random(seed)  # noqa: S311  no secret
    for _time in range(number):
        yield random, random_text(random)


@contextmanager
def named_in_failures(text: str, *of: str) -> Iterator[None]:
    """Name the text where something fails."""
    try:
        yield
    except (Exception, pytest.fail.Exception) as problem:
        problem.add_note(f"asked for {text!r} {of}")
        raise


@pytest.mark.steady
def test_thousands_of_random_texts_are_answered_with_public_pages_only(library: None) -> None:
    came = Counter[str]()
    number = NUMBER // 5
    for random, text in each_random_text(number, seed=1):
        reader, language = random.choices(LANGUAGE_CODES, k=2)
        with named_in_failures(text, reader, language):
            outcome = answered_with_public_pages(text, reader, language, verbatim=random.random() < 0.2)
        came.update(
            asked=bool(outcome.plan.query), found=bool(outcome.results), elsewhere=bool(outcome.languages_with_hits)
        )
    assert came["asked"] > number / 2, "most of them are asked of an engine"
    assert came["found"] > number / 3, "many of them find what is public"


def read_without_looking(text: str, language: str, random: Random) -> Query:
    """Return a query for all words of a text, whether anything has them or not, with choices that readers have."""
    typed = take_apart(clean(text))
    address = QueryDict(mutable=True)
    address.setlist(random.choice(["q", "q", "topic", "type"]), [text, "page"])
    chosen = SearchRequest.read(address, search_facets(), language).selection.chosen
    words = tuple(filter(None, (word_condition(word, language) for word in typed.words)))[:MOST_WORDS]
    phrases = tuple(filter(None, (phrase_condition(phrase, language) for phrase in typed.phrases)))
    return Query(
        language,
        words,
        random.choice([1, minimum_of(len(words))]) if words else 0,
        phrases,
        tuple(filter(None, (phrase_condition(phrase, language) for phrase in typed.excluded))),
        facets=tuple(sorted(chosen.items())),
        counted=("type", "topic"),
        sort=random.choice([*SortOrder]),
        start=random.choice([0, 0, 0, 10, 500]),
        size=random.choice([10, 10, 0]),
    )


@pytest.mark.steady
def test_thousands_of_random_queries_straight_to_the_engine_find_public_pages_only() -> None:
    hidden = set(SearchDocument.objects.filter(page__in=publish_and_hide()).values_list("pk", flat=True))
    number = NUMBER - NUMBER // 5
    found_some = 0
    for random, text in each_random_text(number, seed=2):
        language, other = random.sample(LANGUAGE_CODES, k=2)
        with named_in_failures(text, language, other):
            query = read_without_looking(text, language, random)
            found = engine().search(query, [replace(query, language=other)] if random.random() < 0.2 else [])
            hits = {hit.document_id for one in (found, *found.further) for hit in one.hits}
            assert not hits & hidden
            assert not found.is_simpler
        found_some += bool(hits)
    assert found_some > number / 10, "many of them find what is public"


OUR_SCRIPT = '<script type="module" src="/static/cms/suggestions.js"></script>'


@pytest.mark.steady
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # read only
@given(TEXTS, LANGUAGES)
def test_any_text_in_an_address_has_a_page(library: None, text: str, language: str) -> None:
    answer = CLIENT.get(f"/{language}/search/", {"q": text})
    assert answer.status_code == HTTPStatus.OK
    html = answer.content.decode()
    assert "Hidden" not in html
    assert "<script" not in html.replace(OUR_SCRIPT, "")


BREAKING = [
    *[
        '"',
        '""',
        '"""',
        " ",
        "\x00",
        "a\x00b",
        "-",
        "--",
        '-"',
        "()",
        "*",
        "orchid*",
        "orchid AND",
        "NEAR(a b, 2)",
        "\\",
    ],
    *['text_exact : "orchid"', '" OR "secret', 'zzz"OR"secret', "orchid OR община", "'; DROP TABLE search_word; --"],
    *["😀" * 1000, "\u202eorchid", "x" * 10_000, "x " * 5_000, "x-" * 5_000, "orchid " * 2_000, '"orchid ' * 2_000],
    *["-orchid " * 2_000, "obshtinayujyuj" * 100, "\ud800", "%", "%s", "%(x)s", "{0}", "á" * 500, "ye" * 40, "a" * 40],
]


@pytest.mark.steady
def test_what_breaks_other_searches_is_answered(library: None) -> None:
    for text in BREAKING:
        for language in LANGUAGE_CODES:
            with named_in_failures(text[:100], language):
                outcome = ask(clean(text), language)
                assert "Hidden" not in {result.title[0].text for result in outcome.results if result.title}


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "x\x00y", "\u202e😀", '"', "NEAR(a b)", "\x1b[31m", "a\r\nSet-Cookie: b=c"]
)
def test_the_field_keeps_what_was_typed_without_its_control_characters(text: str) -> None:
    answer = CLIENT.get("/en/search/", {"q": text})
    assert answer.status_code == HTTPStatus.OK
    assert "\x00" not in answer.content.decode()
    assert "Set-Cookie" not in answer.headers


def test_words_that_are_operators_elsewhere_are_words_here() -> None:
    publish("Near or not near and so on.", title="Operators")
    publish("Nothing of it.", title="Other")
    assert [result.title[0].text for result in ask("near NOT near").strict] == ["Operators"]
    assert plan("NEAR", "en").query is not None
