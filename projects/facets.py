"""The facets of the library, each declared once: its name in addresses, its title, its values' names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, TextField, UUIDField, Value
from django.db.models.functions import Cast, Replace
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from cms.facets import UNKNOWN, Facet, Label, StoredNames
from cms.languages import country_name, language_name
from cms.prepared import Several
from cms.presenting import presenters
from cms.typed.countries import country_codes
from cms.visibility import NOW, public_pages
from cms.withdrawal import titles
from projects.enums import Status
from projects.models import HandbookPage, LibraryPage, Programme, ProjectPage, Topic
from projects.vocabulary.labels import names_by_key

_YEAR = re.compile(r"[0-9]{4}")


def _named(names: Mapping[str, object], values: Collection[str], language: str) -> dict[str, Label]:
    """Return the labels of values with a fixed list of names."""
    with override(language):
        return {value: Label(str(names[value]), language) for value in values if value in names}


def _types(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _named({one.facet_type: one.name for one in presenters()}, values, language)


def _kinds(values: Collection[str], language: str) -> Mapping[str, Label]:
    kinds = {value: name for one in presenters() for value, name in one.kinds.items()}
    return _named(kinds, values, language)


def _statuses(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _named(dict(Status.choices), values, language)


def _countries(values: Collection[str], language: str) -> Mapping[str, Label]:
    codes = country_codes(language)
    return {value: Label(country_name(value, language), language) for value in values if value in codes}


def _years(values: Collection[str], language: str) -> Mapping[str, Label]:
    years = {value: Label(value, language) for value in values if _YEAR.fullmatch(value)}
    with override(language):
        return years | {value: Label(gettext("year unknown"), language) for value in values if value == UNKNOWN}


def _languages(values: Collection[str], language: str) -> Mapping[str, Label]:
    return {value: Label(language_name(value, language), language) for value in values}


def _titles(model: type[LibraryPage]) -> StoredNames:
    """Return the titles of public works by translation key: of other languages the original's goes before."""

    def rows(name: str) -> QuerySet[Any, Any]:
        is_original = ExpressionWrapper(Q(locale__language_code=F("original_language")), BooleanField())
        works = model._default_manager.filter(translation_key__in=Several(name, UUIDField()))
        return (
            public_pages(works, NOW)
            .order_by()
            .annotate(facet=Value(name, TextField()), is_original=is_original)
            .values_list(
                "facet", _hexadecimal("translation_key"), "locale__language_code", "is_original",
                titles(),
            )
        )  # fmt: skip

    return StoredNames(rows, _as_key)


def _hexadecimal(column: str) -> Replace:
    return Replace(Cast(column, TextField()), Value("-"), Value(""), output_field=TextField())


def _as_key(value: str) -> str:
    try:
        return UUID(value).hex
    except ValueError:
        return ""


def _files(values: Collection[str], language: str) -> Mapping[str, Label]:
    return {value: Label(value.upper(), language) for value in values if value.isalnum()}


TYPE = Facet("type", _("Type"), _types, example="project")
KIND = Facet("kind", _("Kind"), _kinds, example="seminar")
TOPIC = Facet("topic", _("Topic"), names_by_key(Topic), example="waste-management")
COUNTRY = Facet("country", _("Country"), _countries, example="NO")
PROGRAMME = Facet("programme", _("Programme"), names_by_key(Programme), example="interreg-romania-bulgaria")
YEAR = Facet("year", _("Year"), _years, newest_first=True, example="2009")
STATUS = Facet("status", _("Status"), _statuses, example="completed")
LANGUAGE = Facet("language", _("Language"), _languages, example="nb")
PROJECT = Facet("project", _("Project"), _titles(ProjectPage), example="5b0d6c0e8a4b4f5e9d530c4f6e1f7a10")
HANDBOOK = Facet("handbook", _("Handbook"), _titles(HandbookPage), example="5b0d6c0e8a4b4f5e9d530c4f6e1f7a10")
FILE = Facet("file", _("Files"), _files, example="pdf")

# The search adds the language of the results, which is no value of a page but the index that is asked.
SEARCH_FACETS = (TYPE, TOPIC, COUNTRY, PROGRAMME, PROJECT, HANDBOOK, YEAR, STATUS, FILE)
