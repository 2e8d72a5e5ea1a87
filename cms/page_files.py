"""Which files a page offers, and which pages offer a file: by the references of the saved pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import Page, ReferenceIndex

from cms.models.media import LibraryDocument
from cms.searchable import FileRef

if TYPE_CHECKING:
    from cms.models.pages import BasePage


def files_of(page: BasePage) -> tuple[FileRef, ...]:
    """Return the files of a page whose text belongs to it: two queries, one for a page that refers to no file.

    Of a document in several languages it is the one in the page's language. Where there is none, the page that
    was written first has the file that it names: a translation would only repeat foreign words.
    """
    named = {
        int(number) for number in _references().filter(object_id=str(page.pk)).values_list("to_object_id", flat=True)
    }
    if not named:
        return ()
    works = LibraryDocument.objects.filter(pk__in=named).values(work=Coalesce("edition_of_id", "pk"))
    by_work: defaultdict[int, list[LibraryDocument]] = defaultdict(list)
    for document in (
        LibraryDocument.objects.filter(Q(pk__in=works) | Q(edition_of__in=works))
        .annotate(work=Coalesce("edition_of_id", F("pk")))
        .order_by("pk")
    ):
        by_work[document.work].append(document)
    found: list[LibraryDocument] = []
    for editions in by_work.values():
        own = [document for document in editions if document.language == page.language]
        found += own or [document for document in editions if page.is_original and document.pk in named]
    return tuple(FileRef(document.pk, document.title, document.language) for document in found)


def pages_offering(documents: Collection[int]) -> set[int]:
    """Return the numbers of the pages that refer to one of these documents or to another language of it."""
    works = LibraryDocument.objects.filter(pk__in=documents).values(work=Coalesce("edition_of_id", "pk"))
    editions = LibraryDocument.objects.filter(Q(pk__in=works) | Q(edition_of__in=works)).values_list("pk", flat=True)
    numbers = [str(number) for number in editions]
    return {int(page) for page in _references().filter(to_object_id__in=numbers).values_list("object_id", flat=True)}


def _references() -> QuerySet[ReferenceIndex]:
    """Return the references from pages to documents."""
    types = ContentType.objects.get_for_models(Page, LibraryDocument)
    references: QuerySet[ReferenceIndex] = ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type=types[LibraryDocument]
    )
    return references
