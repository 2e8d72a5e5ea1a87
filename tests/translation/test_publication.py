"""A translation is public whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.management.commands import publish_scheduled
from wagtail.models import Page, PageLogEntry, Revision
from wagtail_localize.models import StringTranslation
from wagtail_localize.views.edit_translation import edit_translation

from projects.models import ProjectIndexPage, ProjectPage, Topic
from tests.factories.projects import concept
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of, said, signed_in
from translation.management.commands.publish_scheduled import LOG_ACTION
from translation.publication import PublicationRefusedError, guard, untranslated

pytestmark = pytest.mark.django_db


@pytest.fixture
def norwegian(project: ProjectPage) -> ProjectPage:
    """The project's Norwegian draft, whole but for two texts."""
    translation = submitted(project, "nb")
    translate(translation, but={"Water for all.", "Build"})
    translation.save_target(publish=False)
    return ProjectPage.objects.get(translation_key=project.translation_key, locale=locale("nb"))


def test_a_translation_that_is_not_whole_is_refused_and_says_why_and_what_next(norwegian: ProjectPage) -> None:
    with pytest.raises(ValidationError) as refused:
        norwegian.get_latest_revision().publish()
    assert refused.value.message_dict == {
        NON_FIELD_ERRORS: [
            "“nb: Clean water” was not published in Norwegian Bokmål: 2 texts are not translated or have an error. "
            "Translate them, then publish again."
        ]
    }
    assert not Page.objects.get(pk=norwegian.pk).live


def test_a_text_with_an_error_counts_as_missing(norwegian: ProjectPage, project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation)
    wrong = StringTranslation.objects.filter(locale=locale("nb"), translation_of__data="Plan").get()
    wrong.data = "<p>nb: Plan"
    wrong.save()
    assert untranslated(translation) == 1
    with pytest.raises(PublicationRefusedError, match="1 text is not translated or has an error"):
        translation.save_target(publish=True)


def test_an_empty_translation_counts_as_missing(norwegian: ProjectPage, project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation)
    StringTranslation.objects.filter(locale=locale("nb"), translation_of__data="Plan").update(data="")
    assert untranslated(translation) == 1


def test_a_refused_publication_writes_nothing(norwegian: ProjectPage, project: ProjectPage) -> None:
    revision = norwegian.latest_revision_id
    with pytest.raises(PublicationRefusedError):
        submitted(project, "nb").save_target(publish=True)
    norwegian.refresh_from_db()
    assert (norwegian.live, norwegian.summary) == (False, "nb: Pipes for two towns")
    assert norwegian.revisions.filter(pk__gt=revision).count() == 1  # the submission's own


def test_a_whole_translation_is_published(norwegian: ProjectPage, project: ProjectPage) -> None:
    translated(project, "nb")
    norwegian.refresh_from_db()
    assert norwegian.live
    assert norwegian.body[1].value.source == "<p>nb: Water for all.</p>"


def test_an_old_version_with_words_of_the_source_is_refused_though_all_is_translated_since(
    norwegian: ProjectPage, project: ProjectPage
) -> None:
    old = norwegian.get_latest_revision()
    translate(submitted(project, "nb"))
    with pytest.raises(PublicationRefusedError, match="this version has 2 texts in another language"):
        old.publish()


def test_an_old_version_is_refused_though_the_source_has_other_words_since(
    norwegian: ProjectPage, project: ProjectPage
) -> None:
    old = norwegian.get_latest_revision()
    project.body = [("text", "<p>Other words.</p>")]
    project.save_revision().publish()
    translate(submitted(ProjectPage.objects.get(pk=project.pk), "nb"))
    with pytest.raises(PublicationRefusedError, match="in another language"):
        old.publish()


def test_a_text_that_is_the_same_in_both_languages_is_no_text_of_the_source(project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation)
    StringTranslation.objects.filter(locale=locale("nb"), translation_of__data="Plan").update(data=" Plan ")
    translation.save_target(publish=True)
    assert translation.get_target_instance().live


def test_a_public_translation_stays_public_when_its_source_moves_on(project: ProjectPage) -> None:
    target = translated(project, "nb")
    project.summary = "Other words"
    project.save_revision().publish()
    translation = submitted(ProjectPage.objects.get(pk=project.pk), "nb")
    target.refresh_from_db()
    assert (target.live, target.summary) == (True, "nb: Pipes for two towns")
    with pytest.raises(PublicationRefusedError, match="1 text is"):
        translation.save_target(publish=True)
    target.save()  # as when Wagtail saves it for a reason of its own
    assert ProjectPage.objects.get(pk=target.pk).summary == "nb: Pipes for two towns"


def test_words_of_the_source_never_reach_a_public_page_whoever_saves_it(project: ProjectPage) -> None:
    target = translated(project, "nb")
    target.summary = project.summary
    with pytest.raises(PublicationRefusedError, match="1 text in another language"):
        target.save()


def test_a_translation_below_an_alias_is_refused(index: ProjectIndexPage, project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation)
    parent = Page.objects.get(translation_key=index.translation_key, locale=locale("nb"))
    Page.objects.filter(pk=parent.pk).update(alias_of=index.pk)
    with pytest.raises(PublicationRefusedError, match="which does not exist in Norwegian Bokmål"):
        translation.save_target(publish=True)


def test_a_concept_is_public_whole_or_not_at_all(db: None) -> None:
    topic = concept(Topic, "water", name="Water")
    translation = submitted(topic, "nb")
    assert not translation.get_target_instance().live
    with pytest.raises(PublicationRefusedError, match="1 text is"):
        translation.save_target(publish=True)
    with pytest.raises(PublicationRefusedError):
        translation.get_target_instance().get_latest_revision().publish()
    translate(translation)
    translation.save_target(publish=True)
    assert (translation.get_target_instance().live, str(translation.get_target_instance())) == (True, "nb: Water")


# ------------------------------------------------------------------------- in the administration


def test_the_publish_button_of_the_translation_says_why_not(norwegian: ProjectPage) -> None:
    client = signed_in(member_of("Translators: Norwegian Bokmål"))
    edit = reverse("wagtailadmin_pages:edit", args=[norwegian.pk])
    response = client.post(edit, {"action": "publish"}, follow=True)
    assert said(response).startswith("“nb: Clean water” was not published in Norwegian Bokmål: 2 texts are")


def test_the_publish_button_publishes_what_is_whole(norwegian: ProjectPage, project: ProjectPage) -> None:
    translate(submitted(project, "nb"))
    client = signed_in(member_of("Translators: Norwegian Bokmål"))
    response = client.post(reverse("wagtailadmin_pages:edit", args=[norwegian.pk]), {"action": "publish"}, follow=True)
    assert said(response) == "“nb: Clean water” is published in Norwegian Bokmål."
    assert Page.objects.get(pk=norwegian.pk).live


def test_a_broken_rule_names_its_field(project: ProjectPage) -> None:
    target = translated(project, "nb")
    StringTranslation.objects.filter(locale=locale("nb"), translation_of__data="Clean water").update(data="x" * 256)
    client = signed_in(member_of("Communications staff"))
    response = client.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"}, follow=True)
    assert said(response).startswith("Title: Ensure this value has at most 255 characters")
    assert StringTranslation.objects.get(locale=locale("nb"), translation_of__data="Clean water").has_error


def test_publishing_several_pages_at_once_says_which_was_refused(norwegian: ProjectPage) -> None:
    client = signed_in(member_of("Administrators"))
    back = reverse("wagtailadmin_explore", args=[norwegian.get_parent().pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{bulk}?id={norwegian.pk}", headers={"Referer": f"http://testserver{back}"}, follow=True)
    assert response.redirect_chain[-1][0] == f"http://testserver{back}"
    assert "“nb: Clean water” was not published" in said(response)


def test_a_refusal_leads_back_to_no_other_site(norwegian: ProjectPage) -> None:
    client = signed_in(member_of("Administrators"))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{bulk}?id={norwegian.pk}", headers={"Referer": "https://elsewhere.example/"})
    assert response["Location"] == "/admin/"


def test_a_scheduled_translation_that_is_not_whole_keeps_no_other_back(
    norwegian: ProjectPage, project: ProjectPage
) -> None:
    past = timezone.now() - timedelta(minutes=1)
    whole = translated(project, "pl")
    for page in (norwegian, whole):
        page.unpublish()
        Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=past)
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=norwegian.pk).live
    assert Page.objects.get(pk=whole.pk).live
    entry = PageLogEntry.objects.get(action=LOG_ACTION)
    assert (entry.page_id, entry.message[:18]) == (norwegian.pk, "“nb: Clean water” ")
    call_command("publish_scheduled")
    assert PageLogEntry.objects.filter(action=LOG_ACTION).count() == 1


def test_wagtails_own_schedule_stops_at_a_refusal_and_forgets_the_hour(norwegian: ProjectPage) -> None:
    revisions = Revision.objects.filter(pk=norwegian.latest_revision_id)
    revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(PublicationRefusedError):
        publish_scheduled.Command().handle(dryrun=False)
    assert revisions.get().approved_go_live_at is None


def test_localizes_own_editor_says_something_else(norwegian: ProjectPage, project: ProjectPage, rf: Any) -> None:
    request = rf.post("/", {"action": "publish"})
    request.user = member_of("Administrators")
    told: list[str] = []
    request._messages = SimpleNamespace(add=lambda level, message, extra_tags: told.append(str(message)))
    edit_translation(request, submitted(project, "nb"), norwegian)
    assert "click publish again to ignore these translations" in told[0]


def test_the_guard_asks_the_same_number_of_questions_however_long_the_page(
    project: ProjectPage, django_assert_max_num_queries: Any
) -> None:
    project.body = [("text", f"<p>Sentence {number}.</p>") for number in range(60)]
    project.save_revision().publish()
    target = translated(ProjectPage.objects.get(pk=project.pk), "nb")
    page = ProjectPage.objects.get(pk=target.pk)
    # Whether it follows a source, its rows (10 kinds) and comments, whether this version is public already,
    # the page above, its recorded translations, its language (whether it is an original).
    with django_assert_max_num_queries(16):
        guard(page)
