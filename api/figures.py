"""Results in figures, added up over the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api import columns, exports
from api.concept_items import ConceptReference
from api.concepts import references_to
from api.language_choice import FALLBACK, LANGUAGE, LanguageChoice
from api.library.included import Beside, not_included
from api.lists import LIMIT, OFFSET, Listed, ends
from api.operations import Operation, operation
from api.parameters import choice
from api.references import EXAMPLE_WORK, WorkReference, referred
from api.schemas import Answer, PartOfAnswer, described, exact
from cms.portions import slices
from projects.enums import FigureKind
from projects.lists.cards import best_editions
from projects.lists.totals import Addend, Total, totals
from projects.models import Unit


class FigureAddend(Answer):
    """A figure that a sum is made of."""

    model_config = described(gettext_noop("A figure that enters a sum."))

    value: str = Field(description=gettext_noop("The figure, exact, as a decimal number."))
    statement: str | None = Field(description=gettext_noop("What the work says of it, in the language of the work."))
    work: WorkReference = Field(description=gettext_noop("The work whose figure it is."))


class FigureSum(Answer):
    """A sum of like figures."""

    model_config = described(gettext_noop("A sum of figures of one unit and one kind."))

    type: Literal["figure"] = Field(description=gettext_noop("Type of the item."))
    of: Literal["project", "training"] = Field(
        description=gettext_noop("Type of the works: results of projects, or participants of trainings.")
    )
    kind: Literal["planned", "target", "achieved"] = Field(
        description=gettext_noop("Whether it was planned, aimed at, or achieved.")
    )
    unit: ConceptReference = Field(description=gettext_noop("What is counted."))
    value: str = Field(description=gettext_noop("The sum, exact, as a decimal number."))
    works: int = Field(description=gettext_noop("Number of works that it comes from."))
    items: list[FigureAddend] = Field(description=gettext_noop("The figures that it is made of."))


class _PartOfSums(Listed):
    """A part of the sums."""

    model_config = described(gettext_noop("A part of the sums, those of most works first."))

    items: list[FigureSum] = Field(description=gettext_noop("The items, in order."))


BESIDE = Beside("figure")
FigureSums = BESIDE.schema("FigureSums", _PartOfSums)
EXAMPLE = {
    "count": 1,
    "next": None,
    "previous": None,
    "items": [
        {
            "type": "figure",
            "of": "project",
            "kind": "achieved",
            "unit": {
                "key": "1f2c8a0e-3c57-4e0f-9b5a-6a3a1f0b2c11",
                "name": "deltakere",
                "language": "nb",
                "api_address": "https://library.example.org/api/v1/units/1f2c8a0e-3c57-4e0f-9b5a-6a3a1f0b2c11",
            },
            "value": "180",
            "works": 1,
            "items": [
                {
                    "value": "180",
                    "statement": "100 ansatte og 80 folkevalgte",
                    "work": EXAMPLE_WORK,
                }
            ],
        }
    ],
}


LIST = Operation(
    path="figures",
    name="list_figures",
    summary=gettext_noop("Figures"),
    description=gettext_noop(
        "Results in figures, added up over the library: figures of one unit and one kind, each work once whatever "
        "its languages. Parts of other figures, percentages, what editors keep out of totals, and withdrawn works "
        "are left out. Each sum comes with the figures that it is made of."
    ),
    parameters=(
        LANGUAGE,
        FALLBACK,
        choice("of", gettext_noop("Figures of works of this type alone."), ["project", "training"]),
        choice("kind", gettext_noop("Figures of this kind alone."), FigureKind.values),
        *BESIDE.parameters,
        LIMIT,
        OFFSET,
    ),
    answer=FigureSums,
    example=EXAMPLE,
)


def _chosen(asked: Mapping[str, Any]) -> list[Total]:
    """Return the sums that are asked for, in order: two statements."""
    wanted = LanguageChoice.of(asked)
    return [
        one
        for one in totals(partial(best_editions, chain=wanted.chain), wanted.requested)
        if asked["of"] in (None, one.facet_type) and asked["kind"] in (None, one.kind)
    ]


def _items(sums: Sequence[Total]) -> list[FigureSum]:
    """Return sums as items: one statement."""
    units = references_to(Unit, [one.unit for one in sums])
    return [_sum(one, units) for one in sums]


@operation(LIST)
def figures(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
    """Answer with the sums: three statements, and those of what is included."""
    sums = _chosen(asked)
    shown = sums[asked["offset"] : asked["offset"] + asked["limit"]]
    related = BESIDE.told(shown, asked)
    answer: Answer = FigureSums(**ends(request, asked, len(sums)), items=_items(shown), included=related)
    return answer.without(not_included(related))


def _portions(asked: Mapping[str, Any]) -> Iterator[list[FigureSum]]:
    """Yield all sums, some at a time."""
    return map(_items, slices(_chosen(asked)))


exports.declare(exports.with_columns(LIST, FigureSum, _portions, columns.FIGURE))


def _sum(total: Total, units: Mapping[str, ConceptReference]) -> FigureSum:
    of: Any = total.facet_type
    kind: Any = total.kind
    return FigureSum(
        type="figure",
        of=of,
        kind=kind,
        unit=units[total.unit.key],
        value=exact(total.value),
        works=total.works,
        items=[_addend(total, addend) for addend in total.addends],
    )


def _addend(total: Total, addend: Addend) -> FigureAddend:
    work = referred(
        total.facet_type, addend.key, addend.title, addend.language, address=addend.address, page=addend.page
    )
    return FigureAddend(value=exact(addend.value), statement=addend.what or None, work=work)
