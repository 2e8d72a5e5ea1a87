"""Every fact of `projects.yaml`, the file of what is public about the five projects, is found in the API.

The file writes names in the language of the project's own page and all else in English, so a fact is found
as a value, or word for word in the project's own language, or by its words within one part of the English item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.demo.test_facts_by_api import told, words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("library")]

Place = tuple[str, ...]  # the names and numbers that lead to a fact of the file

PROJECTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "projects.yaml").read_text(encoding="utf-8"))
KEYS = {
    "investnorthwest": "investnorthwest",
    "egovernet": "egovernet",
    "lubuskie-investor-standards": "lubuskie",
    "rhodope-good-governance": "rhodope",
    "latgale-trondelag": "latgale",
}
NO_FACTS = {"key", "anatomy"}  # the file's own names, and what a page has to have
FEW = set(
    re.findall(
        r"\w+",
        """
    also and are been beyond but each for from had have into its may not only own say than that the their them they this
    were what where which who whose with
""",
    )
)
COUNTED = {"1": "one", "2": "two", "5": "five"}
LONGEST_PART = 1500  # signs: a section's rows belong to one fact, the whole page does not

# Words of the file that the library says in other words, or that speak of the source and not of the project.
IN_OTHER_WORDS = {
    "egovernet.disclaimer": "required funder",
    "investnorthwest.status.inferred": "page told",
    "investnorthwest.results_in_figures.7.what": "making",
    "latgale.general_objective": "better",
    "latgale.results.1": "SMEs",
    "latgale.status.inferred": "told",
    "lubuskie.management_means.0": "communes",
    "lubuskie.stages.1.what": "opens",
    "lubuskie.stages.2.what": "communes",
    "rhodope.general_objective.2": "rise",
    "rhodope.target_groups.2.unit": "NGOs",
    "rhodope.copies_go_to.4": "NGOs",
}


def facts(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield each fact of the file with its place."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from facts(one, (*place, str(name)))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from facts(one, (*place, str(number)))
    elif value is not None:  # a name without a value is the rest of a remark
        yield place, value


def parts(value: Any) -> Iterator[str]:
    """Yield the words and numbers of each object and each list of an item that one can take in at a glance."""
    if isinstance(value, dict | list):
        said = words(value)
        if len(said) <= LONGEST_PART:
            yield f"{said} {' '.join(map(str, numbers(value)))}"
        for one in value.values() if isinstance(value, dict) else value:
            yield from parts(one)


def stems(text: str) -> set[str]:
    """Return the beginnings of a text's words, and its numbers."""
    found = re.findall(r"[^\W\d_]{3,}|\d+", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return {word[:5] for word in found if word not in FEW}


def numbers(value: Any) -> Iterator[Decimal]:
    """Yield the numbers that an item gives as values, of which some are texts, and those within its texts."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from numbers(one)
    elif isinstance(value, str):
        yield from map(Decimal, re.findall(r"\d+(?:\.\d+)?", value))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield Decimal(str(value))


def as_number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def lost(
    project: dict[str, Any], original: dict[str, Any], english: dict[str, Any]
) -> list[tuple[str, Any, list[str]]]:
    """Return the facts of a project that neither of two items tells: place, fact, and the words that are missing."""
    key = KEYS[project["key"]]
    own_words, values = words(original).lower(), set(numbers(original))
    own = stems(own_words)
    said = [stems(part) for part in parts(english)]
    missed = []
    for place, value in facts({name: one for name, one in project.items() if name not in NO_FACTS}):
        if as_number(value) in values or str(value).lower() in own_words:
            continue
        name = ".".join((key, *place))
        asked = stems(str(value)) - stems(IN_OTHER_WORDS.get(name, "")) - own
        missing = min((asked - part - {n for n, word in COUNTED.items() if word in part} for part in said), key=len)
        if missing or not stems(str(value)):
            missed.append((name, value, sorted(missing)))
    return missed


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project["key"])
def test_each_fact_of_the_file_is_found(project: dict[str, Any]) -> None:
    key = KEYS[project["key"]]
    assert lost(project, told(key, project["language"]), told(key, "en")) == []


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project["key"])
def test_most_facts_of_a_project_are_not_found_in_another(project: dict[str, Any]) -> None:
    other = next(one for one in PROJECTS if one["key"] != project["key"])
    key = KEYS[other["key"]]
    every = list(facts({name: one for name, one in project.items() if name not in NO_FACTS}))
    assert len(lost(project, told(key, other["language"]), told(key, "en"))) > len(every) / 2
