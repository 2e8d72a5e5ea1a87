"""Any text is a legal query: never an error, never an operator of the engine, never a page that is not public."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from cms.languages import LANGUAGE_CODES
from search.addresses import Search
from search.engines import sqlite
from search.outcomes import Outcome
from search.planning import plan
from search.query import LONGEST_TEXT, MOST_PHRASES, MOST_WORDS, clean, take_apart
from search.reading import asked_phrase, asked_word
from tests.search.asking import CLIENT, ask, publish

LANGUAGES = st.sampled_from(LANGUAGE_CODES)
# Words of the pages below, operators of engines, quotation marks, controls and signs of all scripts.
WORDS = """orchid orhcid община obshtina secret s3cret " “ ” - -- * ^ : ( ) { } AND OR NOT NEAR(a NEAR/2 text_exact: +
    \\ ' '' ; % _ 😀 👩‍👩‍👧 שלום مرحبا ne-e-e a-b-c-d-e-f-g-h ﬁ İ ǅ ß ² ½ １２ co-op 's e.g. ROBG-168 f/yrkr"""
PIECES = st.one_of(
    st.sampled_from([*WORDS.split(), "\x00", "\x1a", "\n", "\u202e", "\u200b", "\ufeff", "a" * 70]),
    st.text(max_size=8),
    st.text(alphabet="yujaei", min_size=1, max_size=14),
)
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join)
)
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
    several = [asked_word(word, language) for word in typed.words]
    several += [asked_phrase(phrase, language) for phrase in (*typed.phrases, *typed.excluded)]
    for asked in several:
        assert OURS.sub("", sqlite._expression(asked)) == ""


@pytest.fixture
def library() -> None:
    publish("Orchids and lilies of ROBG-168.", title="Public")
    publish("Община и общини.", "bg", title="Публично")
    secret = publish("Secret s3cret orchids общини obshtina.", title="Hidden")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    expired = publish("Secret s3cret orchids община.", "bg", title="Hidden")
    Page.objects.filter(pk=expired.pk).update(live=False)


@pytest.mark.steady
@settings(max_examples=1200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, LANGUAGES, LANGUAGES, st.booleans())
def test_any_text_is_answered_with_public_pages_only(
    library: None, text: str, reader: str, language: str, verbatim: bool
) -> None:
    with translation.override(reader):
        outcome = Outcome(Search(reader, language, clean(text), verbatim=verbatim))
        titles = {"".join(part.text for part in result.title) for result in outcome.results}
    assert "Hidden" not in titles
    assert len(outcome.plan.words) <= MOST_WORDS
    assert outcome.total >= len(outcome.strict)
    assert (
        outcome.found.facets.get("type", {}).get("page", 0) == outcome.total
        if outcome.plan.query
        else outcome.total == 0
    )
    assert all("s3cret" not in form for word in outcome.words for form in (*word.forms, *word.read.used))
    assert "s3cret" not in outcome.plan.instead


OUR_SCRIPT = '<script type="module" src="/static/cms/suggestions.js"></script>'


@pytest.mark.steady
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@pytest.mark.parametrize("text", BREAKING)
@pytest.mark.usefixtures("library")
def test_what_breaks_other_searches_is_answered(text: str) -> None:
    for language in LANGUAGE_CODES:
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
