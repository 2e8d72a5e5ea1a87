"""How pages are told: a model knows nothing of what stands on it.

A presenter reads a page once, into a view of values. What readers see, what the search reads and what machines are
told are made from the view, so that each work is told in one place. An application registers a presenter for its
types of pages in `AppConfig.ready`, and functions that add to what pages show beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cms.marks import behind
from cms.passages import Passage, mark_older, passages_of, sections
from cms.searchable import SearchContent, Section

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

Context = dict[str, Any]
# What machines are told, in the vocabulary of schema.org.
Data = dict[str, Any]
# Gets the page, the request and the context so far; returns what it adds.
AddsContext = Callable[[Any, "HttpRequest", Context], Mapping[str, Any]]
# Gets the page and the request; returns another form of the page, None where the page itself was asked for.
Answers = Callable[[Any, "HttpRequest"], "HttpResponseBase | None"]


@dataclass(frozen=True)
class About:
    """What every page says of itself.

    `key` is the same in all languages, `number` and the addresses are this edition's; addresses begin with "/".
    `changed_at` is when it was last published, or last saved where it never was.
    """

    number: int
    key: UUID
    type: str
    title: str
    summary: str
    description: str
    language: str
    original_language: str
    origin: str
    address: str
    permanent_address: str
    published_at: datetime | None
    changed_at: datetime | None
    reviewed_on: date | None
    source_changed_on: date | None
    withdrawn_on: date | None
    withdrawal_reason: str

    @classmethod
    def of(cls, page: Any, facet_type: str) -> About:
        """Return what a page of a type says of itself; asks the database for nothing but the page's language."""
        return cls(
            number=page.pk,
            key=page.translation_key,
            type=facet_type,
            title=page.title,
            summary=page.summary,
            description=page.search_description or page.summary,
            language=page.language,
            original_language=page.original_language or page.language,
            origin=page.origin,
            address=page.url_path,
            permanent_address=page.permanent_address,
            published_at=page.first_published_at,
            changed_at=page.last_published_at or page.latest_revision_created_at,
            reviewed_on=page.reviewed_on,
            source_changed_on=page.source_changed_on,
            withdrawn_on=getattr(page, "withdrawn_on", None),
            withdrawal_reason=getattr(page, "withdrawal_reason", ""),
        )

    @property
    def is_original(self) -> bool:
        """Tell whether the page was first written in its language."""
        return self.language == self.original_language


@dataclass(frozen=True)
class PageView:
    """What every page is made of: what it says of itself, the reader's language, the sections of its body."""

    about: About
    language: str
    passages: tuple[Passage, ...]

    @property
    def behind(self) -> str:
        """Return in the reader's language what of a translation is older than its original, "" where nothing is."""
        return behind(self.about.source_changed_on, sum(passage.is_older for passage in self.passages))


@dataclass(frozen=True)
class ReadPage:
    """A page with its reader's language and the sections of its body."""

    page: Any
    language: str
    passages: tuple[Passage, ...]


def read_pages(pages: Sequence[Any], language: str | None) -> list[ReadPage]:
    """Return pages of one type with what their bodies refer to: a query a kind of what is referred to.

    Without a language each page is for readers of its own.
    """
    prefetch_related_objects(pages, "locale")
    bodies = passages_of(pages)
    for page, body in zip(pages, bodies, strict=True):
        mark_older(body, page.older_places)
    return [ReadPage(page, language or page.language, tuple(body)) for page, body in zip(pages, bodies, strict=True)]


V = TypeVar("V", bound=PageView)


class Presenter(Generic[V]):
    """How one type of page is told.

    `views` reads pages of the type in a number of queries that does not grow with them; everything else is made from
    what it returns and asks the database for nothing.
    """

    model: Any = None  # the type of page
    facet_type: str = "page"  # the type as it stands in addresses
    name: Any = _("Page about the site")  # of the type, for readers
    kinds: Mapping[str, Any] = {}  # the names of the kinds that its pages can be of, by their values in addresses
    anchors: frozenset[str] = frozenset()  # of what its template shows beside the text
    list_type: Any = None  # how its pages are listed, where they have a list
    importance: float = 1.0  # what the page's rank in the search is multiplied by
    ages: bool = False  # whether the page is wanted less as years pass since its date

    def views(self, pages: Sequence[Any], language: str | None = None) -> list[V]:
        """Read pages of the type for a reader of a language; without one each page for readers of its own."""
        raise NotImplementedError

    def view(self, page: Any, language: str) -> V:
        """Read one page for a reader of a language."""
        (view,) = self.views([page], language)
        return view

    def context(self, view: V) -> Context:
        """Return what the page's template shows beside what every page shows."""
        return {}

    def sections(self, view: V) -> tuple[Section, ...]:
        """Return the page's text by section, as the search reads it; the view is in the page's own language."""
        return sections(view.passages)

    def structured(self, view: V) -> Data | None:
        """Return what the page is, in the vocabulary of schema.org; None where it says nothing of itself."""
        return None

    def facts_in_words(self, view: V) -> Mapping[str, tuple[str, ...]]:
        """Return what the sections of facts in a body say, by their kind; none where a body has no such sections."""
        return {}

    def date(self, view: V) -> date | None:
        """Return the date by which recent pages come first in the search."""
        return None

    def search_content(self, page: Any) -> SearchContent:
        """Return what the search reads of a page."""
        with override(page.language):
            view = self.view(page, page.language)
            text = self.sections(view)
        return SearchContent(page.title, page.summary, text, self.date(view), self.ages, importance=self.importance)


class PlainPresenter(Presenter[PageView]):
    """A page that is its body and nothing else."""

    def __init__(self, importance: float = 1.0) -> None:
        self.importance = importance

    def views(self, pages: Sequence[Any], language: str | None = None) -> list[PageView]:
        """Read the bodies."""
        return [
            PageView(About.of(one.page, self.facet_type), one.language, one.passages)
            for one in read_pages(pages, language)
        ]


_PRESENTERS: dict[type, Presenter[Any]] = {}
_ADDED: defaultdict[type, list[AddsContext]] = defaultdict(list)
_ANSWERS: dict[type, Answers] = {}


def present(page_type: type, presenter: Presenter[Any]) -> None:
    """Have a presenter tell a type of page, and all types made of it that have none of their own."""
    _PRESENTERS[page_type] = presenter


def presenters() -> list[Presenter[Any]]:
    """Return all presenters in the order in which they were registered."""
    return list(_PRESENTERS.values())


def presenter_of(page_type: type) -> Presenter[Any]:
    """Return the presenter of a type of page; raises LookupError where none is registered."""
    for one in page_type.__mro__:
        if one in _PRESENTERS:
            return _PRESENTERS[one]
    message = f"{page_type.__name__} has no presenter."
    raise LookupError(message)


def shows(page_type: type, adds: AddsContext) -> None:
    """Have a function add to the context of a type of page, and of all types made of it."""
    if adds not in _ADDED[page_type]:
        _ADDED[page_type].append(adds)


def answers(page_type: type, answer: Answers) -> None:
    """Have a function answer for a type of page, where another form of it than the page is asked for."""
    _ANSWERS[page_type] = answer


def other_form(page: Any, request: HttpRequest) -> HttpResponseBase | None:
    """Return the form of the page that is asked for, None where that is the page itself."""
    for page_type in type(page).__mro__:
        if page_type in _ANSWERS:
            return _ANSWERS[page_type](page, request)
    return None


def context_of(page: Any, request: HttpRequest, context: Context, language: str) -> Context:
    """Return the context with what is registered for the type of the page, and with what its presenter says.

    Functions for the more general type come first. What they add may be said anew by the presenter.
    """
    presenter = presenter_of(type(page))
    view = presenter.view(page, language)
    context["view"] = view
    for page_type in reversed(type(page).__mro__):
        for adds in _ADDED.get(page_type, ()):
            context.update(adds(page, request, context))
    context.update(presenter.context(view))
    if data := presenter.structured(view):
        context["structured_data"] = data
    return context
