"""A handbook's chapters in all languages, numbered once: one query."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Length, Substr
from wagtail.models import Page

from cms.editions import Edition
from cms.languages import LANGUAGE_CODES
from cms.visibility import public_pages
from cms.withdrawal import titled
from projects.models import HandbookChapterPage, HandbookPage

STEP = Page.steplen


@dataclass(frozen=True)
class ChapterEdition:
    """A chapter in one language, with the headings of its sections where they were asked for."""

    title: str
    edition: Edition
    headings: tuple[str, ...]
    withdrawn_on: date | None = None

    @property
    def address(self) -> str:
        """Return where the chapter can be read."""
        return self.edition.address or ""


@dataclass(frozen=True)
class Chapter:
    """A chapter: its number in every language (None where the original has no such chapter) and its public editions."""

    key: Any
    number: int | None
    editions: Mapping[str, ChapterEdition]
    language: str

    @property
    def own(self) -> ChapterEdition | None:
        """Return the chapter in the reader's language, None where it is not translated."""
        return self.editions.get(self.language)

    @property
    def offered(self) -> list[ChapterEdition]:
        """Return the chapter in the languages that have it, for a reader whose language does not: English first."""
        return [self.editions[code] for code in sorted(self.editions, key=lambda code: (code != "en", code))]


@dataclass
class Contents:
    """A handbook in the reader's language, and its chapters in the order of its original."""

    chapters: list[Chapter] = field(default_factory=list)
    title: str = ""
    address: str = ""
    publisher: int | None = None
    withdrawn_on: date | None = None
    withdrawal_reason: str = ""
    language: str = ""

    @property
    def plain_title(self) -> str:
        """Return the handbook's title for where no mark stands beside it."""
        return titled(self.title, self.withdrawn_on, self.language)

    @property
    def total(self) -> int:
        """Return how many numbered chapters there are."""
        return sum(chapter.number is not None for chapter in self.chapters)

    @property
    def translated(self) -> list[Chapter]:
        """Return the chapters that the reader can read in their language."""
        return [chapter for chapter in self.chapters if chapter.own]

    def at(self, key: Any) -> Chapter | None:
        """Return the chapter of a translation key."""
        return next((chapter for chapter in self.chapters if chapter.key == key), None)

    def beside(self, key: Any) -> tuple[Chapter | None, Chapter | None]:
        """Return the chapters before and after one that can be read in the reader's language."""
        keys = [chapter.key for chapter in self.chapters]
        if key not in keys:
            return None, None
        here = keys.index(key)
        before = [chapter for chapter in self.chapters[:here] if chapter.own]
        after = [chapter for chapter in self.chapters[here + 1 :] if chapter.own]
        return (before[-1] if before else None), (after[0] if after else None)


def contents(handbook_path: str, language: str, with_headings: bool = False, shown: Any = None) -> Contents:
    """Return the chapters of the handbook at a path of the tree.

    A chapter's number is its place among the chapters of the handbook's original that are public in
    any language; so it is the same in all of them. `shown` is the translation key of a chapter that
    counts although it is not public yet, in its preview.
    """
    key = HandbookPage.objects.filter(path=handbook_path).values("translation_key")[:1]
    original = HandbookPage.objects.filter(
        translation_key=Subquery(key), locale__language_code=F("original_language"), alias_of__isnull=True
    ).values("path")[:1]
    original_path = Coalesce(Subquery(original), Value(handbook_path))
    chapters = HandbookChapterPage.objects.alias(above=Substr("path", 1, Length("path") - STEP))
    keys = chapters.filter(Q(above=original_path) | Q(above=handbook_path)).values("translation_key")
    headings = Case(
        When(locale__language_code=language, then=Cast("body", TextField())),
        default=Value("[]"),
        output_field=TextField(),
    )
    columns = (
        "translation_key", "place", "path", "is_public", "code", "title", "url_path", "original_language", "origin",
        "source_changed_on", "blocks", "withdrawn_on", "withdrawal_reason", "publisher_key",
    )  # fmt: skip
    rows = (
        chapters.filter(translation_key__in=keys)
        .order_by()
        .annotate(
            place=Case(When(above=original_path, then=F("path")), default=Value(""), output_field=CharField()),
            is_public=_is_public(),
            code=F("locale__language_code"),
            blocks=headings if with_headings else Value("[]", TextField()),
            publisher_key=Cast(Value(None), IntegerField()),
        )
        .values_list(*columns)
    )
    handbook = (
        HandbookPage.objects.filter(path=handbook_path)
        .order_by()
        .annotate(
            place=Value("", CharField()),
            is_public=Value(True, BooleanField()),
            code=F("locale__language_code"),
            blocks=Value("[]", TextField()),
            publisher_key=Cast("publisher_id", IntegerField()),
        )
        .values_list(*columns)
    )
    found = Contents(language=language)
    chapter_rows = []
    for row in rows.union(handbook, all=True):
        if row[2] == handbook_path:
            found.title, found.address = row[5:7]
            found.withdrawn_on, found.withdrawal_reason, found.publisher = row[11:]
        else:
            chapter_rows.append(row)
    found.chapters = _numbered(chapter_rows, language, shown)
    return found


def _is_public() -> Any:
    public = public_pages(Page.objects.filter(pk=OuterRef("pk")))
    return Case(When(Exists(public), then=True), default=False, output_field=BooleanField())


def _numbered(rows: Iterable[Any], language: str, shown: Any) -> list[Chapter]:
    places: dict[Any, str] = {}
    paths: defaultdict[Any, list[str]] = defaultdict(list)
    editions: defaultdict[Any, dict[str, ChapterEdition]] = defaultdict(dict)
    for (
        key,
        place,
        path,
        is_public,
        code,
        title,
        address,
        original_language,
        origin,
        changed,
        blocks,
        withdrawn_on,
        _reason,
        _publisher,
    ) in rows:
        paths[key].append(path)
        if place:
            places[key] = place
        if is_public and code in LANGUAGE_CODES:
            edition = Edition.written(code, address, original_language, origin, changed is not None)
            editions[key][code] = ChapterEdition(title, edition, _headings(blocks), withdrawn_on)
    # What the original does not have comes last.
    in_order = sorted(paths, key=lambda key: (key not in places, places.get(key, ""), min(paths[key])))
    found: list[Chapter] = []
    number = 0
    for key in in_order:
        if key in editions or key == shown:
            number += key in places
            found.append(Chapter(key, number if key in places else None, editions[key], language))
    return found


def _headings(blocks: str) -> tuple[str, ...]:
    """Return the headings of a body as the database keeps it."""
    return tuple(block["value"]["text"] for block in json.loads(blocks) if block["type"] == "heading")
