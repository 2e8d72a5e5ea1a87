"""The report, unpublishing, deleting: what the administration does with translations."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.messages.storage.base import BaseStorage
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views.convert import convert_to_alias

from projects.models import ProjectIndexPage, ProjectPage
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of, said, signed_in
from translation.editor.views import SETTINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(db: None) -> Client:
    return signed_in(member_of("Translators: Norwegian Bokmål"))


@pytest.fixture
def staff(db: None) -> Client:
    return signed_in(member_of("Communications staff", name="staff"))


@pytest.fixture
def norwegian(project: ProjectPage) -> Translation:
    return submitted(project, "nb")


# -------------------------------------------------------------------- unpublish, delete, alias


def test_translations_are_unpublished_with_their_source(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    address = reverse("wagtailadmin_pages:unpublish", args=[project.pk])
    assert "one translation of the page" in staff.get(address).content.decode()
    staff.post(address)
    assert not Page.objects.filter(pk__in=[project.pk, target.pk], live=True).exists()


def test_a_source_stays_public_when_its_translation_is_unpublished(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    staff.post(reverse("wagtailadmin_pages:unpublish", args=[target.pk]))
    assert Page.objects.get(pk=project.pk).live


def test_a_deleted_source_leaves_its_translations_and_their_texts(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    texts = StringTranslation.objects.count()
    staff.post(reverse("wagtailadmin_pages:delete", args=[project.pk]))
    assert not Page.objects.filter(pk=project.pk).exists()
    target.refresh_from_db()
    assert (target.live, target.summary) == (True, "nb: Pipes for two towns")
    assert StringTranslation.objects.count() == texts
    target.summary = "Edited as a page of its own"
    target.save_revision().publish()


@pytest.mark.parametrize("view", ["delete", "move"])
def test_translators_neither_delete_nor_move_pages(translator: Client, project: ProjectPage, view: str) -> None:
    target = translated(project, "nb")
    other = ProjectIndexPage.objects.get(locale=locale("nb"))
    if view == "delete":
        response = translator.post(reverse("wagtailadmin_pages:delete", args=[target.pk]), follow=True)
    else:
        address = reverse("wagtailadmin_pages:move_confirm", args=[target.pk, other.pk])
        response = translator.post(address, follow=True)
    assert "permission" in said(response)
    assert Page.objects.get(pk=target.pk).path == target.path


def test_translators_delete_nothing_in_bulk(translator: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    translator.post(f"{bulk}?id={target.pk}")
    assert Page.objects.filter(pk=target.pk).exists()


def test_a_translation_does_not_become_an_alias(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    response = staff.post(reverse("wagtail_localize:convert_to_alias", args=[target.pk]), follow=True)
    assert "Aliases are not used here" in said(response)
    assert Page.objects.get(pk=target.pk).alias_of_id is None


def test_upstream_makes_an_alias_without_asking_for_the_source(project: ProjectPage, unguarded: None, rf: Any) -> None:
    target = translated(project, "nb")
    request = rf.post("/")
    request.user = member_of("Translators: Norwegian Bokmål")
    request._messages = BaseStorage(request)
    request._messages.add = lambda *args, **kwargs: None
    assert not project.permissions_for_user(request.user).can_edit()
    convert_to_alias(request, target.pk)
    assert Page.objects.get(pk=target.pk).alias_of_id == project.pk


def test_the_translators_editor_opens(translator: Client, project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    assert translator.get(edit)["Location"] == reverse("translate", args=[translation.pk])
    assert translator.get(edit, {SETTINGS: ""}).status_code == HTTPStatus.OK


def test_publishing_needs_the_right_to_it(project: ProjectPage) -> None:
    target = submitted(project, "nb").get_target_instance()
    translate(Translation.objects.get(target_locale=locale("nb"), source__object_id=project.translation_key))
    polish = signed_in(member_of("Translators: Polish"))
    polish.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})
    assert not Page.objects.get(pk=target.pk).live
