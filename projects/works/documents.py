"""Documents with the languages in which they can be read: one query for all rows of all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from cms.languages import LANGUAGE_CODES
from cms.models import LibraryDocument
from cms.visibility import WORK, in_restricted_collection, of_works


@dataclass(frozen=True)
class FileEdition:
    """A file in one language; `restricted` tells that its collection is for some readers alone."""

    language: str
    edition: str
    address: str
    size: int | None
    format: str
    restricted: bool = False


@dataclass(frozen=True)
class Work:
    """A document under the title that the page gives it; `missing` is the reader's language if it has no edition."""

    title: str
    kind: str
    editions: tuple[FileEdition, ...]
    missing: str

    @property
    def format(self) -> str:
        """Return the type of the file, e.g. "PDF"."""
        return self.editions[0].format if self.editions else ""

    @property
    def restricted(self) -> bool:
        """Tell whether no edition is for everybody."""
        return all(edition.restricted for edition in self.editions)


class Files:
    """Some documents with all the editions of the same works: one query, none where there are no documents."""

    def __init__(self, document_ids: Iterable[int | None]) -> None:
        self._editions = _editions(number for number in document_ids if number)

    def works(self, rows: Iterable[Any], language: str) -> tuple[Work, ...]:
        """Return the documents of some rows, each with all its editions."""
        several = (self.work(row.document_id, row.title, language) for row in rows)
        return tuple(work for work in several if work)

    def work(self, document_id: int | None, title: str, language: str) -> Work | None:
        """Return one document with all its editions."""
        editions = self._editions.get(document_id or 0)
        return _work(title, editions, language) if editions else None


def _editions(document_ids: Iterable[int]) -> dict[int, list[LibraryDocument]]:
    """Return for each document all editions of the same work, the first edition before its translations."""
    wanted = set(document_ids)
    found: dict[int, list[LibraryDocument]] = {}
    if not wanted:
        return found
    works_wanted = LibraryDocument.objects.filter(pk__in=wanted).values(of=WORK)
    same_work: defaultdict[int, list[LibraryDocument]] = defaultdict(list)
    for document in (
        LibraryDocument.objects.filter(of_works(works_wanted))
        .annotate(work=WORK, restricted=in_restricted_collection())
        .order_by(F("edition_of").asc(nulls_first=True), "pk")
    ):
        same_work[document.work].append(document)
    for several in same_work.values():
        for document in several:
            if document.pk in wanted:
                found[document.pk] = several
    return found


def _work(title: str, documents: Sequence[LibraryDocument], language: str) -> Work:
    first, *others = documents
    order = [first, *sorted(others, key=lambda other: LANGUAGE_CODES.index(other.language))]
    return Work(
        title,
        first.get_kind_display(),
        tuple(
            FileEdition(
                document.language,
                document.edition,
                document.url,
                document.file_size,
                document.file_extension.upper(),
                document.restricted,
            )
            for document in order
        ),
        "" if any(document.language == language for document in documents) else language,
    )
