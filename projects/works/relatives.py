"""What belongs to the same project: one query for the project and all that it left behind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from cms.languages import LANGUAGE_CODES
from cms.visibility import public_pages
from cms.withdrawal import titled
from projects.enums import CoverSeries, TrainingKind
from projects.models import BulletinPage, HandbookPage, LibraryPage, ProjectPage, TrainingPage, TrainingSession
from projects.models.held import first_day

BULLETIN = "bulletin"


@dataclass(frozen=True)
class Relative:
    """A public page in the language in which the reader reads it best, and its languages."""

    type: str
    key: Any
    title: str
    address: str
    language: str
    summary: str
    languages: tuple[str, ...]
    kind: str = ""
    number: int | None = None
    withdrawn_on: date | None = None
    website: str = ""
    date: date | None = None
    cover_series: str = ""

    @property
    def plain_title(self) -> str:
        """Return the title for where no mark stands beside it."""
        return titled(self.title, self.withdrawn_on, self.language)

    @property
    def series(self) -> str:
        """Return the pattern of a handbook's cover."""
        return self.kind

    @property
    def says_number(self) -> bool:
        """Tell whether the title of a bulletin issue has its number in it."""
        return str(self.number) in re.findall(r"[0-9]+", self.title)

    @property
    def kind_name(self) -> str:
        """Return the form of a training in words."""
        return str(TrainingKind(self.kind).label) if self.type == "training" else ""


@dataclass
class Relatives:
    """The project and what it left behind, each list in its natural order."""

    project: Relative | None = None
    trainings: list[Relative] = field(default_factory=list)
    handbooks: list[Relative] = field(default_factory=list)
    bulletins: list[Relative] = field(default_factory=list)

    @property
    def is_left(self) -> bool:
        """Tell whether the project left anything behind."""
        return bool(self.trainings or self.handbooks or self.bulletins)


def relatives(page: Any, language: str) -> Relatives:
    """Return the project of a page (or the page itself, if it is one) and what belongs to it: one query at most."""
    if isinstance(page, ProjectPage):
        project_key: Any = page.translation_key
    elif page.project_id:
        project_key = ProjectPage.objects.filter(pk=page.project_id).values("translation_key")[:1]
    else:
        return Relatives()
    queries = [
        _editions(ProjectPage, "project", ProjectPage.objects.filter(translation_key=project_key), website="website"),
        _editions(TrainingPage, "training", kind="kind", date=first_day(TrainingSession._default_manager.all())),
        _editions(HandbookPage, "handbook", kind="series", number="year", cover_series="cover_series"),
        _editions(BulletinPage, BULLETIN, number="number", date="date"),
    ]
    of_project = [queries[0], *(query.filter(project__translation_key=project_key) for query in queries[1:])]
    found = Relatives()
    lists = {"training": found.trainings, "handbook": found.handbooks, BULLETIN: found.bulletins}
    for relative in _best(of_project[0].union(*of_project[1:], all=True), language):
        if relative.type == "project":
            found.project = relative
        else:
            lists[relative.type].append(relative)
    found.trainings.sort(key=lambda one: one.date or date.max)
    found.bulletins.sort(key=lambda one: one.number or 0)
    return found


def _editions(
    model: type[LibraryPage], name: str, pages: QuerySet[Any] | None = None, **columns: Any
) -> QuerySet[Any, Any]:
    """Return all public editions of a type in the columns that every type has."""

    def column(wanted: str, output: Any) -> Any:
        return Cast(columns[wanted], output) if wanted in columns else Cast(Value(None), output)

    return (
        public_pages(model._default_manager.all() if pages is None else pages)
        .order_by()
        .annotate(
            type_name=Value(name, CharField()),
            edition_language=F("locale__language_code"),
            kind_or_series=column("kind", CharField(max_length=20)),
            number_or_year=column("number", IntegerField()),
            moment=column("date", DateField()),
            series_line=column("cover_series", TextField()),
            site=column("website", TextField()),
        )
        .values_list(
            "type_name", "translation_key", "pk", "edition_language", "title", "url_path", "summary", "kind_or_series",
            "number_or_year", "moment", "series_line", "withdrawn_on", "site",
        )
    )  # fmt: skip


def _best(rows: Iterable[Any], language: str) -> list[Relative]:
    """Return each work once, in `language`, else in English, else as first written; in the order of their making."""
    by_work: defaultdict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        by_work[row[1]].append(row)
    found = []
    for several in sorted(by_work.values(), key=lambda several: min(row[2] for row in several)):
        name, key, _pk, code, title, address, summary, kind, number, moment, series_line, withdrawn_on, site = min(
            several, key=lambda row: (row[3] != language, row[3] != "en", row[2])
        )
        languages = {row[3] for row in several}
        found.append(
            Relative(
                name, key, title, address, code, summary, tuple(code for code in LANGUAGE_CODES if code in languages),
                kind or (CoverSeries.DOTS if name == "handbook" else ""), number, withdrawn_on,
                site or "", moment,
                series_line or "",
            )
        )  # fmt: skip
    return found
