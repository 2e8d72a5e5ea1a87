"""Entries of vocabularies as items that the public is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, Expression, OuterRef

from cms import kinds
from cms.kinds import Kind, Noted, Now, digest
from cms.models import Event, ToldItem
from projects.models import Concept, Organisation, Place, Programme, Term, Topic, Unit
from projects.vocabulary.usage import public_concepts

VOCABULARIES: tuple[type[Concept], ...] = (Organisation, Programme, Topic, Place, Unit, Term)
# What an entry keeps of the work on it, none of which readers are told.
_UNTOLD = frozenset({"latest_revision_id", "has_unpublished_changes", "first_published_at", "last_published_at"})

_Names = Mapping[UUID, list[tuple[Any, ...]]]


def kind_of(model: type[Concept]) -> str:
    """Return the name of the kind that the entries of a vocabulary are."""
    return str(model._meta.model_name)


class ConceptKind(Kind):
    """The entries of a vocabulary: `item` is the number of the entry's row in a language.

    An entry tells what it is called in all languages, a term also its subject field, and topics are public as subject
    fields of terms. So where an entry is changed the whole vocabulary is compared, and that of what it has to do with.
    """

    def __init__(self, model: type[Concept]) -> None:
        self.model: type[Concept] = model
        self.name = kind_of(model)

    def looked_at(self, noted: Noted) -> tuple[Collection[int] | None, Collection[int]]:
        """Return the entries that pages name or named, all where one of them was changed; and those that were."""
        own = noted.items.get(self.name, set())
        changed = self.items_of(own)
        related = {kind_of(Topic), kind_of(Term)}
        others = {row for name in related - {self.name} for row in noted.items.get(name, ())}
        if self.name in related and others:
            if self.model is Term:
                topics = Topic.objects.filter(pk__in=others).values("translation_key")
                terms = Term.objects.filter(subject__translation_key__in=topics)
                changed |= set(terms.values_list("pk", flat=True))
            return None, changed
        return (None if own else self.items_of(noted.named.get(self.name, set()))), changed

    def items_of(self, rows: Collection[int]) -> set[int]:
        """Return the rows of some entries in all languages: one statement."""
        if not rows:
            return set()
        keys = self.model._default_manager.filter(pk__in=rows).values("translation_key")
        return {*rows, *self.model._default_manager.filter(translation_key__in=keys).values_list("pk", flat=True)}

    def now(self, items: Collection[int] | None) -> Iterator[Now]:
        """Return the public entries: two statements, of terms three."""
        public = public_concepts(self.model, few=items is not None).select_related("locale").order_by("pk")
        rows = list(public if items is None else public.filter(pk__in=items))
        names = self._names({row.translation_key for row in rows})
        subjects = _subjects(rows)
        for row in rows:
            state = digest(
                [getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname not in _UNTOLD],
                names[row.translation_key],
                subjects.get(getattr(row, "subject_id", None), ()),
            )
            yield Now(row.pk, row.translation_key, row.locale.language_code, self.name, state=state)

    def _names(self, keys: Collection[UUID]) -> _Names:
        names: defaultdict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
        live = self.model._default_manager.filter(live=True, translation_key__in=keys).order_by("pk")
        for key, *name in live.values_list("translation_key", "locale_id", "name") if keys else ():
            names[key].append(tuple(name))
        return names

    def is_public(self, now: datetime | Expression) -> Exists:
        """Return an expression for "this entry is public at that time in this language"."""
        entries = public_concepts(self.model, few=True, now=now)
        return Exists(entries.filter(pk=OuterRef("item"), translation_key=OuterRef("key")).order_by())

    def endings(self, gone: Sequence[ToldItem]) -> Mapping[int, Event]:
        """Return how entries ended that are there still: one statement."""
        rows = self.model._default_manager.filter(pk__in=[told.item for told in gone])
        there = set(rows.values_list("pk", "translation_key"))
        return {told.id: Event.UNPUBLISHED for told in gone if (told.item, told.key) in there}


def _subjects(rows: Sequence[Any]) -> dict[int | None, list[tuple[Any, ...]]]:
    """Return what the subject fields of terms are called in all languages, by the row that a term refers to."""
    numbers = {row.subject_id for row in rows if isinstance(row, Term) and row.subject_id}
    if not numbers:
        return {}
    named = Topic.objects.filter(translation_key__in=Topic.objects.filter(pk__in=numbers).values("translation_key"))
    by_key: defaultdict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    keys = {}
    for topic in named.order_by("pk"):
        by_key[topic.translation_key].append((topic.key, topic.locale_id, topic.name, topic.live))
        keys[topic.pk] = topic.translation_key
    return {number: by_key[keys[number]] for number in numbers}


def register() -> None:
    """Have the public told of all vocabularies."""
    for model in VOCABULARIES:
        kinds.register(ConceptKind(model))
