"""Items that others refer to, by their key, with where they are told."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop
from pydantic import Field

from api.languages import RESOURCES
from api.operations import ROOT, address_of
from api.parameters import EXAMPLE_KEY
from api.schemas import Answer, described
from cms.site_addresses import permanent_address, whole

# The name of the resource of each type of item.
ITEM_RESOURCES = {**RESOURCES, "page": "pages"}


def api_address(type_name: str, key: UUID, language: str) -> str:
    """Return where an item is told in a language."""
    return address_of(f"{ITEM_RESOURCES[type_name]}/{key}", language=language)


class Reference(Answer):
    """Another item."""

    type: str = Field(description=gettext_noop("Type of the item."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    language: str = Field(description=gettext_noop("Code of the language."))
    title: str = Field(description=gettext_noop("Title of the item."))
    address: str = Field(description=gettext_noop("Address of the item."))
    api_address: str = Field(description=gettext_noop("Address of the item in the API."))


class WorkReference(Reference):
    """A work that is referred to."""

    model_config = described(gettext_noop("A work that is referred to."))

    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    withdrawn_on: date | None = Field(description=gettext_noop("withdrawn on"))


EXAMPLE_WORK = {
    "type": "project",
    "key": EXAMPLE_KEY,
    "title": "Kommunale planer i praksis",
    "language": "nb",
    "address": "https://library.example.org/nb/prosjekter/planer/",
    "permanent_address": "https://library.example.org/id/42/",
    "api_address": f"https://library.example.org{ROOT}projects/{EXAMPLE_KEY}?language=nb",
    "withdrawn_on": None,
}


def referred(
    facet_type: str,
    key: UUID,
    title: str,
    language: str,
    *,
    address: str,
    page: int,
    withdrawn_on: date | None = None,
) -> WorkReference:
    """Return a reference to a work in the edition whose page has a number and an address on the site."""
    return WorkReference(
        type=facet_type,
        key=key,
        title=title,
        language=language,
        address=whole(address),
        permanent_address=whole(permanent_address(page)),
        api_address=api_address(facet_type, key, language),
        withdrawn_on=withdrawn_on,
    )
