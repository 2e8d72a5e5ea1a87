"""Numbers as any of the languages writes them: "7,654", "7 654" and "7.654" are 7654, "1,5" is "1.5".

A number is read so only where no sign joins it to more: in "POWR.02.18", "12.05.2019" or "1.1.1.1" nothing is a
thousand or a tenth.
"""

from __future__ import annotations

import re

DECIMAL_SIGN = "·"  # chosen because no engine takes it for the end of a word

_BLANKS = " \u00a0\u2009\u202f"
_SIGNS = ",.'’"
_DASHES = r"\-‐‑–−"


def _with_signs(name: str) -> str:
    """Return the pattern of a number with signs: of thousands, at most four, of decimals, or of both."""
    sign = f"(?P={name})"
    thousands = (
        rf"[1-9][0-9]{{0,2}}(?P<{name}>[{_SIGNS}{_BLANKS}])[0-9]{{3}}(?:{sign}[0-9]{{3}}){{0,3}}"
        rf"(?![0-9]|{sign}[0-9]{{3}}(?![0-9]))(?:(?!{sign})[.,][0-9]+)?"
    )
    return rf"(?:{thousands}|[0-9]+[.,][0-9]+)"


NUMBER = _with_signs("sign")
# A number, or two with a dash between them, with a sign in either; letters may follow at once: "1.2m".
STANDING_NUMBER = (
    rf"(?<![0-9][{_SIGNS}])"
    rf"(?:{_with_signs('sign1')}(?:[{_DASHES}](?:{_with_signs('sign2')}|[0-9]+))?|[0-9]+[{_DASHES}]{_with_signs('sign3')})"
    rf"(?![0-9]|[{_SIGNS}{_DASHES}:/_@&+][0-9])"
)
# More than four thousands in a row are numbers of three digits, as in a table.
SEVERAL_NUMBERS = rf"(?<![0-9])[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}}){{5,}}(?![0-9]|[{_BLANKS}][0-9]{{3}})"

_THOUSANDS = re.compile(
    rf"[1-9][0-9]{{0,2}}(?P<sign>[{_SIGNS}{_BLANKS}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*(?P<rest>[.,][0-9]+)?"
)
_NO_CENTS = re.compile(rf"{DECIMAL_SIGN}00$")


def in_figures(number: str) -> str:
    """Return the normalised form of a number that `NUMBER` matches: its only sign is that of decimals."""
    grouped = _THOUSANDS.fullmatch(number)
    if grouped:
        decimals = grouped["rest"] or ""
        number = re.sub("[^0-9]", "", number.removesuffix(decimals)) + decimals
    return _NO_CENTS.sub("", re.sub("[.,]", DECIMAL_SIGN, number))


def is_number(form: str) -> bool:
    """Tell whether a normalised word is a number."""
    return form.replace(DECIMAL_SIGN, "").isdigit()
