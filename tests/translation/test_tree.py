"""Translations stand where their sources stand."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from projects.models import HandbookChapterPage, HandbookIndexPage, HandbookPage
from tests.factories.home import home
from tests.factories.projects import HandbookChapterPageFactory, HandbookIndexPageFactory, HandbookPageFactory
from tests.factories.translation import locale, submitted, translated
from translation.tree import repair_child_counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(db: None) -> HandbookIndexPage:
    for language in ("nb", "pl"):
        home(language)
    page = HandbookIndexPageFactory(parent=home("en"))
    for language in ("nb", "pl"):
        translated(page, language)
    return page


@pytest.fixture
def handbook(shelf: HandbookIndexPage) -> HandbookPage:
    """A handbook of four chapters, in Norwegian too."""
    book = HandbookPageFactory(parent=shelf, title="Guide")
    translated(book, "nb")
    for title in "ABCD":
        HandbookChapterPageFactory(parent=book, title=title)
    return book


def chapters(book: Page, language: str = "en") -> str:
    """Return the first letters of the source's titles, in the order of a language."""
    parent = Page.objects.get(translation_key=book.translation_key, locale=locale(language))
    titles = dict(HandbookChapterPage.objects.filter(locale=locale("en")).values_list("translation_key", "title"))
    return "".join(titles.get(child.translation_key, "?") for child in parent.get_children())


def chapter(letter: str) -> HandbookChapterPage:
    return HandbookChapterPage.objects.get(title=letter, locale=locale("en"))


def test_chapters_stand_in_the_sources_order_whichever_was_translated_first(handbook: HandbookPage) -> None:
    for letter in "CADB":
        submitted(chapter(letter), "nb")
    assert chapters(handbook, "nb") == "ABCD"


def test_upstream_leaves_translations_in_the_old_order(handbook: HandbookPage, unaccompanied: None) -> None:
    for letter in "ABCD":
        submitted(chapter(letter), "nb")
    chapter("A").move(chapter("D"), pos="right")
    assert chapters(handbook, "nb") == "ABCD"


@pytest.mark.parametrize(
    ("letter", "beside", "side", "order"),
    [("A", "D", "right", "BCDA"), ("D", "A", "left", "DABC"), ("B", "C", "right", "ACBD")],
)
def test_a_chapter_moved_in_the_source_moves_in_every_language(
    handbook: HandbookPage, letter: str, beside: str, side: str, order: str
) -> None:
    for each in "ABCD":
        translated(chapter(each), "nb")
    chapter(letter).move(chapter(beside), pos=side)
    assert (chapters(handbook), chapters(handbook, "nb")) == (order, order)


def test_chapters_that_are_not_translated_yet_leave_the_others_in_order(handbook: HandbookPage) -> None:
    for each in "AD":
        submitted(chapter(each), "nb")
    chapter("A").move(chapter("D"), pos="right")
    assert (chapters(handbook), chapters(handbook, "nb")) == ("BCDA", "DA")


def test_the_order_of_a_translation_changes_nothing_in_its_source(handbook: HandbookPage) -> None:
    for each in "AB":
        submitted(chapter(each), "nb")
    first, second = (chapter(letter).get_translation(locale("nb")) for letter in "AB")
    first.move(second, pos="right")
    assert chapters(handbook) == "ABCD"


def test_a_chapter_moved_to_another_handbook_takes_its_translations_along(
    shelf: HandbookIndexPage, handbook: HandbookPage
) -> None:
    other = HandbookPageFactory(parent=shelf, title="Other")
    translated(other, "nb")
    submitted(chapter("B"), "nb")
    chapter("B").move(other, pos="last-child")
    assert (chapters(other, "nb"), chapters(handbook, "nb")) == ("B", "")


def test_a_translation_stays_where_the_other_handbook_is_not_translated(
    shelf: HandbookIndexPage, handbook: HandbookPage
) -> None:
    other = HandbookPageFactory(parent=shelf, title="Other")
    submitted(chapter("B"), "nb")
    chapter("B").move(other, pos="last-child")
    assert chapters(handbook, "nb") == "B"


def test_a_page_keeps_its_place_in_the_tree_when_it_is_published_after_a_move(handbook: HandbookPage) -> None:
    for each in "BA":
        translated(chapter(each), "nb")
    target = Page.objects.get(translation_key=handbook.translation_key, locale=locale("nb"))
    assert (target.numchild, Page.find_problems()) == (2, ([], [], [], [], []))


def test_children_that_were_not_counted_are_counted(handbook: HandbookPage) -> None:
    Page.objects.filter(pk=handbook.pk).update(numchild=0)
    repair_child_counts([handbook])
    assert Page.objects.get(pk=handbook.pk).numchild == 4
