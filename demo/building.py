"""From a text to a page of its type: fields, typed rows and blocks, nothing saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Protocol, cast

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.models import Locale

from cms.models import BasePage, LibraryImage
from demo.texts import LIBRARY, Text, TextError, identity
from home.models import HomePage, StandardPage
from projects.models import GlossaryPage, LibraryPage, Term, index_pages

# The type of page that a kind of text becomes.
MODELS: dict[str, type[BasePage]] = {
    "home": HomePage,
    "page": StandardPage,
    "glossary": GlossaryPage,
    **{f"{model.facet_type}_index": model for model in index_pages()},
    **{model.facet_type: model for model in apps.get_models() if issubclass(model, LibraryPage)},
}
# What a file says about itself, not about the page.
ABOUT_THE_FILE = {"type", "key", "language", "handbook", "origins", "behind", "body", "budget"}
# Rows that are written as a bare value stand for this column.
BARE_ROWS = {"topics": "topic", "objectives": "text"}


class References(Protocol):
    """Finds what a text refers to by its key."""

    def find(self, model: type[models.Model], key: str, language: str) -> models.Model | None:
        """Return the object; None for a page that somebody has deleted. Raises TextError where there is none."""
        ...

    def page_id(self, key: str) -> int | None:
        """Return the number of a page in its first language."""
        ...


def build(text: Text, references: References) -> BasePage:
    """Return the page that a text describes, with its rows and blocks, unsaved."""
    model = MODELS.get(text.kind)
    if model is None:
        message = f"{text.path.relative_to(LIBRARY)}: there is no type “{text.kind}”."
        raise TextError(message)
    page = model(locale=Locale.objects.get(language_code=text.language), translation_key=identity("page", text.key))
    data = {name: value for name, value in text.data.items() if name not in ABOUT_THE_FILE}
    if "budget" in text.data:
        budget = dict(text["budget"])
        data |= {"budget_total": budget.pop("total"), "budget_parts": budget.pop("parts", []), **budget}
    for name, value in data.items():
        relation = model._meta.fields_map.get(name)
        if relation is not None and relation.one_to_many:
            setattr(page, name, list(_rows(text, name, value, relation.related_model, references)))
        else:
            _set(text, page, name, value, references)
    if "body" in text.data:
        setattr(page, "body", model._meta.get_field("body").to_python(list(_blocks(text, references))))  # noqa: B010  not every page type has a body
    return page


def _rows(text: Text, name: str, items: Any, model: Any, references: References) -> Iterator[models.Model]:
    for number, item in enumerate(items):
        row = model(
            sort_order=number,
            locale=Locale.objects.get(language_code=text.language),
            translation_key=identity(text.key, name, number),
        )
        for column, value in (item if isinstance(item, Mapping) else {BARE_ROWS[name]: item}).items():
            _set(text, row, column, value, references)
        yield row


def _set(text: Text, target: models.Model, name: str, value: Any, references: References) -> None:
    """Set one field from a value of the file: a reference by its key, a number exactly."""
    try:
        field = target._meta.get_field(name)
    except FieldDoesNotExist:
        message = f"{text.path.relative_to(LIBRARY)}: “{name}” is no field of a {target._meta.verbose_name}."
        raise TextError(message) from None
    if field.is_relation and value is not None:
        value = references.find(cast("type[models.Model]", field.related_model), value, text.language)
    elif isinstance(field, models.DecimalField) and value is not None:
        value = Decimal(str(value))
    elif isinstance(value, str):
        value = value.strip()
    setattr(target, name, value)


def _blocks(text: Text, references: References) -> Iterator[dict[str, Any]]:
    """Yield the blocks of a text's body as a StreamField keeps them, with lasting ids."""
    for number, item in enumerate(text["body"]):
        name = next((name for name in BLOCKS if name in item), None)
        if name is None:
            message = f"{text.path.relative_to(LIBRARY)}: block {number + 1} is none of {', '.join(BLOCKS)}: {item}"
            raise TextError(message)
        block_type, value = BLOCKS[name](text, number, item, references)
        if value is not None:
            yield {"type": block_type, "value": value, "id": str(identity(text.key, "body", number))}


Block = tuple[str, Any]


def _heading(_text: Text, _number: int, item: Any, _references: References) -> Block:
    return "heading", {"text": item["heading"], "anchor": item["anchor"]}


def _text(_text: Text, _number: int, item: Any, _references: References) -> Block:
    return "text", item["text"].strip()


def _facts(_text: Text, _number: int, item: Any, _references: References) -> Block:
    return "facts", {"kind": item["facts"], "heading": item.get("heading", "")}


def _note(_text: Text, _number: int, item: Any, _references: References) -> Block:
    return "note", {"kind": item.get("kind", "plain"), "title": item["title"], "text": item["note"].strip()}


def _quote(_text: Text, _number: int, item: Any, _references: References) -> Block:
    return "quote", {"text": item["quote"].strip(), "source": item.get("source", "")}


def _term(text: Text, _number: int, item: Any, references: References) -> Block:
    term = references.find(Term, item["term"], text.language)
    return "term", term.pk if term else None


def _table(_text: Text, _number: int, item: Any, _references: References) -> Block:
    table = item["table"]
    return "table", {
        "caption": table["caption"],
        "columns": [{"type": "text", "heading": heading} for heading in table["columns"]],
        "rows": [{"values": list(row)} for row in table["rows"]],
    }


def _picture_value(text: Text, image: str, alt: str, caption: str, references: References) -> dict[str, Any]:
    found = references.find(LibraryImage, image, text.language)
    picture = {"image": found.pk if found else None, "decorative": False, "alt_text": alt}
    return {"image": picture, "caption": caption}


def _picture(text: Text, _number: int, item: Any, references: References) -> Block:
    return "picture", _picture_value(text, item["picture"], item["alt"], item.get("caption", ""), references)


def _gallery(text: Text, number: int, item: Any, references: References) -> Block:
    pictures = [
        {
            "type": "item",
            "id": str(identity(text.key, "body", number, place)),
            "value": _picture_value(text, one["image"], one["alt"], one.get("caption", ""), references),
        }
        for place, one in enumerate(item["pictures"])
    ]
    return "gallery", {"pictures": pictures}


def _action(_text: Text, _number: int, item: Any, references: References) -> Block:
    page = references.page_id(item["page"]) if "page" in item else None
    if "page" in item and page is None:
        return "action", None
    return "action", {"label": item["action"], "page": page, "url": item.get("url", "")}


# The first name that an item has says what it is; facts have a heading of their own.
BLOCKS: dict[str, Callable[[Text, int, Any, References], Block]] = {
    "facts": _facts,
    "heading": _heading,
    "note": _note,
    "quote": _quote,
    "term": _term,
    "table": _table,
    "picture": _picture,
    "pictures": _gallery,
    "action": _action,
    "text": _text,
}
