"""Languages: their names, where a page answers, and where it is really translated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale as BabelLocale
from babel.core import get_global
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language

from cms.marks import NOT_TRANSLATED, ORIGINAL
from cms.visibility import public_pages

if TYPE_CHECKING:
    from cms.models import BasePage

LANGUAGE_CODES: tuple[str, ...] = tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
# Browsers of Norwegian readers send these; all of them read Bokmål here.
NORWEGIAN_CODES = ("no", "nn", "nb")
# Readers of English here are Europeans: 20 April 2017, not April 20.
_REGIONS = {"en": "en_GB"}


@dataclass(frozen=True)
class Edition:
    """One language of a page: its address where the page is public in it, else None.

    `origin` tells who wrote the words (a value of `cms.enums.TextOrigin`, "original", "none", or "" where nobody
    said), `stale` that the source changed since.
    """

    language: str
    address: str | None
    origin: str = ""
    stale: bool = False

    @classmethod
    def of(cls, language: str, page: BasePage | None) -> Edition:
        """Return the edition that a public page is, or the one that is missing."""
        if page is None:
            return cls(language, None, NOT_TRANSLATED)
        return cls.written(
            language, page.url_path, page.original_language, page.origin, page.source_changed_on is not None
        )

    @classmethod
    def written(cls, language: str, address: str, original_language: str, origin: str, stale: bool) -> Edition:
        """Return the edition of a public page by who wrote it; the original is nobody's translation and never stale."""
        if language == original_language:
            return cls(language, address, ORIGINAL)
        return cls(language, address, origin, stale)

    @property
    def name(self) -> str:
        """Return the language's name in itself."""
        return language_name(self.language, self.language).capitalize()


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


# What an edition is told by; the body of a page in five other languages stays where it is.
EDITION_FIELDS = (
    "title", "url_path", "translation_key", "locale__language_code", "original_language", "origin", "source_changed_on",
)  # fmt: skip


def editions(page: BasePage) -> list[Edition]:
    """Return all our languages in order, with the address where `page` is really translated.

    One query: the public pages that share the translation key. Aliases are never listed.
    """
    same: QuerySet[Any] = type(page)._default_manager.filter(translation_key=page.translation_key)
    siblings = {
        sibling.language: sibling for sibling in public_pages(same).select_related("locale").only(*EDITION_FIELDS)
    }
    # The page that is being shown is there, in a preview too.
    siblings[page.language] = page
    return [Edition.of(code, siblings.get(code)) for code in LANGUAGE_CODES]


@cache
def locale_code(language: str) -> str:
    """Return a language with the country where it is spoken most, e.g. "bg_BG"."""
    locale = babel_locale(language)
    country = locale.territory or get_global("likely_subtags").get(language, language).split("_")[-1]
    return f"{locale.language}_{country}"
