"""A change of spelling in a source changes no translation, once somebody said so; it can be taken back."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, TranslationSource

from projects.models import ProjectPage
from tests.factories.translation import locale, translated
from tests.translation.conftest import member_of, said, signed_in
from translation.models import SmallCorrection
from translation.publication import untranslated
from translation.small_corrections import declare, declared, older, take_back
from translation.views.changes import difference, say_what_became_older

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(project: ProjectPage) -> TranslationSource:
    """The source of a project in Norwegian and Polish whose summary was spelled otherwise since."""
    for language in ("nb", "pl"):
        translated(project, language)
    change(project, summary="Pipes for two towns.")
    return TranslationSource.objects.get(object_id=project.translation_key)


def change(project: ProjectPage, **fields: Any) -> None:
    page = ProjectPage.objects.get(pk=project.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def page(language: str) -> ProjectPage:
    return ProjectPage.objects.get(locale=locale(language), source_changed_on=None, live=True)


def in_language(source: TranslationSource, language: str) -> set[int]:
    return {one.text.pk for one in older(source) if one.text.locale.language_code == language}


def test_what_translations_do_not_say_yet_is_listed_with_both_texts(source: TranslationSource) -> None:
    found = {(one.text.locale.language_code, one.before, one.after) for one in older(source)}
    assert found == {(language, "Pipes for two towns", "Pipes for two towns.") for language in ("nb", "pl")}


def test_a_small_correction_leaves_the_translation_as_it_is_and_in_step(source: TranslationSource) -> None:
    staff = member_of("Communications staff")
    assert declare(source, in_language(source, "nb"), staff) == 1
    assert page("nb").summary == "nb: Pipes for two towns"
    assert untranslated(source.translations.get(target_locale=locale("nb"))) == 0
    with pytest.raises(ProjectPage.DoesNotExist):
        page("pl")
    kept = SmallCorrection.objects.get()
    assert (kept.before, kept.after, kept.said_by) == ("Pipes for two towns", "Pipes for two towns.", staff)


def test_what_was_said_can_be_taken_back(source: TranslationSource) -> None:
    staff = member_of("Communications staff")
    declare(source, in_language(source, "nb"), staff)
    assert take_back(source, {SmallCorrection.objects.get().pk}, staff) == 1
    with pytest.raises(ProjectPage.DoesNotExist):
        page("nb")
    assert in_language(source, "nb")
    assert not declared(source)
    assert SmallCorrection.objects.get().taken_back_by == staff


def test_what_a_translator_wrote_since_stays_when_it_is_taken_back(source: TranslationSource) -> None:
    staff = member_of("Communications staff")
    declare(source, in_language(source, "nb"), staff)
    StringTranslation.objects.filter(locale=locale("nb"), translation_of__data="Pipes for two towns.").update(
        data="Rør til to byer.", tool_name=""
    )
    take_back(source, {SmallCorrection.objects.get().pk}, staff)
    text = StringTranslation.objects.get(locale=locale("nb"), translation_of__data="Pipes for two towns.")
    assert (text.data, text.has_error) == ("Rør til to byer.", False)


def test_what_was_carried_twice_is_compared_with_the_words_it_was_written_for(
    project: ProjectPage, source: TranslationSource
) -> None:
    change(project, summary="Pipes for three towns.")
    found = {(one.before, one.after) for one in older(source)}
    assert found == {("Pipes for two towns", "Pipes for three towns.")}


def test_small_corrections_upon_one_that_is_taken_back_go_with_it(
    project: ProjectPage, source: TranslationSource
) -> None:
    declare(source, in_language(source, "nb"), None)
    change(project, summary="Pipes, for two towns.")
    declare(source, in_language(source, "nb"), None)
    assert page("nb").summary == "nb: Pipes for two towns"
    assert take_back(source, {SmallCorrection.objects.earliest("pk").pk}, None) == 2
    with pytest.raises(ProjectPage.DoesNotExist):
        page("nb")
    found = {(one.before, one.after) for one in older(source) if one.text.locale == locale("nb")}
    assert found == {("Pipes for two towns", "Pipes, for two towns.")}


def test_a_small_correction_within_a_block_made_anew_brings_its_public_text_along(project: ProjectPage) -> None:
    body = [{"type": "text", "id": "old", "value": "<p>Pipes &amp; wells for towns</p>"}]
    change(project, body=ProjectPage.body.field.to_python(body))
    translated(ProjectPage.objects.get(pk=project.pk), "nb")
    body = [{"type": "text", "id": "new", "value": "<p>Pipes &amp; wells for towns.</p>"}]
    change(project, body=ProjectPage.body.field.to_python(body))
    source = TranslationSource.objects.get(object_id=project.translation_key)
    assert declare(source, in_language(source, "nb"), None) == 1
    assert "nb: Pipes &amp; wells for towns" in str(page("nb").body)
    take_back(source, {SmallCorrection.objects.get().pk}, None)
    with pytest.raises(ProjectPage.DoesNotExist):
        page("nb")


def test_nothing_is_said_of_a_page_that_somebody_else_has_locked(
    project: ProjectPage, source: TranslationSource
) -> None:
    ProjectPage.objects.filter(pk=project.pk).update(
        locked=True, locked_by=member_of("Editors: English", name="other"), locked_at=timezone.now()
    )
    changes = reverse("source_changes", args=[source.pk])
    answer = signed_in(member_of("Communications staff")).post(
        changes, {"text": in_language(source, "nb")}, follow=True
    )
    assert "is locked by" in said(answer)
    assert not SmallCorrection.objects.exists()


def test_after_a_year_it_stands(source: TranslationSource) -> None:
    declare(source, in_language(source, "nb"), member_of("Communications staff"))
    SmallCorrection.objects.update(said_at=timezone.now() - timedelta(days=366))
    assert not declared(source)


def test_staff_say_so_in_the_administration_and_take_it_back(source: TranslationSource) -> None:
    staff = signed_in(member_of("Communications staff"))
    changes = reverse("source_changes", args=[source.pk])
    shown = staff.get(changes).content.decode()
    assert "Pipes for two towns<ins>.</ins>" in shown
    assert "1 translation stays as it is." in said(
        staff.post(changes, {"text": in_language(source, "pl")}, follow=True)
    )
    assert page("pl")
    taken = staff.post(changes, {"correction": [SmallCorrection.objects.get().pk]}, follow=True)
    assert "1 small correction was taken back." in said(taken)
    assert "Choose at least one text." in said(staff.post(changes, {"text": ["٣", "x", "9" * 99]}, follow=True))


def test_translators_of_another_language_may_not(source: TranslationSource) -> None:
    changes = reverse("source_changes", args=[source.pk])
    answer = signed_in(member_of("Translators: Norwegian Bokmål")).post(changes, {"text": in_language(source, "nb")})
    assert answer.status_code in (HTTPStatus.FORBIDDEN, HTTPStatus.FOUND)
    assert not SmallCorrection.objects.exists()


def test_who_publishes_is_told_which_translations_are_older_now(
    project: ProjectPage, source: TranslationSource, rf: RequestFactory
) -> None:
    request = rf.post("/")
    request.user, request.session = member_of("Communications staff"), SessionStore()
    request._messages = FallbackStorage(request)
    say_what_became_older(request, ProjectPage.objects.get(pk=project.pk))
    assert "Translations into 2 languages are older than this page now." in str(next(iter(request._messages)))


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("a b", "a c", "a <del>b</del><ins>c</ins>"),
        ("5 &lt; 6", "5 &lt; 7", "5 &lt; <del>6</del><ins>7</ins>"),
        ("<b>all</b> of it", "<b>all</b>", "all<del> of it</del>"),
    ],
)
def test_the_words_that_went_and_came_are_marked(before: str, after: str, marked: str) -> None:
    assert difference(before, after) == marked
