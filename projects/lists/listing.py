"""Lists of the library, narrowed, sorted and paged as the reader chose.

Filter first, sort second, page third; the facets and the total are counted in one query. The
page, the CSV and the feed show the same list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Lower
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.editions import Chain
from cms.facets import Facet, FacetChoices, facet_choices
from cms.models import PageFacet
from cms.pagination import Pagination, paginated
from cms.presenting import About, Context, PageView, Presenter, read_pages
from cms.searchable import LIST_IMPORTANCE
from cms.selection import Selection
from cms.structured import collection
from cms.templatetags.library import labelled
from cms.visibility import public_pages
from projects.facets import LANGUAGE
from projects.lists.cards import Card, best_editions, cards, shown
from projects.lists.timetable import Timetable, timetable
from projects.lists.types import list_type
from projects.models import LibraryIndexPage

PAGE_SIZE = 20
SORTS = {"": _("newest"), "title": _("name"), "changed": _("last change")}


@dataclass(frozen=True)
class Sort:
    """An order that a list offers."""

    label: Any
    address: str
    current: bool


@dataclass(frozen=True)
class WayOn:
    """A way out of an empty list: the choices to give up, the list without them, and how many works that has."""

    names: tuple[str, ...]
    address: str
    count: int


class Listing:
    """One type of works at the address of its list."""

    def __init__(self, facet_type: str, language: str, selection: Selection, address: str, month: str = "") -> None:
        self.facet_type = facet_type
        self.language = language
        self.type = list_type(facet_type)
        self.facets = self.type.facets
        self.selection = selection
        self.month = month  # of the calendar
        self.base = address
        self.works = best_editions(self.type.model, Chain.of_site(language))

    def address(self, selection: Selection, **parameters: str) -> str:
        """Return the address of the list with a selection and further parameters; the calendar shows its own month."""
        query = urlencode([*selection.pairs(), *parameters.items()])
        return f"{self.base}?{query}" if query else self.base

    def filtered(self, but: str = "") -> QuerySet[Any]:
        """Return the chosen works; the choice of facet `but` is left out."""
        works = self.works
        for name, values in self.selection.chosen.items():
            if name == but:
                continue
            if name == LANGUAGE.name:
                translated = public_pages(Page.objects.filter(locale__language_code__in=values))
                works = works.filter(translation_key__in=translated.values("translation_key"))
            else:
                has = PageFacet.objects.filter(page_id=OuterRef("pk"), name=name, value__in=values)
                works = works.filter(Exists(has))
        return works

    def ordered(self) -> QuerySet[Any]:
        """Return the chosen works in the chosen order."""
        works = self.filtered()
        if self.selection.sort == "title":
            return works.order_by(Lower("title"), "pk")
        if self.selection.sort == "changed":
            return works.order_by(F("last_published_at").desc(nulls_last=True), "pk")
        return works.order_by(*self.type.newest)

    @cached_property
    def _counts(self) -> dict[str, dict[str, int]]:
        """Return the number of works by facet and value, and the totals under "" and "*": one query.

        Every value that any work has is there, with zero where no chosen work has it.
        """
        queries = [_counted(self.filtered(), ""), _counted(self.works, "*")]
        for facet in self.facets:
            queries.append(_by_value(facet, self.filtered(but=facet.name)))
            if self.selection.chosen:
                queries.append(_by_value(facet, self.works, as_zero=True))
        counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for name, value, number in queries[0].union(*queries[1:], all=True):
            counts[name][value] = counts[name].get(value, 0) + number
        return counts

    @property
    def total(self) -> int:
        """Return how many works fit the choice."""
        return sum(self._counts[""].values())

    @property
    def everything(self) -> int:
        """Return how many works there are without any choice."""
        return sum(self._counts["*"].values())

    @cached_property
    def facet_choices(self) -> list[FacetChoices]:
        """Return each facet with the values that works have or that are chosen."""
        return facet_choices(
            self.facets,
            self._counts,
            self.selection.chosen,
            self.language,
            lambda name, value: self.address(self.selection.without(name, value)),
        )

    @property
    def chosen_count(self) -> int:
        """Return how many values are chosen."""
        return self.selection.chosen_count

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return what the form of the facets carries along."""
        return Selection(sort=self.selection.sort).pairs()

    @property
    def without_any(self) -> str:
        """Return the address of the list without any choice, in the same order."""
        return self.address(self.selection.changed(chosen={}))

    @property
    def page_count(self) -> int:
        """Return how many pages the list has, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def number(self) -> int:
        """Return the number of the shown page; one beyond the last shows the last."""
        return min(self.selection.page_number, self.page_count)

    @property
    def first(self) -> int:
        """Return the place in the list of the first work that is shown."""
        return (self.number - 1) * PAGE_SIZE + 1

    @property
    def pagination(self) -> Pagination:
        """Return the pages of the list."""

        def address(number: int) -> str:
            return self.address(self.selection.changed(page_number=number))

        return paginated(self.number, self.page_count, address)

    @cached_property
    def cards(self) -> list[Card]:
        """Return the works of the shown page."""
        start = self.first - 1
        return cards(shown(self.ordered())[start : start + PAGE_SIZE], self.language)

    def latest(self, limit: int) -> list[Card]:
        """Return the works of all pages that changed last, for those who follow the list."""
        works = self.filtered().order_by(F("last_published_at").desc(nulls_last=True), "pk")
        return cards(shown(works)[:limit], self.language)

    @property
    def placed(self) -> list[Card]:
        """Return the shown works that the order places."""
        return [card for card in self.cards if not self._apart(card)]

    @property
    def undated(self) -> list[Card]:
        """Return the shown works that an order by date cannot place: they stand at the end."""
        return [card for card in self.cards if self._apart(card)]

    def _apart(self, card: Card) -> bool:
        return not self.selection.sort and card.is_undated

    @cached_property
    def timetable(self) -> Timetable | None:
        """Return the dated sessions of the chosen trainings; None for another type, or where none has a date."""
        if not self.type.has_timetable:
            return None
        return timetable(
            self.filtered(),
            self.month,
            self.language,
            lambda month: f"{self.address(self.selection.changed(), month=month)}#calendar",
        )

    @property
    def sorts(self) -> list[Sort]:
        """Return the orders that the list offers."""
        return [
            Sort(label, self.address(self.selection.changed(sort=name)), name == self.selection.sort)
            for name, label in SORTS.items()
        ]

    @property
    def canonical_query(self) -> str:
        """Return the part of the address that search engines should keep: the page of the unfiltered list."""
        is_whole = not self.selection.chosen and not self.selection.sort
        return urlencode(Selection(page_number=self.number).pairs()) if is_whole else ""

    @property
    def everything_counted(self) -> str:
        """Return how many works there are, in words."""
        return self.type.counted % {"number": self.everything}

    @property
    def ways_on(self) -> list[WayOn]:
        """Return what each chosen facet hides: the lists without its choice that are not empty. One query."""
        chosen = [entry for entry in self.facet_choices if entry.chosen]
        if not chosen:
            return []
        queries = [_counted(self.filtered(but=entry.facet.name), entry.facet.name) for entry in chosen]
        counts = {name: number for name, _value, number in queries[0].union(*queries[1:], all=True)}
        return [
            WayOn(
                tuple(format_html("{}: {}", entry.facet.title, labelled(choice.label)) for choice in entry.chosen),
                self.address(self.selection.changed(chosen=_but(self.selection.chosen, entry.facet.name))),
                counts[entry.facet.name],
            )
            for entry in chosen
            if counts.get(entry.facet.name)
        ]

    @property
    def query(self) -> str:
        """Return the query string of this choice, "" where nothing is chosen."""
        return urlencode(self.selection.changed().pairs())

    @property
    def here(self) -> str:
        """Return the address of this choice."""
        return self.address(self.selection.changed())

    @property
    def csv_address(self) -> str:
        """Return the address of this choice as a table of text."""
        return self.address(self.selection.changed(), format="csv")

    @property
    def xlsx_address(self) -> str:
        """Return the address of this choice as a workbook."""
        return self.address(self.selection.changed(), format="xlsx")

    @property
    def feed_address(self) -> str:
        """Return the address of this choice as a feed."""
        return self.address(self.selection.changed(), format="atom")


def listing(facet_type: str, language: str, query: QueryDict, address: str) -> Listing:
    """Return the list of one type of works at `address` as a query asks for it."""
    selection = Selection.read(query, list_type(facet_type).facets, SORTS)
    return Listing(facet_type, language, selection, address, query.get("month", ""))


class ListPresenter(Presenter[PageView]):
    """How the page of a list is told apart from its works: by its title and summary."""

    importance = LIST_IMPORTANCE

    def views(self, pages: Sequence[LibraryIndexPage], language: str | None = None) -> list[PageView]:
        """Return the pages, which have no text of their own."""
        return [PageView(About.of(one.page, self.facet_type), one.language, ()) for one in read_pages(pages, language)]


def list_context(page: LibraryIndexPage, request: HttpRequest, context: Context) -> Context:
    """Return the list as the reader chose it."""
    found = listing(page.facet_type, page.language, request.GET, page.url_path)
    works = [card.page for card in found.cards]
    return {
        "listing": found,
        "canonical": context["canonical"] + (f"?{found.canonical_query}" if found.canonical_query else ""),
        "structured_data": collection(page, works, found.total, found.first),
    }


def _by_value(facet: Facet, works: QuerySet[Any], *, as_zero: bool = False) -> QuerySet[Any, Any]:
    """Return the number of works by the values of a facet, or zero for each value that they have."""
    works = works.order_by()
    if facet is LANGUAGE:
        same = public_pages(Page.objects.filter(translation_key__in=works.values("translation_key")))
        rows: QuerySet[Any] = same.order_by().values(value=F("locale__language_code"))
        number: Any = Count("translation_key", distinct=True)
    else:
        rows = PageFacet.objects.filter(name=facet.name, page_id__in=works.values("pk")).order_by().values("value")
        number = Count("page_id", distinct=True)
    columns = "facet", "value", "number"
    if as_zero:
        return rows.annotate(facet=Value(facet.name), number=Value(0)).values_list(*columns).distinct()
    return rows.annotate(facet=Value(facet.name), number=number).values_list(*columns)


def _but(chosen: Mapping[str, tuple[str, ...]], name: str) -> dict[str, tuple[str, ...]]:
    """Return a choice without one facet."""
    return {other: values for other, values in chosen.items() if other != name}


def _counted(works: QuerySet[Any], name: str) -> QuerySet[Any, Any]:
    """Return the number of works as one row, in the columns of the facets' rows."""
    return (
        works.order_by()
        .values("depth")
        .annotate(facet=Value(name), value=Value(""), number=Count("pk"))
        .values_list("facet", "value", "number")
    )
