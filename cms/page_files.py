"""Which files a page offers, and which pages offer a file: by the references of the saved pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from cms.models.media import LibraryDocument
from cms.references import references_of_pages
from cms.searchable import FileRef
from cms.visibility import WORK, of_works

if TYPE_CHECKING:
    from cms.models.pages import BasePage


def files_of(page: BasePage) -> tuple[FileRef, ...]:
    """Return the files of a page whose text belongs to it: two queries, one for a page that refers to no file.

    Of a document in several languages it is the one in the page's language. Where there is none, the page that
    was written first has the file that it names: a translation would only repeat foreign words.
    """
    references = references_of_pages(LibraryDocument).filter(object_id=str(page.pk))
    named = set(references.values_list("row", flat=True))
    if not named:
        return ()
    works = LibraryDocument.objects.filter(pk__in=named).values(of=WORK)
    by_work: defaultdict[int, list[LibraryDocument]] = defaultdict(list)
    for document in LibraryDocument.objects.filter(of_works(works)).annotate(work=WORK).order_by("pk"):
        by_work[document.work].append(document)
    offered: list[LibraryDocument] = []
    for editions in by_work.values():
        own = [document for document in editions if document.language == page.language]
        offered += own or [document for document in editions if page.is_original and document.pk in named]
    return tuple(FileRef(document.pk, document.title, document.language) for document in offered)


def pages_offering(documents: Collection[int]) -> set[int]:
    """Return the numbers of the pages that refer to one of these documents or to another language of it."""
    works = LibraryDocument.objects.filter(pk__in=documents).values(of=WORK)
    editions = LibraryDocument.objects.filter(of_works(works)).values_list("pk", flat=True)
    numbers = [str(number) for number in editions]
    references = references_of_pages(LibraryDocument).filter(to_object_id__in=numbers)
    return set(references.values_list("page", flat=True))
