"""The operations of the vocabularies: of each its list, that list whole, and one of its concepts by its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api import exports
from api.concept_items import ConceptItem
from api.concepts import FILTERS, VOCABULARIES, Vocabulary, items
from api.filters import narrowed, parameters_of
from api.language_choice import FALLBACK, LANGUAGE, LanguageChoice
from api.library.included import Beside, not_included
from api.lists import LIMIT, OFFSET, Listed, ends
from api.operations import Operation, operation
from api.parameters import choice, key_in_path
from api.problems import ProblemError
from api.schemas import Answer, PartOfAnswer
from cms.editions import best_of
from cms.portions import portions
from projects.models import Term
from projects.vocabulary.usage import public_concepts

ORDER = choice(
    "order", gettext_noop("By what the items are ordered; with “-” the other way round."), ["name", "-name"], "name"
)
IN_PATH = key_in_path(gettext_noop("Key of the item, the same in all languages."))


def _publish(vocabulary: Vocabulary) -> None:
    """Declare the operations of a vocabulary: its list, that list whole, and one of its concepts."""
    beside, name = Beside(vocabulary.name), vocabulary.item.__name__.removesuffix("Item")
    part_of_list: Any = (list[vocabulary.item], Field(description=gettext_noop("The items, in order.")))  # type: ignore[name-defined]  # known when it runs
    answer = beside.schema(f"{name}List", Listed, __doc__=vocabulary.model.__doc__, items=part_of_list)
    shown = beside.schema(f"{name}Answer", vocabulary.item)
    filters = (*FILTERS, *vocabulary.filters)
    example = vocabulary.whole_example()

    listed = Operation(
        path=vocabulary.plural,
        name=f"list_{vocabulary.plural}",
        summary=vocabulary.several,
        description=gettext_noop(
            "What public pages name, each once, in the language asked for or in one that may stand in its place. "
            "What has no name in these is left out."
        ),
        parameters=(LANGUAGE, FALLBACK, *parameters_of(filters), ORDER, *beside.parameters, LIMIT, OFFSET),
        answer=answer,
        example={"count": 1, "next": None, "previous": None, "items": [example]},
    )

    def chosen(asked: Mapping[str, Any]) -> QuerySet[Any]:
        rows = narrowed(best_of(public_concepts(vocabulary.model), LanguageChoice.of(asked).chain), filters, asked)
        name = Lower("name")
        return _whole(vocabulary, rows.order_by(name.desc() if asked["order"] == "-name" else name.asc(), "pk"))

    @operation(listed)
    def several(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
        """Answer with a part of a vocabulary: three statements, five for terms."""
        rows = chosen(asked)
        part = list(rows[asked["offset"] : asked["offset"] + asked["limit"]])
        related = beside.told(part, asked)
        told: Answer = answer(
            **ends(request, asked, rows.count()), items=items(vocabulary, part, asked["language"]), included=related
        )
        return told.without(not_included(related))

    def all_of_it(asked: Mapping[str, Any]) -> Iterator[list[ConceptItem]]:
        for rows in portions(chosen(asked)):
            yield items(vocabulary, rows, asked["language"])

    exports.declare(exports.with_columns(listed, vocabulary.item, all_of_it, vocabulary.columns))

    @operation(
        Operation(
            path=f"{vocabulary.plural}/{{key}}",
            name=f"get_{vocabulary.name}",
            summary=vocabulary.one,
            description=gettext_noop(
                "One item by its key. Where it has no name in the languages asked for, the answer names those that "
                "have one."
            ),
            parameters=(IN_PATH, LANGUAGE, FALLBACK, *beside.parameters),
            answer=shown,
            example=example,
        )
    )
    def one(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
        """Answer with one concept: two statements, four for a term."""
        wanted = LanguageChoice.of(asked)
        rows = public_concepts(vocabulary.model, few=True).filter(translation_key=asked["key"])
        concept = _whole(vocabulary, best_of(rows, wanted.chain)).first()
        if concept is None:
            languages = rows.order_by("locale__language_code").values_list("locale__language_code", flat=True)
            raise ProblemError(HTTPStatus.NOT_FOUND, languages=languages)
        (item,) = items(vocabulary, [concept], wanted.requested)
        related = beside.told([concept], asked)
        told: Answer = shown(**dict(item), included=related)
        return told.without(not_included(related))


def _whole(vocabulary: Vocabulary, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return rows with what is told of them beside their own columns."""
    return rows.select_related("locale", *(["subject"] if vocabulary.model is Term else []))


for each in VOCABULARIES:
    _publish(each)
