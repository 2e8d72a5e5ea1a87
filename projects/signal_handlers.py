"""What the library does when an editor begins a page, moves one, or deletes an entry of a vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Max
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import init_new_page, post_page_move

from cms.models import write_facets
from cms.signals import concept_saved, words_changed
from projects.concepts import SEARCHED, names_of
from projects.models import BulletinPage, Concept, HandbookChapterPage
from projects.usage import glossaries


@receiver(init_new_page)
def suggest_number(page: Page, parent: Page, **kwargs: Any) -> None:
    """Give a new issue the number after the last one, which its editor may change."""
    if isinstance(page, BulletinPage):
        last = BulletinPage.objects.child_of(parent).aggregate(last=Max("number"))["last"]
        page.number = (last or 0) + 1


@receiver(post_page_move, sender=HandbookChapterPage)
def write_facets_of_moved_chapter(instance: Page, **kwargs: Any) -> None:
    """Let a chapter that was moved into another handbook be found in that one."""
    write_facets(HandbookChapterPage.objects.get(pk=instance.pk))


def forget_names(sender: Any, instance: Concept, **kwargs: Any) -> None:
    """Tell, whoever deletes it, that an entry is called nothing any more."""
    concept_saved.send(sender, names=replace(names_of(instance), names=()))
    words_changed.send(sender, pages=glossaries(instance))


# One a model: a receiver for all would make every deletion of any row a slow one.
for searched in SEARCHED:
    post_delete.connect(forget_names, sender=searched)
