"""Lists of the library, narrowed, sorted and paged as the reader chose.

Filter first, sort second, page third; the facets and the total are counted in one query. The
page, the CSV and the feed show the same list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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

from cms.facets import Facet, FacetChoices, facet_choices
from cms.models import PageFacet
from cms.pagination import Pagination, paginated
from cms.presenting import About, Context, PageView, Presenter
from cms.searchable import LIST_IMPORTANCE
from cms.structured import collection
from cms.templatetags.library import labelled
from cms.visibility import public_pages
from projects.facets import LANGUAGE
from projects.lists.cards import Card, best_editions, cards, shown
from projects.lists.timetable import Timetable, timetable
from projects.lists.types import list_type
from projects.models import LibraryIndexPage

PAGE_SIZE = 20
LONGEST_VALUE = 60
MOST_VALUES = 40
DEFAULT_SORT = "newest"
SORTS = {DEFAULT_SORT: _("newest"), "title": _("name"), "changed": _("last change")}


@dataclass(frozen=True)
class Selection:
    """What the reader chose: values by facet, the order, the page of the list, the month of its calendar."""

    chosen: Mapping[str, tuple[str, ...]]
    sort: str = DEFAULT_SORT
    number: int = 1
    month: str = ""

    @classmethod
    def read(cls, query: QueryDict, facets: Iterable[Facet]) -> Selection:
        """Read the choice from an address; what cannot be a choice is as if it were not there."""
        chosen = {facet.name: _values(query, facet.name) for facet in facets}
        sort = query.get("sort", "")
        page = query.get("page", "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
        return cls(
            {name: values for name, values in chosen.items() if values},
            sort if sort in SORTS else DEFAULT_SORT,
            max(number, 1),
            query.get("month", ""),
        )

    def query(self, **changes: Any) -> str:
        """Return this choice as a query string in a stable order, with changes; "" where nothing is chosen.

        Whatever changes, the list begins at its first page, and the calendar at its own month, unless
        `number` or `month` says otherwise.
        """
        chosen = changes.get("chosen", self.chosen)
        sort, number = changes.get("sort", self.sort), changes.get("number", 1)
        pairs = [(name, value) for name in sorted(chosen) for value in sorted(chosen[name])]
        if sort != DEFAULT_SORT:
            pairs.append(("sort", sort))
        if number > 1:
            pairs.append(("page", str(number)))
        if month := changes.get("month"):
            pairs.append(("month", month))
        return urlencode(pairs)

    def without(self, name: str, value: str) -> str:
        """Return the query string without one value."""
        kept = tuple(other for other in self.chosen.get(name, ()) if other != value)
        return self.query(chosen={**self.chosen, name: kept})


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

    def __init__(self, facet_type: str, language: str, selection: Selection, address: str) -> None:
        self.facet_type = facet_type
        self.language = language
        self.type = list_type(facet_type)
        self.facets = self.type.facets
        self.selection = selection
        self.base = address
        self.works = best_editions(self.type.model, language)

    def address(self, query: str) -> str:
        """Return the list's address with a query string."""
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
        return sum(len(values) for values in self.selection.chosen.values())

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return what the form of the facets carries along."""
        return [("sort", self.selection.sort)] if self.selection.sort != DEFAULT_SORT else []

    @property
    def without_any(self) -> str:
        """Return the address of the list without any choice, in the same order."""
        return self.address(self.selection.query(chosen={}))

    @property
    def page_count(self) -> int:
        """Return how many pages the list has, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def number(self) -> int:
        """Return the number of the shown page; one beyond the last shows the last."""
        return min(self.selection.number, self.page_count)

    @property
    def first(self) -> int:
        """Return the place in the list of the first work that is shown."""
        return (self.number - 1) * PAGE_SIZE + 1

    @property
    def pagination(self) -> Pagination:
        """Return the pages of the list."""
        return paginated(self.number, self.page_count, lambda number: self.address(self.selection.query(number=number)))

    @cached_property
    def cards(self) -> list[Card]:
        """Return the works of the shown page."""
        start = self.first - 1
        return cards(shown(self.ordered())[start : start + PAGE_SIZE], self.language)

    @property
    def all_cards(self) -> list[Card]:
        """Return the works of all pages, for what is taken away as a file."""
        return cards(shown(self.ordered()), self.language)

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
        return self.selection.sort == DEFAULT_SORT and card.is_undated

    @cached_property
    def timetable(self) -> Timetable | None:
        """Return the dated sessions of the chosen trainings; None for another type, or where none has a date."""
        if not self.type.has_timetable:
            return None
        return timetable(
            self.filtered(),
            self.selection.month,
            self.language,
            lambda month: f"{self.address(self.selection.query(month=month))}#calendar",
        )

    @property
    def sorts(self) -> list[Sort]:
        """Return the orders that the list offers."""
        return [
            Sort(label, self.address(self.selection.query(sort=name)), name == self.selection.sort)
            for name, label in SORTS.items()
        ]

    @property
    def canonical_query(self) -> str:
        """Return the part of the address that search engines should keep: the page of the unfiltered list."""
        is_whole = not self.selection.chosen and self.selection.sort == DEFAULT_SORT
        return Selection({}).query(number=self.number) if is_whole else ""

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
                self.address(self.selection.query(chosen=_but(self.selection.chosen, entry.facet.name))),
                counts[entry.facet.name],
            )
            for entry in chosen
            if counts.get(entry.facet.name)
        ]

    @property
    def here(self) -> str:
        """Return the address of this choice."""
        return self.address(self.selection.query())

    @property
    def csv_address(self) -> str:
        """Return the address of this choice as a table."""
        return self._exported("csv")

    @property
    def feed_address(self) -> str:
        """Return the address of this choice as a feed."""
        return self._exported("atom")

    def _exported(self, format_name: str) -> str:
        query = self.selection.query()
        return self.address(f"{query}&format={format_name}" if query else f"format={format_name}")


def listing(facet_type: str, language: str, query: QueryDict, address: str) -> Listing:
    """Return the list of one type of works at `address` as a query asks for it."""
    return Listing(facet_type, language, Selection.read(query, list_type(facet_type).facets), address)


class ListPresenter(Presenter[PageView]):
    """How the page of a list is told apart from its works: by its title and summary."""

    importance = LIST_IMPORTANCE

    def view(self, page: LibraryIndexPage, language: str) -> PageView:
        """Return the page, which has no text of its own."""
        return PageView(About.of(page, self.facet_type), language, ())


def list_context(page: LibraryIndexPage, request: HttpRequest, context: Context) -> Context:
    """Return the list as the reader chose it."""
    found = listing(page.facet_type, page.language, request.GET, page.url_path)
    works = [card.page for card in found.cards]
    return {
        "listing": found,
        "canonical": context["canonical"] + (f"?{found.canonical_query}" if found.canonical_query else ""),
        "structured_data": collection(page, works, found.total, found.first),
    }


def _values(query: QueryDict, name: str) -> tuple[str, ...]:
    """Return the values of a facet in a query, each once, as many as anybody would choose."""
    values = (value for value in query.getlist(name) if 0 < len(value) <= LONGEST_VALUE and value.isprintable())
    return tuple(dict.fromkeys(values))[:MOST_VALUES]


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
