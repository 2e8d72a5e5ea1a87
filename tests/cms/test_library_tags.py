"""What templates say in the reader's language, and what they never say."""

from __future__ import annotations

import json
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import mark_safe
from django.utils.translation import override
from wagtail_factories import ImageFactory

from cms.correspondence import sealed
from cms.facets import Label
from cms.pictures import renditions_of, with_renditions

BLANK = "\N{NO-BREAK SPACE}"


def render(source: str, language: str = "en", **context: object) -> str:
    with override(language):
        return Template("{% load library %}" + source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "a, b and c"),
        ("bg", "a, b и c"),
        ("lv", "a, b un c"),
        ("nb", "a, b og c"),
        ("pl", "a, b i c"),
        ("ro", "a, b și c"),
    ],
)
def test_words_are_joined_as_each_language_does(language: str, written: str) -> None:
    assert render("{{ words|listed }}", language, words=["a", "b", "c"]) == written


def test_a_word_of_another_language_says_which_and_nothing_in_it_is_markup() -> None:
    labels = [Label("Latvia", "en"), Label("<b>Полша</b>", "bg")]
    assert render("{{ labels|enumerated }}", labels=labels) == 'Latvia, <span lang="bg">&lt;b&gt;Полша&lt;/b&gt;</span>'


@pytest.mark.parametrize(
    ("size", "language", "written"),
    [
        (0, "en", f"1{BLANK}kB"),
        (2_411_724, "en", f"2.4{BLANK}MB"),
        (2_411_724, "bg", f"2,4{BLANK}MB"),
        (61_000, "pl", f"61{BLANK}kB"),
        (120_000, "nb", f"0,1{BLANK}MB"),
        (34_000_000, "ro", f"34{BLANK}MB"),
    ],
)
def test_a_file_s_size_is_written_as_the_language_does(size: int, language: str, written: str) -> None:
    assert render("{{ size|file_size }}", language, size=size) == written


def test_what_is_not_known_is_written_as_nothing() -> None:
    source = "{{ nothing|money:'EUR' }}{{ nothing|number }}{{ nothing|day }}{{ nothing|month }}{{ nothing|file_size }}"
    assert render(source, nothing=None) == ""


def test_money_keeps_its_exact_amount() -> None:
    assert render("{{ amount|money:'EUR' }}", amount=Decimal("1489666.82")) == "€1,489,666.82"


def test_a_mark_says_in_words_who_wrote_and_whether_the_source_moved_on() -> None:
    assert render("{% mark 'reviewed' %}") == (
        '<span class="mark" data-origin="reviewed" data-fresh="current">'
        "<span>machine translation, reviewed</span></span>"
    )
    assert "source changed since" in render("{% mark 'human' True %}")


def test_a_foreign_work_is_marked_with_its_language_in_the_reader_s() -> None:
    assert "not translated; Polish" in render("{% foreign_mark 'pl' %}")


# ------------------------------------------------------------------------------------------ e-mail


def test_an_e_mail_address_stands_nowhere_in_the_page() -> None:
    page = render("{% email 'office@example.org' %}")
    assert "office@example.org" not in page
    assert "mailto:" not in page
    assert "office@example.org" not in page.replace("&#64;", "@")


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("<p>Write to office@example.org.</p>", 1),
        ('<p><a href="mailto:office@example.org?subject=x">office@example.org</a></p>', 1),
        ('<p><a href="mailto:office@example.org">our office</a>, office@example.org</p>', 2),
        ("<p>office@example.org, desk@example.org</p>", 2),
    ],
)
def test_an_address_within_a_text_is_kept_from_harvesters_too(written: str, links: int) -> None:
    page = render("{{ text|protected }}", text=mark_safe(written))
    assert "@example.org" not in page
    assert "mailto:" not in page
    assert page.count('<a href="/write/') == page.count("</a>") == links


@pytest.mark.parametrize(
    "written", ['<p><a href="https://example.org/@name">@name</a></p>', "<p>3 @ 5</p>", '<img alt="a@b.org" src="x">']
)
def test_what_is_no_address_stays_as_it_is(written: str) -> None:
    assert render("{{ text|protected }}", text=mark_safe(written)) == written


def test_a_text_that_is_no_markup_stays_none() -> None:
    assert render("{{ text|protected }}", text="<b>office@example.org</b>").startswith("&lt;b&gt;<a ")


def test_its_link_leads_any_browser_to_the_mail_program() -> None:
    answer = Client().get(f"/write/{sealed('office@example.org')}/")
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"] == "mailto:office@example.org"
    assert "noindex" in answer["X-Robots-Tag"]


def test_the_link_is_the_same_at_every_request() -> None:
    assert sealed("office@example.org") == sealed("office@example.org")


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "office@example.org", sealed("office@example.org")[:-1] + "!"])
def test_nobody_can_make_it_write_to_another_address(token: str) -> None:
    assert Client().get(f"/write/{token}/").status_code == HTTPStatus.NOT_FOUND


# ------------------------------------------------------------------------------------- data, blanks


def test_structured_data_cannot_end_its_script() -> None:
    page = render("{% json_ld data %}", data={"name": "</script><b>&"})
    assert page.count("</script>") == 1
    assert json.loads(page.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == {
        "name": "</script><b>&"
    }


def test_blanks_are_collapsed_but_never_lost() -> None:
    assert render("{% compact %}<p>\n   one  <b>two</b>\n\n  </p>{% endcompact %}") == "<p>\none <b>two</b>\n</p>"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("<p>Ruse – Giurgiu</p>", "<p>Ruse~– Giurgiu</p>"),
        ("<p><b>2017</b> –\n  <b>2019</b></p>", "<p><b>2017</b>~–\n<b>2019</b></p>"),
        ("<p>course\n  · Poland</p>", "<p>course~· Poland</p>"),
        ("<p>Bulletin № 4</p>", "<p>Bulletin №~4</p>"),
        ("<h2>Why?&nbsp;\n  <a>#</a></h2>", "<h2>Why?~<a>#</a></h2>"),
        ("<p>2017–2019, cross-border</p>", "<p>2017–2019, cross-border</p>"),
        ('<input value="Ruse – Giurgiu"> <b>a – b</b>', '<input value="Ruse – Giurgiu"> <b>a~– b</b>'),
    ],
)
def test_no_line_of_text_begins_with_what_belongs_to_the_word_before(text: str, held: str) -> None:
    page = render("{% compact %}{{ text }}{% endcompact %}", text=mark_safe(text))
    assert page == held.replace("~", "\N{NO-BREAK SPACE}")


# ---------------------------------------------------------------------------------------- pictures


@pytest.mark.django_db
def test_a_picture_has_its_size_several_widths_and_its_alternative_text() -> None:
    image = ImageFactory(file__width=1200, file__height=600)
    page = render("{% picture image alt=alt %}", image=image, alt="A <bridge>")
    assert 'width="1200" height="600"' in page
    assert " 480w, " in page
    assert " 960w, " in page
    assert page.count(" 1200w") == 1
    assert 'alt="A &lt;bridge&gt;"' in page
    assert 'loading="lazy"' in page
    assert "style=" not in page


@pytest.mark.django_db
def test_a_small_picture_is_not_offered_twice() -> None:
    image = ImageFactory(file__width=300, file__height=200)
    assert [rendition.width for rendition in renditions_of(image, "whole")] == [300]


@pytest.mark.django_db
def test_no_picture_is_nothing() -> None:
    assert render("{% picture image %}", image=None) == ""


@pytest.mark.django_db
def test_pictures_are_found_in_one_query_however_many_there_are() -> None:
    images = [ImageFactory(file__width=600, file__height=400) for _number in range(4)]
    for image in images:
        renditions_of(image, "plate")
    found = [type(image).objects.get(pk=image.pk) for image in images]
    # The renditions of all of them.
    with CaptureQueriesContext(connection) as queries:
        with_renditions(found)
        for image in found:
            renditions_of(image, "plate")
    assert len(queries) == 1
