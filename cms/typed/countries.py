"""Countries as people write them: their two letters, or their name in any language of the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.languages import LANGUAGE_CODES, babel_locale, country_name
from cms.slugs import ascii_slug

# Two letters in CLDR that are no country's: unions, outlying islands, test data.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
# What the Union's own offices write for Greece and the United Kingdom.
_ALSO = {"EL": "GR", "UK": "GB"}
_SHOWN = 3


@cache
def country_codes(language: str) -> tuple[str, ...]:
    """Return the two letters of each country (ISO 3166-1 alpha-2)."""
    codes = map(str, babel_locale(language).territories)
    return tuple(code for code in codes if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES)


def read_country(typed: str, language: str) -> str:
    """Return the two letters of the country that was typed; raises ValidationError that offers similar names."""
    text = typed.strip()
    code = _ALSO.get(text.upper(), text.upper())
    if code in country_codes(language):
        return code
    folded = ascii_slug(text)
    if folded and folded in _codes_by_name():
        return _codes_by_name()[folded]
    offered = ", ".join(f"{country_name(code, language)} ({code})" for code in _similar(folded))
    if offered:
        message = _("“%(typed)s” is no country. Did you mean one of these: %(offered)s?")
    else:
        message = _("“%(typed)s” is no country. Enter its name or its two letters, for example %(offered)s.")
        offered = f"{country_name('BG', language)}, BG"
    raise ValidationError(message, code="invalid", params={"typed": text[:60], "offered": offered})


def in_words(code: str, language: str) -> str:
    """Return a country's letters with its name, e.g. "PL – Polska"."""
    return f"{code} – {country_name(code, language)}"


@cache
def _codes_by_name() -> Mapping[str, str]:
    """Return the country of each name in each of our languages, without diacritics, in Latin letters."""
    return {
        ascii_slug(name): code
        for language in LANGUAGE_CODES
        for code in country_codes(language)
        for name in _names(code, language)
    }


def _names(code: str, language: str) -> Iterator[str]:
    territories = babel_locale(language).territories
    yield territories[code]
    for variant in ("short", "variant"):
        if found := territories.get(f"{code}-alt-{variant}"):
            yield found


def _similar(folded: str) -> list[str]:
    """Return the countries whose names look like a word, the most similar first."""
    names = _codes_by_name()
    close = get_close_matches(folded, names, n=_SHOWN * 2, cutoff=0.75)
    return list(dict.fromkeys(names[name] for name in close))[:_SHOWN]
