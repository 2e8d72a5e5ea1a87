"""The guide inside the administration: whole in every language, in the words of its screens, one click away."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import polib
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import User
from django.utils import translation
from wagtail.log_actions import log

from cms.catalogues import catalogue_path
from cms.guide import CHAPTERS, PICTURES, TEXTS, WORD, picture_of, texts, with_words, word
from cms.supplements import said
from tests.editing import signed_in
from tests.factories.home import home

LANGUAGES = [code for code, _name in settings.LANGUAGES]
HEAVIEST = 40_000  # bytes of a picture
OTHERS = [code for code in LANGUAGES if code != settings.LANGUAGE_CODE]


def words_of(language: str) -> list[list[list[str]]]:
    """Return the words of the screen in each step of each chapter; a sentence may need another order of them."""
    return [[sorted(WORD.findall(step["text"])) for step in texts(language)[name]["steps"]] for name in CHAPTERS]


@pytest.mark.parametrize("language", OTHERS)
def test_a_guide_has_the_steps_the_words_and_the_pictures_of_every_other(language: str) -> None:
    assert (TEXTS / f"{language}.yaml").exists()
    assert words_of(language) == words_of("en")
    for name in CHAPTERS:
        own, english = texts(language)[name]["steps"], texts("en")[name]["steps"]
        assert [step.get("picture") for step in own] == [step.get("picture") for step in english]
        assert all(mine["text"] != theirs["text"] for mine, theirs in zip(own, english, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_is_of_the_languages_own_screen_and_light(language: str) -> None:
    names = {step["picture"] for chapter in CHAPTERS for step in texts(language)[chapter]["steps"] if "picture" in step}
    assert {path.stem for path in (PICTURES / language).iterdir()} == names
    assert max(path.stat().st_size for path in (PICTURES / language).iterdir()) < HEAVIEST
    with translation.override(language):
        assert all(f"/{language}/" in picture_of(name) for name in names)


@pytest.mark.parametrize("message", sorted({word for steps in words_of("en") for step in steps for word in step}))
def test_a_word_of_the_guide_is_a_message_of_the_screen(message: str) -> None:
    ours = {entry.msgid for entry in polib.pofile(str(catalogue_path("en")))}
    assert message in ours | {singular for _context, singular in said("django")}


@pytest.mark.parametrize("language", OTHERS)
def test_the_words_are_said_in_the_readers_language(language: str) -> None:
    english = {"Publish", "Save Draft", "Translate this page"}
    with translation.override(language):
        assert {word(message) for message in english}.isdisjoint(english)


def test_a_text_is_escaped_around_its_words() -> None:
    with translation.override("pl"):
        assert with_words("<i> & [[Publish]], [[Publish in %(language)s]]") == (
            "&lt;i&gt; &amp; <b>Opublikuj</b>, <b>Opublikuj (język: …)</b>"
        )


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_a_page_of_the_administration(language: str, chapter: str) -> None:
    answer = signed_in(language=language).get(f"/admin/guide/{chapter}/")
    soup = BeautifulSoup(answer.content, "html.parser")
    with translation.override(language):
        assert soup.select_one("h1").get_text(" ", strip=True).endswith(str(CHAPTERS[chapter]))
    assert len(soup.select(".guide__steps > li")) == len(texts(language)[chapter]["steps"])
    assert "[[" not in soup.select_one("main").get_text()


@pytest.mark.django_db
def test_the_help_menu_leads_to_the_guide_and_to_no_english_one() -> None:
    page = signed_in(language="lv").get("/admin/").content.decode()
    sidebar = json.loads(BeautifulSoup(page, "html.parser").find(id="wagtail-sidebar-props").get_text())
    assert "Jūsu pirmā publikācija" in json.dumps(sidebar, ensure_ascii=False)
    assert "guide.wagtail.org" not in page
    assert page.count("/admin/guide/translation/") > 1, "in the menu and on the first page"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "chapter"),
    [("/admin/pages/{home}/", "publication"), ("/admin/translations/mine/", "translation")],
)
def test_an_empty_list_leads_to_the_guide(address: str, chapter: str) -> None:
    browser, link = signed_in(), f'main a[href="/admin/guide/{chapter}/"]'
    empty: Any = BeautifulSoup(browser.get(address.format(home=home().pk)).content, "html.parser")
    assert len(empty.select(link)) == 1
    searched: Any = BeautifulSoup(browser.get(address.format(home=home().pk), {"q": "x"}).content, "html.parser")
    assert not searched.select(link) or chapter == "translation"


@pytest.mark.django_db
def test_the_guide_begins_with_its_first_chapter() -> None:
    answer = signed_in().get("/admin/guide/", follow=True)
    assert answer.redirect_chain == [("/admin/guide/publication/", HTTPStatus.FOUND)]
    assert answer.status_code == HTTPStatus.OK


@pytest.mark.django_db
def test_there_is_no_other_chapter() -> None:
    assert signed_in().get("/admin/guide/nothing/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.django_db
def test_the_first_page_leads_who_is_new_to_the_guide_and_nobody_else() -> None:
    def offered() -> list[str]:
        soup = BeautifulSoup(browser.get("/admin/").content, "html.parser")
        return [link.get_text(strip=True) for link in soup.select(".guide-panel a")]

    browser = signed_in(language="ro")
    assert offered() == ["Prima dumneavoastră publicare", "Prima dumneavoastră traducere"]
    log(home(), "wagtail.edit", user=User.objects.get(username="admin"))
    assert offered() == []
