"""What the API asks of the database: few statements, and as many however much there is to tell.

The first statement of each answer asks for the state of the library, by which who has the answer already is told so
with that one alone.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from api.library.items import BLOCKS, FORMATS, HTML, ItemType
from api.library.types import TYPES
from api.references import ITEM_RESOURCES
from tests.api.test_library import OF_FACTORY, of
from tests.factories.complete import EVERY_PAGE, file, picture
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    index,
)
from tests.factories.translation import locale

pytestmark = pytest.mark.django_db

# Of a page with every row and block: the state of the library, its translations (with itself), its pictures, its rows,
# the names of what it refers to, its documents, its project with all that this left behind, where its links lead, the
# files that they lead to; of a handbook and a chapter the contents instead of rows.
DETAILS = {"project": 9, "training": 9, "handbook": 9, "chapter": 7, "bulletin": 8, "page": 5}
MOST_OF_A_DETAIL = 10
# Besides, HTML shows pictures in the sizes that were made.
SIZES_MADE = 1
# The state of the library, the part that is shown and how many there are, its translations; of each type what is told
# of it without its text.
LISTS = {"project": 7, "training": 7, "handbook": 7, "chapter": 5, "bulletin": 6, "page": 3}
LANGUAGES = ("language=en", "language=*", "language=lv&fallback=*")


def asked(address: str) -> list[str]:
    """Return the statements of an answer, asked for a second time."""
    for _time in range(2):
        with CaptureQueriesContext(connection) as captured:
            answer = Client().get(f"/api/v1/{address}")
        assert answer.status_code == HTTPStatus.OK, answer.content
    return [query["sql"] for query in captured.captured_queries]


def leading(page: Any) -> list[tuple[str, Any]]:
    """Return blocks that lead to another page and to a file, in the text and below it, and show one more picture."""
    target, document, image = StandardPageFactory(parent=home(), title=f"Beside {page.pk}"), file(), picture()
    image.contextual_alt_text, image.decorative = "Another square", False
    links = f'<a linktype="page" id="{target.pk}">page</a>, <a linktype="document" id="{document.pk}">file</a>'
    return [
        ("text", f"<p>See the {links}.</p>"),
        ("action", {"label": "Go on", "page": target, "url": ""}),
        ("picture", {"image": image, "caption": ""}),
    ]


def complete(one: ItemType) -> Any:
    """Return a page with every row and every kind of block, its links among them."""
    page = EVERY_PAGE[OF_FACTORY[one.name]]()
    if hasattr(page, "project") and page.project is None:
        page.project = ProjectPageFactory(parent=index("project", home()), title=f"Project of {page.title}")
    return extended(page, leading(page))


def extended(page: Any, blocks: list[tuple[str, Any]]) -> Any:
    """Return a page with further blocks, saved."""
    page.body.extend(blocks)
    page.save()
    return type(page).objects.get(pk=page.pk)


def grow_rows(page: Any) -> None:
    """Give a page more blocks of each kind, and more rows of each relation that it has."""
    for relation in get_all_child_relations(type(page)):
        for row in relation.related_model._default_manager.filter(page=page.pk):
            row.pk, row.translation_key = None, type(row)().translation_key
            if hasattr(row, "amount"):  # the parts of a budget are no more than the whole
                row.amount = 1
            row.save()
    again = [(child.block_type, child.value) for child in page.body if child.block_type not in ("heading", "facts")]
    extended(page, [*again, *leading(page), *leading(page)])


def grow_languages(page: Any) -> None:
    """Give a page translations of all that it says."""
    for language in ("bg", "nb", "pl"):
        above = page.get_parent().specific
        if above.depth == home().depth:
            home(language)
        elif page.facet_type == "chapter":
            index("handbook", home(language))
            in_language(above, language)
        else:
            index(page.facet_type, home(language))
        in_language(page, language)


def in_language(page: Any, language: str) -> None:
    """Give a page a public translation that says the same."""
    copied = page.copy_for_translation(locale(language))
    Page.objects.filter(pk=copied.pk).update(live=True)


def grow_depth(page: Any) -> None:
    """Put more below and beside a page: chapters of its handbook, works of its project."""
    type_name = getattr(page, "facet_type", "page")
    project = page if type_name == "project" else getattr(page, "project", None)
    for number in range(3):
        if type_name in ("handbook", "chapter"):
            handbook = page if type_name == "handbook" else page.get_parent().specific
            HandbookChapterPageFactory(parent=handbook, title=f"Chapter {number}")
        if project:
            for factory, name in ((TrainingPageFactory, "training"), (HandbookPageFactory, "handbook")):
                factory(parent=index(name, home()), title=f"{name} {number}", project=project)
            BulletinPageFactory(parent=index("bulletin", home()), title=f"Issue {number}", project=project)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_an_item_keeps_to_its_budget_however_much_it_says(one: ItemType, form: str) -> None:
    page = complete(one)
    addresses = [f"{of(page)}?format={form}&{language}" for language in LANGUAGES]
    budget = DETAILS[one.name] + (SIZES_MADE if form == HTML else 0)
    assert budget <= MOST_OF_A_DETAIL
    for address in addresses:
        few = asked(address)
        assert len(few) == budget, "\n".join(few)
    grow_depth(page)
    grow_rows(page)
    grow_languages(page)
    for address in addresses:
        many = asked(address)
        assert len(many) == budget, "\n".join(many)


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_a_list_takes_as_many_statements_for_fifty_items_as_for_one(one: ItemType) -> None:
    page = complete(one)
    addresses = [f"{ITEM_RESOURCES[one.name]}?limit=50&{language}" for language in LANGUAGES]
    few = [asked(address) for address in addresses]
    for _time in range(2):
        complete(one)
    grow_languages(page)
    many = [asked(address) for address in addresses]
    assert [len(several) for several in few] == [len(several) for several in many] == [LISTS[one.name]] * 3, many[0]
    with_text = asked(f"{addresses[0]}&format={BLOCKS}")
    assert len(with_text) <= LISTS[one.name] + 3, "\n".join(with_text)


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_an_item_that_did_not_change_takes_one_statement(one: ItemType) -> None:
    address = f"/api/v1/{of(complete(one))}?format=html"
    validator = Client().get(address)["ETag"]
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(address, headers={"if-none-match": validator})
    assert answer.status_code == HTTPStatus.NOT_MODIFIED
    assert len(captured) == 1
