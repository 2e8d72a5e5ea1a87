"""Items of the library: what all of them say, and how those of a type are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain
from typing import Any, Literal, cast
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet, UUIDField
from django.utils import timezone
from django.utils.translation import gettext_noop
from pydantic import Field, create_model
from wagtail.models import Page

from api.language_choice import LanguageChoice
from api.languages import RESOURCES as WORKS
from api.library.schemas import answer_of, fields_of, fields_told, name_of, value_of
from api.references import Reference, api_address
from api.schemas import Answer, described
from cms.bodies.reading import Body, bodies
from cms.bodies.types import data_types, one_of
from cms.editions import EDITION_FIELDS, Edition
from cms.languages import LANGUAGE_CODES
from cms.models import BasePage
from cms.prepared import Prepared, Several
from cms.presenting import PageView, Presenter, presenter_of
from cms.site_addresses import permanent_address, whole
from cms.visibility import NOW, in_restricted_collection, public_pages
from projects.works.downloads import pdf_address
from projects.works.work import WorkPresenter, views_together

BLOCKS, HTML, MARKDOWN = "blocks", "html", "markdown"
FORMATS = (BLOCKS, HTML, MARKDOWN)
OUT_OF_STEP = gettext_noop("Since when the original says something else; null of one that is up to date.")

# The views of some pages with their items, and all translations of items by their keys.
Told = tuple[Sequence[Any], list[dict[str, Any]]]
Translations = Mapping[UUID, list[dict[str, Any]]]

Block = one_of([answer_of(told) for told in data_types()])


class Translation(Answer):
    """An item in a language."""

    model_config = described(gettext_noop("An item in one of the languages in which it is public."))

    language: str = Field(description=gettext_noop("Code of the language."))
    title: str = Field(description=gettext_noop("Title in this language."))
    address: str = Field(description=gettext_noop("Address of the item in this language."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    api_address: str = Field(description=gettext_noop("Address of the item in this language in the API."))
    origin: str | None = Field(description=gettext_noop("Who wrote the words; null where nobody said."))
    source_changed_on: date | None = Field(description=OUT_OF_STEP)
    reviewed_on: date | None = Field(description=gettext_noop("When somebody last checked that the page is right."))
    published_at: datetime | None = Field(description=gettext_noop("When it was published first."))


class BodyOfItem(Answer):
    """The text of an item."""

    model_config = described(gettext_noop("The text of an item in the form that was asked for; the others are null."))

    format: Literal["blocks", "html", "markdown"] = Field(description=gettext_noop("The form of the text."))
    blocks: list[Block] | None = Field(  # type: ignore[valid-type]  # made of the blocks that there are
        description=gettext_noop("Blocks in their order, each of a type.")
    )
    html: str | None = Field(description=gettext_noop("HTML to be embedded, with whole addresses."))
    markdown: str | None = Field(description=gettext_noop("Markdown (CommonMark) with tables."))


class RelatedItem(Reference):
    """Another item and its languages."""

    model_config = described(gettext_noop("Another item, in the language in which the reader reads it best."))

    languages: list[str] = Field(description=gettext_noop("Languages in which the item is there."))


class Item(Answer):
    """What every item says."""

    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    language: str = Field(description=gettext_noop("Code of the language served."))
    requested: str = Field(description=gettext_noop("Code of the language asked for."))
    original_language: str = Field(description=gettext_noop("Code of the language in which it was first written."))
    origin: str | None = Field(description=gettext_noop("Who wrote the words; null where nobody said."))
    title: str = Field(description=gettext_noop("Title of the item."))
    summary: str | None = Field(description=gettext_noop("summary"))
    address: str = Field(description=gettext_noop("Address of the item."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    api_address: str = Field(description=gettext_noop("Address of the item in the API."))
    pdf_address: str | None = Field(
        description=gettext_noop("Address of the work as PDF; null of a page, which is none.")
    )
    published_at: datetime | None = Field(description=gettext_noop("When it was published first."))
    changed_at: datetime | None = Field(description=gettext_noop("last change"))
    reviewed_on: date | None = Field(description=gettext_noop("When somebody last checked that the page is right."))
    source_changed_on: date | None = Field(description=OUT_OF_STEP)
    older_sections: list[str] = Field(
        description=gettext_noop("Anchors of the sections in which the original says something else by now.")
    )
    withdrawn_on: date | None = Field(description=gettext_noop("withdrawn on"))
    withdrawal_reason: str | None = Field(description=gettext_noop("reason for the withdrawal"))
    translations: list[Translation] = Field(
        description=gettext_noop("The item in all languages in which it is public.")
    )
    body: BodyOfItem | None = Field(description=gettext_noop("The text; null where it was not asked for."))


def reference(type_name: str, key: UUID, title: str, address: str, *, languages: Sequence[str]) -> Any:
    """Return another item as a `RelatedItem` has it; the first of `languages` is the one it is told in."""
    language = languages[0]
    return {
        "type": type_name,
        "key": key,
        "language": language,
        "title": title,
        "address": whole(address),
        "api_address": api_address(type_name, key, language),
        "languages": sorted(languages, key=LANGUAGE_CODES.index),
    }


@dataclass(frozen=True)
class ItemType:
    """A type of item: the pages it is made of, and what it says beside its view.

    `further` are fields by their name, each with its schema, what is said of it, and how it is got of a view.
    """

    model: type[BasePage]
    view: type[PageView]
    further: Mapping[str, tuple[Any, str, Callable[[Any], Any]]] = field(default_factory=dict)

    @property
    def presenter(self) -> Presenter[Any]:
        """Return how pages of the type are told."""
        return presenter_of(self.model)

    @property
    def name(self) -> str:
        """Return the type as answers name it."""
        return str(getattr(self.model, "facet_type", "page"))

    @cached_property
    def schema(self) -> type[Item]:
        """Return the schema of an item of the type."""
        told = name_of(self.view)
        further = {name: (hint, Field(description=said)) for name, (hint, said, _value) in self.further.items()}
        of_type: Any = (Literal[self.name], Field(self.name, description=gettext_noop("Type of the item.")))
        fields: Any = {"type": of_type, **fields_of(self.view), **further}

        class Described(Item):
            """An item of a type."""

            model_config = answer_of(self.view).model_config

        return cast("type[Item]", create_model(told, __base__=Described, **fields))

    def editions(self, keys: Iterable[UUID], languages: Iterable[str] = LANGUAGE_CODES) -> list[Any]:
        """Return the public pages of some items in some languages, with their own pictures: one query."""
        return self._editions.objects(keys=keys, languages=languages, now=timezone.now())

    def editions_without_text(self, keys: Iterable[UUID]) -> list[Any]:
        """Return the public pages of some items in all languages, with pictures but without bodies: one query."""
        return self._without_text.objects(keys=keys, languages=LANGUAGE_CODES, now=timezone.now())

    def translations(self, keys: Iterable[UUID]) -> Translations:
        """Return all translations of some items: one query."""
        pages = self._briefly.objects(keys=keys, languages=LANGUAGE_CODES, now=timezone.now())
        return translations_of(self, pages)

    @cached_property
    def _editions(self) -> Prepared:
        return Prepared(lambda: with_own_pictures(self, _in_languages(self.model)))

    @cached_property
    def _without_text(self) -> Prepared:
        return Prepared(lambda: without_text(self, with_own_pictures(self, _in_languages(self.model))))

    @cached_property
    def _briefly(self) -> Prepared:
        return Prepared(lambda: _in_languages(self.model).only(*TRANSLATION_FIELDS))

    def told(
        self,
        pages: Sequence[Any],
        requested: str,
        form: str | None,
        translations: Translations,
        left_out: Collection[str] = (),
    ) -> Told:
        """Return the views of pages of the type, and items as their schema has them (`told_together`)."""
        (told,) = told_together([(self, pages, translations)], requested, form, left_out)
        return told

    def item(
        self, view: Any, requested: str, translations: list[Any], body: Any, left_out: Collection[str]
    ) -> dict[str, Any]:
        """Return the item of a view, but for the fields that are left out."""
        about = view.about
        written = Edition.written(
            about.language, about.address, about.original_language, about.origin, about.source_changed_on is not None
        )
        item = {
            "type": self.name,
            "key": about.key,
            "language": about.language,
            "requested": requested,
            "original_language": about.original_language,
            "origin": str(written.origin) or None,
            "title": about.title,
            "summary": about.summary or None,
            "address": whole(about.address),
            "permanent_address": whole(about.permanent_address),
            "api_address": api_address(self.name, about.key, about.language),
            "pdf_address": whole(pdf_address(about.language, about.number)) if self.name in WORKS else None,
            "published_at": in_utc(about.published_at),
            "changed_at": in_utc(about.changed_at),
            "reviewed_on": about.reviewed_on,
            "source_changed_on": about.source_changed_on,
            "older_sections": [passage.anchor for passage in view.passages if passage.is_older],
            "withdrawn_on": about.withdrawn_on,
            "withdrawal_reason": about.withdrawal_reason or None,
            "translations": translations,
            "body": body,
            **fields_told(view, self.view, left_out),
            **{name: value(view) for name, (_hint, _said, value) in self.further.items() if name not in left_out},
        }
        return {name: value for name, value in item.items() if name not in left_out} if left_out else item


def in_utc(moment: datetime | None) -> datetime | None:
    """Return a moment as all are told; that of a draft is in the time zone in which it was saved."""
    return moment and moment.astimezone(UTC)


def _body(text: Body | None, form: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {
        "format": form,
        "blocks": [value_of(block) for block in text.blocks] if form == BLOCKS else None,
        "html": text.html if form == HTML else None,
        "markdown": text.markdown if form == MARKDOWN else None,
    }


def told_together(
    groups: Sequence[tuple[ItemType, Sequence[Any], Translations]],
    requested: str,
    form: str | None = None,
    left_out: Collection[str] = (),
) -> list[Told]:
    """Return for pages of each type their views and items; their text in a form, null where none is asked for.

    Fields that are left out are not made, and their translations need not be given.

    What works refer to is read for all types at once, bodies for each type: no more queries for more items.
    """
    language = requested if requested in LANGUAGE_CODES else None
    _tell_hidden(chain.from_iterable(pages for _one, pages, _translations in groups))
    if form is None:
        for page in chain.from_iterable(pages for _one, pages, _translations in groups):
            page.body = []  # left out of the query, and not read one by one
    presenters = [one.presenter for one, _pages, _translations in groups]
    of_works = [
        (presenter, presenter.reading(pages, language))
        for presenter, (_one, pages, _translations) in zip(presenters, groups, strict=True)
        if pages and isinstance(presenter, WorkPresenter)
    ]
    together = views_together([reading for _presenter, reading in of_works])
    read: dict[Presenter[Any], Sequence[Any]] = dict(
        zip((presenter for presenter, _reading in of_works), together, strict=True)
    )
    found: list[Told] = []
    for presenter, (one, pages, translations) in zip(presenters, groups, strict=True):
        views = read[presenter] if presenter in read else presenter.views(pages, language) if pages else []
        texts: Sequence[Body | None] = (
            bodies(presenter, views, as_html=form == HTML) if form and views else [None] * len(views)
        )
        items = [
            one.item(view, requested, translations.get(view.about.key, []), _body(text, form), left_out)
            for view, text in zip(views, texts, strict=True)
        ]
        found.append((views, items))
    return found


def translations_of(one: ItemType, pages: Iterable[Any]) -> Translations:
    """Return all translations of the items that some pages are, which are all public editions of them."""
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: LANGUAGE_CODES.index(page.language)):
        found[page.translation_key].append(
            {
                "language": page.language,
                "title": page.title,
                "address": whole(page.url_path),
                "permanent_address": whole(permanent_address(page.pk)),
                "api_address": api_address(one.name, page.translation_key, page.language),
                "origin": str(Edition.of(page.language, page).origin) or None,
                "source_changed_on": page.source_changed_on,
                "reviewed_on": page.reviewed_on,
                "published_at": page.first_published_at,
            }
        )
    return found


def _in_languages(model: type[BasePage]) -> QuerySet[Any]:
    """Return the public pages of the items of some `keys` in some `languages`."""
    pages = model._default_manager.filter(
        translation_key__in=Several("keys", UUIDField()), locale__language_code__in=Several("languages")
    )
    return public_pages(pages, NOW).select_related("locale")


def with_own_pictures(one: ItemType, pages: QuerySet[Any]) -> QuerySet[Any]:
    """Return pages with their own pictures, where pages of the type have one, and whether these are hidden."""
    if not any(field.name == "image" for field in one.model._meta.get_fields()):
        return pages
    return pages.select_related("image").annotate(hides_picture=in_restricted_collection("image__"))


def without_text(one: ItemType, pages: QuerySet[Any]) -> QuerySet[Any]:
    """Return pages whose bodies are not read."""
    return pages.defer("body") if hasattr(one.model, "body") else pages


def _tell_hidden(pages: Iterable[Any]) -> None:
    for page in pages:
        if hasattr(page, "hides_picture") and page.image:
            page.image.is_hidden = page.hides_picture


def best_editions(one: ItemType, keys: Iterable[Any], wanted: LanguageChoice) -> tuple[list[Any], Translations]:
    """Return the page of each item that a client wants most, in the order of the keys: one query.

    All translations come with them. What is there in no language that the client takes is left out.
    """
    by_key: defaultdict[Any, dict[str, Any]] = defaultdict(dict)
    for page in one.editions_without_text(keys):
        by_key[page.translation_key][page.language] = page
    best = (wanted.of_one_item.best(by_key[key]) for key in keys if key in by_key)
    editions = (page for by_language in by_key.values() for page in by_language.values())
    return [page for page in best if page is not None], translations_of(one, editions)


TRANSLATION_FIELDS = (*EDITION_FIELDS, "reviewed_on", "first_published_at")


MODELS: dict[str, type[Page]] = {}  # by type, as the resources declare them


def address_of_page(content_type: int | None, key: UUID, language: str) -> str | None:
    """Return where a page is told in the API, by the number of its model's content type; None where it is no item."""
    types = ContentType.objects.get_for_models(*MODELS.values())
    name = next((name for name, model in MODELS.items() if types[model].pk == content_type), None)
    return api_address(name, key, language) if name else None
