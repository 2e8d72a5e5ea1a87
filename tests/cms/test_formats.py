"""Money, numbers and dates in each language's own way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cms.formats import day, day_of_month, money, month, number, percent, plural_categories, plural_category

NBSP, NARROW = "\u00a0", "\u202f"


def plain(text: str) -> str:
    """Return a text with ordinary blanks: which kind stands between digits is the language's affair."""
    return text.replace(NBSP, " ").replace(NARROW, " ")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("bg", "1 489 666,82 €"),
        ("en", "€1,489,666.82"),
        ("lv", "1 489 666,82 €"),
        ("nb", "1 489 666,82 €"),
        ("pl", "1 489 666,82 €"),
        ("ro", "1.489.666,82 EUR"),
    ],
)
def test_money_is_written_exactly_and_in_the_language_s_way(language: str, written: str) -> None:
    assert plain(money(Decimal("1489666.82"), "EUR", language)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("bg", "20 април 2017 г."),
        ("en", "20 April 2017"),
        ("lv", "2017. gada 20. aprīlis"),
        ("nb", "20. april 2017"),
        ("pl", "20 kwietnia 2017"),
        ("ro", "20 aprilie 2017"),
    ],
)
def test_a_day_is_written_in_the_language_s_way(language: str, written: str) -> None:
    assert plain(day(date(2017, 4, 20), language)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("bg", "20~април"),
        ("en", "20~April"),
        ("lv", "20.~aprīlis"),
        ("nb", "20.~april"),
        ("pl", "20~kwietnia"),
        ("ro", "20~aprilie"),
    ],
)
def test_no_line_ends_between_a_day_and_its_month(language: str, written: str) -> None:
    moment, held = date(2017, 4, 20), written.replace("~", NBSP)
    assert day_of_month(moment, language) == held
    assert held in day(moment, language)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("bg", "август 2009 г."),
        ("en", "August 2009"),
        ("lv", "2009. gada augusts"),
        ("nb", "august 2009"),
        ("pl", "sierpień 2009"),
        ("ro", "august 2009"),
    ],
)
def test_a_month_is_written_alone(language: str, written: str) -> None:
    assert plain(month(date(2009, 8, 1), language)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("bg", "3000,5"), ("en", "3,000.5"), ("lv", "3000,5"), ("nb", "3000,5"), ("pl", "3000,5"), ("ro", "3.000,5")],
)
def test_a_number_has_the_language_s_separators(language: str, written: str) -> None:
    assert plain(number(Decimal("3000.50"), language)) == written


@pytest.mark.parametrize(
    ("amount", "written"), [("1074741.60", "PLN 1,074,741.60"), ("12.00", "PLN 12.00"), ("9999.00", "PLN 9,999.00")]
)
def test_the_code_of_a_currency_stands_apart_from_the_digits(amount: str, written: str) -> None:
    assert plain(money(Decimal(amount), "PLN", "en")) == written


@pytest.mark.parametrize(("language", "written"), [("bg", "30 000"), ("pl", "30 000"), ("lv", "30 000")])
def test_five_digits_are_separated_everywhere(language: str, written: str) -> None:
    assert plain(number(30000, language)) == written


def test_a_whole_number_has_no_empty_decimals() -> None:
    assert number(Decimal("142.00"), "pl") == "142"


def test_a_share_is_written_as_a_percentage() -> None:
    assert plain(percent(Decimal("0.85"), "nb")) == "85 %"


@pytest.mark.parametrize(
    ("language", "categories"),
    [
        ("bg", ("one", "other")),
        ("en", ("one", "other")),
        ("lv", ("zero", "one", "other")),
        ("nb", ("one", "other")),
        ("pl", ("one", "few", "many", "other")),
        ("ro", ("one", "few", "other")),
    ],
)
def test_each_language_has_its_plural_categories(language: str, categories: tuple[str, ...]) -> None:
    assert plural_categories(language) == categories


@pytest.mark.parametrize(
    ("language", "value", "category"),
    [
        ("pl", 1, "one"),
        ("pl", 22, "few"),
        ("pl", 43, "few"),
        ("pl", 12, "many"),
        ("pl", Decimal("1.5"), "other"),
        ("pl", Decimal("5.00"), "many"),
        ("lv", 0, "zero"),
        ("lv", 21, "one"),
        ("lv", 26, "other"),
        ("ro", 19, "few"),
        ("ro", 20, "other"),
    ],
)
def test_a_number_takes_the_right_plural_form(language: str, value: Decimal | int, category: str) -> None:
    assert plural_category(value, language) == category
