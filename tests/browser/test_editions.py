"""What is public in a language was written or translated in it: what translators and staff meet on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect
from wagtail.users.models import UserProfile

from projects.models import ProjectIndexPage, ProjectPage
from tests.browser.actions import action
from tests.editing import edit_address, signed_in
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of
from tests.translation.conftest import signed_in as session_of


@dataclass(frozen=True)
class Said:
    """What the administration says in a language, and what somebody writes in it."""

    translators: str
    not_whole: str
    question: str
    is_adapted: str
    mark: str
    written: str
    replaced: str
    in_step: str
    in_english: str
    other_language: str


SAID = {
    "pl": Said(
        translators="Translators: Polish",
        not_whole="nie są przetłumaczone",
        question="Utworzyć wydanie zaadaptowane?",
        is_adapted="To jest teraz wydanie zaadaptowane. Czytelnicy to widzą.",
        mark="wydanie zaadaptowane",
        written="Rury dla dwóch miast",
        replaced="Podążać znów za źródłem?",
        in_step="Opublikowana treść na razie się nie zmieniła.",
        in_english="w innym języku (angielski)",
        other_language="nie może leżeć pod stroną „pl: Projects” (język: polski)",
    ),
    "bg": Said(
        translators="Translators: Bulgarian",
        not_whole="не са преведени",
        question="Да стане ли адаптирано издание?",
        is_adapted="Това вече е адаптирано издание. Читателите го виждат.",
        mark="адаптирано издание",
        written="Тръби за два града",
        replaced="Да следва ли отново източника?",
        in_step="Публикуваното още не е променено.",
        in_english="е на английски",
        other_language="не може да стои под „bg: Projects“, която е на български",
    ),
    "nb": Said(
        translators="Translators: Norwegian Bokmål",
        not_whole="er ikke oversatt",
        question="Gjøre dette til en tilpasset utgave?",
        is_adapted="Dette er nå en tilpasset utgave. Leserne får vite det.",
        mark="tilpasset utgave",
        written="Rør til to byer",
        replaced="Følge kilden igjen?",
        in_step="Ingenting offentlig er endret ennå.",
        in_english="er på engelsk",
        other_language="kan ikke ligge under «nb: Projects», som er på norsk bokmål",
    ),
}
STOP, PUBLISH_TRANSLATION = "footer form[action*='/disable/'] button", "footer form[action*='/translations/'] button"
RESTART, PUBLISH = "footer [name=localize-restart-translation]", "footer [name=action-publish]"


@pytest.fixture
def project(language: str) -> ProjectPage:
    """A public project in English, whose list stands in another language too."""
    home(language)
    shelf = index("project", home())
    translated(shelf, language)
    page: ProjectPage = ProjectPageFactory(parent=shelf, title="Clean water", summary="Pipes for two towns")
    return page


@pytest.mark.parametrize("language", SAID)
def test_a_translator_makes_an_edition_of_a_whole_translation_only_and_sees_what_following_again_replaces(
    tab_of: Callable[[Client], Page], project: ProjectPage, language: str
) -> None:
    said = SAID[language]
    translation = submitted(project, language)
    page = translation.get_target_instance()
    translator = member_of(said.translators)
    UserProfile.objects.filter(user=translator).update(preferred_language=language)
    tab = tab_of(session_of(translator))
    messages = tab.locator(".messages")

    tab.goto(edit_address(page))
    for refused in (STOP, PUBLISH_TRANSLATION):
        action(tab, refused)
        expect(messages).to_contain_text(said.not_whole)
        expect(messages).to_contain_text("Clean water")
    assert not ProjectPage.objects.get(pk=page.pk).live

    translate(translation)
    action(tab, STOP)
    expect(tab.locator("h1")).to_contain_text(said.question)
    with tab.expect_navigation():
        tab.locator("main [type=submit]").click()
    expect(messages).to_contain_text(said.is_adapted)
    tab.locator("#id_summary").fill(said.written)
    action(tab, PUBLISH)
    address = ProjectPage.objects.live().get(pk=page.pk).url_path
    tab.goto(address)
    expect(tab.locator(".editions li", has=tab.locator("b"))).to_contain_text(said.mark)
    expect(tab.locator("main")).to_contain_text(said.written)

    tab.goto(edit_address(page))
    action(tab, RESTART)
    expect(tab.locator("h1")).to_contain_text(said.replaced)
    (row,) = tab.locator("main tbody tr").all()
    expect(row).to_contain_text(said.written)
    expect(row).to_contain_text(f"{language}: Pipes for two towns")
    with tab.expect_navigation():
        tab.locator("main [type=submit]").click()
    expect(messages).to_contain_text(said.in_step)
    assert ProjectPage.objects.live().get(pk=page.pk).summary == said.written
    action(tab, PUBLISH_TRANSLATION)
    tab.goto(address)
    expect(tab.locator("main")).to_contain_text(f"{language}: Pipes for two towns")
    assert said.written in [revision.content["summary"] for revision in page.revisions.all()]


@pytest.mark.parametrize("language", SAID)
def test_no_copy_brings_words_of_another_language_before_readers(
    tab_of: Callable[[Client], Page], project: ProjectPage, language: str
) -> None:
    said = SAID[language]
    draft = submitted(project, language).get_target_instance()
    shelf = ProjectIndexPage.objects.get(translation_key=index("project", home()).translation_key, locale=draft.locale)
    tab = tab_of(signed_in(language=language))
    messages = tab.locator(".messages")

    tab.goto(reverse("wagtailadmin_pages:copy", args=[draft.pk]))
    tab.locator("#id_new_slug").fill("copy")
    with tab.expect_navigation():
        tab.locator("main form [type=submit]").click()
    tab.goto(edit_address(ProjectPage.objects.get(slug="copy")))
    tab.locator("#id_title").fill(said.written)
    action(tab, PUBLISH)
    expect(messages).to_contain_text(said.in_english)
    expect(tab.locator("#id_title")).to_have_value(said.written)

    tab.goto(reverse("wagtailadmin_pages:copy", args=[project.pk]))
    tab.locator("#id_new_slug").fill("copy-of-the-source")
    tab.locator("#id_publish_copies").check()
    tab.locator("#id_new_parent_page").evaluate("(field, value) => { field.value = value; }", str(shelf.pk))
    with tab.expect_navigation():
        tab.locator("main form [type=submit]").click()
    expect(messages).to_contain_text(said.other_language)
    assert not ProjectPage.objects.live().filter(locale=locale(language)).exists()
    assert not ProjectPage.objects.filter(slug="copy-of-the-source").exists()
