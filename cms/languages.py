"""The languages of the library, and their names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale as BabelLocale
from babel.core import get_global
from django.conf import settings
from django.utils.translation import get_language

if TYPE_CHECKING:
    pass

LANGUAGE_CODES: tuple[str, ...] = tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
# Browsers of Norwegian readers send these; all of them read Bokmål here.
NORWEGIAN_CODES = ("no", "nn", "nb")
# Readers of English here are Europeans: 20 April 2017, not April 20.
_REGIONS = {"en": "en_GB"}


@cache
def babel_locale(language: str) -> BabelLocale:
    """Return Babel's locale of one of our language codes."""
    return BabelLocale.parse(_REGIONS.get(language, language))


@lru_cache(maxsize=1000)  # codes come from addresses too
def language_name(code: str, in_language: str) -> str:
    """Return the name of language `code` as written in `in_language`; unknown codes come back."""
    return babel_locale(in_language).languages.get(code, code)


@lru_cache(maxsize=1000)
def country_name(code: str, in_language: str) -> str:
    """Return the name of country `code` (ISO 3166-1 alpha-2) in a language; unknown codes come back."""
    return babel_locale(in_language).territories.get(code, code)


def current_language() -> str:
    """Return the language of this request as one of ours."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return language if language in LANGUAGE_CODES else settings.LANGUAGE_CODE


@cache
def locale_code(language: str) -> str:
    """Return a language with the country where it is spoken most, e.g. "bg_BG"."""
    locale = babel_locale(language)
    country = locale.territory or get_global("likely_subtags").get(language, language).split("_")[-1]
    return f"{locale.language}_{country}"
