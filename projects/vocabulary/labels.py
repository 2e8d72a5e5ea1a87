"""The names of concepts for a reader: one query, whatever a page refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, CharField, ExpressionWrapper, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from cms.facets import Label, StoredNames
from cms.prepared import Several
from projects.models import Concept, Organisation, Place, Programme, Term, Topic, Unit

# A further column of a vocabulary that stands with its name.
_EXTRA = {
    Organisation: "short_name",
    Programme: "fund",
    Unit: "forms",
    Place: "country",
    Topic: "key",
    Term: "definition",
}

Reference = tuple[type[Concept], int]


@dataclass(frozen=True)
class ConceptLabel(Label):
    """A concept's name in the reader's language, or in another that has one, with its key.

    `extra` is the further column of its vocabulary, `others` are its live names in the other languages.
    """

    key: str
    extra: str
    others: tuple[Label, ...] = ()


class NamesOfConcepts:
    """The live names of some concepts in all languages: one query, none where nothing is referred to."""

    def __init__(self, references: Iterable[Reference | None]) -> None:
        self._wanted: defaultdict[type[Concept], set[int]] = defaultdict(set)
        for reference in references:
            if reference is not None and reference[1] is not None:
                self._wanted[reference[0]].add(reference[1])
        queries = [
            _rows(model, model._default_manager.filter(pk__in=pks).values("translation_key"))
            for model, pks in self._wanted.items()
        ]
        self._live, self._concept_of = _by_concept(queries[0].union(*queries[1:], all=True) if queries else ())
        self._labels: dict[str, dict[Reference, ConceptLabel]] = {}

    def labels(self, language: str) -> dict[Reference, ConceptLabel]:
        """Return the label of each concept: its live name in `language`, else in English, else any.

        A concept without any live name is left out.
        """
        if language not in self._labels:
            best = {concept: _best(names, language) for concept, names in self._live.items()}
            self._labels[language] = {
                (model, pk): best[concept]
                for model, pks in self._wanted.items()
                for pk in pks
                if (concept := self._concept_of.get((model.__name__, pk))) in best
            }
        return self._labels[language]


def labels(references: Iterable[Reference | None], language: str) -> dict[Reference, ConceptLabel]:
    """Return the label of each referenced concept for readers of a language (`NamesOfConcepts.labels`)."""
    return NamesOfConcepts(references).labels(language)


def names_by_key(model: type[Concept]) -> StoredNames:
    """Return the live names of a vocabulary by the key that stands in addresses; English goes before others."""

    def rows(name: str) -> QuerySet[Any, Any]:
        return (
            model._default_manager.filter(key__in=Several(name), live=True)
            .order_by()
            .annotate(facet=Value(name, TextField()), is_english=_is_english())
            .values_list(
                "facet", Cast("key", TextField()), "locale__language_code", "is_english", Cast("name", TextField())
            )
        )

    return StoredNames(rows)


def _is_english() -> ExpressionWrapper:
    return ExpressionWrapper(Q(locale__language_code="en"), BooleanField())


def _rows(model: type[Concept], concepts: Any) -> QuerySet[Any, Any]:
    """Return all rows of some concepts of a vocabulary, in the columns that every vocabulary has."""
    return (
        model._default_manager.filter(translation_key__in=concepts)
        .order_by()
        .annotate(
            vocabulary=Value(model.__name__, CharField()),
            extra_text=Cast(_EXTRA[model], TextField()),
        )
        .values_list(
            "vocabulary", "pk", "translation_key", "locale__language_code", "live", "name", "key", "extra_text"
        )
    )


def _by_concept(rows: Iterable[Any]) -> tuple[dict[Any, dict[str, tuple[str, str, str]]], dict[tuple[str, int], Any]]:
    """Return the live names of each concept by language, and the concept of each row."""
    live_rows: defaultdict[Any, dict[str, tuple[str, str, str]]] = defaultdict(dict)
    concept_of: dict[tuple[str, int], Any] = {}
    for vocabulary, pk, translation_key, row_language, live, name, key, extra in rows:
        concept = (vocabulary, translation_key)
        concept_of[vocabulary, pk] = concept
        if live:
            live_rows[concept][row_language] = (name, key, extra or "")
    return live_rows, concept_of


def _best(found: Mapping[str, tuple[str, str, str]], language: str) -> ConceptLabel:
    """Return the label in `language`, else in English, else in the first one that has a name."""
    ranked = sorted(found, key=lambda code: (code != language, code != "en", code))
    name, key, extra = found[ranked[0]]
    others = tuple(Label(found[code][0], code) for code in sorted(ranked[1:]))
    return ConceptLabel(name, ranked[0], key, extra, others)
