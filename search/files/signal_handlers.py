"""A file that changes, or whose readers change, has the pages that offer it brought up to date by a task."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction

from cms.models import LibraryDocument
from cms.page_files import pages_offering
from search.files import texts
from search.files.models import FileText
from search.tasks import index_pages, read_file

_OFFERED_BY = "_offered_by"
# Wagtail writes these by itself, without a change of the file.
_NOTED = {"file_size", "file_hash"}


@receiver(post_save, sender=LibraryDocument)
def read_saved_file(instance: LibraryDocument, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
    """Have a new file read, or the pages that offer a changed document brought up to date."""
    if update_fields is not None and _NOTED.issuperset(update_fields):
        return
    known = FileText.objects.filter(document=instance).first()
    if texts.is_readable(texts.kind_of(instance)) and not (known and texts.is_current(known, instance)):
        read_file.enqueue(document=instance.pk)
    else:
        index_pages_with([instance.pk])


@receiver(pre_delete, sender=LibraryDocument)
def note_pages_of_deleted_file(instance: LibraryDocument, **kwargs: Any) -> None:
    """Note which pages offer a document, before the references to it are deleted."""
    setattr(instance, _OFFERED_BY, pages_offering([instance.pk]))


@receiver(post_delete, sender=LibraryDocument)
def forget_deleted_file(instance: LibraryDocument, **kwargs: Any) -> None:
    """Have the text of a deleted file taken out of the pages that offered it."""
    if pages := getattr(instance, _OFFERED_BY, ()):
        index_pages.enqueue(pages=sorted(pages))


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def follow_restricted_collection(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Have the text of files that became private taken out of their pages, and of those that became public put in."""
    _index_pages_with_files_in(instance.collection_id)


@receiver(post_save, sender=Collection)
def follow_moved_collection(instance: Collection, created: bool, **kwargs: Any) -> None:
    """Have the pages of a collection's files brought up to date: the collection may move in this transaction."""
    if not created:
        _index_pages_with_files_in(instance.pk)


def _index_pages_with_files_in(collection: int) -> None:
    above = Collection.objects.filter(pk=collection).first()
    if above is not None:
        inside = LibraryDocument.objects.filter(collection__path__startswith=above.path)
        index_pages_with(list(inside.values_list("pk", flat=True)))


def index_pages_with(documents: Iterable[int]) -> None:
    """Have the pages that offer any of these documents brought up to date."""
    if pages := pages_offering(list(documents)):
        index_pages.enqueue(pages=sorted(pages))
