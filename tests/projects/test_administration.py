"""The library in the administration: vocabularies in use stay, a training is copied without its dates."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from projects.models import ProjectTopic, Topic, TrainingPage, TrainingSession
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, TrainingPageFactory, concept, index

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("admin"))
    return client


@pytest.fixture
def topic_in_use() -> Topic:
    """A topic in two languages; a page uses its Bulgarian row."""
    bulgarian = concept(Topic, "training", "bg", name="обучение")
    english = concept(Topic, "training", "en", name="training")
    page = ProjectPageFactory(parent=index("project", home()), title="Uses it")
    page.topics = [ProjectTopic(topic=bulgarian, locale=page.locale)]
    page.save()
    return english


def address(topic: Topic, name: str) -> str:
    return reverse(topic.snippet_viewset.get_url_name(name), args=[topic.pk])


def test_a_concept_is_not_deleted_while_a_page_uses_it_in_another_language(admin: Client, topic_in_use: Topic) -> None:
    response = admin.post(address(topic_in_use, "delete"), follow=True)
    assert Topic.objects.filter(pk=topic_in_use.pk).exists()
    assert "“training” is used in 1 place" in response.content.decode()
    assert "Uses it" in response.content.decode()


def test_a_concept_that_nobody_uses_is_deleted(admin: Client) -> None:
    topic = concept(Topic, "unused")
    admin.post(address(topic, "delete"))
    assert not Topic.objects.filter(pk=topic.pk).exists()


@pytest.mark.parametrize("name", ["term", "organisation", "place", "programme", "topic", "unit"])
def test_each_vocabulary_is_listed_and_has_a_form(admin: Client, name: str) -> None:
    assert admin.get(reverse(f"wagtailsnippets_projects_{name}:list")).status_code == HTTPStatus.OK
    assert admin.get(reverse(f"wagtailsnippets_projects_{name}:add")).status_code == HTTPStatus.OK


@pytest.fixture
def held() -> TrainingPage:
    page = TrainingPageFactory(
        parent=index("training", home()), title="Held", start=date(2026, 3, 2), end=date(2026, 3, 4), status="completed"
    )
    page.sessions = [TrainingSession(title="First day", start=date(2026, 3, 2), locale=page.locale)]
    page.save()
    page.save_revision().publish()
    return page


def test_a_copied_training_keeps_the_programme_and_loses_the_dates(admin: Client, held: TrainingPage) -> None:
    form = {"new_title": "Next", "new_slug": "next", "new_parent_page": held.get_parent().pk}
    response = admin.post(reverse("wagtailadmin_pages:copy", args=[held.pk]), form)
    copied = TrainingPage.objects.get(slug="next")
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[copied.pk])
    draft = copied.get_latest_revision_as_object()
    assert (draft.start, draft.end, draft.status) == (None, None, "not_stated")
    assert [(session.title, session.start) for session in draft.sessions.all()] == [("First day", None)]
    assert not copied.live


@pytest.mark.parametrize("is_public", [True, False])
def test_a_copy_that_is_public_already_is_told_to_be_so(admin: Client, held: TrainingPage, is_public: bool) -> None:
    form = {"new_title": "Next", "new_slug": "next", "new_parent_page": held.get_parent().pk}
    form |= {"publish_copies": "on"} if is_public else {}
    response = admin.post(reverse("wagtailadmin_pages:copy", args=[held.pk]), form, follow=True)
    assert TrainingPage.objects.get(slug="next").live is is_public
    assert ("it is public already" in response.content.decode()) is is_public


def test_the_copy_is_offered_where_a_training_is_edited(admin: Client, held: TrainingPage) -> None:
    page = admin.get(reverse("wagtailadmin_pages:edit", args=[held.pk])).content.decode()
    assert "Copy this training" in page
