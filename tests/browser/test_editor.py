"""A page translated in its editor by hand and by keys, two people at once, and the source changing meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.crypto import get_random_string
from playwright.sync_api import Page, expect
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation

from projects.models import ProjectPage
from tests.browser.actions import accessibility_faults
from tests.browser.crawling import TELEPHONE
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of
from tests.translation.conftest import signed_in as session_of
from translation.groups import translators

TabOf = Callable[[Client], Page]
WORDS = ["Rent vann", "Rør til to byer", "Mål", "Vann til ⟨b⟩alle⟨/b⟩."]


@pytest.fixture
def project(transactional_db: None) -> ProjectPage:
    """A project that is to be translated into Norwegian."""
    home("nb")
    shelf = index("project", home())
    translated(shelf, "nb")
    body = [("heading", {"text": "Aim", "anchor": "aim"}), ("text", "<p>Water for <b>all</b>.</p>")]
    return ProjectPageFactory(parent=shelf, title="Clean water", summary="Pipes for two towns", body=body)


@pytest.fixture
def translation(project: ProjectPage) -> Translation:
    """Its translation, of which nothing is written yet."""
    return submitted(project, "nb")


def opened(tab_of: TabOf, translation: Translation, name: str = "writer", language: str = "en") -> Page:
    """Return the editor in the browser of a translator."""
    writer = member_of(translators("nb"), name=name)
    UserProfile.objects.filter(user=writer).update(preferred_language=language)
    tab = tab_of(session_of(writer))
    tab.goto(reverse("translate", args=[translation.pk]))
    return tab


def written(translation: Translation) -> set[str]:
    """Return what is written and done."""
    of_object = StringTranslation.objects.filter(context__object_id=translation.source.object_id)
    texts = of_object.filter(locale=locale("nb"), has_error=False)
    return set(texts.values_list("data", flat=True))


def test_a_page_is_translated_from_the_keyboard_alone_to_publication(tab_of: TabOf, translation: Translation) -> None:
    tab = opened(tab_of, translation)
    tab.keyboard.press("Alt+ArrowDown")
    field = tab.locator("textarea.desk-written")
    originals = ["Clean water", "Pipes for two towns", "Aim", "Water for ⟨b⟩all⟨/b⟩."]
    for original, words in zip(originals, WORDS, strict=True):
        expect(field).to_be_focused()
        expect(field).to_have_attribute("data-original", original)
        if "⟨b⟩" in words:  # the tag by its key, around what is selected
            tab.keyboard.type("Vann til alle.")
            tab.keyboard.press("ArrowLeft")
            for _letter in "alle":
                tab.keyboard.press("Shift+ArrowLeft")
            tab.keyboard.press("Control+Shift+Digit1")
            expect(field).to_have_value(words)
        else:
            tab.keyboard.type(words)
        tab.keyboard.press("Control+Enter")
    expect(tab.locator("#progress")).to_contain_text("4 translated")
    expect(tab.locator(".desk-seg.is-active")).to_have_count(0)
    publish = tab.get_by_role("button", name="Publish in Norwegian Bokmål")
    publish.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".messages")).to_contain_text("is published in Norwegian Bokmål")
    page = translation.get_target_instance()
    assert (page.live, page.title, page.slug) == (True, "Rent vann", "rent-vann")
    assert "<b>alle</b>" in str(page.body)


def test_what_is_typed_is_kept_by_itself_and_not_published(tab_of: TabOf, translation: Translation) -> None:
    tab = opened(tab_of, translation)
    tab.locator(".desk-tgt").first.click()
    tab.locator("textarea.desk-written").fill("Rent va")
    expect(tab.locator("#saved")).to_contain_text("Saved at")
    assert StringTranslation.objects.get(data="Rent va").has_error
    expect(tab.locator(".desk-seg.is-active .desk-side")).to_contain_text("Draft")
    tab.keyboard.press("Escape")
    expect(tab.locator(".desk-tgt").first).to_have_text("Rent va")
    assert written(translation) == set()


def test_two_write_the_same_text_and_see_both(tab_of: TabOf, translation: Translation) -> None:
    tab = opened(tab_of, translation)
    other = opened(tab_of, translation, name="other")
    for one in (tab, other):
        one.locator(".desk-tgt").first.click()
        expect(one.locator("textarea.desk-written")).to_be_focused()
    other.locator("textarea.desk-written").fill("Reint vatn")
    other.keyboard.press("Control+Enter")
    expect(other.locator("#saved")).to_contain_text("Saved at")
    tab.locator("textarea.desk-written").fill("Rent vann")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".desk-problem").first).to_contain_text("Somebody else has changed this text")
    expect(tab.locator("[data-theirs]")).to_have_text("Reint vatn")
    assert written(translation) == {"Reint vatn"}
    expect(tab.locator("textarea.desk-written")).to_have_value("Rent vann")
    tab.locator("textarea.desk-written").press("Control+Enter")
    expect(tab.locator(".desk-tgt").first).to_have_text("Rent vann")
    assert written(translation) == {"Rent vann"}


def test_a_source_that_has_changed_is_shown_with_what_is_new(
    tab_of: TabOf, translation: Translation, project: ProjectPage
) -> None:
    translate(translation)
    translation.save_target(publish=True)
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    tab = opened(tab_of, translation)
    tab.get_by_role("link", name="Source changed 1").click()
    tab.get_by_role("link", name="Text 3, Summary").click()
    expect(tab.locator(".desk-src ins")).to_have_text("three")
    expect(tab.locator(".desk-was del")).to_have_text("two")
    tab.get_by_role("button", name="Right as it stands").click()
    expect(tab.locator("#progress")).not_to_contain_text("changed")
    assert "nb: Pipes for two towns" in written(translation)


def test_keys_that_are_faster_than_the_server_open_one_text_after_the_other(
    tab_of: TabOf, translation: Translation
) -> None:
    tab = opened(tab_of, translation)
    for _key in range(4):
        tab.keyboard.press("Alt+ArrowDown")
    fourth = tab.locator("[data-text]").nth(3)
    expect(fourth.locator("textarea")).to_be_focused()
    expect(tab.locator(".desk-seg.is-active")).to_have_count(1)


def test_what_is_typed_while_a_text_is_saved_goes_nowhere_unseen(tab_of: TabOf, translation: Translation) -> None:
    tab = opened(tab_of, translation)
    tab.locator(".desk-tgt").first.click()
    tab.locator("textarea.desk-written").fill("Rent vann")
    tab.keyboard.press("Control+Enter")
    tab.keyboard.type("zzz")
    expect(tab.locator(".desk-tgt").first).to_have_text("Rent vann")
    tab.keyboard.press("Escape")
    expect(tab.locator(".desk-seg.is-active")).to_have_count(0)
    tab.locator(".desk-tgt").first.click()
    expect(tab.locator("textarea.desk-written")).to_have_value("Rent vann")


def test_who_was_signed_out_is_told_and_loses_nothing(tab_of: TabOf, translation: Translation) -> None:
    tab = opened(tab_of, translation)
    tab.locator(".desk-tgt").first.click()
    session = tab.context.cookies()
    tab.context.clear_cookies()
    tab.locator("textarea.desk-written").fill("Rent vann")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".desk-problem").first).to_contain_text("you are signed out")
    again = {"csrftoken": get_random_string(32)}  # as signing in sets it
    tab.context.add_cookies(
        [
            {"name": one["name"], "value": again.get(one["name"], one["value"]), "domain": one["domain"], "path": "/"}
            for one in session
        ]
    )
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".desk-tgt").first).to_have_text("Rent vann")
    assert written(translation) == {"Rent vann"}


@pytest.mark.parametrize(("language", "scheme"), [("bg", "light"), ("nb", "dark")])
def test_the_editor_shuts_nobody_out(tab_of: TabOf, translation: Translation, language: str, scheme: str) -> None:
    translate(translation, but=["Aim"])
    tab = opened(tab_of, translation, language=language)
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert accessibility_faults(tab) == []
    tab.locator(".desk-tgt").last.click()
    expect(tab.locator("textarea.desk-written")).to_be_focused()
    for size in (None, TELEPHONE):
        if size:
            tab.set_viewport_size(size)
        assert accessibility_faults(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
