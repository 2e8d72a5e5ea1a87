"""What files and pictures have in common: the items that show them, their number in addresses, their fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext_noop
from wagtail.models import Page, ReferenceIndex

from api.language_choice import LanguageChoice
from api.library.items import MODELS
from api.parameters import Parameter, several_of, whole_number
from api.references import Reference, api_address
from api.schemas import Answer, described
from cms.site_addresses import whole
from cms.visibility import public_pages

HIGHEST = 2**31 - 1
NUMBER_IN_PATH = replace(whole_number("id", gettext_noop("Number of the item."), 1, HIGHEST, 12), is_in_path=True)


class ShownBy(Reference):
    """An item that shows a file or a picture."""

    model_config = described(gettext_noop("An item that shows it, in the language in which the reader reads it best."))


def choosing_fields(schema: type[Answer], example: str) -> tuple[Parameter, Parameter]:
    """Return the parameters that choose among the fields of a schema, with an example of some."""
    said = gettext_noop("Fields of the items, with commas between them; left out: all.")
    left_out = gettext_noop("Fields of the items that are left out, with commas between them.")
    names = [*schema.model_fields]
    return several_of("fields", said, names, example), several_of("omit", left_out, names, "shown_by")


def fields_left_out(schema: type[Answer], asked: Mapping[str, Any]) -> set[str]:
    """Return the fields that a client does not want; of which type and number an item is, is always told."""
    wanted = set(asked["fields"] or schema.model_fields) - set(asked["omit"])
    return set(schema.model_fields) - wanted - {"type", "id", "language"}


def pages_showing(model: type[Model], files: Mapping[int, int]) -> dict[int, set[int]]:
    """Return the numbers of all pages that refer to files of a model: one statement.

    `files` has the number under which the pages are returned by that of each file.
    """
    types = ContentType.objects.get_for_models(Page, model)
    references = ReferenceIndex.objects.filter(
        base_content_type=types[Page],
        to_content_type=types[model],
        to_object_id__in=[str(number) for number in files],
    )
    found: dict[int, set[int]] = {number: set() for number in files.values()}
    for page, file in references.values_list("object_id", "to_object_id"):
        found[files[int(file)]].add(int(page))
    return found


def shown_by(showing: Mapping[int, set[int]], wanted: LanguageChoice) -> dict[int, list[ShownBy]]:
    """Return the public items that some pages are, each once, by what `pages_showing` found them for: one statement."""
    pages = {page["pk"]: page for page in _public(number for several in showing.values() for number in several)}
    return {
        number: _best((pages[page] for page in sorted(several) if page in pages), wanted)
        for number, several in showing.items()
    }


def _public(numbers: Iterable[int]) -> list[dict[str, Any]]:
    """Return the public pages among some that are items of the API."""
    types = ContentType.objects.get_for_models(*MODELS.values())
    names = {types[model].pk: name for name, model in MODELS.items()}
    pages = public_pages(Page.objects.filter(pk__in=set(numbers), content_type__in=names)).values(
        "pk", "content_type", "translation_key", "locale__language_code", "title", "url_path"
    )
    return [{**page, "type": names[page["content_type"]]} for page in pages]


def _best(pages: Iterable[dict[str, Any]], wanted: LanguageChoice) -> list[ShownBy]:
    """Return each item among some pages in the language that a client wants most; any stands for a missing one."""

    def rank(page: dict[str, Any]) -> int:
        code = page["locale__language_code"]
        return wanted.languages.index(code) if code in wanted.languages else len(wanted.languages)

    best: dict[UUID, dict[str, Any]] = {}
    for page in pages:
        key = page["translation_key"]
        if key not in best or rank(page) < rank(best[key]):
            best[key] = page
    return [
        ShownBy(
            type=page["type"],
            key=page["translation_key"],
            language=page["locale__language_code"],
            title=page["title"],
            address=whole(page["url_path"]),
            api_address=api_address(page["type"], page["translation_key"], page["locale__language_code"]),
        )
        for page in sorted(best.values(), key=lambda page: (page["title"].casefold(), page["pk"]))
    ]
