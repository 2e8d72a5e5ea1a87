"""What belongs to the same projects: one query for the projects and all that they left behind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast
from django.utils import timezone

from cms.languages import LANGUAGE_CODES
from cms.prepared import Prepared, Several
from cms.presenting import ReadPage, presenters
from cms.visibility import NOW, is_public, public_pages
from cms.withdrawal import titled
from projects.lists.types import RelativeType, list_type, list_types
from projects.models import ProjectPage


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
    series: str = ""
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
    def says_number(self) -> bool:
        """Tell whether the title of a bulletin issue has its number in it."""
        return str(self.number) in re.findall(r"[0-9]+", self.title)

    @property
    def kind_name(self) -> str:
        """Return the kind in words, "" of a type that has none."""
        kinds = next(one.kinds for one in presenters() if one.facet_type == self.type)
        return str(kinds.get(self.kind, ""))


@dataclass(frozen=True)
class RelativeGroup:
    """Works that appear in one way on their project, and the template that shows them."""

    template: str
    works: tuple[Relative, ...]


@dataclass(frozen=True)
class Relatives:
    """A project and what it left behind: by type, each in its natural order."""

    project: Relative | None = None
    works: Mapping[str, tuple[Relative, ...]] = field(default_factory=dict)

    def of_type(self, facet_type: str) -> tuple[Relative, ...]:
        """Return what is there of a type."""
        return self.works.get(facet_type, ())

    @property
    def is_left(self) -> bool:
        """Tell whether the project left anything behind."""
        return any(self.works.values())

    @property
    def groups(self) -> list[RelativeGroup]:
        """Return what the project left behind; types that appear alike stand together."""
        by_template: defaultdict[str, list[Relative]] = defaultdict(list)
        for facet_type, of_type in _relative_types().items():
            by_template[of_type.template] += self.of_type(facet_type)
        return [RelativeGroup(template, tuple(works)) for template, works in by_template.items() if works]


def relatives(read: Sequence[ReadPage]) -> list[Relatives]:
    """Return for each page, of any types, its project (or itself) and what belongs to it: one query at most."""
    own_keys = {one.page.translation_key for one in read if isinstance(one.page, ProjectPage)}
    numbers = {one.page.project_id for one in read if getattr(one.page, "project_id", None)}
    if not own_keys and not numbers:
        return [Relatives() for _one in read]
    types = _relative_types()
    project_of: dict[int, Any] = {}  # the key of each edition of a project, public or not
    by_project: defaultdict[Any, list[Any]] = defaultdict(list)
    for project_key, is_shown, *row in _OF_PROJECTS.rows(keys=own_keys, numbers=numbers, now=timezone.now()):
        if row[0] == ProjectPage.facet_type:
            project_of[row[2]] = project_key
        if is_shown:
            by_project[project_key].append(row)
    told: defaultdict[tuple[Any, str], Relatives] = defaultdict(Relatives)
    found = []
    for one in read:
        page = one.page
        is_project = isinstance(page, ProjectPage)
        own = page.translation_key if is_project else project_of.get(getattr(page, "project_id", 0))
        if own is not None and (own, one.language) not in told:
            told[own, one.language] = _arranged(_best(by_project[own], one.language), types)
        found.append(told[own, one.language])
    return found


def _of_projects() -> QuerySet[Any, Any]:
    """Return the editions of some projects, of these `keys` and `numbers`, and of what belongs to them."""
    named = Q(translation_key__in=Several("keys", UUIDField())) | Q(pk__in=Several("numbers", BigIntegerField()))
    keys = ProjectPage.objects.filter(named).values("translation_key")
    of_projects = _editions(
        ProjectPage._default_manager.filter(translation_key__in=keys),
        {"website": "website"},
        project_key="translation_key",
        public=is_public(NOW),
    )
    of_parts = (
        _editions(
            public_pages(_parts(list_type(name).model, keys), NOW),
            of_type.columns,
            project_key="project__translation_key",
            public=Value(True, BooleanField()),
        )
        for name, of_type in _relative_types().items()
    )
    return of_projects.union(*of_parts, all=True)


_OF_PROJECTS = Prepared(_of_projects)


def _parts(model: Any, project_keys: Any) -> QuerySet[Any]:
    """Return the works of a type that belong to some projects."""
    parts: QuerySet[Any] = model._default_manager.filter(project__translation_key__in=project_keys)
    return parts


def _arranged(several: Iterable[Relative], types: Mapping[str, RelativeType]) -> Relatives:
    project = None
    found: dict[str, list[Relative]] = {name: [] for name in types}
    for relative in several:
        if relative.type == ProjectPage.facet_type:
            project = relative
        else:
            found[relative.type].append(relative)
    for name, of_type in types.items():
        if of_type.order is not None:
            found[name].sort(key=of_type.order)
    return Relatives(project, {name: tuple(works) for name, works in found.items()})


def _relative_types() -> dict[str, RelativeType]:
    """Return how the types of works appear that belong to a project."""
    return {name: one.relative for name, one in list_types().items() if one.relative is not None}


def _editions(pages: QuerySet[Any], columns: Mapping[str, Any], *, project_key: str, public: Any) -> QuerySet[Any, Any]:
    """Return editions of a type in the columns that every type has, each with its project and whether it is public."""

    def column(wanted: str, output: Any) -> Any:
        return Cast(columns[wanted], output) if wanted in columns else Cast(Value(None), output)

    return (
        pages.order_by()
        .annotate(
            project_key=F(project_key),
            is_public=public,
            type_name=Value(pages.model.facet_type, CharField()),
            edition_language=F("locale__language_code"),
            kind_value=column("kind", CharField(max_length=20)),
            cover=column("series", CharField(max_length=20)),
            issue=column("number", IntegerField()),
            moment=column("date", DateField()),
            series_line=column("cover_series", TextField()),
            site=column("website", TextField()),
        )
        .values_list(
            "project_key", "is_public", "type_name", "translation_key", "pk", "edition_language", "title", "url_path",
            "summary", "kind_value", "cover", "issue", "moment", "series_line", "withdrawn_on", "site",
        )
    )  # fmt: skip


def _best(rows: Iterable[Any], language: str) -> list[Relative]:
    """Return each work once, in `language`, else in English, else as first written; in the order of their making."""
    by_work: defaultdict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        by_work[row[1]].append(row)
    found = []
    for several in sorted(by_work.values(), key=lambda several: min(row[2] for row in several)):
        name, key, _pk, code, title, address, summary, kind, series, number, moment, series_line, withdrawn_on, site = (
            min(several, key=lambda row: (row[3] != language, row[3] != "en", row[2]))
        )
        languages = {row[3] for row in several}
        found.append(
            Relative(
                name, key, title, address, code, summary, tuple(code for code in LANGUAGE_CODES if code in languages),
                kind or "", series or "", number, withdrawn_on, site or "", moment, series_line or "",
            )
        )  # fmt: skip
    return found
