"""The chapters of handbooks in all languages, numbered once: one query for any number of handbooks."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, F, IntegerField, TextField, Value, When
from django.db.models.functions import Cast, Length, Substr
from wagtail.models import Page

from cms.editions import Edition
from cms.languages import LANGUAGE_CODES
from cms.visibility import is_public
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
    key: Any = None
    languages: tuple[str, ...] = ()  # in which the handbook is public

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


_COLUMNS = (
    "is_handbook", "translation_key", "path", "is_public", "code", "title", "url_path", "original_language", "origin",
    "source_changed_on", "blocks", "withdrawn_on", "withdrawal_reason", "publisher_key", "alias_of",
)  # fmt: skip


class _Row(NamedTuple):
    """A page of a handbook, or the handbook itself, in one language."""

    is_handbook: bool
    key: Any
    path: str
    is_public: bool
    language: str
    title: str
    address: str
    original_language: str
    origin: str
    source_changed_on: date | None
    blocks: str
    withdrawn_on: date | None
    withdrawal_reason: str
    publisher: int | None
    alias_of: int | None

    @property
    def above(self) -> str:
        """Return the path of the page above."""
        return self.path[:-STEP]


class Handbooks:
    """The handbooks at some paths of the tree, with their chapters in all languages: one query."""

    def __init__(self, paths: Iterable[str], headings_in: Iterable[str] = ()) -> None:
        """Read them, in the languages `headings_in` with the headings of their sections."""
        asked = set(paths)
        keys = HandbookPage.objects.filter(path__in=asked).values("translation_key")
        handbooks = HandbookPage.objects.filter(translation_key__in=keys)
        chapters = HandbookChapterPage.objects.alias(above=Substr("path", 1, Length("path") - STEP))
        chapter_keys = chapters.filter(above__in=handbooks.values("path")).values("translation_key")
        languages = set(headings_in)
        headings = Case(
            When(locale__language_code__in=languages, then=Cast("body", TextField())),
            default=Value("[]"),
            output_field=TextField(),
        )
        chapter_rows = (
            chapters.filter(translation_key__in=chapter_keys)
            .order_by()
            .annotate(
                is_handbook=Value(False, BooleanField()),
                is_public=is_public(),
                code=F("locale__language_code"),
                blocks=headings if languages else Value("[]", TextField()),
                publisher_key=Cast(Value(None), IntegerField()),
            )
            .values_list(*_COLUMNS)
        )
        handbook_rows = (
            handbooks.order_by()
            .annotate(
                is_handbook=Value(True, BooleanField()),
                is_public=is_public(),
                code=F("locale__language_code"),
                blocks=Value("[]", TextField()),
                publisher_key=Cast("publisher_id", IntegerField()),
            )
            .values_list(*_COLUMNS)
        )
        self._languages = languages
        self._handbooks: dict[str, _Row] = {}
        self._chapters: list[_Row] = []
        for row in map(_Row._make, chapter_rows.union(handbook_rows, all=True) if asked else ()):
            if row.is_handbook:
                self._handbooks[row.path] = row
            else:
                self._chapters.append(row)
        self._public = {row.key for row in self._chapters if row.is_public}
        self._told: dict[tuple[str, str, Any], Contents] = {}

    def contents(self, path: str, language: str, shown: Any = None) -> Contents:
        """Return the handbook at a path with its chapters, for a reader of a language.

        A chapter's number is its place among the chapters of the handbook's original that are public in
        any language; so it is the same in all of them. `shown` is the translation key of a chapter that
        counts although it is not public yet, in its preview.
        """
        asked = path, language, None if shown in self._public else shown
        if asked not in self._told:
            self._told[asked] = self._contents(*asked)
        return self._told[asked]

    def _contents(self, path: str, language: str, shown: Any) -> Contents:
        handbook = self._handbooks.get(path)
        if handbook is None:
            return Contents(language=language)
        original = next(
            (
                row.path
                for row in self._handbooks.values()
                if row.key == handbook.key and row.language == row.original_language and row.alias_of is None
            ),
            path,
        )
        keys = {row.key for row in self._chapters if row.above in (original, path)}
        public_in = {row.language for row in self._handbooks.values() if row.key == handbook.key and row.is_public}
        chapters = self._numbered([row for row in self._chapters if row.key in keys], original, language, shown)
        if not handbook.is_public:  # what a chapter is a part of is told as any other page is
            return Contents(chapters, language=language, key=handbook.key, languages=_in_order(public_in))
        return Contents(
            chapters=chapters,
            title=handbook.title,
            address=handbook.address,
            publisher=handbook.publisher,
            withdrawn_on=handbook.withdrawn_on,
            withdrawal_reason=handbook.withdrawal_reason,
            language=language,
            key=handbook.key,
            languages=_in_order(public_in),
        )

    def _numbered(self, rows: Iterable[_Row], original: str, language: str, shown: Any) -> list[Chapter]:
        places: dict[Any, str] = {}
        paths: defaultdict[Any, list[str]] = defaultdict(list)
        editions: defaultdict[Any, dict[str, ChapterEdition]] = defaultdict(dict)
        for row in rows:
            paths[row.key].append(row.path)
            if row.above == original:
                places[row.key] = row.path
            if row.is_public and row.language in LANGUAGE_CODES:
                edition = Edition.written(
                    row.language, row.address, row.original_language, row.origin, row.source_changed_on is not None
                )
                headings = _headings(row.blocks) if row.language == language and language in self._languages else ()
                editions[row.key][row.language] = ChapterEdition(row.title, edition, headings, row.withdrawn_on)
        # What the original does not have comes last.
        in_order = sorted(paths, key=lambda key: (key not in places, places.get(key, ""), min(paths[key])))
        found: list[Chapter] = []
        number = 0
        for key in in_order:
            if key in editions or key == shown:
                number += key in places
                found.append(Chapter(key, number if key in places else None, editions[key], language))
        return found


def _in_order(languages: Collection[str]) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGE_CODES if code in languages)


def _headings(blocks: str) -> tuple[str, ...]:
    """Return the headings of a body as the database keeps it."""
    return tuple(block["value"]["text"] for block in json.loads(blocks) if block["type"] == "heading")
