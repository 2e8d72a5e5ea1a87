"""A handbook and its chapters: one number in every language, and the way from one to the next."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from cms.models import LibraryDocument
from projects.models import HandbookChapterPage, HandbookPage, Organisation, Programme, Term
from tests.factories.home import home
from tests.factories.projects import (
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    concept,
    index,
)
from tests.projects.reading import card, read, section, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def original() -> HandbookPage:
    """A Bulgarian handbook of three chapters."""
    handbook: HandbookPage = HandbookPageFactory(parent=index("handbook", home("bg")), title="Наръчник")
    for title in ("Едно", "Две", "Три"):
        HandbookChapterPageFactory(parent=handbook, title=title, slug=title, body=sections("А", "Б"))
    return handbook


@pytest.fixture(autouse=True)
def _any_slug(settings: Any) -> None:
    """Let the chapters be found by their titles."""
    settings.WAGTAIL_ALLOW_UNICODE_SLUGS = True


def sections(*headings: str) -> list[Any]:
    return [
        block
        for heading in headings
        for block in (("heading", {"text": heading, "anchor": f"s{ord(heading)}"}), ("text", f"<p>{heading}.</p>"))
    ]


def chapter(handbook: HandbookPage, title: str) -> HandbookChapterPage:
    return HandbookChapterPage.objects.child_of(handbook).get(title=title)


def translated(handbook: HandbookPage, *titles: tuple[str, str], language: str = "en") -> HandbookPage:
    """Return the handbook in another language with the chapters of some titles (original, translated)."""
    other: HandbookPage = HandbookPageFactory(
        parent=index("handbook", home(language)), translation_of=handbook, title="Handbook"
    )
    for old, new in titles:
        HandbookChapterPageFactory(parent=other, translation_of=chapter(handbook, old), title=new)
    return other


def kind(page: Any) -> str:
    return words(read(page).select_one(".kind"))


def place(page: Any) -> tuple[int, ...]:
    """Return the number of a chapter and of how many, in whatever language it is written."""
    return tuple(map(int, re.findall("[0-9]+", kind(page))))


# --------------------------------------------------------------------------------------- numbers


def test_a_chapter_has_the_number_of_its_original(original: HandbookPage) -> None:
    english = translated(original, ("Три", "Three"), ("Едно", "One"))
    assert place(chapter(english, "Three")) == (3, 3)
    assert place(chapter(english, "One")) == (1, 3)


def test_reordering_the_original_renumbers_every_language(original: HandbookPage) -> None:
    english = translated(original, ("Едно", "One"), ("Две", "Two"), ("Три", "Three"))
    chapter(original, "Три").move(chapter(original, "Едно"), pos="left")
    assert place(chapter(english, "Three")) == (1, 3)
    assert place(chapter(original, "Едно")) == (2, 3)


def test_a_chapter_that_nobody_can_read_has_no_number(original: HandbookPage) -> None:
    chapter(original, "Едно").unpublish()
    assert place(chapter(original, "Две")) == (1, 2)


def test_a_chapter_keeps_its_number_while_a_translation_of_the_one_before_is_public(original: HandbookPage) -> None:
    translated(original, ("Едно", "One"))
    chapter(original, "Едно").unpublish()
    assert place(chapter(original, "Две")) == (2, 3)


def test_sections_are_numbered_within_the_chapter(original: HandbookPage) -> None:
    shown = read(chapter(original, "Две"))
    assert [words(link) for link in shown.select(".contents a")] == ["2.1 А", "2.2 Б"]
    assert [words(number) for number in shown.select(".sec")] == ["2.1", "2.2"]
    assert [link["href"] for link in shown.select("a.anchor")] == [link["href"] for link in shown.select(".contents a")]


# -------------------------------------------------------------------------------------- contents


def test_the_contents_tell_which_chapters_are_not_translated_and_who_has_them(original: HandbookPage) -> None:
    english = translated(original, ("Две", "Two"))
    shown = read(english)
    assert [words(number) for number in shown.select(".toc .no")] == ["1", "2", "3"]
    first = shown.select(".toc > li")[0]
    assert "not translated" in words(first)
    title, link = first.select_one("h3 [lang]"), first.select_one("a")
    assert title is not None
    assert link is not None
    assert (title["lang"], words(title)) == ("bg", "Едно")
    assert (link["lang"], link["href"]) == ("bg", chapter(original, "Едно").url_path)


def test_the_contents_list_the_sections_of_each_chapter(original: HandbookPage) -> None:
    assert words(read(original).select_one(".toc .subs")) == "А · Б"


def test_a_chapter_that_only_a_translation_has_comes_last_without_a_number(original: HandbookPage) -> None:
    english = translated(original, ("Едно", "One"))
    HandbookChapterPageFactory(parent=english, title="An afterword")
    assert words(read(english).select(".toc > li")[-1]) == "An afterword original"
    assert kind(chapter(english, "An afterword")) == "Chapter"


# ------------------------------------------------------------------------------------ neighbours


def test_the_next_chapter_is_the_next_one_in_the_readers_language(original: HandbookPage) -> None:
    english = translated(original, ("Едно", "One"), ("Три", "Three"))
    pager = read(chapter(english, "One")).select_one(".pager")
    assert words(pager) == "Next · Chapter 3 Three"
    assert words(read(chapter(english, "Three")).select_one(".pager")) == "Previous · Chapter 1 One"


# ---------------------------------------------------------------------------------- terms, edition


def test_a_term_is_explained_beside_its_section_with_its_names_in_other_languages(original: HandbookPage) -> None:
    bulgarian = concept(Term, "municipality", "bg", name="община", definition="Основна единица.")
    concept(Term, "municipality", "lv", name="pašvaldība", definition="Pamatvienība.")
    page = HandbookChapterPageFactory(
        parent=translated(original), title="Terms", body=[*sections("A"), ("term", bulgarian)]
    )
    note = section(read(page), "s65").select_one(".note[data-kind=term]")
    assert words(note) == "Term община – Основна единица. lv pašvaldība"
    assert note is not None
    assert [named["lang"] for named in note.select("[lang]")] == ["bg", "bg", "lv"]


def test_what_is_not_known_of_an_edition_is_said(original: HandbookPage) -> None:
    english = translated(original)
    assert card(read(english), "Year") == "not stated"
    assert card(read(english), "Publisher") == "not stated"


def test_the_edition_names_its_publisher_its_project_and_its_languages() -> None:
    project = ProjectPageFactory(parent=index("project", home()), title="Good governance")
    handbook = HandbookPageFactory(
        parent=index("handbook", home()),
        year=2007,
        print_run=1000,
        isbn="978-954-92101-7-0",
        publisher=concept(Organisation, "arm", name="Association"),
        project=project,
    )
    HandbookChapterPageFactory(parent=handbook)
    shown = read(handbook)
    facts = {name: card(shown, name) for name in ("Publisher", "Project", "Year", "ISBN", "Print run", "Languages")}
    assert facts == {
        "Publisher": "Association",
        "Project": "Good governance",
        "Year": "2007",
        "ISBN": "978-954-92101-7-0",
        "Print run": "1,000 copies",
        "Languages": "English",
    }


def test_the_project_is_linked_in_the_language_that_the_reader_reads_best() -> None:
    bulgarian = ProjectPageFactory(parent=index("project", home("bg")), title="Проект")
    english = ProjectPageFactory(parent=index("project", home("en")), title="Project", translation_of=bulgarian)
    handbook = HandbookPageFactory(parent=index("handbook", home("en")), project=bulgarian)
    link = read(handbook).select_one(f'a[href="{english.url_path}"]')
    assert words(link) == "Project"


def test_a_file_is_offered_in_every_language_that_it_has() -> None:
    first = LibraryDocument.objects.create(title="A", language="bg", file="documents/a.pdf", file_size=2_400_000)
    LibraryDocument.objects.create(
        title="B", language="en", file="documents/b.pdf", file_size=900_000, edition_of=first
    )
    handbook = HandbookPageFactory(parent=index("handbook", home()), document=first)
    links = [words(link) for link in read(handbook).select(".actions a[href^='/documents/']")]
    assert links == ["PDF, Български , 2.4 MB", "PDF, 0.9 MB"]


def test_a_withdrawn_chapter_says_so(original: HandbookPage) -> None:
    page = chapter(original, "Едно")
    page.withdrawn_on, page.withdrawal_reason = date(2026, 1, 2), "Остаряла."
    page.save()
    assert "Остаряла." in words(read(page).select_one(".withdrawal"))


def test_chapters_follow_the_facets_of_the_project_and_of_the_handbook() -> None:
    grants = [concept(Programme, key) for key in ("first", "second")]
    project = ProjectPageFactory(parent=index("project", home()), title="Project", programme=grants[0])
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Handbook", project=project)
    chapter = HandbookChapterPageFactory(parent=handbook, title="Chapter")

    def facets() -> set[tuple[str, str]]:
        return set(chapter.facets.values_list("name", "value"))

    assert {("programme", "first"), ("year", "unknown")} <= facets()
    project.programme = grants[1]
    project.save()
    assert ("programme", "second") in facets()
    handbook.year = 2020
    handbook.save()
    assert ("year", "2020") in facets()
