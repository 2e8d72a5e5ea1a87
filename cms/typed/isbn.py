"""ISBNs: their check digit (ISO 2108)."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

_SEPARATORS = re.compile(r"[\s‐‑‒–—−-]+")


def isbn_fault(typed: str) -> str:
    """Return what is wrong with an ISBN of ten or thirteen digits, in the editor's words; "" for a right one."""
    digits = _SEPARATORS.sub("", typed.upper().removeprefix("ISBN").lstrip(": "))
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        expected = str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits[:12])) % 10)
    elif re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        rest = -sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
        expected = "X" if rest == 10 else str(rest)
    else:
        return _("An ISBN has ten digits, or thirteen that begin with 978 or 979.")
    if digits[-1] == expected:
        return ""
    return _("This is no ISBN: after these digits the last one would be %(digit)s. Compare it with the book.") % {
        "digit": expected
    }
