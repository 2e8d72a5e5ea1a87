"""Numbers in each language's way of writing, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis.normalise import word_spans
from search.analysis.numbers import in_figures, is_number


def words(text: str) -> list[str]:
    return [span.form for span in word_spans(text) if not span.is_whole]


@pytest.mark.parametrize(
    "written",
    ["7654", "7,654", "7.654", "7 654", "7\u00a0654", "7\u202f654", "7\u2009654", "7’654", "7,654.00", "7.654,00"],
)
def test_thousands_are_written_in_many_ways(written: str) -> None:
    assert words(written) == ["7654"]


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        ("1.5 1,5 0,75", ["1·5", "1·5", "0·75"]),
        ("1.234.567,89 1,234,567.89 1 234 567,89", ["1234567·89"] * 3),
        ("0.125 1234.567", ["0·125", "1234·567"]),
        ("EUR 1.2 million, €1.2m, 7,654kWh", ["eur", "1·2", "million", "1·2", "m", "7654", "kwh"]),
        ("20 % 20%", ["20", "20"]),
        ("10 000–20 000, 1.5-2.5, 5–7,5", ["10000", "20000", "1·5", "2·5", "5", "7·5"]),
        ("2014–2020", ["2014", "2020"]),
        ("in 2014 200 people", ["in", "2014", "200", "people"]),
        ("12 000 5 000", ["12000", "5000"]),
        ("100 200 300 400 500 600 700", ["100", "200", "300", "400", "500", "600", "700"]),
        ("1, 2,3,4 and 5.", ["1", "2", "3", "4", "and", "5"]),
        ("1,234,5", ["1", "234", "5"]),
        ("Text² CO₂ 100m²", ["text", "2", "co", "2", "100", "m", "2"]),
    ],
)
def test_a_number_is_one_word(written: str, figures: list[str]) -> None:
    assert words(written) == figures


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("POWR.02.18.00-IP.01", ["powr", "02", "18", "00", "ip", "01"]),
        ("BG05M9OP001-1.003", ["bg", "05", "m", "9", "op", "001", "1", "003"]),
        ("12.05.2019", ["12", "05", "2019"]),
        ("1.1.1.1/18/A/001", ["1", "1", "1", "1", "18", "a", "001"]),
        ("2016/679", ["2016", "679"]),
        ("10:30", ["10", "30"]),
    ],
)
def test_what_is_tied_to_more_by_signs_is_no_number(written: str, pieces: list[str]) -> None:
    assert words(written) == pieces


@settings(max_examples=300, deadline=None)
@given(st.integers(1000, 999_999_999_999), st.sampled_from([",", ".", " ", "\u00a0", "\u2009", "\u202f", "'", "’"]))
def test_any_number_is_the_same_in_groups(number: int, sign: str) -> None:
    assert words(f"about {number:,} pieces".replace(",", sign)) == ["about", str(number), "pieces"]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789 ,.'-–/a\u00a0", max_size=60))
def test_no_figure_is_lost_or_moved(text: str) -> None:
    for span in word_spans(text):
        written = text[span.start : span.end]
        if not span.is_whole and is_number(span.form):
            figures = "".join(filter(str.isdigit, written))
            assert span.form.replace("·", "") in (figures, figures.removesuffix("00"))
            assert in_figures(span.form) == span.form


@pytest.mark.parametrize(
    "text", ["111," * 20_000, "1 000 " * 15_000, "1,0" * 20_000, "1-1.1-" * 15_000, "100 " * 20_000]
)
def test_long_rows_of_figures_are_read_in_passing(text: str) -> None:
    assert len(words(text)) >= 10_000
