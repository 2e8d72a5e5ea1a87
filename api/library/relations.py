"""What items of a type refer to: the relations that a client can have included with them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from api.references import ITEM_RESOURCES
from projects.vocabulary.labels import ConceptLabel

# A concept is known by its word in addresses, a work by its key.
Reads = Callable[[Any], Iterable[Hashable]]
BETWEEN = "."
DEEPEST = 2


@dataclass(frozen=True)
class Relation:
    """Other items that an item refers to: the resource that tells them, and how they are got of a view."""

    resource: str
    read: Reads


def _left(kind: str) -> Reads:
    return lambda view: [one.key for one in view.relatives.of_type(kind)]


def _project(view: Any) -> Iterable[Hashable]:
    return [view.relatives.project.key] if view.relatives.project else []


def _chapters(view: Any) -> Iterable[Hashable]:
    return [chapter.key for chapter in view.contents.chapters]


def _handbook(view: Any) -> Iterable[Hashable]:
    return [view.contents.key]


def _topics(view: Any) -> Iterator[Hashable]:
    return _words(view.topics)


def _words(labels: Iterable[ConceptLabel | None]) -> Iterator[Hashable]:
    return (label.key for label in labels if label is not None)


def _publisher(view: Any) -> Iterator[Hashable]:
    return _words([view.publisher])


def _own_work(kind: str, one: Any) -> list[Hashable]:
    return [one.work_key] if one.work_type == kind else []


def _addends(kind: str, total: Any) -> list[Hashable]:
    return [addend.key for addend in total.addends] if total.facet_type == kind else []


def _shown_by(kind: str, item: Any) -> list[Hashable]:
    return [one.key for one in item.shown_by if one.type == kind]


_SHOWN_BY = {resource: Relation(resource, partial(_shown_by, kind)) for kind, resource in ITEM_RESOURCES.items()}
_OF_PUBLISHED = {"organisations": Relation("organisations", _publisher)}
_OF_PROJECT = {"project": Relation("projects", _project)}
# By the type of item, then by the name that a client gives.
RELATIONS: Mapping[str, Mapping[str, Relation]] = {
    "project": {
        "organisations": Relation(
            "organisations",
            lambda view: _words([*(one.name for one in view.parties), *(one.organisation for one in view.contacts)]),
        ),
        "programme": Relation("programmes", lambda view: _words([view.programme])),
        "topics": Relation("topics", _topics),
        "places": Relation(
            "places",
            lambda view: _words([*(one.name for one in view.localities), *(one.place for one in view.events)]),
        ),
        "units": Relation(
            "units",
            lambda view: _words([*(one.unit for one in view.figures), *(one.unit for one in view.target_groups)]),
        ),
        "trainings": Relation("trainings", _left("training")),
        "handbooks": Relation("handbooks", _left("handbook")),
        "bulletins": Relation("bulletins", _left("bulletin")),
    },
    "training": {
        **_OF_PROJECT,
        "organisations": Relation("organisations", lambda view: _words(one.organisation for one in view.contacts)),
        "topics": Relation("topics", _topics),
        "places": Relation(
            "places",
            lambda view: _words([*(one.name for one in view.localities), *(one.place for one in view.sessions)]),
        ),
        "units": Relation("units", lambda view: _words(one.unit for one in view.participants)),
    },
    "handbook": {**_OF_PROJECT, **_OF_PUBLISHED, "chapters": Relation("chapters", _chapters)},
    "chapter": {**_OF_PUBLISHED, "handbook": Relation("handbooks", _handbook)},
    "bulletin": {**_OF_PROJECT, **_OF_PUBLISHED},
    "page": {},
    "term": {"subject": Relation("topics", lambda row: [row.subject.key] if row.subject_id else [])},
    "event": {
        "place": Relation("places", lambda one: _words([one.place])),
        "project": Relation("projects", partial(_own_work, "project")),
        "training": Relation("trainings", partial(_own_work, "training")),
    },
    "figure": {
        "unit": Relation("units", lambda total: _words([total.unit])),
        "projects": Relation("projects", partial(_addends, "project")),
        "trainings": Relation("trainings", partial(_addends, "training")),
    },
    "document": _SHOWN_BY,
    "image": _SHOWN_BY,
}


def paths_of(type_name: str, types_of: Mapping[str, str], depth: int = DEEPEST) -> Iterator[str]:
    """Yield the paths of the relations of a type; `types_of` are the types of items by their resource."""
    for name, relation in RELATIONS.get(type_name, {}).items():
        yield name
        if depth > 1:
            further = paths_of(types_of.get(relation.resource, ""), types_of, depth - 1)
            yield from (f"{name}{BETWEEN}{one}" for one in further)
