"""Every way in which a page or a concept becomes public × how far its translation has come.

What is public in a language was written or translated in it, whoever publishes it, and however.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import polib
import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision, Workflow
from wagtail_localize.models import Translation

from cms.enums import TextOrigin
from projects.models import ProjectPage, Term
from tests.factories.projects import ProjectIndexPageFactory, concept
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of
from translation.catalogues import exported, take_over
from translation.editions import restart, stop
from translation.groups import ensure_groups
from translation.publication import PublicationRefusedError

pytestmark = pytest.mark.django_db
UNTRANSLATED, PARTLY, WHOLE, ADAPTED = "untranslated", "partly", "whole", "adapted"
STATES = (UNTRANSLATED, PARTLY, WHOLE, ADAPTED)
# The texts that are left out where a translation is partly done.
LEFT_OUT = {"Water for all.", "Build", "All the water there is."}
Way = Callable[[Any, Translation], Any]


def stopped_by_force(translation: Translation) -> None:
    """Take localize's switch off, as its own button does, whatever the state of the translation."""
    translation.enabled = False
    translation.save()


def as_revision(instance: Any, **values: Any) -> Revision:
    """Save the newest version of a page or concept again, with other values."""
    draft = instance.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    return draft.save_revision(clean=False)


def publish(instance: Any, translation: Translation) -> Any:
    instance.get_latest_revision().publish()
    return instance


def publish_in_the_desk(instance: Any, translation: Translation) -> Any:
    translation.save_target(publish=True)
    return instance


def schedule(instance: Any, translation: Translation) -> Any:
    as_revision(instance, go_live_at=timezone.now() + timedelta(hours=1)).publish()
    scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
    due = timezone.now() - timedelta(minutes=1)  # as if the hour had come
    Revision.objects.filter(pk=scheduled.pk).update(
        approved_go_live_at=due, content=scheduled.content | {"go_live_at": due.isoformat()}
    )
    call_command("publish_scheduled")
    return instance


def command(instance: Any, translation: Translation) -> Any:
    """Come to the hour of a version that was scheduled before it was looked at."""
    due = timezone.now() - timedelta(minutes=1)
    Revision.objects.filter(pk=instance.latest_revision_id).update(approved_go_live_at=due)
    told: list[str] = []
    call_command("publish_scheduled", stderr=type("Written", (), {"write": lambda self, text: told.append(text)})())
    if told:
        raise PublicationRefusedError(told[0])
    return instance


def approve(instance: Any, translation: Translation) -> Any:
    ensure_groups()
    administrator = member_of("Administrators")
    state = Workflow.objects.get().start(instance, administrator)
    state.current_task_state.approve(user=administrator)
    return instance


def copy(instance: Any, translation: Translation) -> Any:
    copied = instance.copy(update_attrs={"slug": "copy"}, keep_live=True)
    copied.get_latest_revision().publish()
    return copied


def move(instance: Any, translation: Translation) -> Any:
    shelf = ProjectIndexPageFactory(parent=instance.get_parent().get_parent(), title="Another shelf")
    instance.move(shelf, pos="last-child")
    return publish(type(instance).objects.get(pk=instance.pk), translation)


def restore(instance: Any, translation: Translation) -> Any:
    """Make the newest version public, as a program does that undoes a withdrawal."""
    draft = instance.get_latest_revision_as_object()
    draft.live = True
    draft.save()
    return instance


def revert(instance: Any, translation: Translation) -> Any:
    """Go back to the version as it stands, from one that is right."""
    old = instance.get_latest_revision()
    if translation.enabled:
        translate(translation)
        translation.save_target(publish=False)
    newer = as_revision(instance)
    old.publish(previous_revision=newer)
    return instance


def import_po(instance: Any, translation: Translation) -> Any:
    catalogue = exported(translation)
    take_over(translation, polib.pofile(str(catalogue)), TextOrigin.HUMAN)
    return publish(instance, translation)


def stop_and_publish(instance: Any, translation: Translation) -> Any:
    stop(translation)
    return publish(type(instance).objects.get(pk=instance.pk), translation)


def stop_by_force_and_publish(instance: Any, translation: Translation) -> Any:
    stopped_by_force(translation)
    return publish(instance, translation)


def restart_and_publish(instance: Any, translation: Translation) -> Any:
    stopped_by_force(translation)
    restart(translation)
    return publish_in_the_desk(instance, translation)


MISSING = "not translated or ha(s|ve) an error"
OLD_WORDS = "in another language"
THEIR_WORDS = r"texts? (is|are) in English \("
# Why the first two states are refused; a whole translation and an adapted edition go through each way.
PAGE_WAYS: dict[Way, tuple[str, str]] = {
    publish: (MISSING, MISSING),
    publish_in_the_desk: (MISSING, MISSING),
    schedule: (MISSING, MISSING),
    command: (MISSING, MISSING),
    approve: (MISSING, MISSING),
    copy: (THEIR_WORDS, THEIR_WORDS),
    move: (MISSING, MISSING),
    restore: (MISSING, MISSING),
    revert: (OLD_WORDS, OLD_WORDS),
    import_po: (MISSING, MISSING),
    stop_and_publish: (MISSING, MISSING),
    stop_by_force_and_publish: (THEIR_WORDS, THEIR_WORDS),
    restart_and_publish: (MISSING, MISSING),
}
CONCEPT_WAYS = {way: reasons for way, reasons in PAGE_WAYS.items() if way not in (approve, copy, move)}
# Nothing to be done with an edition that goes its own way already.
NOT_OF_ADAPTED = {publish_in_the_desk, import_po, stop_and_publish}


def cases(ways: dict[Way, tuple[str, str]]) -> list[Any]:
    """Return way, state and the reason of a refusal, "" where it is allowed."""
    return [
        pytest.param(
            way,
            state,
            reasons[STATES.index(state)] if state in (UNTRANSLATED, PARTLY) else "",
            id=f"{way.__name__}-{state}",
        )
        for way, reasons in ways.items()
        for state in STATES
        if not (state == ADAPTED and way in NOT_OF_ADAPTED)
    ]


def in_state(source: Any, state: str, **written_by_hand: Any) -> tuple[Any, Translation]:
    """Return the Norwegian draft of a page or concept in one of the states, and its translation."""
    translation = submitted(source, "nb")
    if state != UNTRANSLATED:
        translate(translation, but=LEFT_OUT if state == PARTLY else ())
        translation.save_target(publish=False)
    if state == ADAPTED:
        stop(translation)
        as_revision(translation.get_target_instance(), **written_by_hand)
    return translation.get_target_instance(), Translation.objects.get(pk=translation.pk)


def outcome(way: Way, instance: Any, translation: Translation) -> tuple[str, Any]:
    """Go one way; return why it was refused, "" where it was not, and the page or concept as it stands."""
    try:
        instance = way(instance, translation)
    except PublicationRefusedError as refused:
        return refused.reason, None
    return "", type(instance).objects.get(pk=instance.pk)


@pytest.mark.parametrize(("way", "state", "reason"), cases(PAGE_WAYS))
def test_a_page_becomes_public_in_its_language_or_not_at_all(
    project: ProjectPage, way: Way, state: str, reason: str
) -> None:
    page, translation = in_state(project, state, summary="Rør til to byer")
    said, public = outcome(way, page, translation)
    if reason:
        assert re.search(reason, said)
        assert not ProjectPage.objects.filter(locale=locale("nb"), live=True).exists()
    else:
        assert said == ""
        assert public.live
        adapted = state == ADAPTED and way is not restart_and_publish
        own = adapted or way in (copy, stop_and_publish, stop_by_force_and_publish)
        assert public.origin == (TextOrigin.ADAPTED if own else TextOrigin.HUMAN)
        assert public.summary == ("Rør til to byer" if adapted else "nb: Pipes for two towns")


@pytest.mark.parametrize(("way", "state", "reason"), cases(CONCEPT_WAYS))
def test_a_concept_becomes_public_in_its_language_or_not_at_all(db: None, way: Way, state: str, reason: str) -> None:
    term = concept(Term, "water", name="Drinking water", definition="All the water there is.")
    norwegian, translation = in_state(term, state, definition="Alt vannet")
    said, public = outcome(way, norwegian, translation)
    if reason:
        assert re.search(reason, said)
        assert not Term.objects.filter(locale=locale("nb"), live=True).exists()
    else:
        assert (said, public.live) == ("", True)
        adapted = state == ADAPTED and way is not restart_and_publish
        assert public.definition == ("Alt vannet" if adapted else "nb: All the water there is.")
