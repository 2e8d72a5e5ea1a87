"""Numbers as each language writes them: read as meant, or refused with both readings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from cms.typed.numbers import read_number

LANGUAGES = ["bg", "en", "lv", "nb", "pl", "ro"]
ONE_READING = [
    ("1 250 000,00", "1250000.00"),
    ("1\xa0250\xa0000,50", "1250000.50"),
    ("1\u202f250\u2009000.5", "1250000.5"),
    ("1.250.000,00", "1250000.00"),
    ("1,250,000.00", "1250000.00"),
    ("1.250.000", "1250000"),
    ("1250000", "1250000"),
    ("1 250", "1250"),
    ("15,14", "15.14"),
    ("15.14", "15.14"),
    ("0,850", "0.850"),
    ("-5", "-5"),
    ("−5,5", "-5.5"),
    (" 7 ", "7"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "value"), ONE_READING)
def test_a_number_that_can_be_read_in_one_way_is_read_so_in_every_language(
    language: str, typed: str, value: str
) -> None:
    assert str(read_number(typed, language, 2)) == value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    [
        *("", "abc", "1e5", "NaN", "inf", "1,25 mln", "100 €", "12 50", "1.2.3", "1.250.00", ",5", "5,", "١٢"),
        *("9" * 5000, "1--2", "1\x002"),
    ],
)
def test_what_is_no_number_is_refused(language: str, typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        read_number(typed, language, 2)
    assert len(refused.value.messages[0]) < 200


@pytest.mark.parametrize(
    ("language", "typed", "places", "value"),
    [
        # As the language writes thousands.
        ("en", "1,250", 2, "1250"),
        ("ro", "1.250", 2, "1250"),
        # As the language writes decimals, where that many are kept.
        ("en", "1.250", 4, "1.250"),
        ("pl", "1,250", 4, "1.250"),
        ("ro", "1,250", 4, "1.250"),
        # Neither sign is the language's, or too many decimals: two readings.
        ("pl", "1.250", 2, None),
        ("bg", "1.250", 2, None),
        ("nb", "1.250", 4, None),
        ("lv", "1,250", 2, None),
        ("pl", "1,250", 0, None),
        ("en", "1.250", 2, None),
        ("ro", "1,250", 2, None),
    ],
)
def test_thousands_or_decimals_are_read_as_the_language_writes_them_or_refused(
    language: str, typed: str, places: int, value: str | None
) -> None:
    if value is not None:
        assert str(read_number(typed, language, places)) == value
        return
    with pytest.raises(ValidationError) as refused:
        read_number(typed, language, places)
    (message,) = refused.value.messages
    assert "1250" in message.replace(",", "").replace(".", "").replace("\xa0", "")
    assert ("1.25" if language == "en" else "1,25") in message


def test_a_reading_that_is_impossible_does_not_count() -> None:
    def is_latitude(value: Decimal) -> bool:
        return abs(value) <= 90

    assert read_number("52.229", "pl", 4, is_latitude) == Decimal("52.229")
    with pytest.raises(ValidationError, match="two ways"):
        read_number("52,229", "en", 4, is_latitude)
