"""The resources of the library, each a list and its items, declared once for each type of page."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import Any

from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop
from pydantic import Field

from api import columns, exports
from api.fields import choosing_fields, fields_left_out
from api.filters import (
    CODE,
    DAY,
    DECIMAL,
    EQUAL,
    IN,
    IS_NULL,
    KEY,
    NOT,
    TEXT,
    WHOLE,
    Filter,
    narrowed,
    parameters_of,
)
from api.language_choice import FALLBACK, LANGUAGE_OR_ANY, LanguageChoice
from api.library.examples import example_of
from api.library.included import Beside
from api.library.items import (
    FORMATS,
    OUT_OF_STEP,
    ItemType,
    Told,
    translations_of,
    with_own_pictures,
    without_text,
)
from api.library.types import TYPES
from api.lists import LIMIT, OFFSET, Listed, ends
from api.operations import Operation, operation
from api.parameters import Parameter, choice, key_in_path
from api.problems import ProblemError
from api.references import ITEM_RESOURCES
from api.schemas import Answer, MadeAnswer, described
from cms.editions import best_of
from cms.facets import Facet
from cms.languages import LANGUAGE_CODES
from cms.models import PageFacet
from cms.portions import portions
from cms.prepared import PART, Prepared, Slot
from cms.tables import Rows
from cms.visibility import NOW, public_pages
from projects.facets import LANGUAGE as LANGUAGE_FACET
from projects.lists.tables import heads, table
from projects.lists.types import list_types
from projects.models import HandbookChapterPage

NEWEST, BY_TITLE, BY_CHANGE = "newest", "title", "changed"


KEY_IN_PATH = key_in_path(gettext_noop("Key of the item, the same in all languages."))
_FORM = gettext_noop("Form of the text: blocks of typed values, HTML or Markdown.")
FORM = choice("format", _FORM, FORMATS, FORMATS[0])
FORM_OF_LIST = replace(choice("format", _FORM, FORMATS), further=gettext_noop("Left out: without the text."))


def _has_facet(facet: str, operator: str, values: Sequence[Any]) -> Q:
    """Return the condition that a page has one of some values of a facet."""
    of_page = PageFacet.objects.filter(page_id=OuterRef("pk"), name=facet)
    if operator == IS_NULL:
        return ~Q(Exists(of_page)) if values[0] else Q(Exists(of_page))
    return Q(Exists(of_page.filter(value__in=[str(value) for value in values])))


def _facet(facet: Facet) -> Filter:
    # What a facet is called in English, as it stands in the code, is its name.
    condition = partial(_has_facet, facet.name)
    return Filter(
        facet.name, facet.name.capitalize(), "", CODE, example=facet.example, condition=condition, facet=facet
    )


def _filters(one: ItemType) -> list[Filter]:
    """Return the filters of a type: the facets of its list, and what its fields give."""
    of_type = list_types().get(one.name)
    facets = [facet for facet in (of_type.facets if of_type else ()) if facet is not LANGUAGE_FACET]
    names = {field.name for field in one.model._meta.get_fields()}
    found = [
        Filter(
            "key", gettext_noop("Key of the item, the same in all languages."), "translation_key", KEY, (), (EQUAL, IN)
        ),
        Filter("title", gettext_noop("Title of the item."), "title", TEXT),
        *map(_facet, facets),
        *(Filter(name, said, name, kind) for name, said, kind in _COLUMNS if name in names),
    ]
    if "project" in names:
        found.append(Filter("project", gettext_noop("project"), "project__translation_key", KEY))
    if one.model is HandbookChapterPage:
        condition = partial(_has_facet, "handbook")
        operators = EQUAL, IN, NOT
        found.append(Filter("handbook", gettext_noop("handbook"), "", KEY, (), operators, condition=condition))
    return found


_COLUMNS = (
    ("code", gettext_noop("project number"), TEXT),
    ("start", gettext_noop("first day"), DAY),
    ("end", gettext_noop("last day"), DAY),
    ("budget_total", gettext_noop("total budget"), DECIMAL),
    ("number", gettext_noop("number"), WHOLE),
    ("date", gettext_noop("day"), DAY),
    ("withdrawn_on", gettext_noop("withdrawn on"), DAY),
    ("reviewed_on", gettext_noop("When somebody last checked that the page is right."), DAY),
    ("source_changed_on", OUT_OF_STEP, DAY),
)


def _ordered(one: ItemType, order: str, pages: QuerySet[Any]) -> QuerySet[Any]:
    descending = order.startswith("-")
    if order.removeprefix("-") == BY_TITLE:
        title = Lower("title")
        return pages.order_by(title.desc() if descending else title.asc(), "pk")
    if order == BY_CHANGE:
        return pages.order_by(F("last_published_at").desc(nulls_last=True), "pk")
    of_type = list_types().get(one.name)
    return pages.order_by(*(of_type.newest if of_type else ("path",)))


def pages_of(one: ItemType, wanted: LanguageChoice, now: Any = None) -> QuerySet[Any]:
    """Return the pages of a type that are served: each item in one language, or in every one."""
    public = public_pages(one.model._default_manager.all(), now)
    return public if wanted.is_every else best_of(public, wanted.chain)


def declare(one: ItemType) -> None:
    """Declare the list of a type, that list whole, and its items."""
    beside = Beside(one.name)
    chosen = choosing_fields(one.schema, "title,address", "body")
    _declare_list(one, beside, chosen)
    _declare_item(one, beside, chosen)


def _declare_list(one: ItemType, beside: Beside, chosen: Sequence[Parameter]) -> None:
    name, schema = ITEM_RESOURCES[one.name], one.schema
    items: Any = (list[schema], Field(description=gettext_noop("The items, in order.")))  # type: ignore[valid-type]  # made of the type
    listed = beside.schema(f"{schema.__name__}List", _PartOfList, items=items)
    filters = _filters(one)
    order = choice("order", gettext_noop("Order of the items."), [NEWEST, BY_TITLE, f"-{BY_TITLE}", BY_CHANGE], NEWEST)

    plain: dict[Hashable, Prepared] = {}  # statements for unfiltered lists, by what they differ in but for values

    def chosen_pages(asked: Mapping[str, Any]) -> QuerySet[Any]:
        return in_order(pages_of(one, LanguageChoice.of(asked)), asked)

    def in_order(pages: QuerySet[Any], asked: Mapping[str, Any]) -> QuerySet[Any]:
        return _ordered(one, asked["order"], narrowed(pages, filters, asked)).select_related("locale")

    def counted(pages: QuerySet[Any], asked: Mapping[str, Any], part: slice) -> QuerySet[Any]:
        """Return what is told of a part of pages, each with `of_all`: how many there are, read in the same statement.

        By titles and changes pages are put in order by themselves: databases would carry all that is told of those
        before them along. The order of a type may read other tables, which Django allows in one place of a statement.
        """
        number = Func(Value(1), function="COUNT", output_field=IntegerField())
        of_all = Subquery(pages.order_by().values_list(number))
        if asked["order"] == NEWEST:
            return what_is_told(pages, asked).annotate(of_all=of_all)[part]
        chosen = one.model._default_manager.filter(pk__in=pages.values("pk")[part])
        shown = _ordered(one, asked["order"], chosen).select_related("locale")
        return what_is_told(shown, asked).annotate(of_all=of_all)

    def part_of_all(asked: Mapping[str, Any], part: slice) -> list[Any]:
        wanted = LanguageChoice.of(asked)
        places = [str(place) for place in range(len(wanted.languages))]
        shape = asked["order"], len(places), wanted.is_open, wanted.is_every, form_of(asked) is None
        if shape not in plain:
            in_slots: Any = tuple(map(Slot, places))
            slots = replace(wanted, languages=in_slots)
            plain[shape] = Prepared(lambda: counted(in_order(pages_of(one, slots, NOW), asked), asked, PART))
        values = dict(zip(places, wanted.languages, strict=True))
        return plain[shape].objects(part=part, now=timezone.now(), **values)

    def form_of(asked: Mapping[str, Any]) -> str | None:
        wants_text = asked["format"] or "body" in asked["fields"]
        is_told = wants_text and "body" not in fields_left_out(schema, asked)
        return (asked["format"] or FORMATS[0]) if is_told else None

    def what_is_told(pages: QuerySet[Any], asked: Mapping[str, Any]) -> QuerySet[Any]:
        read = with_own_pictures(one, pages)
        return without_text(one, read) if form_of(asked) is None else read

    def told(pages: Sequence[Any], asked: Mapping[str, Any], left_out: Collection[str]) -> Told:
        are_told = pages and "translations" not in left_out
        translations = one.translations({page.translation_key for page in pages}) if are_told else {}
        return one.told(pages, LanguageChoice.of(asked).requested, form_of(asked), translations, left_out)

    def list_items(request: HttpRequest, asked: dict[str, Any]) -> MadeAnswer:
        start, is_filtered = asked["offset"], any(any(one.asked(asked)) for one in filters)
        wanted = slice(start, start + asked["limit"])
        part = list(counted(chosen_pages(asked), asked, wanted)) if is_filtered else part_of_all(asked, wanted)
        count = part[0].of_all if part else chosen_pages(asked).count() if start else 0
        left_out = fields_left_out(schema, asked)
        views, told_items = told(part, asked, left_out)
        values = {**ends(request, asked, count), "items": told_items, **beside.field(views, asked)}
        return MadeAnswer(listed, values, left_out)

    def all_items(asked: Mapping[str, Any]) -> Iterator[list[Answer]]:
        for pages in portions(what_is_told(chosen_pages(asked), asked)):
            _views, told_items = told(pages, asked, ())
            yield [schema.model_validate(item) for item in told_items]

    def works_table(asked: Mapping[str, Any]) -> Rows:
        return table(chosen_pages(asked), LanguageChoice.of(asked).reader)

    list_of_type = Operation(
        path=name,
        name=f"list_{name}",
        summary=_SUMMARIES[one.name][0],
        description=gettext_noop(
            "Public items of a type, each once: in the language asked for, else in the first of “fallback” that it "
            "is in; with “*” in every language. Filters and order apply to what is served."
        ),
        parameters=(
            LANGUAGE_OR_ANY,
            FALLBACK,
            *parameters_of(filters),
            order,
            *chosen,
            *beside.parameters,
            FORM_OF_LIST,
            LIMIT,
            OFFSET,
        ),
        answer=listed,
        example=example_of(listed),
    )
    operation(list_of_type)(list_items)
    if one.name in list_types():
        exports.declare(exports.WholeList(list_of_type, schema, all_items, works_table, [heads(one.name)]))
    else:
        exports.declare(exports.with_columns(list_of_type, schema, all_items, _COLUMNS_OF_TABLES[one.name]))


def _declare_item(one: ItemType, beside: Beside, chosen: Sequence[Parameter]) -> None:
    schema = one.schema
    shown = beside.schema(f"{schema.__name__}Answer", schema)

    def show_item(request: HttpRequest, asked: dict[str, Any]) -> MadeAnswer:
        wanted, left_out = LanguageChoice.of(asked), fields_left_out(schema, asked)
        chain = wanted.of_one_item
        are_all_read = chain.others or "translations" not in left_out
        editions = one.editions([asked["key"]], LANGUAGE_CODES if are_all_read else chain.languages)
        page = chain.best({page.language: page for page in editions})
        if page is None:
            languages = sorted(page.language for page in one.editions([asked["key"]]))
            raise ProblemError(HTTPStatus.NOT_FOUND, languages=languages)
        form = None if "body" in left_out else asked["format"]
        views, (item,) = one.told([page], wanted.requested, form, translations_of(one, editions), left_out)
        return MadeAnswer(shown, {**item, **beside.field(views, asked)}, left_out)

    operation(
        Operation(
            path=f"{ITEM_RESOURCES[one.name]}/{{key}}",
            name=f"get_{one.name}",
            summary=_SUMMARIES[one.name][1],
            description=gettext_noop(
                "An item by its key, in the language asked for, else in the first of “fallback” that it is in; with "
                "“*” in its original language. One that is in none of them is not found, and the problem names the "
                "languages that it is in."
            ),
            parameters=(KEY_IN_PATH, LANGUAGE_OR_ANY, FALLBACK, *chosen, *beside.parameters, FORM),
            answer=shown,
            example=example_of(schema),
        )
    )(show_item)


# Of the types that have no list on the site.
_COLUMNS_OF_TABLES = {"chapter": columns.CHAPTER, "page": columns.PAGE}


class _PartOfList(Listed):
    """A part of the items of a type."""

    model_config = described(gettext_noop("Items of a type, in order."))


_SUMMARIES = {
    "project": (gettext_noop("list of projects"), gettext_noop("project")),
    "training": (gettext_noop("list of trainings"), gettext_noop("training")),
    "handbook": (gettext_noop("list of handbooks"), gettext_noop("handbook")),
    "chapter": (gettext_noop("chapters"), gettext_noop("chapter")),
    "bulletin": (gettext_noop("list of bulletins"), gettext_noop("bulletin")),
    "page": (gettext_noop("standard pages"), gettext_noop("standard page")),
}
for item_type in TYPES:
    declare(item_type)
