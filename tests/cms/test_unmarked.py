"""What Wagtail and localize say in English only is said in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import wagtail
import wagtail_localize
from bs4 import BeautifulSoup, NavigableString
from django.contrib.auth.models import Group
from django.template import Engine
from django.template.base import Lexer, TokenType
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs
from django.utils import translation
from wagtail.models import Collection, Page
from wagtail.sites.views import IndexView

from cms.templatetags.administration import contents_of
from cms.unmarked import TEMPLATES, Loader
from tests.editing import signed_in
from translation.groups import ADMINISTRATORS

PACKAGES = [Path(wagtail.__path__[0]), Path(wagtail_localize.__path__[0])]
ROWS = [(name, english, marked) for name, rows in TEMPLATES.items() for english, marked in rows]


def is_installed(path: Path) -> bool:
    """Tell whether a file or folder is one of the packages, not ours."""
    return path.exists() and any(package in path.parents for package in PACKAGES)


@pytest.mark.parametrize(("name", "english", "marked"), ROWS)
def test_an_installed_template_says_what_is_marked_in_it(name: str, english: str, marked: str) -> None:
    loader = Loader(Engine.get_default())
    origin = next(one for one in loader.get_template_sources(name) if is_installed(Path(one.name)))
    assert english in Path(origin.name).read_text(encoding="utf-8"), "the package says something else by now"
    assert marked in loader.get_contents(origin)


@pytest.mark.parametrize(("value", "said"), [(True, "Tak"), (False, "Nie"), (None, "Nieznany")])
def test_a_tick_in_a_list_is_read_aloud_in_the_readers_language(value: bool | None, said: str) -> None:
    with translation.override("pl"):
        cell = get_template("wagtailadmin/tables/boolean_cell.html").render({"value": value, "column": {}})
    assert BeautifulSoup(cell, "html.parser").get_text().strip() == said


def test_the_list_of_sites_names_its_columns() -> None:
    with translation.override("bg"):
        assert [str(column.label) for column in IndexView.columns][1:4] == ["Порт", "Име на сайта", "Главна страница"]


@pytest.mark.parametrize(
    ("language", "pages", "others", "said"),
    [
        ("en", 1, 0, "1 page"),
        ("en", 52, 439, "52 pages, 439 other entries"),
        ("pl", 52, 1, "52 strony, 1 inny wpis"),
        ("ro", 21, 22, "21 de pagini, 22 de alte intrări"),
    ],
)
def test_what_there_is_in_a_language_is_counted_in_the_readers_language(
    language: str, pages: int, others: int, said: str
) -> None:
    with translation.override(language):
        assert contents_of(SimpleNamespace(num_pages=pages, num_others=others)) == said


@pytest.mark.django_db
def test_the_form_of_a_group_names_its_rights_and_itself_in_the_readers_language() -> None:
    group = Group.objects.get(name=ADMINISTRATORS)
    answer = signed_in(language="bg").get(f"/admin/groups/edit/{group.pk}/")
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.select_one("#id_name")["value"] == "Администратори"
    labels = [label.get_text(" ", strip=True) for label in soup.select("form label")]
    assert "Може да публикува" in labels
    assert [label for label in labels if label.startswith(("Can ", "Add", "Wagtail "))] == []


@pytest.mark.django_db
def test_the_root_of_the_pages_and_of_the_collections_has_a_name_in_the_readers_language() -> None:
    with translation.override("bg"):
        assert Page.get_first_root_node().get_admin_display_title() == "Основно ниво"
        assert str(Collection.get_first_root_node()) == "Основно ниво"


@pytest.mark.django_db
def test_who_deletes_many_pages_is_asked_again_in_their_language() -> None:
    page = Page.objects.get(depth=2)
    sent = {"confirm_site_name": "Vademekum"}
    answer = signed_in(language="nb").post(f"/admin/pages/{page.pk}/delete/", sent, follow=True)
    assert "Skriv «Vademecum» for å bekrefte." in answer.content.decode()
    assert Page.objects.filter(pk=page.pk).exists()


# What nobody meets, or what is the same in every language.
SAME = {
    ("wagtailadmin/logo.html", "Wagtail"),  # a name; our own sign stands in its place
    ("wagtailadmin/skeleton.html", "- Wagtail"),  # a name; ours stands in its place
    ("wagtailsearch/search_results.html", "Search Results"),  # an example for a site of one's own
    ("wagtailsearch/search_results.html", "Search"),
}
SAID = re.compile(r"\b[A-Z][a-z]{2,}")  # else names of classes and icons
READ_ALOUD = ("alt", "aria-label", "placeholder", "title")


def texts_of(contents: str) -> Iterator[str]:
    """Yield what a template says without marking it for translation."""
    kept, skipped = [], False
    for token in Lexer(contents).tokenize():
        word = token.contents.split(" ")[0] if token.token_type == TokenType.BLOCK else ""
        if word in ("blocktrans", "blocktranslate", "comment"):
            skipped = True
        elif word in ("endblocktrans", "endblocktranslate", "endcomment"):
            skipped = False
        elif token.token_type == TokenType.TEXT and not skipped:
            kept.append(token.contents)
    soup = BeautifulSoup("".join(kept), "html.parser")
    for unread in soup(["script", "style", "svg"]):
        if unread.name != "svg" or not unread.get("aria-label"):
            unread.decompose()
    for element in soup(True):
        names = (*READ_ALOUD, "value") if element.get("type") == "submit" else READ_ALOUD
        yield from (str(element[name]) for name in names if element.get(name))
    yield from (str(text) for text in soup.find_all(string=True) if type(text) is NavigableString)


def test_no_installed_template_of_the_administration_says_english_that_nothing_marks() -> None:
    found = set()
    for folder in filter(is_installed, map(Path, get_app_template_dirs("templates"))):
        for path in folder.rglob("*.html"):
            name, contents = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
            for english, marked in TEMPLATES.get(name, ()):
                contents = contents.replace(english, marked)
            found |= {(name, text.strip()) for text in texts_of(contents) if SAID.search(text)}
    assert found == SAME
