"""The languages that a page is really translated into, and who wrote its words in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from cms.languages import LANGUAGE_CODES, language_name
from cms.marks import NOT_TRANSLATED, ORIGINAL
from cms.visibility import public_pages

if TYPE_CHECKING:
    from cms.models.pages import BasePage


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


@dataclass(frozen=True)
class Chain:
    """The languages that a reader takes, the best first; with `others` any other too, the original before them."""

    languages: tuple[str, ...]
    others: bool = False

    @classmethod
    def of_site(cls, language: str) -> Chain:
        """Return what a page of the site shows to readers of a language."""
        return cls((language, "en"), others=True)

    def best(self, by_language: Mapping[str, Any]) -> Any:
        """Return the best of the translations of one thing that are there, None where the reader takes none of them."""
        for code in self.languages:
            if code in by_language:
                return by_language[code]
        if not (self.others and by_language):
            return None
        several = sorted(by_language.values(), key=lambda one: one.pk)
        return next((one for one in several if getattr(one, "is_original", False)), several[0])


def best_of(rows: QuerySet[Any], chain: Chain) -> QuerySet[Any]:
    """Return of the translations among some rows, of pages or of concepts, the best one of each for a reader."""
    if len(chain.languages) == 1 and not chain.others:  # each has one translation in a language at most
        return rows.filter(locale__language_code=chain.languages[0])
    has_original = any(field.name == "original_language" for field in rows.model._meta.get_fields())
    original = Q(locale__language_code=F("original_language")) if has_original else None
    return best_among(rows, chain, "translation_key", "locale__language_code", original)


def best_among(rows: QuerySet[Any], chain: Chain, work: str, language: str, original: Q | None) -> QuerySet[Any]:
    """Return of the rows that have the same `work` the best one for a reader; `original` is true of the original."""
    places = [When(**{language: code}, then=Value(place)) for place, code in enumerate(chain.languages)]
    if not chain.others:
        rows = rows.filter(**{f"{language}__in": chain.languages})
    elif original is not None:
        places.append(When(original, then=Value(len(places))))
    rank = Case(*places, default=Value(len(places)), output_field=IntegerField())
    best = rows.filter(**{work: OuterRef(work)}).annotate(rank=rank).order_by("rank", "pk")
    return rows.filter(pk=Subquery(best.values("pk")[:1]))


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
