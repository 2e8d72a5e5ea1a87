"""Bodies for programs: every block as typed data, and the same blocks as HTML and as Markdown."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as site_settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic import TypeAdapter
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction, Page

from cms import correspondence
from cms.bodies import markdown
from cms.bodies.reading import Body, bodies
from cms.bodies.rich_text import Link, tree
from cms.bodies.targets import FileTarget, Known, PageTarget, TellsData
from cms.bodies.types import bodies_of_pages, data_type, data_types, one_of
from cms.presenting import presenter_of
from home.models import StandardPage
from tests.factories.complete import EVERY_PAGE, file, picture, text_blocks
from tests.factories.home import StandardPageFactory, home

BLOCKS = {
    f"{type(body).__name__}.{name}": block for body in bodies_of_pages() for name, block in body.child_blocks.items()
}
SITE = site_settings.SITE_URL
UNTYPED = (Any, dict, list, object)


def inside(told: Any, seen: set[Any]) -> Iterator[Any]:
    """Yield the types that a type is made of, each once."""
    if told in seen:
        return
    seen.add(told)
    yield told
    parts = get_type_hints(told, include_extras=True).values() if dataclasses.is_dataclass(told) else get_args(told)
    for part in parts:
        if get_origin(told) is not Literal and (part is Any or isinstance(part, type) or get_origin(part)):
            yield from inside(part, seen)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_tells_its_data_with_a_type_of_its_own_and_nothing_untyped(name: str) -> None:
    block = BLOCKS[name]
    assert isinstance(block, TellsData)
    told = data_type(block)
    assert dataclasses.is_dataclass(told)
    assert told.__dataclass_params__.frozen
    assert get_type_hints(told)["type"] == Literal[block.name]
    untyped = [one for one in inside(told, set()) if one in UNTYPED or get_origin(one) in UNTYPED]
    assert untyped == []


def test_a_schema_tells_the_blocks_apart_by_their_type() -> None:
    schema = TypeAdapter(one_of(data_types())).json_schema()
    names = {block.name for block in BLOCKS.values()}
    assert set(schema["discriminator"]["mapping"]) == names
    assert not [one for one in schema["$defs"].values() if one.get("additionalProperties") is True]


def body_of(*blocks: tuple[str, object], language: str = "en") -> Body:
    """Return the body of a page of these blocks."""
    page = StandardPageFactory(parent=home(), title="Blocks", body=list(blocks))
    return told(StandardPage.objects.get(pk=page.pk), language)


def told(page: Any, language: str = "en") -> Body:
    """Return the body of a page for a reader of a language."""
    presenter = presenter_of(type(page))
    (body,) = bodies(presenter, presenter.views([page], language))
    return body


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["standard page", "project", "training", "handbook", "chapter", "bulletin"])
def test_every_block_of_a_page_is_there_in_the_editors_order_in_all_three_forms(name: str) -> None:
    page = EVERY_PAGE[name]()
    body = told(page)
    assert [block.type for block in body.blocks] == [child.block_type for child in page.body]
    assert all(dataclasses.is_dataclass(block) for block in body.blocks)
    html, plain = BeautifulSoup(body.html, "html.parser"), body.markdown
    for words in ("The beginning", "Ways and means", "A guide is a promise.", "steady tasks", "Counted again.", "Two"):
        assert words in html.get_text(), words
        assert words in plain, words
    for element in html.select("[href], [src]"):
        address = str(element.get("href") or element.get("src"))
        assert address.startswith(("https://", "http://", "#")), address
    assert not html.select("svg, script, style, [style], .anchor")
    assert html.select_one("h2#ways").get_text() == "Ways and means"
    assert "| Own unit | steady tasks |" in plain
    assert "## Ways and means" in plain


@pytest.mark.django_db
def test_a_project_s_sections_of_facts_say_in_words_what_its_page_says() -> None:
    body = told(EVERY_PAGE["project"]())
    (budget,) = [block for block in body.blocks if getattr(block, "kind", "") == "budget"]
    assert budget.words[0].replace("\xa0", " ") == "€1,489,666.82"
    (events,) = [block for block in body.blocks if getattr(block, "kind", "") == "events"]
    assert "Opening." in events.words[0]
    assert "Opening." in body.html
    assert "Opening." in body.markdown


@pytest.mark.django_db
def test_links_lead_to_key_path_and_address_and_to_nothing_that_is_hidden() -> None:
    there = StandardPageFactory(parent=home(), title="There")
    in_norwegian = StandardPageFactory(parent=home("nb"), title="Der", translation_of=there)
    hidden = StandardPageFactory(parent=home(), title="Hidden", live=False)
    document = file()
    text = (
        f'<p>To <a linktype="page" id="{there.pk}"><b>one</b> page</a>, '
        f'<a linktype="page" id="{hidden.pk}">no page</a>, '
        f'<a linktype="document" id="{document.pk}">a file</a> and '
        f'<a href="https://example.org/?a=1&amp;b=2">out</a>.</p>'
    )
    body = body_of(
        ("text", text),
        ("action", {"label": "Go", "page": there, "url": ""}),
        ("action", {"label": "Go nowhere", "page": hidden, "url": ""}),
        language="nb",
    )
    paragraph = body.blocks[0].content[0]
    links = {one.children[0].text: one.target for one in paragraph.children if one.type == "link"}
    target = PageTarget(there.translation_key, "page", "nb", "Der", "/nb/der/", f"{SITE}/nb/der/", withdrawn=False)
    assert in_norwegian.url_path == target.path
    assert links["one"] == target
    assert isinstance(links["a file"], FileTarget)
    assert (links["a file"].media_type, links["a file"].format, links["a file"].size) == ("application/pdf", "PDF", 31)
    assert links["out"].address == "https://example.org/?a=1&b=2"
    assert set(links) == {"one", "a file", "out"}
    assert "".join(one.text for one in paragraph.children if one.type == "text") == "To , no page,  and ."
    assert [block.target for block in body.blocks[1:]] == [target, None]
    assert f'<a href="{SITE}/nb/der/"><b>one</b> page</a>' in body.html
    assert "Hidden" not in body.html
    assert "Go nowhere" not in body.html
    assert f"[**one** page]({SITE}/nb/der/)" in body.markdown
    assert "Go nowhere" not in body.markdown


@pytest.mark.django_db
def test_pictures_come_with_their_words_and_sizes() -> None:
    image = picture()
    image.focal_point_x, image.focal_point_y = 10, 20
    image.focal_point_width, image.focal_point_height = 5, 5
    image.save()
    image.contextual_alt_text, image.decorative = "A [square]", False
    shown = {"image": image, "caption": "One"}
    body = body_of(("picture", shown), ("gallery", {"pictures": [shown] * 3}))
    single, gallery = body.blocks
    assert single.picture.alt == "A [square]"
    assert single.picture.credit == "Somebody"
    assert single.picture.focal_point.x == 10
    for rendition in single.picture.renditions:
        assert re.fullmatch(r"whole-\d+", rendition.name)
        assert rendition.address.startswith(f"{SITE}/pictures/{image.pk}/{rendition.name}.")
    assert {one.media_type for one in single.picture.renditions} == {"image/png", "image/avif", "image/webp"}
    names = [one.picture.renditions[0].name.split("-")[0] for one in gallery.pictures]
    assert names == ["wide", "plate", "plate"]
    assert r"![A \[square\]](http" in body.markdown


@pytest.mark.django_db
def test_files_and_pictures_of_a_restricted_collection_are_not_told_of() -> None:
    closed = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    image, document = picture(), file()
    for one in (image, document):
        one.collection = closed
        one.save()
    image.contextual_alt_text, image.decorative = "A square", False
    shown = {"image": image, "caption": "One"}
    body = body_of(
        ("text", f'<p><a linktype="document" id="{document.pk}">A file</a></p>'),
        ("picture", shown),
        ("gallery", {"pictures": [shown, shown]}),
    )
    text, single, gallery = body.blocks
    assert [one.type for one in text.content[0].children] == ["text"]
    assert single.picture is None
    assert {one.picture for one in gallery.pictures} == {None}
    for form in (body.html, body.markdown):
        assert "A file" in form
        assert "/documents/" not in form
        assert "square" not in form
        assert "Somebody" not in form


def statements(pages: list[Any]) -> int:
    presenter = presenter_of(StandardPage)
    views = presenter.views(pages, "en")
    with CaptureQueriesContext(connection) as captured:
        for body in bodies(presenter, views):
            assert body.blocks
            assert body.html
            assert body.markdown
    return len(captured.captured_queries)


@pytest.mark.django_db
def test_the_statements_do_not_grow_with_the_blocks_nor_with_the_pages() -> None:
    """One for the pages that are linked to, one for documents, one for the sizes of pictures."""
    target, document = StandardPageFactory(parent=home()), file()
    blocks = [
        *text_blocks(),
        ("text", f'<p><a linktype="page" id="{target.pk}">a</a> <a linktype="document" id="{document.pk}">b</a></p>'),
    ]
    for times in (1, 4, 4):
        several = [block for _time in range(times) for block in blocks if times == 1 or block[0] != "heading"]
        page = StandardPageFactory(parent=home(), title="Blocks")
        table = page._meta.get_field("body").stream_block.child_blocks["table"]
        page.body = [(name, table.to_python(value) if name == "table" else value) for name, value in several]
        page.save()
    pages = StandardPage.objects.filter(title="Blocks").order_by("pk")
    statements(list(pages))  # makes the pictures
    assert [statements(list(pages[:1])), statements(list(pages[1:2])), statements(list(pages))] == [3, 3, 3]


@pytest.mark.django_db
def test_a_page_whose_body_refers_to_nothing_asks_nothing() -> None:
    page = StandardPageFactory(parent=home(), body=[("text", "<p>Words.</p>")])
    assert statements([page]) == 0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One  <b>two\n</b>three</p><p> </p>", "One **two** three"),
        ("<p>One<br/>- two</p>", "One\\\n\\- two"),
        ("<p><b><i>All</i></b></p>", "***All***"),
        ("<p>a<b>„b“</b>c</p>", "a<strong>„b“</strong>c"),
        ("<p>4. Not * a _list_ &amp;amp; &lt;b&gt;</p>", r"4\. Not \* a \_list\_ \&amp; \<b\>"),
        ("<p># No heading</p>", r"\# No heading"),
        ("<ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul>", "- One\n- Two\n\n  - Inner"),
        ("<ol><li>One</li><li>Two</li></ol><p>After</p>", "1. One\n2. Two\n\nAfter"),
        ("<ul><li>A</li></ul><ul><li>B</li></ul>", "- A\n\n<!-- -->\n\n- B"),
        ("Loose <b>words</b>", "Loose **words**"),
        ('<p><a href="javascript:alert(1)">Words</a></p>', "Words"),
        ('<p><a href="/x(y)/">Words</a></p>', f"[Words]({SITE}/x%28y%29/)"),
        ("<p>To a@example.org.</p>", r"To a \[@\] example.org."),
    ],
)
def test_running_text_is_markdown_in_which_words_stay_words(source: str, expected: str) -> None:
    assert markdown.tree(tree(source, Known("en"))) == expected


def test_a_link_that_writes_an_e_mail_leads_there_by_the_site() -> None:
    written = markdown.tree(tree('<p><a href="mailto:a@example.org?subject=b">Write</a></p>', Known("en")))
    assert written == f"[Write]({SITE}{correspondence.address('a@example.org')})"


def test_a_text_that_was_read_before_is_told_for_where_its_links_lead_now(settings: Settings) -> None:
    source = '<p><a linktype="page" id="7">here</a> <a href="/en/">home</a></p>'

    def addresses(title: str = "") -> list[str]:
        page = PageTarget(UUID(int=7), "page", "en", title, f"/{title}/", f"{SITE}/{title}/", withdrawn=False)
        (paragraph,) = tree(source, Known("en", {7: page} if title else {}))
        return [part.target.address for part in paragraph.children if isinstance(part, Link)]

    assert addresses("one") == [f"{SITE}/one/", f"{SITE}/en/"]
    assert addresses("two") == [f"{SITE}/two/", f"{SITE}/en/"]
    assert addresses() == [f"{SITE}/en/"]
    settings.SITE_URL = "https://elsewhere.example.org"
    assert addresses() == ["https://elsewhere.example.org/en/"]


def test_a_cell_with_a_bar_stays_one_cell() -> None:
    assert markdown.table(["A|B", "C"], [["one\ntwo", ""]]) == "| A\\|B | C |\n| --- | --- |\n| one two |  |"


@pytest.mark.django_db
def test_no_page_is_named_that_is_not_public_any_more() -> None:
    target = StandardPageFactory(parent=home(), title="Gone")
    page = StandardPageFactory(parent=home(), body=[("action", {"label": "Go", "page": target, "url": ""})])
    Page.objects.filter(pk=target.pk).update(live=False)
    (action,) = told(StandardPage.objects.get(pk=page.pk)).blocks
    assert action.target is None
