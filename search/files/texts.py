"""The text of files: read once, analysed once a language, and made part of the documents of the pages that offer it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import IO

from django.db import transaction
from django.utils import timezone

from cms.models import BasePage, LibraryDocument
from cms.page_files import files_of
from cms.searchable import FileRef
from cms.visibility import in_restricted_collection
from search.analysis import version
from search.analysis.index_keys import BOUNDARY, document_keys
from search.files import problems
from search.files.models import FilePage, FileText, SearchFile
from search.files.reader_process import Extracted, extract, is_readable
from search.files.rules import READER

# By column of a page of a file: the column of a document that its keys are added to.
COLUMNS = {"exact": "text_exact", "lemma": "text_lemma", "stem": "text_stem", "wholes": "wholes", "parts": "parts"}
_WITH_BOUNDARY = {"exact", "stem"}


@dataclass(frozen=True)
class ReadFile(FileRef):
    """A file whose text can be searched; `text` is the number of its FileText, `digest` tells it from another text."""

    text: int
    digest: str


# ---------------------------------------------------------------- reading


def read(document: LibraryDocument) -> FileText | None:
    """Return the text of a document's file, read now unless it was read before; None for a kind that has no reader.

    This may take as long as the limits of `search.files.reader_process` allow: never call it in a request.
    """
    if not is_readable(kind_of(document)):
        FileText.objects.filter(document=document).delete()
        return None
    known = FileText.objects.filter(document=document).first()
    if known is not None and is_current(known, document):
        return known
    try:
        with document.file.storage.open(document.file.name) as file:
            digest = _digest(file)
            extracted = _same_file(digest) or extract(file, kind_of(document), document.language)
    except OSError:  # the file is gone, or its storage does not answer
        digest, extracted = "", Extracted(problem=problems.BROKEN)
    with transaction.atomic():
        FileText.objects.filter(document=document).delete()
        text, _created = FileText.objects.get_or_create(
            document=document,
            defaults={
                "name": document.file.name,
                "digest": digest,
                "reader": READER,
                "problem": extracted.problem,
                "pages": list(extracted.pages),
                "is_whole": extracted.is_whole,
                "has_hidden": extracted.has_hidden,
                "extracted_at": timezone.now(),
            },
        )
    return text


def is_current(text: FileText, document: LibraryDocument) -> bool:
    """Tell whether a text was read from the file that a document has now, by the present rules."""
    return bool(text.name == document.file.name and text.reader == READER)


def kind_of(document: LibraryDocument) -> str:
    """Return the ending of the name of a document's file, in small letters."""
    return document.file_extension.lower()


def _digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of a file, and go back to its start."""
    digest = hashlib.sha256()
    while piece := file.read(1024 * 1024):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


def _same_file(digest: str) -> Extracted | None:
    """Return what was read of the same bytes, which another document has."""
    same = FileText.objects.filter(digest=digest, reader=READER).exclude(problem=problems.TIMED_OUT).first()
    return Extracted(tuple(same.pages), same.problem, same.is_whole, same.has_hidden) if same else None


# ---------------------------------------------------------------- analysing


def prepare(page: BasePage) -> None:
    """Read and analyse the files that a page offers, where that was not done yet; never call it in a request."""
    wanted = {file.document for file in files_of(page)}
    for document in LibraryDocument.objects.filter(pk__in=wanted - _ready(wanted, page.language).keys()):
        text = read(document)
        if text is not None and not text.problem:
            analyse(text, page.language)


def analyse(text: FileText, language: str) -> None:
    """Write the pages of a text with their keys in a language, unless the present analysis already has."""
    analysis = version(language)
    if text.analysed.filter(language=language, analysis=analysis).exists():
        return
    rows = []
    for number, page in enumerate(text.pages, start=1):
        if page:
            keys = document_keys({"text": [page]}, language)
            columns = {own: f" {keys[column]} " for own, column in COLUMNS.items()}
            rows.append(FilePage(file=text, language=language, analysis=analysis, number=number, text=page, **columns))
    with transaction.atomic():
        text.analysed.filter(language=language).delete()
        FilePage.objects.bulk_create(rows, batch_size=50, ignore_conflicts=True)  # another worker may have written them


def _ready(documents: Collection[int], language: str) -> dict[int, FileText]:
    """Return by document the text of its present file, where it was read and analysed."""
    texts = FileText.objects.filter(document__in=documents).select_related("document").defer("pages")
    current = [text for text in texts if is_current(text, text.document)]
    analysed = set(
        FilePage.objects.filter(file__in=current, language=language, analysis=version(language), number__gte=1)
        .values_list("file_id", flat=True)
        .distinct()
    )
    return {text.document_id: text for text in current if text.problem or text.pk in analysed}


# ---------------------------------------------------------------- documents of the search


def readable(page: BasePage) -> tuple[ReadFile, ...]:
    """Return the public files whose text belongs to a page: one query for a page without files, else five."""
    offered = {file.document: file for file in files_of(page)}
    if not offered:
        return ()
    ready = _ready(offered.keys(), page.language)
    public = LibraryDocument.objects.filter(~in_restricted_collection(), pk__in=ready)
    return tuple(
        ReadFile(number, offered[number].title, offered[number].language, ready[number].pk, ready[number].digest)
        for number in public.order_by("pk").values_list("pk", flat=True)
        if not ready[number].problem
    )


def is_waited_for(page: BasePage) -> bool:
    """Tell whether a page offers files that were not read yet: one query for a page without files, else up to five."""
    offered = {file.document for file in files_of(page)}
    unread = offered - _ready(offered, page.language).keys() if offered else set()
    return any(is_readable(kind_of(document)) for document in LibraryDocument.objects.filter(pk__in=unread))


def marks(files: Iterable[FileRef]) -> list[tuple[int, str]]:
    """Return the numbers and digests of texts, by which a fingerprint tells them from others."""
    return [(file.text, file.digest) for file in files if isinstance(file, ReadFile)]


def add_keys(columns: dict[str, str], files: Iterable[FileRef], language: str) -> None:
    """Add the keys of files to the columns of the text of a document."""
    added: Mapping[str, list[str]] = {name: [columns[column]] for name, column in COLUMNS.items()}
    for file in files:
        if isinstance(file, ReadFile):
            pages = FilePage.objects.filter(file=file.text, language=language).order_by("number")
            for row in pages.values_list(*COLUMNS):
                for name, keys in zip(COLUMNS, row, strict=True):
                    added[name].append((f"{BOUNDARY} " if name in _WITH_BOUNDARY else "") + keys.strip())
    for name, column in COLUMNS.items():
        columns[column] = " ".join(filter(None, added[name]))


def link(document_id: int, files: Iterable[FileRef]) -> None:
    """Store which files belong to a search document."""
    SearchFile.objects.filter(document=document_id).delete()
    SearchFile.objects.bulk_create(
        [SearchFile(document_id=document_id, file_id=file.text) for file in files if isinstance(file, ReadFile)]
    )
