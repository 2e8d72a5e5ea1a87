"""The matrix: pages, or entries of a vocabulary, by languages. As many statements for 2,000 pages as for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, IntegerField, Q, QuerySet, Value
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from translation.desk import cells
from translation.desk.cells import Said
from translation.desk.rows import Everything, Here, Standing, is_drafted, where
from translation.enums import State
from translation.models import Status
from translation.reading import title_for
from translation.translators import vocabularies

A_PAGE = 50  # rows
AT_ONCE = 500  # rows of the table that is taken away
DEEPEST = 3  # levels that are set in
EVERYWHERE = 0  # in place of a language's number: all languages together


@dataclass(frozen=True)
class Chosen:
    """What of the matrix is shown: of a kind, found by words, below a page, in a state, in a language."""

    model: type[Any] = Page
    q: str = ""
    below: Page | None = None
    state: str = ""
    locale: Locale | None = None

    @property
    def base(self) -> type[Any]:
        """Return Page for pages of whatever kind, else the vocabulary."""
        return Page if issubclass(self.model, Page) else self.model

    @property
    def label(self) -> str:
        """Return the base as “app.model”."""
        return str(self.base._meta.label_lower)

    @property
    def is_vocabulary(self) -> bool:
        """Tell whether the rows are entries of a vocabulary."""
        return self.base is not Page


@dataclass(frozen=True)
class Cell:
    """A page in a language. `href` leads to its editor, `hand_over` to where it is begun; both may be empty."""

    locale: Locale
    said: Said
    age: str = ""
    note: str = ""
    href: str = ""
    hand_over: str = ""


@dataclass(frozen=True)
class Row:
    """A page, or an entry, in the language in which it was written, with its cells in the order of the languages."""

    pk: int
    title: str
    language: str
    kind: str
    length: str
    level: int
    href: str
    cells: list[Cell] = field(default_factory=list)


@dataclass(frozen=True)
class Sum:
    """What a language has of all that the matrix shows without its state; `ok` and `old` are parts of a bar of 1000."""

    locale: Locale
    live: int
    changed: int
    total: int

    @property
    def said_live(self) -> str:
        """Return how many are live, of all."""
        return cells.of_all(self.live, self.total)

    @property
    def said_changed(self) -> str:
        """Return how many are behind their source."""
        return cells.changed(self.changed)

    @property
    def ok(self) -> int:
        """Return the part that is live and in step."""
        return 1000 * max(self.live - self.changed, 0) // self.total if self.total else 0

    @property
    def old(self) -> int:
        """Return the part that is behind its source."""
        return 1000 * self.changed // self.total if self.total else 0


class Matrix:
    """What a person sees of the matrix."""

    def __init__(self, user: Any, chosen: Chosen, locales: Sequence[Locale]) -> None:
        self.user = user
        self.chosen = chosen
        self.all_locales = list(locales)
        self.locales = [chosen.locale] if chosen.locale else self.all_locales
        self.everything = Everything(chosen.base, user)

    @cached_property
    def of_all_states(self) -> list[Standing]:
        """Return the sources of the kind, in whatever state."""
        wanted = self._wanted()
        found = self.everything.sources
        return found if wanted is None else [one for one in found if one.pk in wanted]

    def _wanted(self) -> frozenset[int] | None:
        """Return the numbers of what is of the kind, found by the words and below the page; None for all."""
        chosen = self.chosen
        found: QuerySet[Any] = chosen.base._default_manager.order_by()
        if chosen.model is not chosen.base:
            found = found.filter(content_type=ContentType.objects.get_for_model(chosen.model))
        elif not (chosen.q or chosen.below):
            return None
        if chosen.below is not None and not chosen.is_vocabulary:
            found = found.filter(path__startswith=chosen.below.path)
        column = "name" if chosen.is_vocabulary else "draft_title"
        for word in chosen.q.split():
            found = found.filter(**{f"{column}__icontains": word})
        return frozenset(found.values_list("pk", flat=True))

    @cached_property
    def sources(self) -> list[Standing]:
        """Return the sources that are listed, in their order."""
        if not self.chosen.state:
            return self.of_all_states
        return list(filter(self.everything.matching(self.chosen.state, self._numbers), self.of_all_states))

    @property
    def _numbers(self) -> list[int]:
        return [locale.pk for locale in self.locales]

    # -------------------------------------------------------------------------------------- rows

    def rows(self, sources: Sequence[Standing]) -> list[Row]:
        """Return the rows of some sources: two statements."""
        chosen = self.chosen
        objects: QuerySet[Any] = chosen.base._default_manager.select_related("locale")
        if not chosen.is_vocabulary:
            objects = objects.select_related("content_type")
        read = objects.in_bulk([one.pk for one in sources])
        statuses = _statuses({one.key for one in sources})
        maker = _Rows(self, statuses)
        return [maker.row(read[one.pk], one) for one in sources if one.pk in read]

    # -------------------------------------------------------------------------------------- sums

    @property
    def total(self) -> int:
        """Return how many sources there are, in whatever state."""
        return len(self.of_all_states)

    @cached_property
    def states(self) -> Counter[tuple[int, str]]:
        """Return how many of the sources are in each state in each language."""
        state = self.everything.state
        return Counter((locale, state(one.key, locale)) for one in self.of_all_states for locale in self._numbers)

    def cells_in(self, state: str) -> int:
        """Return how many cells of the shown languages are in a state."""
        return sum(self.states[locale, state] for locale in self._numbers)

    @cached_property
    def sums(self) -> list[Sum]:
        """Return what each language has."""
        is_live = self.everything.is_live
        return [
            Sum(
                locale,
                sum(is_live(one.key, locale.pk) for one in self.of_all_states),
                self.states[locale.pk, State.CHANGED],
                self.total,
            )
            for locale in self.locales
        ]

    # ----------------------------------------------------------------------------------- as a table

    def table(self) -> Iterator[list[Any]]:
        """Yield the heads of the columns, then a row for each page: the states in words."""
        languages = [str(locale.get_display_name()) for locale in self.locales]
        yield [_("Title"), _("Kind"), _("Source language"), *languages]
        names = {locale.language_code: str(locale.get_display_name()) for locale in self.all_locales}
        for start in range(0, len(self.sources), AT_ONCE):
            for row in self.rows(self.sources[start : start + AT_ONCE]):
                yield [
                    row.title,
                    row.kind,
                    names.get(row.language, row.language),
                    *(one.said.words for one in row.cells),
                ]


class _Rows:
    """Makes rows of what was read."""

    def __init__(self, matrix: Matrix, statuses: Mapping[Here, Status]) -> None:
        self.matrix = matrix
        self.base = matrix.chosen.base
        self.everything = matrix.everything
        self.statuses = statuses
        self.may_hand_over = matrix.user.has_perm("wagtail_localize.submit_translation")
        self.by_path = {one.path: one for one in self.everything.standing.values()} if self.base is Page else {}

    def row(self, source: Any, one: Standing) -> Row:
        """Return the row of a source."""
        here = [self.statuses.get((one.key, locale.pk)) for locale in self.matrix.all_locales]
        longest = max((status for status in here if status), key=lambda status: status.total, default=None)
        model = source.content_type.model_class() if self.base is Page else self.base
        return Row(
            pk=one.pk,
            title=title_for(self.matrix.user, source) if self.base is Page else str(source),
            language=source.locale.language_code,
            kind=capfirst(str((model or self.base)._meta.verbose_name)),
            length=cells.texts_and_words(longest.total, longest.words) if longest else "",
            level=min(max(source.depth - 3, 0), DEEPEST) if self.base is Page else 0,
            href=self._editor(one.pk),
            cells=[self._cell(source, one, locale) for locale in self.matrix.locales],
        )

    def _cell(self, source: Any, one: Standing, locale: Locale) -> Cell:
        if locale.pk == one.locale:
            said, age = cells.source(_changed_at(source))
            return Cell(locale, said, age)
        target = self.everything.standing.get((one.key, locale.pk))
        if target is None:
            may = self.may_hand_over and self.everything.is_mine(one.pk)
            address = f"{address_of('submit', self.base, one.pk)}?select_locale={locale.language_code}" if may else ""
            return Cell(locale, cells.plainly(State.ABSENT), hand_over=address)
        href = self._editor(target.pk)
        status = self.statuses.get((one.key, locale.pk))
        if status is None or (one.key, locale.pk) not in self.everything.links:
            return Cell(locale, cells.own_text(target.live), href=href)
        if href and status.state != State.ADAPTED:
            href = reverse("translate", args=[status.translation_id])
        above = self._above(one, locale) if not target.live and status.state == State.READY else ""
        if above:
            return Cell(locale, cells.said(cells.STALE, above), note=_("approved, cannot go live"), href=href)
        note = ""
        if status.state == State.ADAPTED:
            note = _("by choice")
        elif status.state == State.READY and target.live:
            note = _("readers have the earlier text")
        return Cell(locale, cells.of_status(status), cells.age(status.changed_at), note, href)

    def _above(self, one: Standing, locale: Locale) -> str:
        """Return what keeps a page below another one from being published, "" where nothing does."""
        parent = self.by_path.get(one.path[: -Page.steplen]) if one.path else None
        if parent is None:
            return ""
        if (parent.key, locale.pk) not in self.everything.standing:
            return _("Parent missing")
        return "" if self.everything.is_live(parent.key, locale.pk) else _("Parent not live")

    def _editor(self, pk: int) -> str:
        return address_of("edit", self.base, pk) if self.everything.is_mine(pk) else ""


def _statuses(keys: Iterable[UUID]) -> dict[Here, Status]:
    """Return the status of each object in each language: of several, that of what is in step."""
    rows = Status.objects.filter(translation__source__object_id__in=keys).order_by("translation__enabled", "pk")
    found = {}
    for status in rows.select_related("translation__source").defer("translation__source__content_json"):
        found[status.translation.source.object_id, status.translation.target_locale_id] = status
    return found


def _changed_at(source: Any) -> datetime | None:
    return getattr(source, "last_published_at", None) or getattr(source, "latest_revision_created_at", None)


def address_of(name: str, base: type[Any], pk: int) -> str:
    """Return where a page or an entry is edited ("edit") or handed over ("submit")."""
    meta = base._meta
    if name == "submit" and base is Page:
        return reverse("wagtail_localize:submit_page_translation", args=[pk])
    if name == "submit":
        return reverse("wagtail_localize:submit_snippet_translation", args=[meta.app_label, meta.model_name, pk])
    return reverse("wagtailadmin_pages:edit" if base is Page else base.snippet_viewset.get_url_name("edit"), args=[pk])


@dataclass(frozen=True)
class VocabularySum:
    """What is live of a vocabulary in a language, and what asks for something."""

    locale: Locale
    total: int
    live: int
    missing: int
    changed: int


@dataclass(frozen=True)
class VocabularyKind:
    """A vocabulary with what each language has of it."""

    model: type[Any]
    name: str
    sums: list[VocabularySum]


def vocabulary_sums(locales: Sequence[Locale]) -> list[VocabularyKind]:
    """Return what each language has of each vocabulary: two statements, however many vocabularies and entries."""
    models = vocabularies()
    parts = []
    for place, model in enumerate(models):
        live = Count("pk", filter=Q(live=True)) if is_drafted(model) else Count("pk")
        rows = model._default_manager.order_by().annotate(place=Value(place, IntegerField()))
        parts.append(rows.values_list("place", "locale").annotate(there=Count("pk"), is_live=live))
        everything = rows.annotate(everywhere=Value(EVERYWHERE, IntegerField())).values_list("place", "everywhere")
        distinct = Count("translation_key", distinct=True)
        parts.append(everything.annotate(there=distinct, is_live=distinct))
    if not models:
        return []
    counted = {(place, locale): (count, live) for place, locale, count, live in parts[0].union(*parts[1:], all=True)}
    types = {ContentType.objects.get_for_model(model).pk: place for place, model in enumerate(models)}
    changed = {
        (types[of_type], locale): count
        for of_type, locale, count in Status.objects.filter(
            where(State.CHANGED), translation__source__specific_content_type__in=types
        )
        .order_by()
        .values_list("translation__source__specific_content_type", "translation__target_locale")
        .annotate(count=Count("pk"))
    }
    found = []
    for place, model in enumerate(models):
        sums = []
        for locale in locales:
            count, live = counted.get((place, locale.pk), (0, 0))
            of_all, _live = counted.get((place, EVERYWHERE), (0, 0))
            sums.append(VocabularySum(locale, of_all, live, of_all - count, changed.get((place, locale.pk), 0)))
        found.append(VocabularyKind(model, capfirst(str(model._meta.verbose_name_plural)), sums))
    return found
