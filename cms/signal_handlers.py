"""What may change what is public is noted where it happens, and recorded once it is done."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from cms.file_kinds import DOCUMENT, IMAGE
from cms.models import ChangedEntry, LibraryDocument, LibraryImage
from cms.publicity import forget_old_changes, note, note_named_by, record, record_noted_soon, record_soon
from cms.signals import facets_changed, page_saved, page_saving, time_passed, words_changed


@receiver(page_saving)
def note_what_a_page_names(page: Any, **kwargs: Any) -> None:
    """Note what a page names while it still does: a file that it shows no more may be public no longer."""
    if page.pk:
        note_named_by(page.pk)


@receiver(page_saved)
def note_saved_page(page: Any, is_whole: bool, **kwargs: Any) -> None:
    """Note a page that was saved; a draft of a public page is saved without its content."""
    if is_whole:
        note([page.pk])
        record_noted_soon()


@receiver(facets_changed)
def note_page_found_otherwise(page: int, **kwargs: Any) -> None:
    """Note a page that another page, or the clock, has changed."""
    note([page])
    record_noted_soon()


@receiver(words_changed)
def note_pages_with_changed_words(pages: Collection[int], **kwargs: Any) -> None:
    """Note the pages that show words from elsewhere."""
    ChangedEntry.objects.create()
    note(sorted(pages))
    record_noted_soon()


@receiver([post_save, post_delete], sender=LibraryDocument)
@receiver([post_save, post_delete], sender=LibraryImage)
def note_changed_file(instance: LibraryDocument | LibraryImage, created: bool = False, **kwargs: Any) -> None:
    """Note that a file was changed; which works its editions were of before, only comparing all tells."""
    ChangedEntry.objects.create()
    kind = DOCUMENT if isinstance(instance, LibraryDocument) else IMAGE
    note([instance.pk], kind)
    (record_noted_soon if created or kind == IMAGE else record_soon)()


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def record_closed_files(**kwargs: Any) -> None:
    """Record what became of the files of a collection."""
    record_soon()


@receiver(page_slug_changed)
def note_pages_with_another_address(instance: Page, **kwargs: Any) -> None:
    """Note a page with another address, and what lies below it: who has read of it is told, even if it goes back."""
    _note_below(instance)
    record_noted_soon()


@receiver(post_page_move)
def note_moved_pages(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Note a page that moved, and what lies below it; with another place below the same page nothing else changes."""
    _note_below(instance)
    (record_noted_soon if parent_page_before.pk == parent_page_after.pk else record_soon)()


@receiver(post_delete, sender=PageViewRestriction)
def note_opened_pages(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Note the pages that were opened: who has looked for one meanwhile, and found nothing, is told."""
    _note_below(instance.page)
    record_soon()


@receiver(post_delete, sender=Page)
@receiver(post_save, sender=PageViewRestriction)
def record_what_follows(**kwargs: Any) -> None:
    """Record what became of a page, and of all that lies below it."""
    record_soon()


def _note_below(page: Page) -> None:
    note(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))


@receiver(time_passed)
def record_what_the_clock_did(**kwargs: Any) -> None:
    """Record what came or went by the clock, and what nobody has told; forget what is old."""
    record()
    forget_old_changes()
    ChangedEntry.forget_old()
