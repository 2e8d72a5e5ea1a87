"""The vocabularies: organisations, programmes, topics, places, units and terms, each named in several languages.

A concept is told where a public page names it; of terms all are, as in the glossary.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop

from api import columns
from api.columns import Columns
from api.concept_items import (
    ConceptItem,
    ConceptName,
    ConceptReference,
    OrganisationItem,
    PlaceItem,
    PluralForm,
    ProgrammeItem,
    TermItem,
    TopicItem,
    UnitItem,
)
from api.filters import CODE, CONTAINS, EQUAL, IN, KEY, NOT, TEXT, Filter
from api.language_choice import LanguageChoice
from api.operations import ROOT, address_of
from api.parameters import EXAMPLE_KEY
from cms.formats import plural_categories
from projects.enums import OrganisationKind, PlaceKind
from projects.facets import COUNTRY
from projects.models import Concept, Organisation, Place, Programme, Term, Topic, Unit
from projects.vocabulary.labels import ConceptLabel, labels
from projects.vocabulary.usage import public_concepts


def _organisation(row: Organisation) -> dict[str, Any]:
    return {"short_name": row.short_name or None, "kind": row.kind, "country": row.country or None}


def _programme(row: Programme) -> dict[str, Any]:
    return {"short_name": row.short_name or None, "fund": row.fund or None}


def _place(row: Place) -> dict[str, Any]:
    position = {"latitude": float(row.latitude), "longitude": float(row.longitude)}
    return {"kind": row.kind, "country": row.country, "nuts": row.nuts or None, **position}


def _unit(row: Unit) -> dict[str, Any]:
    categories: Any = plural_categories(row.locale.language_code)
    forms = zip(categories, row.forms.splitlines(), strict=False)
    return {"forms": [PluralForm(plural=plural, text=text.strip()) for plural, text in forms]}


def _term(row: Term) -> dict[str, Any]:
    return {"definition": row.definition, "variants": row.variant_list, "avoid": row.avoid_list}


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary as a resource: `plural` stands in addresses, `own` gives what a row says beside its names."""

    plural: str
    model: type[Concept]
    item: type[ConceptItem]
    columns: Columns
    several: str
    one: str
    example: Mapping[str, Any] = field(default_factory=dict)
    own: Callable[[Any], Mapping[str, Any]] = lambda row: {}
    filters: Sequence[Filter] = ()

    @property
    def name(self) -> str:
        """Return the type as it stands in answers."""
        return str(self.model._meta.model_name)

    def address(self, key: UUID | str) -> str:
        """Return the address of a concept in the API."""
        return address_of(f"{self.plural}/{key}")

    def whole_example(self) -> dict[str, Any]:
        """Return an item as the documentation shows it."""
        return {
            "key": EXAMPLE_KEY,
            "slug": "example",
            "name": "Eksempel",
            "language": "nb",
            "requested": "nb",
            "names": [{"language": "en", "text": "Example"}, {"language": "nb", "text": "Eksempel"}],
            "api_address": f"https://library.example.org{ROOT}{self.plural}/{EXAMPLE_KEY}",
            "type": self.name,
            **self.example,
        }


_COUNTRY_NAMED = gettext_noop("Country, by its two letters (ISO 3166-1).")
_COUNTRY = Filter("country", _COUNTRY_NAMED, "country", CODE, example=COUNTRY.example, facet=COUNTRY)
FILTERS = (
    Filter("key", gettext_noop("Key of the item."), "translation_key", KEY, operators=(EQUAL, IN, NOT)),
    Filter("slug", gettext_noop("Word in addresses."), "key", CODE, operators=(EQUAL, IN, NOT), example="waste"),
    Filter("name", gettext_noop("Name."), "name", TEXT, operators=(EQUAL, CONTAINS)),
)


def _kinds(values: Sequence[str]) -> Filter:
    return Filter("kind", gettext_noop("Kind."), "kind", CODE, values=values, operators=(EQUAL, IN, NOT))


VOCABULARIES = (
    Vocabulary(
        "organisations", Organisation, OrganisationItem, columns.ORGANISATION,
        gettext_noop("Organisations"), gettext_noop("One organisation"),
        {"short_name": "KS", "kind": "association", "country": "NO"},
        _organisation, (_COUNTRY, _kinds(OrganisationKind.values)),
    ),
    Vocabulary(
        "programmes", Programme, ProgrammeItem, columns.PROGRAMME,
        gettext_noop("Programmes"), gettext_noop("One programme"),
        {"short_name": None, "fund": "European Regional Development Fund"}, _programme,
    ),
    Vocabulary("topics", Topic, TopicItem, columns.TOPIC, gettext_noop("Topics"), gettext_noop("One topic"), {}),
    Vocabulary(
        "places", Place, PlaceItem, columns.PLACE,
        gettext_noop("Places"), gettext_noop("One place"),
        {"kind": "city", "country": "NO", "nuts": None, "latitude": 59.9139, "longitude": 10.7522},
        _place, (_COUNTRY, _kinds(PlaceKind.values)),
    ),
    Vocabulary(
        "units", Unit, UnitItem, columns.UNIT,
        gettext_noop("Units"), gettext_noop("One unit"),
        {"forms": [{"plural": "one", "text": "deltaker"}, {"plural": "other", "text": "deltakere"}]}, _unit,
    ),
    Vocabulary(
        "terms", Term, TermItem, columns.TERM,
        gettext_noop("Terms"), gettext_noop("One term"),
        {"definition": "En enhet for lokalt selvstyre.", "variants": [], "avoid": [], "subject": None},
        _term,
    ),
)  # fmt: skip


def items(vocabulary: Vocabulary, rows: Iterable[Any], requested: str) -> list[ConceptItem]:
    """Return rows of a vocabulary as items: one query for all names, and for terms one for their subject fields."""
    several = list(rows)
    return _items(vocabulary, several, requested, _names(vocabulary.model, {row.translation_key for row in several}))


def _items(
    vocabulary: Vocabulary, several: Sequence[Any], requested: str, names: Mapping[UUID, list[ConceptName]]
) -> list[ConceptItem]:
    subjects = _subjects(several, requested)
    return [
        vocabulary.item(
            key=row.translation_key,
            slug=row.key,
            name=row.name,
            language=row.locale.language_code,
            requested=requested,
            names=names[row.translation_key],
            api_address=vocabulary.address(row.translation_key),
            **{"type": vocabulary.name, **vocabulary.own(row)},
            **({"subject": subjects.get(row.subject_id)} if isinstance(row, Term) else {}),
        )
        for row in several
    ]


def items_of_keys(vocabulary: Vocabulary, slugs: Iterable[str], wanted: LanguageChoice) -> list[ConceptItem]:
    """Return those concepts that a client gets in its languages, by their words in addresses: one query."""
    wanted_slugs = [*slugs]
    if not wanted_slugs:
        return []
    by_slug: dict[str, list[Any]] = {slug: [] for slug in wanted_slugs}
    for row in public_concepts(vocabulary.model).filter(key__in=wanted_slugs).select_related("locale").order_by("pk"):
        by_slug[row.key].append(row)
    names = {
        rows[0].translation_key: sorted(
            (ConceptName(language=row.locale.language_code, text=row.name) for row in rows),
            key=lambda name: name.language,
        )
        for rows in by_slug.values()
        if rows
    }
    best = (wanted.chain.best({row.locale.language_code: row for row in rows}) for rows in by_slug.values())
    return _items(vocabulary, [row for row in best if row is not None], wanted.requested, names)


def _names(model: type[Concept], keys: Collection[UUID]) -> dict[UUID, list[ConceptName]]:
    """Return the names of some concepts in all languages."""
    names: dict[UUID, list[ConceptName]] = {key: [] for key in keys}
    if keys:
        live = model._default_manager.filter(live=True, translation_key__in=keys).order_by("locale__language_code")
        for key, language, name in live.values_list("translation_key", "locale__language_code", "name"):
            names[key].append(ConceptName(language=language, text=name))
    return names


def _subjects(rows: Iterable[Any], language: str) -> dict[int, ConceptReference]:
    """Return the subject fields of those rows that are terms, by number: two queries."""
    numbers = {row.subject_id for row in rows if isinstance(row, Term) and row.subject_id}
    named = labels(((Topic, number) for number in numbers), language)
    references = references_to(Topic, named.values())
    return {number: references[label.key] for (_model, number), label in named.items()}


def references_to(model: type[Concept], named: Iterable[ConceptLabel]) -> dict[str, ConceptReference]:
    """Return references to concepts of a vocabulary that have names, by their word in addresses: one query."""
    by_slug = {label.key: label for label in named}
    keys = dict(model._default_manager.filter(key__in=by_slug).values_list("key", "translation_key")) if by_slug else {}
    return {
        slug: ConceptReference(
            key=key, name=by_slug[slug].text, language=by_slug[slug].language, api_address=address(model, key)
        )
        for slug, key in keys.items()
    }


def address(model: type[Concept], key: UUID) -> str:
    """Return the address of a concept in the API."""
    return next(one for one in VOCABULARIES if one.model is model).address(key)
