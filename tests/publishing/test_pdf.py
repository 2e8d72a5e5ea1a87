"""Every work as PDF: what it says, how it is read aloud, who may have it, and that it is set once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks import default_task_backend
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from cms.models import LibraryDocument
from projects.enums import FactKind
from projects.models import LibraryPage, ProjectDocument, Term
from publishing import keeping
from publishing.documents import document_of
from publishing.facts import KINDS
from publishing.models import KeptPdf, PdfOrder
from tests.factories.complete import EVERY_PAGE, picture
from tests.factories.home import home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    concept,
    index,
)
from tests.publishing.reading import (
    address_of,
    bookmarks_of,
    file_of,
    language_of,
    languages_of,
    pages_of,
    pdf_of,
    runs_in,
    structure_of,
    text_of,
)
from tests.reading import read

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parent / "golden"
TYPES = [model.facet_type for model in apps.get_models() if issubclass(model, LibraryPage)]
# What differs from one run to the next. A line may end within the word before the day, or within the address of the
# revision: how long these are differs too.
_FLEETING = re.compile(r"(?s)(?<=Revi)\W?sion: .*?/\s*i\s*d\s*/[\s\d]+/|(?<=/id/)\d+|(?<=Last changed )[^\n]*")


def issue(*body: Any, language: str = "en", **fields: Any) -> Any:
    """Return a public issue with a body of these blocks."""
    return BulletinPageFactory(parent=index("bulletin", home(language)), body=list(body), **fields)


def text(html: str) -> tuple[str, str]:
    return "text", html


def heading(words: str, anchor: str) -> tuple[str, dict[str, str]]:
    return "heading", {"text": words, "anchor": anchor}


# ------------------------------------------------------------------------------------ what it says


@pytest.mark.any_database
@pytest.mark.parametrize("name", TYPES)
def test_the_text_of_a_complete_work_is_as_it_was_agreed(name: str, request: pytest.FixtureRequest) -> None:
    """`pytest --write-golden` writes the files anew; their difference is what to look at."""
    content = pdf_of(EVERY_PAGE[name]())
    said = "\n---\n".join(_FLEETING.sub("…", page) for page in pages_of(content)) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--write-golden"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
    assert language_of(content) == "en"
    assert {"P", "TD"} <= {one.kind for one in structure_of(content)}
    assert bookmarks_of(content)[-1] == (0, "Cite this page")


def test_every_kind_of_facts_is_written() -> None:
    assert set(KINDS) == set(FactKind)


def test_a_handbook_is_whole_with_its_public_chapters_in_order_and_links_between_them() -> None:
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Whole")
    first = HandbookChapterPageFactory(parent=handbook, title="First", body=[heading("Why", "why"), text("One.")])
    linked = f'<p>See <a linktype="page" id="{first.pk}">before</a>.</p>'
    HandbookChapterPageFactory(parent=handbook, title="Second", body=[heading("How", "how"), text(linked)])
    HandbookChapterPageFactory(parent=handbook, title="Hidden draft", live=False)
    content = pdf_of(handbook)
    assert bookmarks_of(content) == [
        (0, "1. First"),
        (1, "1.1 Why"),
        (0, "2. Second"),
        (1, "2.1 How"),
        (0, "Cite this page"),
    ]
    said = text_of(content)
    assert "One." in said
    assert "Hidden draft" not in said
    assert "Link" in {one.kind for one in structure_of(content)}


def test_a_link_from_one_chapter_to_a_section_of_another_leads_there_or_else_to_the_chapter() -> None:
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Whole")
    first = HandbookChapterPageFactory(parent=handbook, title="First", body=[heading("Why", "why"), text("One.")])
    to = settings.SITE_URL + first.url_path
    links = f'<p><a href="{to}#why">why</a> <a href="{first.url_path}#why">why</a> <a href="{to}#no">nowhere</a></p>'
    HandbookChapterPageFactory(parent=handbook, title="Second", body=[heading("How", "how"), text(links)])
    ways = [(run["text"], run.get("to", "")) for run in runs_in(document_of(handbook).content) if "to" in run]
    (chapter,) = {way for said, way in ways if said == "nowhere"}
    assert sorted(way for said, way in ways if said in ("why", "nowhere")) == [chapter, *[f"{chapter}-why"] * 2]


@pytest.mark.any_database
def test_a_link_to_a_place_that_is_missing_empty_or_there_twice_is_no_link() -> None:
    links = "".join(f'<p><a href="#{anchor}">to {anchor}</a></p>' for anchor in ("once", "twice", "empty", "none"))
    twice = [heading("One", "twice"), heading("Two", "twice")]
    content = pdf_of(issue(text(links), heading("Once", "once"), *twice, heading("", "empty")))
    assert "to once to twice to empty to none" in text_of(content)
    assert [one.kind for one in structure_of(content)].count("Link") == 2  # and the address at the end


def test_a_chapter_that_is_not_translated_is_named_with_the_language_in_which_it_can_be_read() -> None:
    norwegian = HandbookPageFactory(parent=index("handbook", home("nb")), title="Håndbok")
    polish = HandbookPageFactory(parent=index("handbook", home("pl")), title="Podręcznik", translation_of=norwegian)
    one = HandbookChapterPageFactory(parent=norwegian, title="Første")
    HandbookChapterPageFactory(parent=norwegian, title="Annet")
    HandbookChapterPageFactory(parent=polish, title="Pierwszy", translation_of=one)
    said = text_of(pdf_of(polish))
    assert "1. Pierwszy" in said
    assert "2. Annet nie przetłumaczono; norweski (bokmål)" in said


@pytest.mark.any_database
def test_a_foreign_name_keeps_its_language() -> None:
    term = concept(Term, "gmina", language="pl", name="gmina", definition="Jednostka samorządu.")
    content = pdf_of(issue(text("<p>Text.</p>"), ("term", term)))
    assert "gmina – Jednostka samorządu." in text_of(content)
    assert languages_of(content) == {"pl"}


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("bg", "Бюлетин", "български · оригинал"),
        ("lv", "Biļetens", "Latviešu · oriģināls"),
        ("nb", "Nyhetsbrev", "Norsk bokmål · original"),
        ("pl", "Biuletyn", "Polski · oryginał"),
        ("ro", "Buletin", "Română · original"),
    ],
)
def test_each_language_is_set_as_its_own(language: str, title: str, said: str) -> None:
    content = pdf_of(issue(language=language, title=title))
    assert language_of(content) == language
    assert said.casefold() in text_of(content).casefold()


def test_the_origin_of_a_translation_and_the_change_of_its_source_are_told() -> None:
    original = issue(language="nb", title="Nyhetsbrev")
    translated = issue(title="Newsletter", translation_of=original, origin="reviewed", source_changed_on="2026-02-01")
    translated.refresh_from_db()
    said = text_of(pdf_of(translated))
    assert "English · machine translation, reviewed · Original: Norwegian Bokmål · Some of it is older than" in said


@pytest.mark.any_database
def test_a_picture_has_its_alternative_text_and_a_decorative_one_none() -> None:
    image = picture()
    image.contextual_alt_text, image.decorative = "A square on paper", False
    content = pdf_of(issue(("picture", {"image": image, "caption": "Drawing"})))
    assert "A square on paper" in {one.alternative for one in structure_of(content)}
    image.contextual_alt_text, image.decorative = "", True
    content = pdf_of(issue(("picture", {"image": image, "caption": ""})))
    assert not [one for one in structure_of(content) if one.kind == "Figure"]


@pytest.mark.any_database
def test_an_e_mail_address_can_be_read_and_not_harvested() -> None:
    said = text_of(pdf_of(issue(text("<p>Write to pr@example.org today.</p>"))))
    assert "Write to pr [@] example.org today." in said
    assert "pr@example.org" not in said


ODD = {
    "markup of Typst": "#let x = 1 #panic() $x^2$ *bold* _it_ = Title <label> @ref `raw` \\u{0}",
    "from right to left": "שלום عالم",
    "emoji": "\N{GRINNING FACE} and \N{ABACUS}",
    "another script": "中文",
    "control characters": "a\x07b\x1fc",
    "a long address": "https://example.org/" + "a/very/long/path-" * 40,
    "one long word": "x" * 3000,
}


@pytest.mark.any_database
@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_odd_text_is_set_as_text(words: str) -> None:
    content = pdf_of(issue(heading(words[:200], "odd"), text(""), ("quote", {"text": words, "source": words[:200]})))
    said = text_of(content)
    for part in ("#let x = 1 #panic() $x^2$ *bold* _it_ = Title <label>", "[U+1F9EE]", "[U+4E2D]"):
        if part.startswith("#") and part in words:
            assert part in said
        if part.startswith("[") and chr(int(part[3:-1], 16)) in words:
            assert part in said


@pytest.mark.any_database
@pytest.mark.parametrize("beside", [[], [("note", {"kind": "plain", "title": "Note", "text": "Beside."})]])
def test_a_huge_table_breaks_over_pages_with_its_head_on_each(beside: list[Any]) -> None:
    table = {
        "caption": "Towns",
        "columns": [{"type": "text", "heading": head} for head in ("Town", "People", "Note")],
        "rows": [
            {"values": [f"Town {n}", str(n), "A note that is longer than its column is wide."]} for n in range(300)
        ],
    }
    page = issue()
    block = page._meta.get_field("body").stream_block.child_blocks["table"]
    page.body = [("table", block.to_python(table)), *beside]
    page.save()
    pages = [one for one in pages_of(pdf_of(page)) if "Town " in one]
    assert len(pages) > 4
    assert all("People" in one for one in pages)


def test_what_cannot_be_set_is_told_and_harms_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    page = issue()
    monkeypatch.setattr("publishing.setting.COMMAND", (sys.executable, "-c", "import sys; sys.exit('out of memory')"))
    answer = Client().get(address_of(page))
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "The PDF could not be made." in answer.content.decode()
    monkeypatch.setattr("publishing.setting.COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr("publishing.keeping.PATIENCE", 0.1)
    assert Client().get(address_of(page)).status_code == HTTPStatus.SERVICE_UNAVAILABLE


# --------------------------------------------------------------------------------------- long ones


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    """An issue that is too long for a request, and a worker that has not come yet."""
    monkeypatch.setattr("publishing.setting.LONG", 0)
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    return issue(text("<p>Long.</p>"))


def test_a_long_one_is_ordered_once_and_sent_when_it_is_set(long: Any) -> None:
    default_task_backend.clear()
    for _time in range(2):
        answer = Client().get(address_of(long))
        assert (answer.status_code, answer["Refresh"]) == (HTTPStatus.ACCEPTED, "5")
        assert "waits for its turn" in answer.content.decode()
    assert len(default_task_backend.results) == 1
    PdfOrder.objects.update(begun_at=timezone.now())
    assert "is being made" in Client().get(address_of(long)).content.decode()
    keeping.set_ordered.func(page=long.pk)
    assert "Long." in text_of(pdf_of(long))
    assert not PdfOrder.objects.exists()


def test_an_order_whose_worker_died_is_given_again_and_a_failed_one_is_told(long: Any) -> None:
    Client().get(address_of(long))
    PdfOrder.objects.update(has_failed=True)
    assert Client().get(address_of(long)).status_code == HTTPStatus.SERVICE_UNAVAILABLE
    PdfOrder.objects.update(ordered_at=timezone.now() - timedelta(hours=1))
    assert Client().get(address_of(long)).status_code == HTTPStatus.ACCEPTED


def test_an_ordered_page_that_is_public_no_more_is_not_set(long: Any) -> None:
    Client().get(address_of(long))
    long.unpublish()
    keeping.set_ordered.func(page=long.pk)
    assert not KeptPdf.objects.exists()


# ---------------------------------------------------------------------------------- who may have it


def _draft(page: Any) -> None:
    page.live = False
    page.save()


def _scheduled(page: Any) -> None:
    page.live, page.go_live_at = False, timezone.now() + timedelta(days=1)
    page.save()


def _expired(page: Any) -> None:
    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()


def _restricted(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def _below_restricted(page: Any) -> None:
    _restricted(page.get_parent())


def _of_another_site(page: Any) -> None:
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example.org", root_page=other)
    page.get_parent().move(other, pos="last-child")


LEAKS: dict[str, Callable[[Any], Any]] = {
    "draft": _draft,
    "scheduled": _scheduled,
    "expired": _expired,
    "unpublished": lambda page: page.unpublish(),
    "restricted": _restricted,
    "below restricted": _below_restricted,
    "of another site": _of_another_site,
    "deleted": lambda page: page.delete(),
}


@pytest.mark.parametrize("hide", LEAKS.values(), ids=LEAKS)
def test_nobody_gets_the_pdf_of_what_is_not_public_though_it_was_set_before(hide: Callable[[Any], Any]) -> None:
    page = issue(text("<p>Secret.</p>"))
    address = address_of(page)
    pdf_of(page)
    hide(page)
    for ask in (Client().get, Client().head):
        assert ask(address).status_code == HTTPStatus.NOT_FOUND


def test_a_file_that_only_some_readers_may_have_is_not_named_and_the_pdf_is_set_anew() -> None:
    documents = [
        LibraryDocument.objects.create(title="File", file=ContentFile(b"%PDF-1.7 %%EOF", "file.pdf"), language="en")
        for _number in range(2)
    ]
    page = ProjectPageFactory(
        parent=index("project", home()),
        documents=[ProjectDocument(document=one, title=f"Report {one.pk}") for one in documents],
    )
    kept, hidden = (f"Report {one.pk}" for one in documents)
    assert kept in text_of(pdf_of(page))
    assert hidden in text_of(pdf_of(page))
    staff = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=staff, restriction_type="login")
    LibraryDocument.objects.filter(pk=documents[1].pk).update(collection=staff)
    assert kept in text_of(pdf_of(page))
    assert hidden not in text_of(pdf_of(page))


def test_an_alias_a_page_of_another_language_and_one_of_another_type_have_none() -> None:
    page = issue()
    index("bulletin", home("pl"))
    alias = page.copy_for_translation(home("pl").locale, alias=True)
    for address in (address_of(alias), f"/pl/pdf/{page.pk}.pdf", f"/en/pdf/{home().pk}.pdf", "/en/pdf/99999999999.pdf"):
        assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


def test_the_pdf_of_a_deleted_page_is_deleted(django_capture_on_commit_callbacks: Any) -> None:
    page = issue()
    pdf_of(page)
    file = file_of(page)
    with django_capture_on_commit_callbacks(execute=True):
        page.delete()
    assert not default_storage.exists(file)


# -------------------------------------------------------------------------------------- set once


def test_the_same_content_is_set_once_and_again_as_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = issue(text("<p>One.</p>"))
    first = pdf_of(page)
    KeptPdf.objects.all().delete()
    assert pdf_of(page) == first
    monkeypatch.setattr(keeping, "set_document", None)
    assert pdf_of(page) == first


def test_a_changed_page_and_a_renamed_term_are_set_anew(django_capture_on_commit_callbacks: Any) -> None:
    term = concept(Term, "district", name="district", definition="A part.")
    page = issue(text("<p>One.</p>"), ("term", term))
    pdf_of(page)
    before = file_of(page)
    term.name = "county"
    term.save()
    with django_capture_on_commit_callbacks(execute=True):
        assert "county" in text_of(pdf_of(page))
    assert not default_storage.exists(before)
    page.title = "Another title"
    page.save()
    assert "Another title" in text_of(pdf_of(page))


def test_a_kept_file_that_is_gone_is_set_anew() -> None:
    page = issue()
    first = pdf_of(page)
    default_storage.delete(file_of(page))
    assert pdf_of(page) == first


def test_it_is_sent_whole_in_part_and_not_again() -> None:
    page = issue()
    whole = pdf_of(page)
    head = Client().head(address_of(page))
    assert (head["Content-Type"], head["Content-Length"]) == ("application/pdf", str(len(whole)))
    assert f'filename="{page.slug}.pdf"' in head["Content-Disposition"]
    assert head["Link"] == f'<http://testserver{page.url_path}>; rel="canonical"'
    part: Any = Client().get(address_of(page), headers={"Range": "bytes=0-3"})
    assert (part.status_code, b"".join(part.streaming_content)) == (HTTPStatus.PARTIAL_CONTENT, b"%PDF")
    again = Client().get(address_of(page), headers={"If-None-Match": head["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_asking_again_asks_few_statements_and_no_more_of_them_as_a_work_grows() -> None:
    """Which page it is (two), its view (three), terms, where its links lead, pictures and their renditions (two), the
    site's words, and what was kept."""
    asked = []
    for times in (1, 4):
        image = picture()
        image.contextual_alt_text, image.decorative = "A square", False
        term = concept(Term, f"term{times}", definition="A part.")
        linked = issue(title="Linked")
        link = f'<p><a linktype="page" id="{linked.pk}">one</a></p>'
        page = issue(*[text(link), ("term", term), ("picture", {"image": image, "caption": ""})] * times)
        pdf_of(page)
        etag = Client().head(address_of(page))["ETag"]
        with CaptureQueriesContext(connection) as captured:
            again = Client().get(address_of(page), headers={"If-None-Match": etag})
        assert again.status_code == HTTPStatus.NOT_MODIFIED
        asked.append([query["sql"] for query in captured.captured_queries])
    assert len(asked[0]) == len(asked[1])
    assert len(asked[1]) <= 12, "\n".join(asked[1])


def test_a_whole_handbook_asks_no_more_statements_as_its_chapters_grow() -> None:
    asked = []
    for chapters in (2, 6):
        handbook = HandbookPageFactory(parent=index("handbook", home()), title=f"Of {chapters}")
        for number in range(chapters):
            term = concept(Term, f"term-{chapters}-{number}", definition="A part.")
            HandbookChapterPageFactory(parent=handbook, body=[text("<p>Text.</p>"), ("term", term)])
        pdf_of(handbook)
        with CaptureQueriesContext(connection) as captured:
            Client().head(address_of(handbook))
        asked.append([query["sql"] for query in captured.captured_queries])
    assert len(asked[0]) == len(asked[1]), "\n".join(asked[1])


# ------------------------------------------------------------------------------------- its link


@pytest.mark.parametrize("name", sorted(set(TYPES) - {"bulletin"}))
def test_each_type_of_work_offers_its_pdf_with_its_size_once_it_is_known(name: str) -> None:
    page = EVERY_PAGE[name]()
    link: Any = read(page.url_path).select_one(f'a[href="{address_of(page)}"]')
    assert link.get_text(strip=True) == "Download as PDF"
    pdf_of(page)
    link = read(page.url_path).select_one(f'a[href="{address_of(page)}"]')
    assert re.fullmatch(r"Download as PDF, [\d.]+\s[kM]B", link.get_text(strip=True))


@pytest.mark.parametrize(("language", "offers"), [("en", False), ("bg", True)])
def test_an_issue_that_was_uploaded_in_its_language_is_that_file(language: str, offers: bool) -> None:
    document = LibraryDocument.objects.create(
        title="Issue", file=ContentFile(b"%PDF-1.7", "issue.pdf"), file_size=8, language=language
    )
    page = issue(document=document)
    files = [str(link["href"]) for link in read(page.url_path).select('main a[href$=".pdf"]')]
    assert set(files) == {document.url, *([address_of(page)] if offers else [])}


def test_a_restricted_page_offers_none() -> None:
    page = ProjectPageFactory(parent=index("project", home()))
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    client = Client()
    session = client.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()
    content = client.get(page.url_path).content.decode()
    assert page.title in content
    assert address_of(page) not in content
