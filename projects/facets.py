"""The facets of the library, each declared once: its name in addresses, its title, its values' names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from cms.facets import UNKNOWN, Facet, Label
from cms.languages import country_name, language_name
from cms.visibility import public_pages
from projects.enums import Status, TrainingKind
from projects.labels import labels_by_key
from projects.models import HandbookPage, LibraryPage, Programme, ProjectPage, Topic

TYPE_NAMES = {
    "project": _("Project"),
    "training": _("Training"),
    "handbook": _("Handbook"),
    "chapter": _("Chapter"),
    "bulletin": _("Bulletin issue"),
    "page": _("Page about the site"),
}


def _named(names: Mapping[str, object], values: Collection[str], language: str) -> dict[str, Label]:
    """Return the labels of values with a fixed list of names."""
    with override(language):
        return {value: Label(str(names[value]), language) for value in values if value in names}


def _types(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _named(TYPE_NAMES, values, language)


def _kinds(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _named(dict(TrainingKind.choices), values, language)


def _statuses(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _named(dict(Status.choices), values, language)


def _topics(values: Collection[str], language: str) -> Mapping[str, Label]:
    return labels_by_key(Topic, values, language)


def _programmes(values: Collection[str], language: str) -> Mapping[str, Label]:
    return labels_by_key(Programme, values, language)


def _countries(values: Collection[str], language: str) -> Mapping[str, Label]:
    return {value: Label(country_name(value, language), language) for value in values}


def _years(values: Collection[str], language: str) -> Mapping[str, Label]:
    with override(language):
        return {value: Label(gettext("year unknown") if value == UNKNOWN else value, language) for value in values}


def _languages(values: Collection[str], language: str) -> Mapping[str, Label]:
    return {value: Label(language_name(value, language), language) for value in values}


def _projects(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _titles(ProjectPage, values, language)


def _handbooks(values: Collection[str], language: str) -> Mapping[str, Label]:
    return _titles(HandbookPage, values, language)


def _titles(model: type[LibraryPage], values: Collection[str], language: str) -> Mapping[str, Label]:
    """Return the titles of public works by translation key: in the reader's language, else in the original's."""
    keys = {key for value in values if (key := _as_key(value))}
    if not keys:
        return {}
    editions = public_pages(model._default_manager.filter(translation_key__in=keys)).order_by("pk")
    columns = ("translation_key", "locale__language_code", "original_language", "title")
    best: dict[str, tuple[bool, bool, Label]] = {}
    for key, code, original, title in editions.values_list(*columns):
        edition = (code == language, code == original, Label(title, code))
        best[str(key)] = max(best.get(str(key), edition), edition, key=lambda one: one[:2])
    return {key: label for key, (_own, _original, label) in best.items()}


def _as_key(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def _files(values: Collection[str], language: str) -> Mapping[str, Label]:
    return {value: Label(value.upper(), language) for value in values if value.isalnum()}


TYPE = Facet("type", _("Type"), _types)
KIND = Facet("kind", _("Kind"), _kinds)
TOPIC = Facet("topic", _("Topic"), _topics)
COUNTRY = Facet("country", _("Country"), _countries)
PROGRAMME = Facet("programme", _("Programme"), _programmes)
YEAR = Facet("year", _("Year"), _years, newest_first=True)
STATUS = Facet("status", _("Status"), _statuses)
LANGUAGE = Facet("language", _("Language"), _languages)
PROJECT = Facet("project", _("Project"), _projects)
HANDBOOK = Facet("handbook", _("Handbook"), _handbooks)
FILE = Facet("file", _("Files"), _files)

# The search adds the language of the results, which is no value of a page but the index that is asked.
SEARCH_FACETS = (TYPE, TOPIC, COUNTRY, PROGRAMME, PROJECT, HANDBOOK, YEAR, STATUS, FILE)
LIST_FACETS = {
    "project": (COUNTRY, TOPIC, PROGRAMME, YEAR, STATUS, LANGUAGE),
    "training": (KIND, COUNTRY, TOPIC, YEAR, STATUS, LANGUAGE),
    "handbook": (COUNTRY, TOPIC, YEAR, LANGUAGE),
    "bulletin": (COUNTRY, TOPIC, YEAR, LANGUAGE),
}
