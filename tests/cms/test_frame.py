"""The frame of every public page: its head, its languages, the ways around the site."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from cms.marks import ORIGIN_NAMES
from home.models import StandardPage
from projects.models import BulletinPage
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import BulletinPageFactory, index
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def in_three_languages() -> Any:
    """Return an English page with a Bulgarian translation that is current and a Polish one that is not."""
    page = StandardPageFactory(parent=home(), title="About", summary="What it is")
    StandardPageFactory(parent=home("bg"), title="За сайта", translation_of=page, origin="reviewed")
    StandardPageFactory(parent=home("pl"), title="O nas", translation_of=page, source_changed_on=date(2026, 11, 3))
    return page


def test_the_head_names_the_page_its_address_and_its_language() -> None:
    soup = read(in_three_languages().url_path)
    assert soup.html["lang"] == "en"
    assert words(soup, "title") == ["About – Vademecum"]
    assert soup.select_one("meta[name=description]")["content"] == "What it is"
    assert soup.select_one("link[rel=canonical]")["href"] == "http://testserver/en/about/"
    assert soup.select_one("meta[property='og:title']")["content"] == "About"
    assert soup.select_one("meta[property='og:locale']")["content"] == "en_GB"
    assert soup.select_one("link[rel=stylesheet]")["href"] == "/static/cms/site.css"


def test_alternates_are_the_languages_in_which_the_page_is_public_and_every_one_names_all() -> None:
    addresses = {
        "bg": "http://testserver/bg/za-sayta/",
        "en": "http://testserver/en/about/",
        "pl": "http://testserver/pl/o-nas/",
        "x-default": "http://testserver/en/about/",
    }
    page = in_three_languages()
    for edition in StandardPage.objects.filter(translation_key=page.translation_key):
        soup = read(edition.url_path)
        found = {link["hreflang"]: link["href"] for link in soup.select("head link[rel=alternate][hreflang]")}
        assert found == addresses


def test_a_language_that_is_only_a_draft_or_an_alias_is_no_alternate() -> None:
    page = StandardPageFactory(parent=home(), title="About")
    StandardPageFactory(parent=home("bg"), title="За сайта", translation_of=page, live=False)
    page.create_alias(parent=home("pl"), update_locale=home("pl").locale, reset_translation_key=False)
    assert [link["hreflang"] for link in read(page.url_path).select("head link[hreflang]")] == ["en", "x-default"]


def test_the_front_page_s_default_is_the_door_that_chooses() -> None:
    home("bg")
    assert read("/bg/").select_one("link[hreflang=x-default]")["href"] == "http://testserver/"


def test_the_switcher_shows_all_languages_and_says_their_state() -> None:
    thumbs = words(read(in_three_languages().url_path), ".thumbs li")
    assert thumbs == [
        "bg Български",
        "en English",
        "lv Latviešu (not translated)",
        "nb Norsk bokmål (not translated)",
        "pl Polski (source changed since)",
        "ro Română (not translated)",
    ]


def test_the_switcher_links_only_to_what_is_there_and_marks_where_the_reader_is() -> None:
    soup = read(in_three_languages().url_path)
    assert [link["href"] for link in soup.select(".thumbs a")] == ["/bg/za-sayta/", "/en/about/", "/pl/o-nas/"]
    assert [link["hreflang"] for link in soup.select(".thumbs a[aria-current=true]")] == ["en"]
    assert [link["hreflang"] for link in soup.select(".thumbs a[data-fresh=stale]")] == ["pl"]


def test_the_margin_says_who_wrote_each_language() -> None:
    assert words(read(in_three_languages().url_path), ".editions li") == [
        "Български machine translation, reviewed",
        "English original",
        "Polski human translation; source changed since",
    ]


def test_a_page_without_languages_of_its_own_switches_between_the_public_front_pages() -> None:
    home("bg")
    thumbs = read("/en/nothing-here/", status=404).select(".thumbs a")
    assert [link["href"] for link in thumbs] == ["/bg/", "/en/"]


def test_the_navigation_marks_the_list_in_which_the_reader_is() -> None:
    projects = index("project", home())
    index("training", home())
    soup = read(projects.url_path)
    assert words(soup, ".mainnav li") == ["Projects", "Trainings"]
    assert words(soup, ".mainnav [aria-current=page]") == ["Projects"]


def test_the_breadcrumb_names_what_is_above_and_says_so_to_search_engines() -> None:
    soup = read(StandardPageFactory(parent=home(), title="About").url_path)
    assert words(soup, ".crumbs li") == ["Home", "About"]
    data = [json.loads(script.string) for script in soup.select("script[type='application/ld+json']")]
    assert [entry["item"] for entry in data[-1]["itemListElement"]] == [
        "http://testserver/en/",
        "http://testserver/en/about/",
    ]


def test_the_footer_has_the_language_s_own_words_its_pages_about_the_site_and_its_feeds() -> None:
    english = home(tagline="A library.", notice="A demonstration.")
    StandardPageFactory(parent=english, title="Privacy")
    index("project", english)
    soup = read("/en/")
    assert words(soup, ".footer p") == ["Vademecum", "A library.", "A demonstration."]
    assert words(soup, ".footer nav:first-of-type li") == ["Privacy"]
    assert [link["href"] for link in soup.select(".footer a[type]")] == ["/en/projects/?format=atom"]


def test_the_skip_link_leads_to_the_main_part() -> None:
    soup = read("/en/")
    assert soup.select_one("a.skip")["href"] == "#main"
    assert soup.select_one("main#main[tabindex='-1']")


def test_a_page_has_no_inline_script_or_style_and_asks_no_other_host() -> None:
    page = StandardPageFactory(parent=home(), title="About", body=[("text", "<p>Words</p>")])
    soup = read(page.url_path)
    assert not soup.select("[style], style, [onclick], [onload]")
    assert {script["type"] for script in soup.select("script:not([src])")} <= {"application/ld+json"}
    asked = [tag.get("src") or tag.get("href") for tag in soup.select("img, script[src], link[rel=stylesheet], use")]
    assert all(address.startswith("/") for address in asked)


def test_the_editor_s_bar_is_there_for_editors_only() -> None:
    client = Client()
    assert b"wagtail-userbar" not in client.get("/en/").content
    client.force_login(get_user_model().objects.create_superuser("editor"))
    assert b"wagtail-userbar" in client.get("/en/").content


def test_a_withdrawn_page_says_since_when_why_and_what_took_its_place() -> None:
    parent = index("bulletin", home())
    newer = BulletinPageFactory(parent=parent, title="Issue 2")
    BulletinPageFactory(parent=index("bulletin", home("pl")), title="Numer 2", translation_of=newer)
    page = BulletinPageFactory(
        parent=parent,
        title="Issue 1",
        withdrawn_on=date(2026, 5, 4),
        withdrawal_reason="It had errors.",
        successor=BulletinPage.objects.get(title="Numer 2"),
    )
    banner = read(page.url_path).select_one(".withdrawal")
    assert " ".join(banner.get_text().split()) == "Withdrawn on 4 May 2026 It had errors. Replaced by Issue 2"
    assert banner.a["href"] == newer.url_path


def test_every_origin_has_words() -> None:
    assert set(ORIGIN_NAMES) == {"original", "human", "reviewed", "machine", "adapted", "none"}


def test_the_one_style_sheet_is_light_and_names_each_colour_once() -> None:
    sheet = (Path(settings.BASE_DIR) / "cms/static/cms/site.css").read_text(encoding="utf-8")
    assert len(sheet.encode()) < 50_000
    after_tokens = sheet[sheet.index("@layer base {") :]
    colours = re.findall(r"(?<![\w-])#[0-9a-f]{3,8}\b", re.sub(r"@layer print.*", "", after_tokens, flags=re.S))
    assert not colours
