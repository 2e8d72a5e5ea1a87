"""Money, numbers and dates in each language's own way, by Unicode CLDR."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel.dates import format_date, format_skeleton, get_day_names
from babel.numbers import format_currency, format_decimal, format_percent

from cms.languages import babel_locale, current_language

# These write four digits without a separator (minimumGroupingDigits of CLDR, which Babel leaves out).
_FOUR_DIGITS_TOGETHER = frozenset({"bg", "lv", "nb", "pl"})
# Where CLDR shortens the word for the year that a full date writes out ("2009. g. augusts").
_MONTHS = {"lv": "y. 'gada' MMMM"}
_DAY_BEFORE_MONTH = re.compile(r"(?<=[d.]) (?=M)")
_CODE_BEFORE_DIGIT = re.compile(r"(?<=[A-Za-z])(?=\d)")


def money(amount: Decimal, currency: str, language: str | None = None) -> str:
    """Return an exact amount with its currency, e.g. "1 489 666,82 €" in Bulgarian.

    `currency` is an ISO 4217 code; the currency's own number of decimals is kept.
    """
    language = language or current_language()
    grouped = _is_grouped(amount, language)
    written = format_currency(amount, currency, locale=babel_locale(language), group_separator=grouped)
    # CLDR sets a blank between the letters of a code and a digit (currencySpacing); Babel leaves it out.
    return _CODE_BEFORE_DIGIT.sub("\u00a0", written)


def number(value: Decimal | int, language: str | None = None) -> str:
    """Return a number with the language's separators and without empty decimals."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return _number(value, language or current_language())


@lru_cache(maxsize=5000)
def _number(value: Decimal | int, language: str) -> str:
    return format_decimal(value, locale=babel_locale(language), group_separator=_is_grouped(value, language))


def exact_number(value: Decimal | int, language: str) -> str:
    """Return a number with all its decimals, as a form shows it that will read it again."""
    plain = Decimal(value).normalize()
    return format_decimal(
        plain, locale=babel_locale(language), decimal_quantization=False, group_separator=_is_grouped(plain, language)
    )


def _is_grouped(value: Decimal | int, language: str) -> bool:
    """Tell whether a language sets separators into a number of this size."""
    return language not in _FOUR_DIGITS_TOGETHER or abs(Decimal(value)) >= 10_000


def percent(share: Decimal, language: str | None = None) -> str:
    """Return a share of 1 (0.85) as a percentage with all its decimals."""
    locale = babel_locale(language or current_language())
    return format_percent(share.normalize(), locale=locale, decimal_quantization=False)


def day(value: date, language: str | None = None) -> str:
    """Return a full date, e.g. "20 април 2017 г."; the day keeps its month beside it."""
    locale = babel_locale(language or current_language())
    return format_date(value, format=_held(locale.date_formats["long"].pattern), locale=locale)


def month(value: date, language: str | None = None) -> str:
    """Return a month with its year."""
    language = language or current_language()
    if language in _MONTHS:
        return format_date(value, format=_MONTHS[language], locale=babel_locale(language))
    return format_skeleton("yMMMM", value, locale=babel_locale(language))


def day_of_month(value: date, language: str | None = None) -> str:
    """Return a date without its year, e.g. "20 април", its parts on one line."""
    locale = babel_locale(language or current_language())
    return format_date(value, format=_held(locale.datetime_skeletons["MMMMd"].pattern), locale=locale)


def _held(pattern: str) -> str:
    """Return the pattern of a date in which no line ends between the day and its month."""
    return _DAY_BEFORE_MONTH.sub("\u00a0", pattern)


@cache
def weekdays(language: str) -> tuple[tuple[str, str], ...]:
    """Return the short and the full name of each weekday, Monday first, e.g. ("пн", "понеделник")."""
    short, full = (get_day_names(width, "stand-alone", babel_locale(language)) for width in ("short", "wide"))
    return tuple((short[number].rstrip("."), full[number]) for number in range(7))


def plural_category(value: Decimal | int, language: str) -> str:
    """Return the CLDR plural category ("one", "few", …) of a number in a language."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return babel_locale(language).plural_form(value)


def plural_categories(language: str) -> tuple[str, ...]:
    """Return the plural categories of a language in CLDR order, "other" last."""
    tags = babel_locale(language).plural_form.tags | {"other"}
    return tuple(tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in tags)


def plural_samples(language: str) -> tuple[str, ...]:
    """Return a number for each plural category of a language, in CLDR order, e.g. "1", "2", "5", "0.5" for Polish."""
    candidates = [*map(Decimal, range(1, 200)), Decimal(0), Decimal("0.5")]
    found: dict[str, Decimal] = {}
    for candidate in candidates:
        found.setdefault(plural_category(candidate, language), candidate)
    return tuple(number(found[category]) for category in plural_categories(language))
