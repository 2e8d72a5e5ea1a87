"""Files and pictures as items that the public is told of, each with the public pages that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Exists, Expression, OuterRef, Q, Value
from wagtail.models import Page

from cms.kinds import Kind, Now, digest
from cms.models.media import LibraryDocument, LibraryImage
from cms.models.publicity import EVERY_LANGUAGE, Event, ToldItem
from cms.pictures import SHAPES, address_of_size, formats_of, sizes_of
from cms.references import references_of_pages
from cms.visibility import WORK, in_restricted_collection, of_works, public_documents, public_pages, public_pictures

DOCUMENT, IMAGE = "document", "image"
_KEYS = UUID("6f0f3f0c-7d0e-5f2a-9a55-3f8f5b1f7c21")  # the name space of the keys of files

_ShowingPage = tuple[Any, ...]


def key_of_file(kind: str, number: int) -> UUID:
    """Return the key of a file or a picture: the same number has the same key for good (RFC 9562, version 5)."""
    return uuid5(_KEYS, f"{kind}/{number}")


class FileKind(Kind):
    """What files and pictures have in common."""

    model: type[LibraryDocument | LibraryImage]
    with_pages = True

    def showing(self, files: Collection[int] | None) -> Mapping[int, list[_ShowingPage]]:
        """Return what is told of the public pages that show some files, or all, by the file: two statements."""
        references = references_of_pages(self.model)
        if files is not None:
            references = references.filter(to_object_id__in=[str(file) for file in files])
        rows = list(references.values_list("page", "row").distinct().order_by("page"))
        pages = Page.objects.all() if files is None else Page.objects.filter(pk__in={page for page, _file in rows})
        told = public_pages(pages).values_list(
            "pk", "translation_key", "locale__language_code", "title", "url_path", "content_type"
        )
        by_number = {one[0]: one for one in told}
        by_file: defaultdict[int, list[_ShowingPage]] = defaultdict(list)
        for page, file in rows:
            if page in by_number:
                by_file[file].append(by_number[page])
        return by_file


class DocumentKind(FileKind):
    """Files: `item` is the number of the first edition; of a language the edition is told that readers are served."""

    name = DOCUMENT
    model = LibraryDocument

    def items_of(self, rows: Collection[int]) -> set[int]:
        """Return the works that files are editions of: one statement."""
        if not rows:
            return set()
        return {*rows, *LibraryDocument.objects.filter(pk__in=rows).values_list(WORK, flat=True)}

    def now(self, items: Collection[int] | None) -> Iterator[Now]:
        """Return the public editions, one a language and work: four statements."""
        documents = LibraryDocument.objects.all()
        if items is not None:
            documents = documents.filter(of_works(items))
        works = dict(documents.values_list("pk", WORK))
        shown: defaultdict[int, list[_ShowingPage]] = defaultdict(list)
        for file, pages in self.showing(None if items is None else works.keys()).items():
            if file in works:  # a link in running text may name a file that is gone
                shown[works[file]] += pages
        editions: defaultdict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for one in public_documents(documents, few=items is not None).order_by("pk"):
            editions[one.work][one.language].append(one)
        for work, languages in editions.items():
            told = [_columns(one) for several in languages.values() for one in several]
            state = digest(told, sorted(set(shown[work])))
            for language, several in languages.items():
                address = several[0].url
                key = key_of_file(DOCUMENT, work)
                yield Now(work, key, language, DOCUMENT, address, state=state, row=several)

    def further(self, now: Now, told: ToldItem | None) -> list[str]:
        """Return the addresses of further files in the same language, and those with names that its files had before.

        A file is found by the number in its address whatever its name, see `cms.views.document`.
        """
        addresses = {one.pk: one.url for one in now.row}
        had = [told.address, *told.further] if told else []
        kept = [address for address in had if int(address.split("/")[2]) in addresses]
        return [one for one in dict.fromkeys([*addresses.values(), *kept]) if one != now.address]

    def is_public(self, now: datetime | Expression) -> Exists:
        """Return an expression for "a file of this work in this language is public at that time"."""
        of_work = LibraryDocument.objects.filter(
            Q(pk=OuterRef("item")) | Q(edition_of=OuterRef("item")), language=OuterRef("language")
        )
        return Exists(public_documents(of_work, few=True, now=now).order_by())

    def endings(self, gone: Sequence[ToldItem]) -> Mapping[int, Event]:
        """Return how works ended in languages in which there still is a file: one statement."""
        files = LibraryDocument.objects.filter(of_works({told.item for told in gone}))
        return _endings(gone, files.values_list(WORK, "language", in_restricted_collection()))


def _endings(gone: Sequence[ToldItem], there: Iterable[tuple[int, str, bool]]) -> dict[int, Event]:
    """Return how items ended of which files are there: each with whether a restricted collection keeps it."""
    kept: defaultdict[tuple[int, str], list[bool]] = defaultdict(list)
    for item, language, is_kept in there:
        kept[item, language].append(is_kept)
    places = {told.id: kept[told.item, told.language] for told in gone}
    return {
        number: Event.RESTRICTED if all(several) else Event.UNPUBLISHED for number, several in places.items() if several
    }


def _columns(row: Any) -> tuple[Any, ...]:
    """Return what a file says of itself."""
    return tuple(getattr(row, field.attname) for field in row._meta.concrete_fields)


class ImageKind(FileKind):
    """Pictures: each is the same in all languages."""

    name = IMAGE
    model = LibraryImage

    def now(self, items: Collection[int] | None) -> Iterator[Now]:
        """Return the public pictures: three statements."""
        pictures = LibraryImage.objects.all() if items is None else LibraryImage.objects.filter(pk__in=items)
        shown = self.showing(items)
        for one in public_pictures(pictures, few=items is not None).order_by("pk"):
            state = digest(_columns(one), sorted(set(shown[one.pk])))
            yield Now(one.pk, key_of_file(IMAGE, one.pk), EVERY_LANGUAGE, IMAGE, state=state, row=one)

    def further(self, now: Now, told: ToldItem | None) -> list[str]:
        """Return the addresses of its sizes."""
        sizes = sizes_of(now.row, SHAPES)
        return [address_of_size(now.row, size, name) for size, *_measures in sizes for name in formats_of(now.row)]

    def is_public(self, now: datetime | Expression) -> Exists:
        """Return an expression for "this picture is public at that time"."""
        pictures = LibraryImage.objects.filter(pk=OuterRef("item"))
        return Exists(public_pictures(pictures, few=True, now=now).order_by())

    def endings(self, gone: Sequence[ToldItem]) -> Mapping[int, Event]:
        """Return how pictures ended that are there still: one statement."""
        pictures = LibraryImage.objects.filter(pk__in=[told.item for told in gone])
        return _endings(gone, pictures.values_list("pk", Value(EVERY_LANGUAGE), in_restricted_collection()))
