"""What the front page shows of the library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from django.db.models import Case, Count, Value, When
from wagtail.models import Page

from cms.editions import Chain
from cms.facets import Label
from cms.formats import number
from cms.navigation import NavigationLink
from cms.visibility import public_pages
from cms.withdrawal import standing
from projects.enums import FigureKind
from projects.lists.cards import Card, best_editions, newest
from projects.lists.types import list_type, list_types
from projects.models import ProjectFigure, ProjectPage, Unit, index_pages
from projects.vocabulary.labels import labels
from projects.wording import unit_form

PROJECTS = 6
TITLES = 6
OTHER_TITLES = 2  # the room that the first of several types leaves for the others


@dataclass(frozen=True)
class Shelf:
    """The list of a type: its page, how many works it has, the newest of them."""

    title: str
    address: str
    total: int
    cards: list[Card]
    facet_type: str

    @property
    def words(self) -> str:
        """Return what the total counts, in the form that follows the number."""
        return str(list_type(self.facet_type).after_number % self.total)


@dataclass(frozen=True)
class Highlight:
    """A result in figures and the project that reached it: all of it in the language of the project's page."""

    value: str
    unit: Label | None
    what: str
    project: ProjectPage


@dataclass(frozen=True)
class FrontPage:
    """The library in short, and the template that shows it."""

    template: ClassVar[str] = "projects/front.html"
    shelves: dict[str, Shelf]
    highlight: Highlight | None

    @property
    def projects(self) -> Shelf | None:
        """Return the list of projects."""
        return next(iter(self._shown_as("rows")), None)

    @property
    def titles(self) -> list[Card]:
        """Return the newest of what can be read, more of the type that comes first."""
        found: list[Card] = []
        several = [shelf.cards for shelf in self.title_shelves]
        for place, cards in enumerate(several):
            room = TITLES - len(found)
            kept = min(sum(map(len, several[place + 1 :])), OTHER_TITLES)
            found += cards[: max(room - kept, 0)]
        return found

    @property
    def title_shelves(self) -> list[Shelf]:
        """Return the lists of what can be read."""
        return self._shown_as("titles")

    def _shown_as(self, look: str) -> list[Shelf]:
        wanted = (name for name, of_type in list_types().items() if of_type.on_front == look)
        return [self.shelves[name] for name in wanted if name in self.shelves]


def front_page(language: str, links: Iterable[NavigationLink]) -> FrontPage:
    """Return what the front page of a language shows of the lists below it: eight queries.

    A query each for the newest projects, handbooks and bulletins, two for what their cards say, one
    for the totals, and two for the result in figures.
    """
    lists = {link.model.facet_type: link for link in links if link.model in index_pages()}
    cards = newest([name for name in lists if list_type(name).on_front], language, PROJECTS)
    totals = _totals()
    shelves = {
        name: Shelf(link.title, link.address, totals.get(name, 0), cards.get(name, []), name)
        for name, link in lists.items()
    }
    return FrontPage(shelves, _highlight(language))


def _totals() -> dict[str, int]:
    """Return how many works of each type are public, whatever their languages: one query."""
    models = {of_type.model._meta.model_name: name for name, of_type in list_types().items()}
    works = public_pages(Page.objects.filter(content_type__app_label="projects", content_type__model__in=list(models)))
    counted = works.order_by().values("content_type__model").annotate(number=Count("translation_key", distinct=True))
    return {models[name]: total for name, total in counted.values_list("content_type__model", "number")}


def _highlight(language: str) -> Highlight | None:
    """Return the greatest result that counts in totals, with its project: two queries.

    A project that the reader can read in their language goes before others. Where there is none, the whole
    statement is in the language of the page: number, unit and words.
    """
    is_own = Case(When(page__locale__language_code=language, then=Value(0)), default=Value(1))
    figure = (
        ProjectFigure.objects.filter(
            kind=FigureKind.ACHIEVED,
            counts=True,
            part=False,
            page__in=standing(best_editions(ProjectPage, Chain.of_site(language))).order_by().values("pk"),
        )
        .exclude(what="")
        .select_related("page__locale")
        .defer("page__body")
        .order_by(is_own, "-value", "translation_key")
        .first()
    )
    if figure is None:
        return None
    written_in = figure.page.language
    unit = labels([(Unit, figure.unit_id)], written_in).get((Unit, figure.unit_id))
    return Highlight(number(figure.value, written_in), unit_form(unit, figure.value), figure.what, figure.page)
