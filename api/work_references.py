"""A work of the library that something else refers to."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_noop
from pydantic import Field

from api.languages import RESOURCES
from api.operations import ROOT, address_of
from api.parameters import EXAMPLE_KEY
from api.schemas import Answer, described


class WorkReference(Answer):
    """A work that is referred to."""

    model_config = described(gettext_noop("A work that is referred to."))

    type: Literal["project", "training", "handbook", "chapter", "bulletin"] = Field(
        description=gettext_noop("Type of the work.")
    )
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    title: str = Field(description=gettext_noop("Title."))
    language: str = Field(description=gettext_noop("Code of the language of the title and of all words."))
    address: str = Field(description=gettext_noop("Address on the site in this language."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    api_address: str = Field(description=gettext_noop("Address of the item in this API."))
    withdrawn_on: date | None = Field(description=gettext_noop("Day on which the work was withdrawn."))


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
    facet_type: Any,
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
        address=f"{settings.SITE_URL}{address}",
        permanent_address=f"{settings.SITE_URL}/id/{page}/",
        api_address=address_of(f"{RESOURCES[facet_type]}/{key}", language=language),
        withdrawn_on=withdrawn_on,
    )
