"""What Wagtail and localize say in English only is said in the reader's language."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.template.loader import get_template
from django.utils import translation
from wagtail.models import Collection, Page
from wagtail.sites.views import IndexView

from cms.templatetags.administration import contents_of
from cms.unmarked import TEMPLATES
from tests.editing import signed_in
from translation.groups import ADMINISTRATORS

ROWS = [(name, english, marked) for name, rows in TEMPLATES.items() for english, marked in rows]


@pytest.mark.parametrize(("name", "english", "marked"), ROWS)
def test_an_installed_template_says_what_is_marked_in_it(name: str, english: str, marked: str) -> None:
    template = get_template(name)
    assert english in Path(template.origin.name).read_text(encoding="utf-8"), "the package says something else by now"
    assert marked in template.template.source


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
    answer = signed_in(language="bg").get(f"/admin/groups/{group.pk}/")
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
