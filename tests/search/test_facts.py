"""Dates, times, amounts and long numbers are read as one in each usual way of writing of six languages."""

from __future__ import annotations

from itertools import permutations

import pytest

from search.analysis import facts
from search.analysis.normalise import normalise
from search.analysis.typed_words import typed_words

# Ways of writing one thing, by language; each is searched for in pages that have each other one.
DAYS = {
    "bg": ["20.04.2017 г.", "20 април 2017 г.", "20 апр. 2017", "20.IV.2017 г.", "2017-04-20", "20/04/2017"],
    "en": ["20 April 2017", "April 20, 2017", "20th of April 2017", "20 Apr. 2017", "20/04/2017", "2017-04-20"],
    "lv": ["2017. gada 20. aprīlī", "2017. gada 20. aprīlis", "20.04.2017.", "20.04.2017", "2017-04-20"],
    "nb": ["20. april 2017", "20.04.2017", "20.4.2017", "20. apr. 2017", "20.04.17", "2017-04-20"],
    "pl": ["20 kwietnia 2017 r.", "20.04.2017 r.", "20 IV 2017", "20.4.2017", "20-04-2017", "2017-04-20"],
    "ro": ["20 aprilie 2017", "20.04.2017", "20 apr. 2017", "20.IV.2017", "20/04/2017", "2017-04-20"],
}
AMOUNTS = {
    "bg": ["1 250 000 лв.", "1,25 млн. лв.", "1,25 милиона лв.", "1250000 лв."],
    "en": ["1,250,000 euros", "1.25 million euros", "1250000 euros"],
    "lv": ["1 250 000 eiro", "1,25 milj. eiro", "1,25 miljoni eiro", "1250000 eiro"],
    "nb": ["1 250 000 kroner", "1,25 mill. kroner", "1,25 millioner kroner", "1.250.000 kroner"],
    "pl": ["1 250 000 zł", "1,25 mln zł", "1,25 miliona zł", "1.250.000,00 zł"],
    "ro": ["1.250.000 lei", "1,25 mil. lei", "1,25 milioane lei", "1 250 000 lei"],
}
TIMES = {
    "bg": ["10:30 ч.", "10.30 ч.", "10 ч. 30 мин."],
    "en": ["10:30", "10.30 am", "10:30 a.m."],
    "lv": ["plkst. 10.30", "plkst. 10:30"],
    "nb": ["kl. 10.30", "kl. 10:30"],
    "pl": ["godz. 10.30", "godz. 10:30"],
    "ro": ["ora 10.30", "ora 10:30", "ora 10 h 30"],
}


def pairs(ways: list[str]) -> list[tuple[str, str]]:
    return list(permutations(ways, 2))


def in_each_language(kinds: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    return [(language, *pair) for language, ways in kinds.items() for pair in pairs(ways)]


def common(one: str, other: str) -> bool:
    """Tell whether what a text is found by has a form of what a query asks for."""
    return not {form for fact in facts(one) for form in fact.forms}.isdisjoint(
        form for word in typed_words(other) for form in word.facts
    )


@pytest.mark.parametrize(("language", "written", "query"), in_each_language(DAYS))
def test_a_day_is_one_in_each_usual_way(language: str, written: str, query: str) -> None:
    assert common(written, query)


@pytest.mark.parametrize(("language", "written", "query"), in_each_language(AMOUNTS))
def test_an_amount_is_one_in_each_usual_way(language: str, written: str, query: str) -> None:
    assert common(written, query)


@pytest.mark.parametrize(("language", "written", "query"), in_each_language(TIMES))
def test_a_time_is_one_in_each_usual_way(language: str, written: str, query: str) -> None:
    assert common(written, query)


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("20 April 2017", "kwiecień 2017"),
        ("04.2017", "April 2017"),
        ("20–22 April 2017", "21.04.2017"),
        ("20-22.04.2017", "20 April 2017"),
        ("2.30 pm", "14:30"),
        ("250 thousand", "250 000"),
        ("€1.2m", "1,200,000"),
        ("04/20/2017", "20 April 2017"),
        ("12 mars 2017", "12.3.2017"),
        ("ISBN-13:978-954-92101-7-5", "9789549210175"),
    ],
)
def test_other_ways_of_writing_the_same(written: str, query: str) -> None:
    assert common(written, query)


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("20 April 2017", "20 April 2018"),
        ("20.04.2017", "21.04.2017"),
        ("marketing 2017", "March 2017"),
        ("1,25 mln", "1 250"),
        ("32.13.2017", "13.02.2017"),
        ("1.2.3", "1:02"),
        ("12 000 5 000", "120005"),
        ("5 millimetres", "5 000 000"),
    ],
)
def test_what_is_not_the_same(written: str, query: str) -> None:
    assert not common(written, query)


@pytest.mark.parametrize(("written", "word"), [("İstanbul", "istanbul"), ("İZMİR", "izmir"), ("I\u0307zmir", "izmir")])
def test_no_dot_is_left_of_a_turkish_letter(written: str, word: str) -> None:
    assert normalise(written) == normalise(normalise(written)) == word


@pytest.mark.parametrize("text", ["111-", "1 ", "20.04.", "10:", "1 000 ", "(1)", "1", "1,000,", "1.1 mln ", "111111-"])
def test_long_rows_of_figures_are_read_in_passing(text: str) -> None:
    assert len(facts(text * 9000 + "a")) < 40_000
