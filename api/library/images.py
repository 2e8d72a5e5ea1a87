"""The pictures of the library, told where a public page shows them, with their sizes at addresses that stay."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any, Literal
from uuid import UUID

from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field
from wagtail.models import Page

from api import columns, exports
from api.fields import choosing_fields, fields_left_out
from api.filters import CODE, EQUAL, IN, NOT, TEXT, WHOLE, Filter, narrowed, parameters_of
from api.language_choice import FALLBACK, LANGUAGE, LanguageChoice
from api.library.examples import example_of
from api.library.included import Beside, not_included
from api.library.items import MODELS
from api.library.schemas import answer_of, value_of
from api.library.shown import (
    NUMBER_IN_PATH,
    ShownBy,
    pages_showing,
    shown_by,
)
from api.lists import LIMIT, OFFSET, Listed, ends
from api.operations import Operation, address_of, operation
from api.parameters import choice
from api.problems import ProblemError
from api.schemas import Answer, Label, PartOfAnswer, described
from cms.bodies.data import focal_point_of, renditions_data
from cms.bodies.targets import FocalPoint, Rendition, media_type
from cms.file_kinds import IMAGE, key_of_file
from cms.languages import LANGUAGE_CODES
from cms.models import LibraryImage
from cms.pictures import SHAPES
from cms.portions import portions
from cms.visibility import public_pages, public_pictures

FOCAL_POINT, RENDITION = answer_of(FocalPoint), answer_of(Rendition)


class ImageItem(Answer):
    """A picture."""

    model_config = described(gettext_noop("A picture that pages show."))

    type: Literal["image"] = Field(description=gettext_noop("Type of the item."))
    id: int = Field(description=gettext_noop("Number of the item."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    requested: str = Field(description=gettext_noop("Code of the language asked for."))
    alternatives: list[Label] = Field(
        description=gettext_noop("Alternative texts as pages give them, those in the language asked for first.")
    )
    credit: str | None = Field(description=gettext_noop("credit"))
    width: int = Field(description=gettext_noop("Width in pixels."))
    height: int = Field(description=gettext_noop("Height in pixels."))
    media_type: str = Field(description=gettext_noop("Media type of the file."))
    size: int | None = Field(description=gettext_noop("Size in bytes."))
    checksum: str | None = Field(description=gettext_noop("SHA-1 of the file."))
    focal_point: FOCAL_POINT | None = Field(  # type: ignore[valid-type]  # made of the dataclass
        description=gettext_noop("What a cropped picture keeps, in pixels of the original.")
    )
    renditions: list[RENDITION] = Field(  # type: ignore[valid-type]  # made of the dataclass
        description=gettext_noop("The picture in its sizes.")
    )
    uploaded_at: datetime = Field(description=gettext_noop("When it was uploaded."))
    api_address: str = Field(description=gettext_noop("Address of the item in this API."))
    shown_by: list[ShownBy] = Field(description=gettext_noop("Public items that show it in any language."))


class _PartOfImages(Listed):
    """A part of the pictures."""

    model_config = described(gettext_noop("Items of a type, in order."))

    items: list[ImageItem] = Field(description=gettext_noop("The items, in order."))


BESIDE = Beside("image")
ImageList = BESIDE.schema("ImageList", _PartOfImages)
ImageAnswer = BESIDE.schema("ImageAnswer", ImageItem)
FILTERS = (
    Filter("id", gettext_noop("Number of the item."), "pk", WHOLE, (), (EQUAL, IN, NOT)),
    Filter("credit", gettext_noop("credit"), "credit", TEXT),
    Filter("width", gettext_noop("Width in pixels."), "width", WHOLE),
    Filter("height", gettext_noop("Height in pixels."), "height", WHOLE),
    Filter("checksum", gettext_noop("SHA-1 of the file."), "file_hash", CODE, (), (EQUAL, IN, NOT)),
)
NEWEST, OLDEST = "newest", "-newest"
ORDER = choice("order", gettext_noop("Order of the items."), [NEWEST, OLDEST], NEWEST)
CHOSEN = choosing_fields(ImageItem, "credit,renditions", "shown_by")


def _items(images: Sequence[LibraryImage], wanted: LanguageChoice) -> list[ImageItem]:
    """Return pictures as items: two statements for what shows them, one for their texts."""
    numbers = {image.pk: image.pk for image in images}
    showing = pages_showing(LibraryImage, numbers)
    items = shown_by(showing, wanted)
    texts = _alternatives({page for several in showing.values() for page in several}, wanted)
    return [
        ImageItem(
            type="image",
            id=image.pk,
            key=key_of_file(IMAGE, image.pk),
            requested=wanted.requested,
            alternatives=texts.get(image.pk, []),
            credit=image.credit or None,
            width=image.width,
            height=image.height,
            media_type=media_type(image.file.name),
            size=image.file_size,
            checksum=image.file_hash or None,
            focal_point=value_of(focal_point_of(image)),
            renditions=[value_of(one) for one in renditions_data(image, SHAPES)],
            uploaded_at=image.created_at,
            api_address=address_of(f"images/{image.pk}"),
            shown_by=items[image.pk],
        )
        for image in images
    ]


def _alternatives(pages: set[int], wanted: LanguageChoice) -> dict[int, list[Label]]:
    """Return the alternative texts that public pages give pictures: one statement, none for no page."""
    found: dict[int, dict[tuple[str, str], None]] = {}
    first, *others = (_texts(model, pages) for model in dict.fromkeys(MODELS.values()))
    rows = first.union(*others, all=True) if pages else ()
    for _page, language, body, own_picture, own_text in sorted(rows, key=lambda row: row[0]):
        for number, text in [*_in_body(json.loads(body)), (own_picture, own_text)]:
            if number and text:
                found.setdefault(number, {})[language, text] = None
    order = [*wanted.languages, *(code for code in LANGUAGE_CODES if code not in wanted.languages)]
    return {
        number: [Label(text=text, language=code) for code, text in sorted(texts, key=lambda one: order.index(one[0]))]
        for number, texts in found.items()
    }


def _texts(model: type[Page], pages: set[int]) -> QuerySet[Any, Any]:
    """Return public pages of a type: number, language, body, and the page's own picture with its text."""
    names = {field.name for field in model._meta.get_fields()}
    return (
        public_pages(model._default_manager.filter(pk__in=pages))
        .order_by()
        .annotate(
            edition_language=F("locale__language_code"),
            stored_body=Cast("body", TextField()) if "body" in names else Value("[]", TextField()),
            own_picture=Cast("image_id" if "image" in names else Value(None), IntegerField()),
            own_text=Cast("image_alt" if "image" in names else Value(""), TextField()),
        )
        .values_list("pk", "edition_language", "stored_body", "own_picture", "own_text")
    )


def _in_body(part: Any) -> Iterator[tuple[int, str]]:
    """Yield the pictures of a stored body with the alternative texts that are given there."""
    if isinstance(part, dict):
        if isinstance(part.get("image"), int) and not part.get("decorative"):
            yield part["image"], part.get("alt_text") or ""
        for inner in part.values():
            yield from _in_body(inner)
    elif not isinstance(part, str) and isinstance(part, Sequence):
        for inner in part:
            yield from _in_body(inner)


LIST = Operation(
    path="images",
    name="list_images",
    summary=gettext_noop("Pictures"),
    description=gettext_noop("Pictures that public pages show, each once."),
    parameters=(LANGUAGE, FALLBACK, *parameters_of(FILTERS), ORDER, *CHOSEN, *BESIDE.parameters, LIMIT, OFFSET),
    answer=ImageList,
    example=example_of(ImageList),
)


def _chosen(asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the pictures that are asked for, in order."""
    order = ("-created_at", "-pk") if asked["order"] == NEWEST else ("created_at", "pk")
    return narrowed(public_pictures(LibraryImage.objects.all()), FILTERS, asked).order_by(*order)


@operation(LIST)
def list_images(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
    """Answer with a part of the pictures."""
    images = _chosen(asked)
    shown = list(images[asked["offset"] : asked["offset"] + asked["limit"]])
    items = _items(shown, LanguageChoice.of(asked))
    related = BESIDE.told(items, asked)
    answer: Answer = ImageList(**ends(request, asked, images.count()), items=items, included=related)
    return answer.without({"items": {"__all__": fields_left_out(ImageItem, asked)}, **not_included(related)})


def _portions(asked: Mapping[str, Any]) -> Iterator[list[ImageItem]]:
    """Yield all pictures, some at a time."""
    for images in portions(_chosen(asked)):
        yield _items(images, LanguageChoice.of(asked))


exports.declare(exports.with_columns(LIST, ImageItem, _portions, columns.IMAGE))


@operation(
    Operation(
        path="images/{id}",
        name="get_image",
        summary=gettext_noop("Picture"),
        description=gettext_noop("A picture by its number."),
        parameters=(NUMBER_IN_PATH, LANGUAGE, FALLBACK, *CHOSEN, *BESIDE.parameters),
        answer=ImageAnswer,
        example=example_of(ImageItem),
    )
)
def get_image(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
    """Answer with one picture."""
    found = public_pictures(LibraryImage.objects.filter(pk=asked["id"]), few=True).first()
    if found is None:
        raise ProblemError(HTTPStatus.NOT_FOUND)
    (item,) = _items([found], LanguageChoice.of(asked))
    related = BESIDE.told([item], asked)
    answer: Answer = ImageAnswer(**dict(item), included=related)
    return answer.without(dict.fromkeys(fields_left_out(ImageItem, asked), True) | not_included(related))
