"""What the search makes of the judged queries: recall and nDCG of the ten results that a reader sees first.

A file a language holds the queries with the pages that answer them: 3 answers, 2 is good, 1 touches it.
A page is named by its key in the library (see demo/library/README.md), which all its languages share: a
page that a reader's language lacks may be found in any other. `section` is the anchor of the section that
answers, `never` what must not be shown, `none` that nothing must be.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from django.utils import translation
from wagtail.models import Page

from cms.languages import LANGUAGE_CODES
from demo.texts import identity, pages
from search.request import SearchRequest
from search.results.hits import Result
from search.results.page import ResultsPage

FOLDER = Path(__file__).parent
WORKS_FIRST = FOLDER / "answers"  # what is asked of works, in words that pages about the library have too
HELD_OUT = FOLDER / "held_out"  # no rule was made for these; variants of a rule are compared on them too
FIRST = 10  # results that count
ANSWERS = 3  # the highest grade
ACROSS = "cross"  # the kind of the queries that are for pages in other languages


@dataclass(frozen=True)
class Judged:
    """A query with its judgements: grades by the key of a page."""

    language: str
    query: str
    kind: str
    relevant: Mapping[str, int] = field(default_factory=dict)
    section: str = ""
    none: bool = False
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a reader was shown: the keys of the pages in order, and the section that the first that answers leads to."""

    judged: Judged
    shown: tuple[str, ...]
    section: str

    @property
    def is_wrong(self) -> bool:
        """Tell whether something was shown that must not be."""
        return bool(set(self.shown) & set(self.judged.never) or (self.judged.none and self.shown))

    @property
    def recall(self) -> float:
        """Return the share of the pages to be found that were found, as far as there is room for them."""
        if self.judged.none or self.is_wrong:
            return float(not self.is_wrong)
        found = sum(key in self.judged.relevant for key in self.shown)
        return found / min(FIRST, len(self.judged.relevant))

    @property
    def ndcg(self) -> float:
        """Return how near the order is to the best one, from 0 to 1."""
        if self.judged.none or self.is_wrong:
            return float(not self.is_wrong)
        relevant = self.judged.relevant
        best = sorted(relevant.values(), reverse=True)[:FIRST]
        return _gain(relevant.get(key, 0) for key in self.shown) / _gain(best)

    @property
    def is_right_section(self) -> bool | None:
        """Tell whether the page that answers leads to the section that does; None where none was judged."""
        return self.section == self.judged.section if self.judged.section else None


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def judged_queries(language: str, folder: Path = FOLDER) -> list[Judged]:
    """Return the queries of a language."""
    rows: list[dict[str, Any]] = yaml.safe_load((folder / f"{language}.yaml").read_text(encoding="utf-8"))
    return [Judged(language, **{**row, "never": tuple(row.get("never", ()))}) for row in rows]


def keys_by_address() -> dict[str, str]:
    """Return the library's key of each of its pages in all languages."""
    keys: dict[UUID, str] = {identity("page", text.key): text.key for text in pages()}
    rows = Page.objects.filter(translation_key__in=keys).values_list("url_path", "translation_key")
    return {address: keys[key] for address, key in rows}


def answer(judged: Judged, keys: Mapping[str, str]) -> Answer:
    """Ask a query as the search page does."""
    with translation.override(judged.language):
        outcome = ResultsPage(SearchRequest(judged.language, judged.language, judged.query))
        results = _shown(outcome, judged, keys)
    # A page outside the library is shown, too: it takes a place.
    shown = tuple(dict.fromkeys(keys.get(result.address, result.address) for result in results))[:FIRST]
    answering = (result for result in results if judged.relevant.get(keys.get(result.address, "")) == ANSWERS)
    best = next(answering, None)
    return Answer(judged, shown, best.section.address.partition("#")[2] if best and best.section else "")


def _shown(outcome: ResultsPage, judged: Judged, keys: Mapping[str, str]) -> list[Result]:
    """Return the results in the order in which the page shows them.

    Pages in other languages are judged in full by the queries that ask for them; with others, those that nobody
    judged do not count.
    """
    foreign = [one.result for one in outcome.in_other_languages]
    if judged.kind != ACROSS:
        known = {*judged.relevant, *judged.never}
        foreign = [result for result in foreign if judged.none or keys.get(result.address) in known]
    return [*outcome.strict, *foreign, *outcome.loose]


def measured(languages: Iterable[str] = LANGUAGE_CODES, folder: Path = FOLDER) -> list[Answer]:
    """Ask all queries of some languages."""
    keys = keys_by_address()
    return [answer(judged, keys) for language in languages for judged in judged_queries(language, folder)]


@dataclass(frozen=True)
class Figures:
    """The means over some queries; `sections` over those with a judged section, None where there are none."""

    number: int
    recall: float
    ndcg: float
    sections: float | None

    @classmethod
    def of(cls, answers: list[Answer]) -> Figures:
        """Return the means over answers."""
        sections = [bool(one.is_right_section) for one in answers if one.judged.section]
        return cls(
            len(answers),
            _mean([one.recall for one in answers]),
            _mean([one.ndcg for one in answers]),
            _mean(map(float, sections)) if sections else None,
        )


def _mean(values: Iterable[float]) -> float:
    values = list(values)
    return sum(values) / len(values)


def figures_by(answers: Iterable[Answer], of: Callable[[Answer], str]) -> dict[str, Figures]:
    """Return the means of answers by what `of` tells of each, in the order of first appearance."""
    groups: defaultdict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        groups[of(one)].append(one)
    return {name: Figures.of(several) for name, several in groups.items()}
