"""A translator, a reviewer and an administrator at work on one page, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from wagtail.models import Page as WagtailPage
from wagtail_localize.models import StringTranslation, Translation

from tests.editing import edit_address
from tests.editing import signed_in as administrator
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of
from tests.translation.conftest import signed_in as session_of
from translation.groups import reviewers, translators
from translation.models import LanguageRight, RequiredReview

TabOf = Callable[[Client], Page]


@pytest.fixture
def translation(transactional_db: None) -> Translation:
    """A translation into Norwegian that waits to be written."""
    home("nb")
    shelf = index("project", home())
    translated(shelf, "nb")
    return submitted(ProjectPageFactory(parent=shelf, title="Clean water", summary="Pipes"), "nb")


def test_a_text_that_is_refused_says_who_locked_the_page(tab_of: TabOf, translation: Translation) -> None:
    page = translation.get_target_instance()
    tab = tab_of(session_of(member_of(translators("nb"), name="writer")))
    tab.goto(edit_address(page))
    tab.locator(".desk-tgt").first.click()
    expect(tab.locator("textarea.desk-written")).to_be_focused()
    editor = member_of(reviewers("nb"), name="editor")
    WagtailPage.objects.filter(pk=page.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())
    tab.locator("textarea.desk-written").fill("Rent vann")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".desk-problem").first).to_contain_text("is locked by editor (since")
    expect(tab.locator("textarea.desk-written")).to_have_value("Rent vann")
    assert not StringTranslation.objects.filter(data="Rent vann").exists()


def test_one_writes_another_approves_and_it_is_published(tab_of: TabOf, translation: Translation) -> None:
    RequiredReview.objects.create(locale=locale("nb"))
    writer = member_of(translators("nb"), name="writer")
    translate(translation)
    StringTranslation.objects.filter(locale=locale("nb")).update(last_translated_by=writer)
    page = translation.get_target_instance()
    tab = tab_of(session_of(writer))
    tab.goto(edit_address(page))
    tab.get_by_role("button", name="Publish in Norwegian Bokmål").click()
    expect(tab.locator(".messages")).to_contain_text("wait for their review")
    other = tab_of(session_of(member_of(reviewers("nb"), name="reviewer")))
    other.goto(edit_address(page))
    other.locator(".messages").get_by_role("link", name="Review").click()
    expect(other.locator("table.listing")).to_contain_text("nb: Pipes")
    other.get_by_role("button", name="I have read all of them").click()
    expect(other.locator(".messages")).to_contain_text("are reviewed")
    tab.reload()
    tab.get_by_role("button", name="Publish in Norwegian Bokmål").click()
    expect(tab.locator(".messages")).to_contain_text("is published in Norwegian Bokmål")


def test_the_original_is_read_from_the_editor(tab_of: TabOf, translation: Translation) -> None:
    tab = tab_of(session_of(member_of(translators("nb"), name="writer")))
    tab.goto(edit_address(translation.get_target_instance()))
    tab.get_by_role("link", name="Read the original").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Clean water")
    expect(tab.frame_locator("iframe").locator("h1")).to_have_text("Clean water")
    tab.get_by_role("link", name="Back to the translation").click()
    expect(tab.locator("#editor")).to_be_visible()


def test_an_administrator_gives_a_right_by_language(tab_of: TabOf, translation: Translation) -> None:
    group = Group.objects.get(name=translators("nb"))
    tab = tab_of(administrator())
    tab.goto(reverse("wagtailusers_groups:edit", args=[group.pk]))
    tab.get_by_label("Review pages: Norwegian Bokmål").check()
    tab.get_by_role("button", name="Save").click()
    expect(tab.locator(".messages")).to_contain_text("updated")
    rights = LanguageRight.objects.filter(group=group, locale=locale("nb")).values_list("right", flat=True)
    assert set(rights) == {"review_pages", "translate_vocabularies", "publish_vocabularies"}
