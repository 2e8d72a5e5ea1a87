"""Locked pages are locked for translators too, by every way to write a text of theirs."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, StringTranslation, Translation

from projects.models import ProjectPage
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of, said, signed_in
from translation.catalogues import exported
from translation.editions import stop
from translation.editor.views import SETTINGS
from translation.groups import STAFF, translators
from translation.locks import refusal_of_lock
from translation.origins import MACHINE
from translation.reviewing import fingerprint, to_review

pytestmark = pytest.mark.django_db

SAID = "is locked by editor (since"


@pytest.fixture
def locked(project: ProjectPage) -> Translation:
    """A whole translation of a page, which an editor has locked."""
    translation = submitted(project, "nb")
    translate(translation, kind=MACHINE)
    lock(translation.get_target_instance())
    return translation


def lock(page: Any) -> None:
    editor = member_of(STAFF, name="editor")
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())


def edit_url(translation: Translation) -> str:
    return reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def state(translation: Translation) -> Any:
    """Return all that a translator could change."""
    return (
        list(StringTranslation.objects.order_by("pk").values_list("data", "translation_type")),
        list(SegmentOverride.objects.values_list("pk", "data_json")),
        list(Page.objects.values_list("pk", "live", "latest_revision")),
        Translation.objects.get(pk=translation.pk).enabled,
    )


@pytest.fixture
def client() -> Any:
    return signed_in(member_of(translators("nb"), name="writer"))


@pytest.mark.parametrize("method", ["put", "delete"])
def test_the_editors_api_refuses_with_who_and_since_when(locked: Translation, client: Any, method: str) -> None:
    before = state(locked)
    text = StringSegment.objects.filter(source=locked.source).first()
    other = OverridableSegment.objects.filter(source=locked.source).first()
    assert text is not None
    assert other is not None
    for name, segment in (("edit_string_translation", text), ("edit_override", other)):
        address = reverse(f"wagtail_localize:{name}", args=[locked.pk, segment.pk])
        answer = getattr(client, method)(address, "value=1", content_type="application/x-www-form-urlencoded")
        assert answer.status_code == HTTPStatus.FORBIDDEN
        assert SAID in answer.json()["detail"]
    assert state(locked) == before


def upload(client: Any, translation: Translation) -> Any:
    catalogue = exported(translation)
    for entry in catalogue:
        entry.msgstr = f"{entry.msgstr} new"
    sent = {"file": SimpleUploadedFile("a.po", str(catalogue).encode()), "origin": "human"}
    return client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), sent, follow=True)


def publish(client: Any, translation: Translation) -> Any:
    return client.post(edit_url(translation), {"action": "publish"}, follow=True)


def stopping(client: Any, translation: Translation) -> Any:
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    return client.post(address, {"confirmed": "1"}, follow=True)


def by_machine(client: Any, translation: Translation) -> Any:
    return client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]), follow=True)


def reviewing(client: Any, translation: Translation) -> Any:
    sent = {"confirmed": "1", "read": fingerprint(to_review(translation))}
    return client.post(reverse("review_translation", args=[translation.pk]), sent, follow=True)


MACHINE_SETTINGS = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


@override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=MACHINE_SETTINGS)
@pytest.mark.parametrize("way", [upload, publish, stopping, by_machine, reviewing])
def test_every_other_way_to_write_refuses(locked: Translation, client: Any, way: Any) -> None:
    StringTranslation.objects.filter(data="nb: Plan").delete()
    if way in (publish, stopping):
        translate(locked)
    before = state(locked)
    assert SAID in said(way(client, locked))
    assert state(locked) == before


@override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=MACHINE_SETTINGS)
def test_what_is_updated_from_the_source_leaves_locked_languages_alone(locked: Translation) -> None:
    StringTranslation.objects.filter(data="nb: Plan").delete()
    before = state(locked)
    address = reverse("wagtail_localize:update_translations", args=[locked.source_id])
    staff = signed_in(member_of(STAFF, name="staff"))
    answer = staff.post(address, {"publish_translations": "on", "use_machine_translation": "on"}, follow=True)
    assert SAID in said(answer)
    assert state(locked) == before


def test_an_adapted_edition_that_is_locked_does_not_start_again(project: ProjectPage, client: Any) -> None:
    translation = submitted(project, "nb")
    translate(translation)
    translation.save_target(publish=True)
    stop(translation)
    lock(translation.get_target_instance())
    address = edit_url(translation)
    sent = {"localize-restart-translation": "1", "confirmed": "1"}
    answer = client.post(address, sent, follow=True, headers={"Referer": f"http://testserver{address}"})
    assert SAID in said(answer)
    assert not Translation.objects.get(pk=translation.pk).enabled


def test_the_editor_says_so_and_shows_no_field(locked: Translation, client: Any) -> None:
    editor = client.get(edit_url(locked), follow=True)
    assert SAID in said(editor)
    assert "data-do=" not in editor.content.decode()
    answer = client.get(edit_url(locked), {SETTINGS: ""})
    assert SAID in said(answer)
    assert "&quot;isLocked&quot;: true" in answer.content.decode()


def test_who_locked_a_page_goes_on_with_it(project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    writer = member_of(translators("nb"), name="writer")
    page = translation.get_target_instance()
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=writer, locked_at=timezone.now())
    assert refusal_of_lock(translation.get_target_instance(), writer) == ""
    with override_settings(WAGTAILADMIN_GLOBAL_EDIT_LOCK=True):
        assert "is locked by writer (since" in refusal_of_lock(translation.get_target_instance(), writer)


def test_a_page_that_a_program_locked_is_locked_too(project: ProjectPage) -> None:
    page = submitted(project, "nb").get_target_instance()
    page.locked = True
    assert "is locked. Nothing was changed." in refusal_of_lock(page, member_of(STAFF))


def test_a_lock_of_one_language_is_none_of_another(locked: Translation, project: ProjectPage) -> None:
    translation = submitted(project, "pl")
    client = signed_in(member_of(translators("pl"), name="polish"))
    translate(translation)
    publish(client, translation)
    assert Page.objects.get(translation_key=project.translation_key, locale=locale("pl")).live
