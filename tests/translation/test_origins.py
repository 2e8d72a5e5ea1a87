"""Readers are told who wrote a translation: computed from who or what wrote its texts."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.enums import TextOrigin
from projects.models import ProjectPage, Topic
from tests.factories.projects import concept
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of, said, signed_in
from translation.imports import say_who_wrote
from translation.origins import HUMAN, MACHINE, REVIEWED
from translation.reviewing import WAS_REVIEWED, fingerprint, review, to_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(kept_translation: Translation) -> Translation:
    return kept_translation


def published_origin(translation: Translation) -> str:
    """Publish a translation and return what readers are told."""
    translation.save_target(publish=True)
    return str(translation.get_target_instance().origin)


def type_over(translation: Translation, text: str, data: str) -> StringTranslation:
    """Save a text as localize's editor does when a person typed it."""
    segment = StringSegment.objects.get(source=translation.source, string__data=text)
    saved, _created = StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=segment.context_id,
        defaults={"data": data, "translation_type": HUMAN, "tool_name": "", "has_error": False, "field_error": ""},
    )
    return saved


@pytest.mark.parametrize(
    ("kind", "others", "told"),
    [
        (HUMAN, HUMAN, TextOrigin.HUMAN),
        (MACHINE, MACHINE, TextOrigin.MACHINE),
        (REVIEWED, REVIEWED, TextOrigin.REVIEWED),
        (MACHINE, HUMAN, TextOrigin.MACHINE),
        (MACHINE, REVIEWED, TextOrigin.MACHINE),
        (REVIEWED, HUMAN, TextOrigin.REVIEWED),
    ],
)
def test_a_page_is_the_machine_s_as_long_as_one_of_its_texts_is(
    translation: Translation, kind: str, others: str, told: TextOrigin
) -> None:
    translate(translation, kind=others)
    StringTranslation.objects.filter(translation_of__data="Plan").update(translation_type=kind)
    assert published_origin(translation) == told


def test_an_address_made_from_the_title_makes_no_machine_translation(translation: Translation) -> None:
    translate(translation, but={"clean-water"})
    assert published_origin(translation) == TextOrigin.HUMAN
    assert (
        StringTranslation.objects.get(
            context__path="slug", locale=locale("nb"), translation_of__data="clean-water"
        ).translation_type
        == MACHINE
    )


def test_what_a_person_types_over_a_machine_s_text_is_reviewed_and_no_more(translation: Translation) -> None:
    translate(translation, kind=MACHINE)
    for _twice in range(2):
        assert type_over(translation, "Plan", "Planen").translation_type == REVIEWED
    assert published_origin(translation) == TextOrigin.MACHINE


def test_what_a_person_types_where_nothing_stood_is_the_person_s(translation: Translation) -> None:
    assert type_over(translation, "Plan", "Planen").translation_type == HUMAN
    assert type_over(translation, "Plan", "En plan").translation_type == HUMAN


def test_a_program_says_who_wrote(translation: Translation) -> None:
    translate(translation)
    say_who_wrote(translation, TextOrigin.MACHINE)
    assert published_origin(translation) == TextOrigin.MACHINE
    say_who_wrote(translation, TextOrigin.HUMAN)
    assert published_origin(translation) == TextOrigin.HUMAN


def test_an_origin_that_somebody_sets_by_hand_does_not_reach_readers(translation: Translation) -> None:
    translate(translation, kind=MACHINE)
    translation.save_target(publish=True)
    page = translation.get_target_instance()
    page.origin = TextOrigin.HUMAN
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.origin == TextOrigin.MACHINE


def test_an_old_version_is_told_by_who_wrote_its_own_texts(translation: Translation) -> None:
    translate(translation, kind=MACHINE)
    translation.save_target(publish=True)
    by_machine = translation.get_target_instance().get_latest_revision()
    StringTranslation.objects.filter(locale=locale("nb")).exclude(translation_of__data="Plan").update(
        translation_type=REVIEWED
    )
    type_over(translation, "Plan", "Planen")
    assert published_origin(translation) == TextOrigin.REVIEWED
    by_machine.publish()  # its text for “Plan” is recorded no more
    assert translation.get_target_instance().origin == TextOrigin.REVIEWED


def test_readers_are_told_at_once_when_a_person_has_reviewed(translation: Translation) -> None:
    translate(translation, kind=MACHINE)
    translation.save_target(publish=True)
    reviewer = member_of("Translators: Norwegian Bokmål")
    assert (
        review(translation, reviewer)
        == StringSegment.objects.filter(source=translation.source).exclude(context__path="slug").count()
    )
    page = translation.get_target_instance()
    assert page.origin == TextOrigin.REVIEWED
    assert PageLogEntry.objects.get(action=WAS_REVIEWED).user == reviewer


def test_the_review_shows_each_text_beside_its_source(translation: Translation) -> None:
    translate(translation, kind=MACHINE, but={"Build"})
    page = translation.get_target_instance()
    client = signed_in(member_of("Translators: Norwegian Bokmål"))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "texts were written by a machine and reviewed by nobody" in said(client.get(edit, follow=True))
    address = reverse("review_translation", args=[translation.pk])
    html = client.get(address).content.decode()
    assert all(text in html for text in ("Plan", "nb: Plan", "Summary", "I have read all of them"))
    read = {"confirmed": "1", "read": fingerprint(to_review(translation))}
    assert said(client.post(address, read, follow=True)).startswith("7 texts are reviewed.")
    assert "reviewed by nobody" not in said(client.get(edit, follow=True))


def test_nobody_reviews_a_page_that_is_not_theirs(translation: Translation) -> None:
    translate(translation, kind=MACHINE)
    polish = signed_in(member_of("Translators: Polish"))
    polish.post(reverse("review_translation", args=[translation.pk]), {"confirmed": "1"})
    assert not StringTranslation.objects.filter(translation_type=REVIEWED).exists()


def test_a_concept_s_texts_are_reviewed_too(db: None) -> None:
    translation = submitted(concept(Topic, "water", name="Water"), "nb")
    translate(translation, kind=MACHINE)
    assert review(translation, member_of("Communications staff")) == 1
    assert ModelLogEntry.objects.filter(action=WAS_REVIEWED).exists()


def test_localize_reads_who_wrote_a_text_for_a_comment_alone(translation: Translation) -> None:
    """The column holds a word of ours, `reviewed`: what localize does not know it passes over."""
    translate(translation, kind=REVIEWED)
    text: Any = StringTranslation.objects.get(locale=locale("nb"), data="nb: Plan")
    assert text.get_comment() is None


def test_the_migration_keeps_what_was_said_of_a_page_by_hand(translation: Translation) -> None:
    translate(translation)
    translation.save_target(publish=True)
    ProjectPage.objects.update(translated_from=None)
    ProjectPage.objects.filter(locale=locale("nb")).update(origin=TextOrigin.MACHINE)
    import_module("translation.migrations.0002_provenance").remember(apps, None)
    page = translation.get_target_instance()
    assert page.translated_from == page.translation_key
    assert published_origin(translation) == TextOrigin.MACHINE
    assert not ProjectPage.objects.filter(locale=locale("en"), translated_from__isnull=False).exists()
