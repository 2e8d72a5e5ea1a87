"""Jobs: what is handed over together, to whom and until when; who is told; what becomes of it."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from projects.models import ProjectPage
from tests.factories.projects import ProjectPageFactory
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of, said, signed_in
from tests.translation.test_desk import WORK, soup, titles, words
from translation.jobs import keeping
from translation.jobs.cost import costs
from translation.jobs.models import Job, JobEvent, JobItem
from translation.status import recount

pytestmark = pytest.mark.django_db

NORWEGIAN = "Translators: Norwegian Bokmål"
MANY = "/admin/translations/many/"


@pytest.fixture
def coordinator(db: None) -> Any:
    return member_of("Communications staff", name="coordinator")


@pytest.fixture
def translator(db: None) -> Any:
    return member_of(NORWEGIAN, name="ingrid")


@pytest.fixture
def executed(django_capture_on_commit_callbacks: Any) -> Any:
    return django_capture_on_commit_callbacks


def hand_over(client: Client, page: Page, **more: Any) -> Any:
    sent = {
        "kind": "hand_over", "model": "wagtailcore.page", "source": page.pk, "language": ["nb"],
        "confirmed": "1", "name": "Autumn", **more,
    }  # fmt: skip
    return client.post(MANY, sent, follow=True)


@pytest.fixture
def job(coordinator: Any, translator: Any, project: ProjectPage, executed: Any) -> Job:
    """A job of a project in Norwegian that is Ingrid's."""
    with executed(execute=True):
        hand_over(
            signed_in(coordinator), project, person_nb=translator.pk, note="Mind the names.",
            due=str(timezone.localdate() + timedelta(days=7)),
        )  # fmt: skip
    return Job.objects.get()


def address(job: Job) -> str:
    return reverse("translations_job", args=[job.pk])


def test_what_is_handed_over_is_a_job_and_its_translator_is_told(job: Job, coordinator: Any, translator: Any) -> None:
    item = JobItem.objects.get()
    assert (item.job, item.assignee, item.translation.target_locale) == (job, translator, locale("nb"))
    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == ([translator.email], "New for you: Autumn")
    assert sent.reply_to == [coordinator.email]
    assert "Clean water" in sent.body
    assert "Mind the names." in sent.body
    assert JobEvent.objects.filter(told=translator, kind="assigned", mailed_at__isnull=False).exists()


def test_a_job_needs_a_name_and_a_day_to_come(coordinator: Any, project: ProjectPage) -> None:
    client = signed_in(coordinator)
    yesterday = str(timezone.localdate() - timedelta(days=1))
    page = words(soup(hand_over(client, project, name=" ", due=yesterday)))
    assert "This day has passed." in page
    assert "This field is required." in page
    assert not Job.objects.exists()


def test_nobody_is_given_a_language_into_which_they_do_not_translate(coordinator: Any, project: ProjectPage) -> None:
    polish = member_of("Translators: Polish", name="adam")
    hand_over(signed_in(coordinator), project, person_nb=polish.pk)
    assert not Job.objects.exists()


def test_a_page_is_handed_over_from_itself_in_languages_that_are_left_ticked(
    coordinator: Any, project: ProjectPage
) -> None:
    asked = soup(signed_in(coordinator).get(MANY, {"model": "wagtailcore.page", "source": project.pk}))
    ticked = {one["value"] for one in asked.select("input[name=language][checked]")}
    assert {"nb", "pl"} <= ticked
    assert "en" not in ticked


def test_the_cost_counts_what_is_not_written_and_what_stands_twice(project: ProjectPage) -> None:
    def cost() -> Any:
        return costs([(ProjectPage.objects.get(pk=project.pk), locale("nb"))])[0]

    project.body = []
    project.save_revision().publish()
    before = cost()
    body = [
        {"type": "text", "id": name, "value": "<p>Seven words that stand here twice over</p>"} for name in ("a", "b")
    ]
    project.body = ProjectPage.body.field.to_python(body)
    project.save_revision().publish()
    after = cost()
    assert (after.words - before.words, after.repeated - before.repeated) == (14, 7)
    norwegian = submitted(project, "nb")
    assert cost().words == after.words
    translate(norwegian)
    assert (cost().texts, cost().words) == (0, 0)


def test_mail_can_be_switched_off_by_kind(job: Job, translator: Any, coordinator: Any, executed: Any) -> None:
    client = signed_in(translator)
    account = reverse("wagtailadmin_account")
    assert soup(client.get(account)).select("input[name=translation_mail-returned][checked]")
    form = soup(client.get(account)).select_one("form[method=POST], form[method=post]")
    fields = {
        one["name"]: one.get("value", "on" if one.get("type") == "checkbox" else "")
        for one in form.select("input[name]")
        if one.get("type") != "checkbox" or one.has_attr("checked")
    }
    fields |= {
        one["name"]: one.select_one("option[selected]")["value"] for one in form.select("select:has([selected])")
    }
    fields |= {"name_email-first_name": "Ingrid", "name_email-last_name": "Solberg"}
    fields.pop("translation_mail-returned")
    client.post(account, fields)
    mail.outbox.clear()
    with executed(execute=True):
        keeping.send_back(job, keeping.items_of(job), "Look at the title.", coordinator)
        keeping.close(job, coordinator)
    assert [one.subject for one in mail.outbox] == ["Closed: Autumn"]


def test_mail_is_in_the_language_of_who_gets_it(job: Job, translator: Any, coordinator: Any, executed: Any) -> None:
    profile = UserProfile.get_for_user(translator)
    profile.preferred_language = "nb"
    profile.save()
    mail.outbox.clear()
    with executed(execute=True):
        keeping.send_back(job, keeping.items_of(job), "Look at the title.", coordinator)
    assert mail.outbox[0].extra_headers["Content-Language"] == "nb"
    assert mail.outbox[0].subject != "Returned to you: Autumn"


def test_the_queue_shows_what_is_overdue_then_what_was_returned_then_mine(
    job: Job, translator: Any, coordinator: Any, index: Page
) -> None:
    for title in ("Anybody's", "Returned", "Mine"):
        submitted(ProjectPageFactory(parent=index, title=title), "nb")
    other = Job.objects.create(name="Winter", created_by=coordinator)
    for title in ("Returned", "Mine"):
        keeping.add(other, Translation.objects.get(source__object_repr=title))
    keeping.assign(other, keeping.items_of(other), translator, coordinator)
    returned = keeping.items_of(other).filter(translation__source__object_repr="Returned")
    keeping.send_back(other, returned, "The title is wrong.", coordinator)
    Job.objects.filter(pk=job.pk).update(due=timezone.localdate() - timedelta(days=1))
    client = signed_in(translator)
    assert titles(client, WORK) == ["Clean water", "Returned", "Mine", "Anybody's"]
    page = words(soup(client.get(WORK)))
    assert "Overdue" in page
    assert "The title is wrong." in page
    assert titles(client, WORK, state="overdue") == ["Clean water"]
    translate(Translation.objects.get(source__object_repr="Returned"))
    recount(Translation.objects.all())
    assert not titles(client, WORK, state="returned")


def test_pieces_are_given_to_another_person_who_is_told(job: Job, coordinator: Any, executed: Any) -> None:
    other = member_of(NORWEGIAN, name="kari")
    mail.outbox.clear()
    client = signed_in(coordinator)
    with executed(execute=True):
        sent = {"action": "assign", "item": [JobItem.objects.get().pk], "person": other.pk}
        assert "1 piece has changed hands." in said(client.post(address(job), sent, follow=True))
    assert JobItem.objects.get().assignee == other
    assert mail.outbox[0].to == [other.email]
    stranger = member_of("Translators: Polish", name="adam")
    refused = client.post(address(job), {**sent, "person": stranger.pk}, follow=True)
    assert "does not translate into all" in said(refused)
    assert JobItem.objects.get().assignee == other


def test_what_nobody_has_begun_is_taken_back_and_what_is_begun_stays(
    job: Job, coordinator: Any, project: ProjectPage, index: Page
) -> None:
    begun = submitted(ProjectPageFactory(parent=index, title="Begun"), "nb")
    keeping.add(job, begun)
    translate(begun)
    recount(Translation.objects.all())
    sent = {"action": "take_back", "item": [one.pk for one in JobItem.objects.all()]}
    told = said(signed_in(coordinator).post(address(job), sent, follow=True))
    assert "1 piece was taken back." in told
    assert "1 piece stays: somebody has begun or locked it." in told
    assert not Page.objects.filter(translation_key=project.translation_key, locale=locale("nb")).exists()
    assert [one.translation for one in keeping.items_of(job)] == [begun]


def test_a_piece_says_that_its_source_has_changed_since(job: Job, coordinator: Any, project: ProjectPage) -> None:
    norwegian = Translation.objects.get(source__object_id=project.translation_key)
    translate(norwegian)
    norwegian.save_target(publish=True)
    page = ProjectPage.objects.get(pk=project.pk)
    page.summary = "Pipes for nine towns"
    page.save_revision().publish()
    shown = words(soup(signed_in(coordinator).get(address(job))))
    assert "The source has changed since it was handed over" in shown
    assert "Changed, 1 of" in shown


def test_a_closed_job_has_no_pieces_and_changes_no_more(job: Job, coordinator: Any, translator: Any) -> None:
    client = signed_in(coordinator)
    client.post(address(job), {"action": "close"})
    assert not keeping.items_of(job)
    assert client.post(address(job), {"action": "close"}).status_code != HTTPStatus.OK
    assert "Due" not in words(soup(signed_in(translator).get(WORK)))


def test_a_piece_may_be_nobodys_and_what_happened_anybodys(job: Job, coordinator: Any, translator: Any) -> None:
    keeping.assign(job, keeping.items_of(job), None, coordinator)
    translator.delete()
    shown = words(soup(signed_in(coordinator).get(address(job))))
    assert "Assigned" in shown
    assert "Clean water" in shown


def test_what_somebody_has_locked_is_not_taken_back(job: Job, coordinator: Any, project: ProjectPage) -> None:
    draft = Page.objects.get(translation_key=project.translation_key, locale=locale("nb"))
    locker = member_of(NORWEGIAN, name="kari")
    Page.objects.filter(pk=draft.pk).update(locked=True, locked_by=locker, locked_at=timezone.now())
    assert keeping.take_back(job, keeping.items_of(job), coordinator) == (0, 1)
    assert Page.objects.filter(pk=draft.pk).exists()


def test_translators_are_not_told_of_pieces_of_others(job: Job, coordinator: Any, translator: Any, index: Page) -> None:
    polish = member_of("Translators: Polish", name="adam")
    keeping.add(job, submitted(ProjectPageFactory(parent=index, title="Secret plan", live=False), "pl"))
    keeping.assign(job, keeping.items_of(job).filter(translation__target_locale=locale("pl")), polish, coordinator)
    assert "Secret plan" in words(soup(signed_in(coordinator).get(address(job))))
    assert "Secret plan" not in words(soup(signed_in(translator).get(address(job))))


def test_others_neither_see_nor_change_a_job(job: Job, translator: Any) -> None:
    polish = signed_in(member_of("Translators: Polish", name="adam"))
    assert polish.get(address(job)).status_code == HTTPStatus.NOT_FOUND
    own = signed_in(translator)
    assert "Clean water" in words(soup(own.get(address(job))))
    own.post(address(job), {"action": "close"})
    assert Job.objects.get().closed_at is None


def test_a_page_handed_over_anew_leaves_the_job_that_it_was_part_of(
    job: Job, coordinator: Any, project: ProjectPage, executed: Any
) -> None:
    with executed(execute=True):
        hand_over(signed_in(coordinator), project, name="Winter")
    assert [one.job.name for one in JobItem.objects.filter(ended_at=None)] == ["Winter"]
