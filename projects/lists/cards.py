"""Works of the library as lists show them: each once, in the best language for the reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from cms.editions import Chain, Edition, best_of
from cms.facets import Label
from cms.languages import LANGUAGE_CODES
from cms.models import PageFacet
from cms.visibility import public_pages
from cms.withdrawal import sentence, standing, titled
from projects.facets import COUNTRY
from projects.lists.types import list_type
from projects.models import LibraryPage
from projects.values import Dates
from projects.wording import Span, span


@dataclass(frozen=True)
class Card:
    """A work as lists show it, to a reader of `language`."""

    page: Any
    language: str
    countries: tuple[Label, ...]
    editions: tuple[Edition, ...]

    @property
    def is_foreign(self) -> bool:
        """Tell whether the work is shown in another language than the reader's."""
        return bool(self.page.language != self.language)

    @property
    def edition(self) -> Edition:
        """Return the language in which the work is shown, with who wrote it."""
        return Edition.of(self.page.language, self.page)

    @property
    def plain_title(self) -> str:
        """Return the title for where no mark stands beside it."""
        return titled(self.page.title, self.page.withdrawn_on, self.page.language)

    @property
    def plain_summary(self) -> str:
        """Return the summary for where no mark stands beside it."""
        since = sentence(self.page.withdrawn_on, self.page.withdrawal_reason, self.page.language)
        return " ".join(filter(None, [since, self.page.summary]))

    @property
    def languages(self) -> list[str]:
        """Return the codes of the languages in which the work can be read."""
        return [edition.language for edition in self.editions if edition.address]

    @property
    def span(self) -> Span:
        """Return the period of a project or a training."""
        return span(Dates.of(self.page), self.language)

    @property
    def is_undated(self) -> bool:
        """Tell whether an order by date cannot place the work."""
        return not list_type(self.page.facet_type).is_dated(self.page)


def best_editions(model: type[LibraryPage], chain: Chain) -> QuerySet[Any]:
    """Return each public work of a type once, in the best language for a reader."""
    return best_of(public_pages(model._default_manager.all()), chain)


def cards(pages: Iterable[Any], language: str) -> list[Card]:
    """Return works as cards: two queries for any number of them, for their countries and their languages."""
    works = list(pages)
    countries: defaultdict[int, list[str]] = defaultdict(list)
    languages: defaultdict[Any, dict[str, str]] = defaultdict(dict)
    if works:
        for page_id, value in (
            PageFacet.objects.filter(page_id__in=[page.pk for page in works], name=COUNTRY.name)
            .order_by("pk")
            .values_list("page_id", "value")
        ):
            countries[page_id].append(value)
        same = Page.objects.filter(translation_key__in={page.translation_key for page in works})
        for key, code, address in public_pages(same).values_list(
            "translation_key", "locale__language_code", "url_path"
        ):
            languages[key][code] = address
    names = COUNTRY.labels({value for values in countries.values() for value in values}, language)
    return [
        Card(
            page,
            language,
            tuple(names[value] for value in countries[page.pk]),
            tuple(Edition(code, languages[page.translation_key].get(code)) for code in LANGUAGE_CODES),
        )
        for page in works
    ]


def shown(works: QuerySet[Any]) -> QuerySet[Any]:
    """Return works with what a card needs and without their text."""
    return list_type(works.model.facet_type).with_what_cards_need(works.select_related("locale").defer("body"))


def newest(facet_types: Sequence[str], language: str, limit: int) -> dict[str, list[Card]]:
    """Return the newest works of several types that stand: a query a type, and two for all of them."""
    found: list[Any] = []
    for facet_type in facet_types:
        of_type = list_type(facet_type)
        works = standing(best_editions(of_type.model, Chain.of_site(language))).order_by(*of_type.newest)
        found += shown(works)[:limit]
    by_type: dict[str, list[Card]] = {facet_type: [] for facet_type in facet_types}
    for card in cards(found, language):
        by_type[card.page.facet_type].append(card)
    return by_type
