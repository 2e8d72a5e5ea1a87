"""Rows of a page as values, with the names of what they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cms import correspondence
from projects.models import Concept, Organisation, Place, Unit
from projects.values import Contact, Figure, Locality
from projects.vocabulary.labels import ConceptLabel, Reference

Labels = Mapping[Reference, ConceptLabel]


def names_of(model: type[Concept], keys: Iterable[int], known: Labels) -> tuple[ConceptLabel, ...]:
    """Return the names of some entries of a vocabulary; one without a name in any language is left out."""
    return tuple(label for key in keys if (label := known.get((model, key))))


def contacts_of(rows: Iterable[Any], known: Labels) -> tuple[Contact, ...]:
    """Return where to ask."""
    return tuple(
        Contact(
            row.department,
            known.get((Organisation, row.organisation_id)),
            row.email,
            correspondence.address(row.email) if row.email else "",
            row.phone,
            row.address,
        )
        for row in rows
    )


def localities_of(rows: Iterable[Any], known: Labels) -> tuple[Locality, ...]:
    """Return the places of a work."""
    return tuple(
        Locality(
            known.get((Place, row.place_id)),
            row.place.kind,
            row.place.country,
            row.place.longitude,
            row.place.latitude,
            row.lead,
        )
        for row in rows
    )


def figures_of(rows: Iterable[Any], known: Labels) -> tuple[Figure, ...]:
    """Return results in figures."""
    found = []
    for row in rows:
        unit = known.get((Unit, row.unit_id))
        key = unit.key if unit else str(row.unit_id)
        found.append(Figure(row.value, unit, key, row.what, row.kind, row.part, row.counts))
    return tuple(found)
