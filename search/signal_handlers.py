"""What is saved or deleted is written for the search in the same transaction."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import F
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

from cms.concepts import ConceptNames
from cms.signals import concept_saved, facets_changed, page_saved, process_started, time_passed, words_changed
from cms.visibility import is_in_library
from search import analysis
from search.documents import concept_names, indexing
from search.files import texts
from search.models import BestBet, SearchChange, SearchDocument
from search.synchronisation.differences import mark_unknown
from search.tasks import index_pages


@receiver(page_saved)
def index_saved_page(page: Any, **kwargs: Any) -> None:
    """Write the document of a page together with the page; files that were not read yet are read by a task."""
    indexing.index(page)
    if indexing.has_document(page) and texts.is_waited_for(page):
        index_pages.enqueue(pages=[page.pk])


@receiver(facets_changed)
def count_changed_facets(page: int, **kwargs: Any) -> None:
    """Count changed facets as a change of the document, since an index has them beside the text."""
    SearchDocument.objects.filter(page_id=page).update(version=F("version") + 1)


@receiver(words_changed)
def index_pages_with_changed_words(pages: Collection[int], **kwargs: Any) -> None:
    """Have the documents of pages brought up to date that show words of an entry which has changed.

    The task is queued in the transaction of the change: so it is neither lost, nor run where the change is undone.
    """
    if pages:
        index_pages.enqueue(pages=sorted(pages))


@receiver(concept_saved)
def write_names_of_saved_concept(names: ConceptNames, **kwargs: Any) -> None:
    """Write the names of a concept together with the concept."""
    concept_names.write(names)


@receiver(process_started)
def load_analysis(**kwargs: Any) -> None:
    """Load the languages before the first search."""
    analysis.warm_up()


@receiver(pre_delete, sender=SearchDocument)
def remove_deleted_document(instance: SearchDocument, **kwargs: Any) -> None:
    """Take a document out of index and vocabulary, whatever deletes it or its page."""
    indexing.remove(instance)
    mark_unknown([instance.page_id])


@receiver(post_page_move)
def note_pages_that_left_the_library(instance: Page, url_path_after: str, **kwargs: Any) -> None:
    """Note that indices may have pages that were moved out of the library: nothing else tells where to look."""
    if not is_in_library(url_path_after):
        mark_unknown(Page.objects.descendant_of(instance, inclusive=True).values("pk"))


@receiver([post_save, post_delete], sender=BestBet)
def note_changed_best_bet(**kwargs: Any) -> None:
    """Note that searches for some words have another page on top, or none."""
    SearchChange.objects.create()


@receiver(time_passed)
def forget_old_changes(**kwargs: Any) -> None:
    """Delete the notes that no state is told by any more."""
    SearchChange.forget_old()
