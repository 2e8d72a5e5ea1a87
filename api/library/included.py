"""What is told beside items: those that they refer to, each once, read together for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, cast

from django.utils.translation import gettext_noop
from pydantic import Field, create_model

from api.concepts import VOCABULARIES, items_of_keys
from api.language_choice import LanguageChoice
from api.library.items import best_editions, told_together
from api.library.relations import BETWEEN, DEEPEST, RELATIONS, paths_of
from api.library.types import BY_RESOURCE, TYPES
from api.parameters import Parameter, several_of
from api.references import ITEM_RESOURCES
from api.schemas import Answer, described

_VOCABULARIES = {one.plural: one for one in VOCABULARIES}
_TYPES = {resource: name for name, resource in ITEM_RESOURCES.items()}
_INCLUDE = gettext_noop(
    "Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the "
    "language of the answer, or in one of “fallback”; without their texts."
)
_SAID = gettext_noop("Items that “include” asked for, each once; left out where nothing was asked for.")
# By a resource, the items that are told of it.
Told = dict[str, list[Any]]


class Beside:
    """What answers with items of a type tell beside them; nothing of a type that refers to nothing."""

    def __init__(self, type_name: str) -> None:
        self._type_name = type_name
        self._paths = [*paths_of(type_name, _TYPES)]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameter that names what is included."""
        return (several_of("include", _INCLUDE, self._paths, ",".join(self._paths[:2])),) if self._paths else ()

    def schema(self, name: str, base: type[Answer], **fields: Any) -> Any:
        """Return the schema of an answer that has further fields and, where there can be any, what is included."""
        beside: Any = {"included": (INCLUDED | None, Field(None, description=_SAID))} if self._paths else {}
        return create_model(name, __base__=base, **fields, **beside) if fields or beside else base

    def told(self, views: Sequence[Any], asked: Mapping[str, Any]) -> Told | None:
        """Return what is included with items, which `views` are read of; None where nothing is asked for."""
        paths = asked.get("include")
        return included(self._type_name, views, paths, LanguageChoice.of(asked)) if paths else None

    def field(self, views: Sequence[Any], asked: Mapping[str, Any]) -> dict[str, Told]:
        """Return the field of an answer that has what is included; none where nothing is asked for."""
        told = self.told(views, asked)
        return {} if told is None else {"included": told}


def not_included(told: Told | None) -> dict[str, Any]:
    """Return what `Answer.without` leaves out of an answer: the resources that nothing was asked for of."""
    if told is None:
        return {"included": True}
    return {"included": {name: True for name in INCLUDED.model_fields if name not in told}}


def _schema() -> Any:
    """Return the schema of what is included: a list for each resource that can be."""
    resources = {relation.resource for relations in RELATIONS.values() for relation in relations.values()}
    told: dict[str, Any] = {ITEM_RESOURCES[one.name]: one.schema for one in TYPES}
    told |= {name: vocabulary.item for name, vocabulary in _VOCABULARIES.items()}

    class Described(Answer):
        """What is included."""

        model_config = described(gettext_noop("Items that others refer to, by resource; of what was asked for."))

    said = gettext_noop("Items of the resource, each once.")
    fields: Any = {
        name: (list[schema] | None, Field(None, description=said))  # type: ignore[valid-type]  # made of the types
        for name, schema in told.items()
        if name in resources
    }
    return create_model("Included", __base__=Described, **fields)


INCLUDED = _schema()


def included(type_name: str, views: Sequence[Any], paths: Sequence[str], wanted: LanguageChoice) -> Told:
    """Return what items of a type refer to, by resource: items of each level are read together.

    A level takes two statements for each type of work and three for all of them, and one for a vocabulary,
    however many items and languages there are.
    """
    told: Told = {}
    seen: dict[str, dict[Hashable, Any]] = defaultdict(dict)  # the views of works by resource and key
    concepts: defaultdict[str, dict[Hashable, None]] = defaultdict(dict)  # in the order in which they are named
    level: dict[str, list[Any]] = {"": [*views]}
    several = [path.split(BETWEEN) for path in paths]
    for depth in range(1, DEEPEST + 1):
        steps = dict.fromkeys(BETWEEN.join(path[:depth]) for path in several if len(path) >= depth)
        keys = {step: _keys(type_name, level, step) for step in steps}
        works: defaultdict[str, dict[Hashable, None]] = defaultdict(dict)
        for resource, of_step in keys.values():
            told.setdefault(resource, [])
            chosen = concepts if resource in _VOCABULARIES else works
            chosen[resource].update(dict.fromkeys(key for key in of_step if key not in seen[resource]))
        for resource, items, new in _works(works, wanted):
            told[resource] += items
            seen[resource].update(new)
        level = {
            step: [seen[resource][key] for key in of_step if key in seen[resource]]
            for step, (resource, of_step) in keys.items()
            if resource in _TYPES
        }
    for resource, slugs in concepts.items():
        told[resource] = items_of_keys(_VOCABULARIES[resource], cast("Iterable[str]", slugs), wanted)
    return told


def _keys(type_name: str, level: Mapping[str, Sequence[Any]], step: str) -> tuple[str, list[Hashable]]:
    """Return the resource that a path of relations leads to, and the keys of what items refer to by its last one."""
    *before, last = step.split(BETWEEN)
    for name in before:
        type_name = _TYPES[RELATIONS[type_name][name].resource]
    relation = RELATIONS[type_name][last]
    return relation.resource, [key for view in level.get(BETWEEN.join(before), ()) for key in relation.read(view)]


def _works(
    wanted_keys: Mapping[str, Collection[Hashable]], wanted: LanguageChoice
) -> Iterable[tuple[str, list[Any], dict[Hashable, Any]]]:
    """Yield for each resource its items and their views by key."""
    asked = {resource: [*keys] for resource, keys in wanted_keys.items() if keys}
    editions = {resource: best_editions(BY_RESOURCE[resource], keys, wanted) for resource, keys in asked.items()}
    groups = [(BY_RESOURCE[resource], *found) for resource, found in editions.items()]
    for resource, (views, items) in zip(asked, told_together(groups, wanted.requested), strict=True):
        yield resource, items, {view.about.key: view for view in views}
