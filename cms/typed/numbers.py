"""Numbers as people write them: blanks, dots and commas as the language has them; two readings are refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from babel.numbers import get_decimal_symbol, get_group_symbol
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.formats import exact_number, number
from cms.languages import babel_locale

LONGEST = 24  # signs; what a field keeps has at most 18
_NUMBER = re.compile(r"(-?)([0-9][0-9 .,]*)")
_GROUPED = r"[0-9]{1,3}(?:%s[0-9]{3})+"
_MINUS = str.maketrans("−–‒", "---")


def read_number(
    typed: str, language: str, places: int | None = None, fits: Callable[[Decimal], bool] = lambda _value: True
) -> Decimal:
    """Return the number that was typed in a language's way, or in any way that can be read as one number only.

    `places` is how many decimals are kept, `fits` tells whether a number is one that is possible at all: what
    could be thousands or decimals is taken as the language writes it where that fits, else refused with both
    readings. Raises ValidationError.
    """
    text = " ".join(typed.translate(_MINUS).split())
    found = _NUMBER.fullmatch(text) if len(text) <= LONGEST else None
    readings = _readings(found[2]) if found else ()
    if found is None or not readings:
        example = Decimal("1250000.5") if places != 0 else 1_250_000
        raise ValidationError(
            _("“%(typed)s” cannot be read as a number. Write it in digits, for example %(example)s."),
            code="invalid",
            params={"typed": typed[:LONGEST], "example": number(example, language)},
        )
    values = [Decimal(found[1] + reading) for reading in readings]
    if len(values) == 1:
        return values[0]
    with_decimals, thousands = values
    possible = fits(with_decimals) and (places is None or places >= 3), fits(thousands)
    locale = babel_locale(language)
    sign = "," if "," in text else "."
    if sign == get_decimal_symbol(locale) and possible[0]:
        return with_decimals
    if sign == get_group_symbol(locale) and possible[1]:
        return thousands
    if sign not in {get_decimal_symbol(locale), get_group_symbol(locale)} and possible == (True, False):
        return with_decimals
    raise ValidationError(
        _("“%(typed)s” can be read in two ways, as %(first)s or as %(second)s. Write the one that you mean like that."),
        code="ambiguous",
        params={
            "typed": typed[:LONGEST],
            "first": exact_number(with_decimals, language),
            "second": number(thousands, language) if thousands >= 10_000 else str(thousands),
        },
    )


def _readings(text: str) -> tuple[str, ...]:
    """Return what a number can be: none, one, or two readings as Python writes them, that with decimals first."""
    text = text.rstrip()
    whole, sign, decimals = _parted(text)
    if not sign:
        digits = _ungrouped(text)
        return (digits,) if digits else ()
    others = {" ", ".", ","} & set(whole)
    if not decimals.isdecimal() or sign in others:
        # The last sign stands more than once: it parts thousands, or nothing.
        digits = _ungrouped(text)
        return (digits,) if digits else ()
    before = _ungrouped(whole)
    if not before:
        return ()
    as_decimal = f"{before}.{decimals}"
    could_be_thousands = not others and len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0")
    return (as_decimal, whole + decimals) if could_be_thousands else (as_decimal,)


def _parted(text: str) -> tuple[str, str, str]:
    """Return what stands before the last dot or comma, that sign, and what follows it."""
    place = max(text.rfind("."), text.rfind(","))
    return (text[:place], text[place], text[place + 1 :]) if place >= 0 else (text, "", "")


def _ungrouped(text: str) -> str:
    """Return the digits of a whole number whose thousands one sign parts, or none; "" where it is not one."""
    if text.isdecimal():
        return text
    signs = set(text) & {" ", ".", ","}
    if len(signs) != 1:
        return ""
    (sign,) = signs
    return text.replace(sign, "") if re.fullmatch(_GROUPED % re.escape(sign), text) else ""
