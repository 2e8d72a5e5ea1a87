"""Documents with the languages in which they can be read: one query for all of a page's rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from cms.languages import LANGUAGE_CODES
from cms.models import LibraryDocument


@dataclass(frozen=True)
class FileEdition:
    """A file in one language."""

    language: str
    edition: str
    address: str
    size: int | None
    format: str


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


def works(rows: Sequence[Any], language: str) -> list[Work]:
    """Return the documents of some rows, each with all its editions."""
    editions = _editions(row.document_id for row in rows)
    return [_work(row.title, editions[row.document_id], language) for row in rows if editions[row.document_id]]


def work_of(document_id: int | None, title: str, language: str) -> Work | None:
    """Return one document with all its editions."""
    editions = _editions([document_id] if document_id else [])
    return _work(title, editions[document_id], language) if document_id and editions[document_id] else None


def _editions(document_ids: Iterable[int]) -> defaultdict[int, list[LibraryDocument]]:
    """Return for each document all editions of the same work, the first edition before its translations."""
    wanted = set(document_ids)
    found: defaultdict[int, list[LibraryDocument]] = defaultdict(list)
    if not wanted:
        return found
    works_wanted = LibraryDocument.objects.filter(pk__in=wanted).values(work=Coalesce("edition_of_id", "pk"))
    same_work: defaultdict[int, list[LibraryDocument]] = defaultdict(list)
    for document in (
        LibraryDocument.objects.filter(Q(pk__in=works_wanted) | Q(edition_of__in=works_wanted))
        .annotate(work=Coalesce("edition_of_id", F("pk")))
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
                document.language, document.edition, document.url, document.file_size, document.file_extension.upper()
            )
            for document in order
        ),
        "" if any(document.language == language for document in documents) else language,
    )
