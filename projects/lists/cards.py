"""Works of the library as lists show them: each once, in the best language for the reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Length, Lower, Substr
from wagtail.models import Page

from cms.editions import Edition
from cms.facets import Label
from cms.languages import LANGUAGE_CODES
from cms.models import PageFacet
from cms.visibility import public_pages
from cms.withdrawal import sentence, standing, titled
from projects.facets import COUNTRY
from projects.models import (
    BulletinPage,
    HandbookChapterPage,
    HandbookPage,
    LibraryPage,
    ProjectPage,
    TrainingPage,
    TrainingSession,
)
from projects.models.held import first_day, with_days
from projects.values import Dates
from projects.wording import Span, span

MODELS: dict[str, type[LibraryPage]] = {
    "project": ProjectPage,
    "training": TrainingPage,
    "handbook": HandbookPage,
    "bulletin": BulletinPage,
}
NEWEST: dict[str, tuple[Any, ...]] = {
    "project": (F("start").desc(nulls_last=True), Lower("title"), "pk"),
    "training": (
        first_day(TrainingSession._default_manager.all()).desc(nulls_last=True),
        F("project_id").asc(nulls_last=True),
        "path",
    ),
    "handbook": (F("year").desc(nulls_last=True), Lower("title"), "pk"),
    "bulletin": (F("date").desc(nulls_last=True), "-number", "pk"),
}


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
        """Tell whether an order by date cannot place the work; the issues of a bulletin have their number."""
        page = self.page
        if isinstance(page, BulletinPage):
            return False
        return (page.year if isinstance(page, HandbookPage) else page.days.first) is None


def best_editions(model: type[LibraryPage], language: str) -> QuerySet[Any]:
    """Return each public work of a type once: in `language`, else in English, else in its original."""
    rank = Case(
        When(locale__language_code=language, then=Value(0)),
        When(locale__language_code="en", then=Value(1)),
        When(locale__language_code=F("original_language"), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    best = (
        public_pages(model._default_manager.filter(translation_key=OuterRef("translation_key")))
        .annotate(rank=rank)
        .order_by("rank", "pk")
        .values("pk")[:1]
    )
    works: QuerySet[Any] = public_pages(model._default_manager.filter(pk=Subquery(best)))
    return works


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
    """Return works with what a card needs and without their text: of handbooks the number of their chapters."""
    works = works.select_related("locale").defer("body")
    if works.model is TrainingPage:
        return with_days(works, TrainingSession._default_manager.all())
    if works.model is HandbookPage:
        # A chapter lies one step of the tree below its handbook: its path is the handbook's and four signs.
        chapters = (
            public_pages(HandbookChapterPage._default_manager.all())
            .annotate(handbook_path=Substr("path", 1, Length("path") - Page.steplen))
            .filter(handbook_path=OuterRef("path"))
            .order_by()
            .values("handbook_path")
            .annotate(number=Count("pk"))
            .values("number")
        )
        works = works.annotate(chapters=Coalesce(Subquery(chapters), 0))
    return works


def newest(facet_types: Sequence[str], language: str, limit: int) -> dict[str, list[Card]]:
    """Return the newest works of several types that stand: a query a type, and two for all of them."""
    found: list[Any] = []
    for facet_type in facet_types:
        works = standing(best_editions(MODELS[facet_type], language)).order_by(*NEWEST[facet_type])
        found += shown(works)[:limit]
    by_type: dict[str, list[Card]] = {facet_type: [] for facet_type in facet_types}
    for card in cards(found, language):
        by_type[card.page.facet_type].append(card)
    return by_type
