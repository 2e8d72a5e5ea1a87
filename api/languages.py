"""The languages of the library."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api.lists import Listed
from api.operations import Operation, operation
from api.schemas import Answer, described
from cms.languages import LANGUAGE_CODES, language_name
from cms.models import PageFacet
from cms.navigation import home_editions
from cms.site_addresses import whole
from cms.visibility import public_pages

# The facet "type" and the name of the resource; a chapter is a part of a work.
RESOURCES = {
    "project": "projects",
    "training": "trainings",
    "handbook": "handbooks",
    "chapter": "chapters",
    "bulletin": "bulletins",
}
PARTS = ("chapter",)


class LanguageName(Answer):
    """What a language is called in a language."""

    model_config = described(gettext_noop("What a language is called in one of the languages."))

    language: str = Field(description=gettext_noop("Code of the language of the name."))
    name: str = Field(description=gettext_noop("Name in that language."))


class WorkCounts(Answer):
    """How much is public, by type."""

    model_config = described(gettext_noop("How much is public in a language, by type."))

    projects: int = Field(description=gettext_noop("Projects."))
    trainings: int = Field(description=gettext_noop("Trainings."))
    handbooks: int = Field(description=gettext_noop("Handbooks."))
    chapters: int = Field(description=gettext_noop("Chapters of handbooks."))
    bulletins: int = Field(description=gettext_noop("Bulletins."))


class Language(Answer):
    """A language of the library."""

    model_config = described(gettext_noop("A language of the library."))

    language: str = Field(description=gettext_noop("Code of the language."))
    name: str = Field(description=gettext_noop("Name of the language in itself."))
    names: list[LanguageName] = Field(description=gettext_noop("Name of the language in each of the languages."))
    address: str | None = Field(description=gettext_noop("Front page in the language; null where it is not public."))
    works: int = Field(
        description=gettext_noop("Number of public works in the language; a chapter is a part of a work.")
    )
    counts: WorkCounts = Field(description=gettext_noop("Public works and their parts, by type."))


class Languages(Listed):
    """All languages."""

    model_config = described(gettext_noop("All languages of the library."))

    items: list[Language] = Field(description=gettext_noop("The items, in order."))


EXAMPLE = {
    "count": 1,
    "next": None,
    "previous": None,
    "items": [
        {
            "language": "nb",
            "name": "norsk bokmål",
            "names": [{"language": "en", "name": "Norwegian Bokmål"}, {"language": "nb", "name": "norsk bokmål"}],
            "address": "https://library.example.org/nb/",
            "works": 12,
            "counts": {"projects": 4, "trainings": 5, "handbooks": 1, "chapters": 9, "bulletins": 2},
        }
    ],
}


@operation(
    Operation(
        path="languages",
        name="list_languages",
        summary=gettext_noop("Languages"),
        description=gettext_noop("The languages of the library, their names, and how much is public in each."),
        parameters=(),
        answer=Languages,
        example=EXAMPLE,
    )
)
def languages(request: HttpRequest, asked: dict[str, Any]) -> Languages:
    """Answer with all languages: two statements."""
    counted = _counts()
    items = [
        Language(
            language=edition.language,
            name=language_name(edition.language, edition.language),
            names=[LanguageName(language=code, name=language_name(edition.language, code)) for code in LANGUAGE_CODES],
            address=edition.address and whole(edition.address),
            works=sum(number for kind, number in counted.get(edition.language, {}).items() if kind not in PARTS),
            counts=WorkCounts(
                **{name: counted.get(edition.language, {}).get(kind, 0) for kind, name in RESOURCES.items()}
            ),
        )
        for edition in home_editions()
    ]
    return Languages(count=len(items), next=None, previous=None, items=items)


def _counts() -> dict[str, dict[str, int]]:
    """Return how many works and parts are public, by language and type."""
    facets = PageFacet.objects.filter(name="type", value__in=RESOURCES, page__in=public_pages().order_by().values("pk"))
    rows = facets.values_list("page__locale__language_code", "value").annotate(number=Count("pk")).order_by()
    found: dict[str, dict[str, int]] = {}
    for language, kind, number in rows:
        found.setdefault(language, {})[kind] = number
    return found
