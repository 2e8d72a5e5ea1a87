"""What the library does when an editor begins a page, moves one, or deletes an entry of a vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import init_new_page, post_page_move

from cms.models import PageFacet, write_facets
from cms.publicity import note, record_noted_soon
from cms.signals import concept_saved, time_passed, words_changed
from projects.enums import Status
from projects.facets import STATUS
from projects.models import BulletinPage, Concept, HandbookChapterPage, TrainingPage, TrainingSession
from projects.models.held import with_days
from projects.vocabulary.concepts import SEARCHED, names_of
from projects.vocabulary.kinds import VOCABULARIES, kind_of
from projects.vocabulary.usage import glossaries, pages_naming


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


@receiver(time_passed)
def write_facets_of_trainings_whose_day_came(**kwargs: Any) -> None:
    """Let a training that has begun or is over be found so: what its sessions say of it changes without a save.

    One query, where nothing has changed.
    """
    found = PageFacet.objects.filter(page_id=OuterRef("pk"), name=STATUS.name).values("value")[:1]
    trainings = with_days(TrainingPage._default_manager.filter(status=Status.NOT_STATED), TrainingSession.objects.all())
    for page in trainings.annotate(found_as=Subquery(found)).exclude(found_as=Status.COMPLETED).defer("body"):
        if page.state != page.found_as:
            write_facets(TrainingPage._default_manager.get(pk=page.pk))


def tell_names(sender: Any, instance: Concept, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Tell which pages show the words of an entry that was saved, and what it is called."""
    if raw:
        return
    words_changed.send(sender, pages=pages_naming(instance))
    if isinstance(instance, SEARCHED):
        # Where only some columns were saved, the others may be those of a draft.
        manager = type(instance)._default_manager.select_related("locale")
        stored = instance if update_fields is None else manager.get(pk=instance.pk)
        concept_saved.send(sender, names=names_of(stored))


def forget_names(sender: Any, instance: Concept, **kwargs: Any) -> None:
    """Tell, whoever deletes it, that an entry is called nothing any more."""
    concept_saved.send(sender, names=replace(names_of(instance), names=()))
    words_changed.send(sender, pages=glossaries(instance))


def note_changed_entry(sender: type[Concept], instance: Concept, **kwargs: Any) -> None:
    """Note that an entry was changed, for those who follow the vocabularies."""
    note([instance.pk], kind_of(sender))
    record_noted_soon()


# One a model: a receiver for all would make every deletion of any row a slow one.
for vocabulary in VOCABULARIES:
    post_save.connect(tell_names, sender=vocabulary)
    post_save.connect(note_changed_entry, sender=vocabulary)
    post_delete.connect(note_changed_entry, sender=vocabulary)
for searched in SEARCHED:
    post_delete.connect(forget_names, sender=searched)
