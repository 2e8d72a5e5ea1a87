"""Each type of work is told whole: its view, list, front page, feed, table, project, search, schema.org, citation."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils.translation import override

from cms.passages import Passage
from cms.presenting import About, presenter_of
from projects.lists.types import list_types
from projects.models import LibraryPage, index_pages
from projects.models.library import PartOfProject
from projects.works.contents import Contents
from projects.works.work import WorkPresenter, WorkView, work_presenter
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import PAGE_FACTORIES, ProjectPageFactory, index
from tests.reading import fetched, read

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parent / "golden"
TYPES = {model.facet_type: model for model in apps.get_models() if issubclass(model, LibraryPage)}
LISTED = [model.facet_type for model in index_pages()]
PARTS = [model.facet_type for model in PartOfProject.__subclasses__()]
# What differs from one run to the next: numbers of rows, times, keys, names of stored files.
# What programs alone are told of a handbook is left out, and the blocks of a section, which its text and margin have.
OF_THIS_RUN: dict[type, set[str]] = {
    About: {"number", "published_at", "changed_at"},
    Contents: {"publisher", "key", "languages"},
    Passage: {"children"},
}
_FLEETING = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|(?<=/documents/)\d+/[^/]+$|(?<=/id/)\d+"
    r"|(?<=/pictures/)\d+"
)


def plain(value: Any) -> Any:
    """Return a value of a view as JSON has it; a row of the database by its kind alone."""
    if isinstance(value, Model):
        return f"({value._meta.model_name})"
    if dataclasses.is_dataclass(value):
        names = {field.name for field in dataclasses.fields(value)} - OF_THIS_RUN.get(type(value), set())
        return {name: plain(getattr(value, name)) for name in names if name != "id"}
    if isinstance(value, dict):
        named = [("…" if isinstance(name, int) else plain(name), inner) for name, inner in value.items()]
        return {name: plain(inner) for name, inner in named if name != "id"}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(inner) for inner in value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, UUID | str):
        return _FLEETING.sub("…", str(value))
    if isinstance(value, date):
        return value.isoformat()
    return value.block_type if hasattr(value, "block_type") else value


@pytest.mark.parametrize("name", TYPES)
def test_the_view_of_a_complete_work_is_as_it_was_agreed(name: str, request: pytest.FixtureRequest) -> None:
    """`pytest --write-golden` writes the files anew; their difference is what to look at."""
    page = EVERY_PAGE[name]()
    view = work_presenter(page).view(page, "en")
    told = json.dumps(plain(view), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    golden = GOLDEN / f"{name}.json"
    if request.config.getoption("--write-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def values_of(value: Any) -> list[Any]:
    """Return a view's values, those inside others too."""
    if dataclasses.is_dataclass(value):
        return [inner for field in dataclasses.fields(value) for inner in values_of(getattr(value, field.name))]
    if isinstance(value, dict):
        return [inner for one in value.values() for inner in values_of(one)]
    if isinstance(value, list | tuple | frozenset):
        return [inner for one in value for inner in values_of(one)]
    return [value]


@pytest.mark.parametrize("name", TYPES)
def test_a_view_has_values_and_no_markup(name: str) -> None:
    page = EVERY_PAGE[name]()
    texts = [value for value in values_of(work_presenter(page).view(page, "en")) if isinstance(value, str)]
    assert texts
    assert not [value for value in values_of(work_presenter(page).view(page, "en")) if isinstance(value, LibraryPage)]
    assert not [text for text in texts if hasattr(text, "__html__") or re.search(r"</?\w+>|\xa0", text)]


def test_no_type_is_without_its_presenter() -> None:
    for name, model in TYPES.items():
        presenter = presenter_of(model)
        assert isinstance(presenter, WorkPresenter), name
        assert presenter.facet_type == name
        in_languages = []
        for code, _language in settings.LANGUAGES:
            with override(code):
                in_languages.append(str(presenter.name))
        assert len(set(in_languages)) > 1, f"{name} is called alike in all languages: {in_languages[0]}"


def test_no_list_is_without_its_type_and_no_part_of_a_project_without_its_place_there() -> None:
    assert set(list_types()) == set(LISTED)
    assert [name for name in PARTS if list_types()[name].relative is None] == []
    assert {name for name, one in list_types().items() if one.relative is not None} == set(PARTS)


def test_no_two_kinds_have_one_value() -> None:
    kinds = [value for model in TYPES.values() for value in presenter_of(model).kinds]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("name", LISTED)
def test_a_work_stands_in_its_list_as_page_table_and_feed(name: str) -> None:
    page = EVERY_PAGE[name]()
    address = page.get_parent().specific.url_path
    (row,) = [
        one
        for one in csv.DictReader(io.StringIO(fetched(f"{address}?format=csv").lstrip("\ufeff")))
        if one["Title"] == page.title
    ]
    assert row["Address"].endswith(page.url_path)
    assert page.title in fetched(f"{address}?format=atom")
    listed = read(address)
    assert page.title in listed.main.get_text()
    assert page.title in json.dumps([json.loads(one.get_text()) for one in listed.select("script[type$='ld+json']")])


@pytest.mark.parametrize("name", [name for name in LISTED if list_types()[name].on_front])
def test_a_work_stands_on_the_front_page_with_what_there_is_of_its_type(name: str) -> None:
    front = home()
    listed = index(name, front)
    listed.show_in_menus = True
    listed.save()
    PAGE_FACTORIES[name](parent=listed, title="Only one of its type")
    shown = read(front.url_path).main
    assert "Only one of its type" in shown.get_text()
    assert f"1 {list_types()[name].after_number % 1}" in " ".join(shown.get_text().split())


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_a_project_stands_on_its_page_and_follows_its_facets(name: str) -> None:
    project = ProjectPageFactory(parent=index("project", home()), title="The whole")
    part = PAGE_FACTORIES[name](parent=index(name, home()), title="A part of it", project=project)
    assert part.title in read(project.url_path).main.get_text()
    assert project.title in read(part.url_path).main.get_text()
    assert part.counted_facets()["project"] == (str(project.translation_key),)


@pytest.mark.parametrize("name", TYPES)
def test_a_work_is_found_described_and_cited(name: str) -> None:
    page = EVERY_PAGE[name]()
    content = page.search_content()
    assert [section.anchor for section in content.sections if section.anchor]
    assert page.counted_facets()["type"] == (name,)
    described = [json.loads(one.get_text()) for one in read(page.url_path).select("script[type$='ld+json']")]
    (work,) = [one for one in described if one["@type"] != "BreadcrumbList"]
    assert (work["name"], work["url"]) == (page.title, settings.SITE_URL + page.url_path)
    assert page.title in fetched(f"/en/cite/{page.pk}.bib")
    assert f"TI  - {page.title}" in fetched(f"/en/cite/{page.pk}.ris")
    view = work_presenter(page).view(page, "en")
    assert isinstance(view, WorkView)
    assert work_presenter(page).citation(view).title == page.title


@pytest.mark.parametrize("name", TYPES)
def test_no_heading_can_take_the_anchor_of_what_stands_beside_the_text(name: str) -> None:
    page = EVERY_PAGE[name]()
    body = page._meta.get_field("body").stream_block
    beside = {one["id"] for one in read(page.url_path).select("main [id], main[id]")}
    of_the_text = {child.value["anchor"] for child in page.body if child.block_type == "heading"}
    of_dates = {one for one in beside if one.startswith("event-")}
    assert "cite-this-page" in beside
    assert beside - of_the_text - of_dates <= body.reserved_anchors()


@pytest.mark.parametrize("name", TYPES)
def test_a_work_reads_its_text_once_for_a_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = EVERY_PAGE[name]()
    model = type(page)
    read_times: list[int] = []
    plainly = model.passages

    def counted(self: Any, *body: Any) -> Any:
        read_times.append(self.pk)
        return plainly(self, *body)

    monkeypatch.setattr(model, "passages", counted)
    assert BeautifulSoup(fetched(page.url_path), "html.parser").main is not None
    assert read_times == [page.pk]
