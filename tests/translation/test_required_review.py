"""A language can require that each translation is reviewed by somebody who has not written it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry, Workflow
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from projects.models import ProjectPage, Term
from tests.editing import signed_in as administrator
from tests.factories.projects import concept
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of, said, signed_in
from translation.editions import stop
from translation.groups import STAFF, reviewers, translators
from translation.models import ApprovedText, RequiredReview
from translation.origins import MACHINE
from translation.publication import PublicationRefusedError, refusal_of
from translation.reviewing import WAS_REVIEWED, fingerprint, review, to_review

pytestmark = pytest.mark.django_db

WAITS = "wait for their review|waits for its review"


@pytest.fixture
def writer(db: None) -> Any:
    return member_of(translators("nb"), name="writer")


@pytest.fixture
def reviewer(db: None) -> Any:
    return member_of(reviewers("nb"), name="reviewer")


@pytest.fixture
def required(db: None) -> None:
    RequiredReview.objects.create(locale=locale("nb"))


@pytest.fixture
def translation(project: ProjectPage, required: None, writer: Any) -> Translation:
    """A whole translation that one person wrote, in a language that requires another one."""
    return written_by(writer, submitted(project, "nb"))


def written_by(user: Any, translation: Translation, kind: str = "manual") -> Translation:
    """Translate all texts in the name of somebody."""
    translate(translation, kind=kind)
    StringTranslation.objects.filter(locale=translation.target_locale).update(last_translated_by=user)
    return translation


def type_over(user: Any, translation: Translation, source: str, text: str) -> None:
    """Save a text in the editor."""
    segment = StringSegment.objects.get(source=translation.source, string__data=source)
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    signed_in(user).put(address, f"value={text}", content_type="application/x-www-form-urlencoded")


def publish(translation: Translation) -> Any:
    translation.save_target(publish=True)
    return translation.get_target_instance()


def approve_in_desk(client: Client, translation: Translation, read: str | None = None) -> str:
    """Approve what is shown, or what somebody read before; return what is said."""
    address = reverse("review_translation", args=[translation.pk])
    if read is None:
        read = client.get(address).context["hidden"]["read"]
    return said(client.post(address, {"confirmed": "1", "read": read}, follow=True))


def test_nothing_is_published_that_only_its_writer_has_read(translation: Translation, writer: Any) -> None:
    with pytest.raises(PublicationRefusedError, match="8 texts wait for their review"):
        publish(translation)
    assert review(translation, writer) == 0
    with pytest.raises(PublicationRefusedError, match=WAITS):
        publish(translation)


def test_somebody_else_approves_and_anybody_who_may_publishes(
    translation: Translation, writer: Any, reviewer: Any
) -> None:
    assert "8 texts are reviewed" in approve_in_desk(signed_in(reviewer), translation)
    page = translation.get_target_instance()
    signed_in(writer).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
    assert translation.get_target_instance().live
    assert PageLogEntry.objects.get(action=WAS_REVIEWED).user == reviewer


def test_only_what_is_new_since_waits_again(translation: Translation, writer: Any, reviewer: Any) -> None:
    review(translation, reviewer)
    publish(translation)
    type_over(writer, translation, "Plan", "Planen")
    assert [one.text for one in to_review(translation)] == ["Planen"]
    with pytest.raises(PublicationRefusedError, match="1 text waits for its review"):
        publish(translation)
    type_over(writer, translation, "Plan", "nb: Plan")  # back to what was approved
    publish(translation)


def test_a_reviewer_s_own_correction_needs_a_second_person(
    translation: Translation, writer: Any, reviewer: Any
) -> None:
    type_over(reviewer, translation, "Plan", "Planen")
    client = signed_in(reviewer)
    html = client.get(reverse("review_translation", args=[translation.pk])).content.decode()
    assert "1 text more was written by you: somebody else has to approve it." in html
    assert "Planen" not in html
    assert "7 texts are reviewed" in approve_in_desk(client, translation)
    with pytest.raises(PublicationRefusedError, match="1 text waits for its review"):
        publish(translation)
    second = member_of(reviewers("nb"), name="second")
    assert "1 text is reviewed" in approve_in_desk(signed_in(second), translation)
    publish(translation)


def test_who_saves_a_text_as_it_stands_has_not_written_it(translation: Translation, writer: Any, reviewer: Any) -> None:
    """Else a colleague's click would make a writer the reviewer of their own text."""
    type_over(reviewer, translation, "Plan", "Planen")
    type_over(writer, translation, "Plan", "Planen")
    assert review(translation, reviewer) == 7


def test_a_machine_s_texts_need_somebody_other_than_who_asked_the_machine(
    project: ProjectPage, required: None, writer: Any, reviewer: Any
) -> None:
    translation = written_by(writer, submitted(project, "nb"), MACHINE)
    assert review(translation, writer) == 0
    assert review(translation, reviewer) == 8
    assert publish(translation).origin == "reviewed"


def test_a_translator_may_not_approve(translation: Translation) -> None:
    client = signed_in(member_of(translators("nb"), name="colleague"))
    html = client.get(reverse("review_translation", args=[translation.pk])).content.decode()
    assert "You may not review translations into Norwegian Bokmål." in html
    assert "I have read all of them" not in html
    assert "You may not review" in approve_in_desk(client, translation, fingerprint(to_review(translation)))
    assert not ApprovedText.objects.exists()


def test_what_changed_while_somebody_was_reading_is_not_approved(
    translation: Translation, writer: Any, reviewer: Any
) -> None:
    before = fingerprint(to_review(translation))
    type_over(writer, translation, "Plan", "Planen")
    assert "changed while you were reading" in approve_in_desk(signed_in(reviewer), translation, before)
    assert not ApprovedText.objects.exists()


def test_what_is_public_when_the_rule_begins_stays_so(project: ProjectPage, writer: Any) -> None:
    translation = written_by(writer, submitted(project, "nb"))
    page = publish(translation)
    RequiredReview.objects.create(locale=locale("nb"))
    publish(translation)
    page.unpublish()
    publish(translation)


def test_a_source_that_is_published_publishes_nothing_unreviewed(
    project: ProjectPage, translation: Translation, writer: Any, reviewer: Any
) -> None:
    review(translation, reviewer)
    publish(translation)
    type_over(writer, translation, "Plan", "Planen")
    project.budget_total = 250
    project.save_revision().publish()
    page = translation.get_target_instance()
    assert page.budget_total == 250
    assert "Planen" not in [one.text for one in page.statements.all()]


def test_other_languages_require_nothing(project: ProjectPage, required: None, writer: Any) -> None:
    assert publish(written_by(writer, submitted(project, "pl"))).live


def test_an_hour_of_publication_is_refused_and_at_its_hour_too(translation: Translation, reviewer: Any) -> None:
    translation.save_target(publish=False)
    revision = translation.get_target_instance().get_latest_revision()
    revision.approved_go_live_at = timezone.now() + timedelta(hours=1)
    with pytest.raises(PublicationRefusedError, match=WAITS):
        revision.save()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not translation.get_target_instance().live
    review(translation, reviewer)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert translation.get_target_instance().live


def test_publishing_many_pages_at_once_is_refused(translation: Translation) -> None:
    page = translation.get_target_instance()
    translation.save_target(publish=False)
    staff = signed_in(member_of(STAFF, name="staff"))
    staff.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
    assert not translation.get_target_instance().live


def test_an_entry_of_a_vocabulary_waits_too(required: None, writer: Any, reviewer: Any) -> None:
    translation = written_by(writer, submitted(concept(Term, "sewer", definition="A pipe"), "nb"))
    entry = translation.get_target_instance()
    address = reverse(Term.snippet_viewset.get_url_name("edit"), args=[entry.pk])
    assert "texts wait for their review" in said(signed_in(writer).post(address, {"action": "publish"}, follow=True))
    approve_in_desk(signed_in(reviewer), translation)
    assert "is published" in said(signed_in(writer).post(address, {"action": "publish"}, follow=True))
    assert translation.get_target_instance().live


def test_an_adapted_edition_waits_for_somebody_who_did_not_save_it(
    translation: Translation, writer: Any, reviewer: Any
) -> None:
    review(translation, reviewer)
    publish(translation)
    stop(translation)
    page = translation.get_target_instance()
    page.summary = "Skrevet her"
    revision = page.save_revision(user=writer)
    assert "1 text waits for its review" in refusal_of(revision)
    assert review(translation, writer) == 0
    html = signed_in(reviewer).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "1 text waits for somebody to approve it" in said(html)
    approve_in_desk(signed_in(reviewer), translation)
    revision.publish()
    assert translation.get_target_instance().summary == "Skrevet her"


def test_an_approval_in_a_workflow_is_a_review(translation: Translation, writer: Any, reviewer: Any) -> None:
    review(translation, reviewer)
    publish(translation)
    stop(translation)
    page = translation.get_target_instance()
    page.summary = "Skrevet her"
    page.save_revision(user=writer)
    state = Workflow.objects.get().start(page, writer)
    with pytest.raises(PublicationRefusedError, match=WAITS):
        state.current_task_state.approve(user=writer)
    state.refresh_from_db()
    state.current_task_state.refresh_from_db()
    state.current_task_state.approve(user=member_of(STAFF, name="staff"))
    assert translation.get_target_instance().summary == "Skrevet her"


def test_a_copy_of_a_translation_does_not_pass_by_the_review(translation: Translation, reviewer: Any) -> None:
    page = translation.get_target_instance()
    translation.save_target(publish=False)
    copied = translation.get_target_instance().copy(update_attrs={"slug": "copy", "title": "Kopi"}, keep_live=False)
    with pytest.raises(PublicationRefusedError, match=WAITS):
        copied.save_revision().publish()
    assert page.pk != copied.pk


def test_it_is_switched_on_and_off_in_the_settings_of_a_language(db: None) -> None:
    boss = administrator()
    nb = Locale.objects.get(language_code="nb")
    address = reverse("wagtaillocales:edit", args=[nb.pk])
    assert "A second person reviews each translation" in boss.get(address).content.decode()
    box = f"component-{RequiredReview._meta.db_table}-enabled"
    for sent, required in (({box: "on"}, True), ({}, False)):
        boss.post(address, {"language_code": "nb", **sent})
        assert RequiredReview.objects.filter(locale=nb).exists() is required


def test_the_question_costs_the_same_however_long_the_page(
    translation: Translation, reviewer: Any, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(22):
        to_review(translation)
