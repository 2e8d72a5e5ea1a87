"""Blocks of a body as readers get them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction
from wagtail_factories import DocumentFactory, ImageFactory

from cms.blocks import BodyBlock, TextTableBlock
from cms.links import links_of
from cms.passages import passages
from tests.factories.home import StandardPageFactory, home
from tests.reading import read, words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def shown(*body: tuple[str, object], language: str = "en") -> Any:
    """Return a page with these blocks."""
    return read(StandardPageFactory(parent=home(language), title="Blocks", body=list(body)).url_path)


def only(soup: Any, selector: str) -> Any:
    found = soup.select(selector)
    assert len(found) == 1
    return found[0]


def test_a_heading_begins_a_section_that_can_be_linked_to() -> None:
    soup = shown(("heading", {"text": "Who is it for?", "anchor": "who"}), ("text", "<p>For all.</p>"))
    section = only(soup, "main section.entry")
    assert section["aria-labelledby"] == "who"
    assert section.select_one("h2#who a.anchor")["href"] == "#who"
    assert section.select_one("a.anchor")["aria-label"] == "Link to “Who is it for?”"
    assert words(soup, "section .in-text") == ["For all."]


def test_text_before_the_first_heading_leads() -> None:
    soup = shown(("text", "<p>First.</p><p>Second.</p>"))
    assert words(soup, ".is-lead > p") == ["First.", "Second."]
    assert not soup.select("main h2")


def test_a_note_stands_in_the_margin_of_its_section() -> None:
    note = {"kind": "change", "title": "Changed", "text": "One line.\n\nAnother."}
    soup = shown(("heading", {"text": "A", "anchor": "a"}), ("note", note), ("text", "<p>Words.</p>"))
    found = only(soup, ".in-margin .note[role=note]")
    assert found["data-kind"] == "change"
    assert words(soup, ".note p") == ["Changed", "One line.", "Another."]


def test_a_quotation_names_its_source() -> None:
    soup = shown(("quote", {"text": "A guide is a <promise>.", "source": "Handbook"}))
    assert words(soup, "blockquote p") == ["A guide is a <promise>."]
    assert words(soup, "figcaption") == ["Handbook"]


def test_a_table_scrolls_in_a_region_that_the_keyboard_reaches() -> None:
    table = {
        "columns": [{"type": "text", "heading": "Way"}, {"type": "text", "heading": "When"}],
        "rows": [{"values": ["Own unit", "steady work"]}],
        "caption": "Three ways",
    }
    soup = shown(("table", TextTableBlock().to_python(table)))
    region = only(soup, "[role=region][tabindex='0']")
    assert region["aria-label"] == "Three ways"
    assert words(soup, "th[scope=col]") == ["Way", "When"]
    assert words(soup, "th[scope=row]") == ["Own unit"]
    assert words(soup, "td") == ["steady work"]


def test_a_gallery_shows_its_first_picture_wide_and_every_caption() -> None:
    pictures = [{"image": image(alt=f"Picture {number}"), "caption": f"Caption {number}"} for number in range(3)]
    soup = shown(("gallery", {"pictures": pictures}))
    assert [picture["alt"] for picture in soup.select(".gallery img")] == ["Picture 0", "Picture 1", "Picture 2"]
    assert words(soup, ".gallery .is-wide figcaption") == ["Caption 0"]
    assert soup.select_one(".in-wide .gallery")


def test_a_decorative_picture_has_an_empty_alternative_text_and_the_credit_is_shown() -> None:
    soup = shown(("picture", {"image": image(decorative=True, credit="Drawn by us"), "caption": ""}))
    assert only(soup, "main img")["alt"] == ""
    assert words(soup, "figcaption") == ["Drawn by us"]


def image(alt: str = "", *, decorative: bool = False, credit: str = "") -> Any:
    made = ImageFactory(file__width=900, file__height=600, credit=credit)
    made.contextual_alt_text = alt
    made.decorative = decorative
    return made


# ------------------------------------------------------------------------------------------- links


def link_to(page: Any) -> str:
    return f'<p><a id="{page.pk}" linktype="page">there</a></p>'


def test_a_link_leads_to_the_page_in_the_reader_s_language() -> None:
    english = StandardPageFactory(parent=home(), title="Target")
    bulgarian = StandardPageFactory(parent=home("bg"), title="Цел", translation_of=english)
    soup = shown(("text", link_to(english)), ("action", {"label": "Иди", "page": english}), language="bg")
    assert [link["href"] for link in soup.select("main .in-text a")] == [bulgarian.url_path] * 2


def test_a_link_to_a_page_in_another_language_only_says_so() -> None:
    english = StandardPageFactory(parent=home(), title="Target")
    soup = shown(("text", link_to(english)), language="bg")
    assert only(soup, "main .in-text p > a")["hreflang"] == "en"


def test_a_link_to_what_is_not_public_is_no_link() -> None:
    draft = StandardPageFactory(parent=home(), title="Draft", live=False)
    closed = StandardPageFactory(parent=home(), title="Closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    soup = shown(
        ("text", link_to(draft) + link_to(closed)),
        ("action", {"label": "Go", "page": draft}),
    )
    assert words(soup, "main .in-text p") == ["there", "there"]
    assert not soup.select("main .in-text a[href]")


def test_a_link_to_another_site_stays_as_it_is() -> None:
    soup = shown(("text", '<p><a href="https://example.org/?a=1&amp;b=2">there</a></p>'))
    assert only(soup, "main .in-text p > a")["href"] == "https://example.org/?a=1&b=2"


def test_a_link_to_a_document_leads_to_its_file() -> None:
    document = DocumentFactory()
    soup = shown(("text", f'<p><a id="{document.pk}" linktype="document">file</a></p>'))
    assert only(soup, "main .in-text p > a")["href"] == document.url


def test_links_are_resolved_in_one_query_however_many_there_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    targets = [StandardPageFactory(parent=home()) for _number in range(3)]
    page = StandardPageFactory(parent=home(), body=[("text", link_to(target)) for target in targets])
    found = passages(page.body)
    # The pages that are linked to, in all their languages.
    with django_assert_num_queries(1):
        assert len(links_of(found, "en").pages) == 3


# ------------------------------------------------------------------------------- what comes in by a form


@pytest.mark.parametrize(
    "empty",
    [
        "<p></p>",
        "<p>&nbsp;</p>",
        "<p><br/></p>",
        "<p data-block-key='a'> \xa0 </p>",
        "<p><b> </b><br></p>",
        "<p>\u200b</p>",
    ],
)
def test_paragraphs_without_words_are_dropped_on_the_way_in(empty: str) -> None:
    block = BodyBlock().child_blocks["text"]
    value = block.value_from_form(f"<p>One</p>{empty}<p>Two<br/>lines</p>{empty}")
    assert block.clean(value).source == "<p>One</p><p>Two<br/>lines</p>"
    with pytest.raises(ValidationError):
        block.clean(block.value_from_form(empty * 2))


def test_a_paragraph_with_a_picture_or_a_link_is_not_empty() -> None:
    html = '<p><a id="1" linktype="page"> </a></p><p><embed embedtype="image" id="1"/></p><pre></pre>'
    assert BodyBlock().child_blocks["text"].value_from_form(html).source == html


NAMES = [
    "square",
    "Square",
    "square.png",
    "SQUARE.PNG",
    "Town hall",
    "town-hall",
    "IMG_2034",
    "dsc00012",
    "20170420_101500",
    "view.jpg",
]


@pytest.mark.parametrize("alt", NAMES)
@pytest.mark.parametrize("kind", ["picture", "gallery"])
def test_the_name_of_a_picture_or_its_file_is_no_alternative_text(alt: str, kind: str) -> None:
    named = ImageFactory(title="Town hall", file__filename="square.png")
    named.contextual_alt_text, named.decorative = alt, False
    row = {"image": named, "caption": ""}
    block = BodyBlock().child_blocks[kind]
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"pictures": [row, row]} if kind == "gallery" else row))


@pytest.mark.parametrize("alt", ["Yard 2026", "yard-2026", "YARD_2026.png", "Inner yard"])
def test_signs_between_the_words_of_a_files_name_do_not_make_an_alternative_text_of_it(alt: str) -> None:
    named = ImageFactory(title="inner_yard", file__filename="yard_2026.png")
    named.contextual_alt_text, named.decorative = alt, False
    block = BodyBlock().child_blocks["picture"]
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"image": named, "caption": ""}))


@pytest.mark.parametrize("alt", ["The town hall seen from the square", "A square", "Plan 2017"])
def test_what_says_more_is_an_alternative_text(alt: str) -> None:
    named = ImageFactory(title="Town hall", file__filename="square.png")
    named.contextual_alt_text, named.decorative = alt, False
    block = BodyBlock().child_blocks["picture"]
    assert block.clean(block.normalize({"image": named, "caption": ""}))["image"] == named


def test_no_alternative_text_is_prefilled() -> None:
    assert ImageFactory(title="Town hall", description="Somewhat").default_alt_text == ""
