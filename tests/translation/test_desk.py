"""The desk: pages by languages, each person's work, actions on many."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.menu import reports_menu
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from projects.models import ProjectIndexPage, ProjectPage, Term
from tests.editing import signed_in as administrator
from tests.factories.projects import ProjectPageFactory, concept
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of, signed_in
from translation.desk import batches, matrix
from translation.editions import stop
from translation.enums import BatchKind, State
from translation.models import Batch, Status
from translation.status import recount
from translation.translators import locales_of, translates

pytestmark = pytest.mark.django_db

MATRIX, WORK = "/admin/translations/", "/admin/translations/mine/"
NORWEGIAN = "Translators: Norwegian Bokmål"


@pytest.fixture
def staff(db: None) -> Client:
    return signed_in(member_of("Communications staff", name="staff"))


@pytest.fixture
def translator(db: None) -> Client:
    return signed_in(member_of(NORWEGIAN))


def soup(response: Any) -> BeautifulSoup:
    assert response.status_code == HTTPStatus.OK
    return BeautifulSoup(response.content, "html.parser")


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def states(client: Client, title: str, **parameters: str) -> dict[str, str]:
    """Return what the matrix says of a page in each language."""
    page = soup(client.get(MATRIX, parameters))
    row: Any = next(
        one for one in page.select(".desk-matrix tbody tr") if words(one.select_one("th")).startswith(title)
    )
    return {
        one["data-language"]: words(one.select_one(".desk-state"))
        for one in row.select("td[data-language]")
    }  # fmt: skip


def titles(client: Client, address: str = MATRIX, **parameters: str) -> list[str]:
    chosen = "tbody th[scope=row] > :is(a, b)" if address == MATRIX else ".desk-row h3"
    return [words(one) for one in soup(client.get(address, parameters)).select(chosen)]


def write(translation: Translation, but: Iterable[str] = ()) -> None:
    translate(translation, but=list(but))
    recount(Translation.objects.filter(pk=translation.pk))


# ------------------------------------------------------------------------------------------- matrix


def test_the_matrix_says_how_far_a_page_is_in_each_language(staff: Client, project: ProjectPage) -> None:
    norwegian = submitted(project, "nb")
    assert states(staff, "Clean water") == {
        "Bulgarian": "Not translated", "English": "Source", "Latvian": "Not translated",
        "Norwegian Bokmål": "Not begun", "Polish": "Not translated", "Romanian": "Not translated",
    }  # fmt: skip
    write(norwegian, but=["Plan"])
    total = Status.objects.get(translation=norwegian).total
    assert states(staff, "Clean water")["Norwegian Bokmål"] == f"Draft, {total - 1} of {total}"
    write(norwegian)
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Ready to publish"
    norwegian.save_target(publish=True)
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Live, in step"
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    assert states(staff, "Clean water")["Norwegian Bokmål"] == f"Changed, 1 of {total}"
    norwegian.get_target_instance().unpublish()
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Withdrawn"


def test_an_adapted_edition_and_an_own_text_are_named(staff: Client, project: ProjectPage) -> None:
    translated(project, "nb")
    stop(Translation.objects.get(source__object_id=project.translation_key))
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Adapted"
    Translation.objects.filter(source__object_id=project.translation_key).delete()
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Live, own text"


def test_what_a_machine_wrote_is_said_of_a_live_page(staff: Client, project: ProjectPage) -> None:
    norwegian = submitted(project, "nb")
    translate(norwegian, kind="machine")
    norwegian.save_target(publish=True)
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Live, machine"
    assert titles(staff, state="review") == ["Clean water"]
    assert "Clean water" not in titles(staff, state="live")


def test_a_page_whose_parent_is_not_there_cannot_go_live(staff: Client, project: ProjectPage) -> None:
    norwegian = submitted(project, "nb")
    write(norwegian)
    norwegian.get_target_instance().get_parent().specific.unpublish()
    assert states(staff, "Clean water")["Norwegian Bokmål"] == "Parent not live"


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"q": "water clean"}, ["Clean water"]),
        ({"q": "nothing"}, []),
        ({"kind": "projects.projectpage"}, ["Clean water", "Old bridge"]),
        ({"state": "not_begun"}, ["Clean water"]),
        ({"state": "not_begun", "language": "pl"}, []),
        ({"state": "live", "language": "pl", "kind": "projects.projectpage"}, ["Old bridge"]),
        ({"state": "absent", "language": "nb"}, ["Old bridge"]),
        ({"state": "public", "language": "nb", "kind": "projects.projectpage"}, []),
    ],
)
def test_the_matrix_is_filtered(
    staff: Client, project: ProjectPage, index: ProjectIndexPage, parameters: dict[str, str], found: list[str]
) -> None:
    submitted(project, "nb")
    translated(ProjectPageFactory(parent=index, title="Old bridge"), "pl")
    assert titles(staff, **parameters) == found


def test_the_matrix_shows_what_lies_below_a_page(staff: Client, project: ProjectPage, index: ProjectIndexPage) -> None:
    assert titles(staff, below=str(index.pk)) == ["Projects", "Clean water"]
    assert "Below: Projects" in words(soup(staff.get(MATRIX, {"below": str(index.pk)})).select_one(".desk-pill"))


def test_a_filter_that_makes_no_sense_is_named(staff: Client, project: ProjectPage) -> None:
    page = soup(staff.get(MATRIX, {"state": "green", "language": "xx", "below": "x", "page": "x"}))
    assert {words(one).split(":")[0] for one in page.select("[role=alert] li")} == {"State", "Language", "Below"}


def test_each_number_opens_its_list(staff: Client, project: ProjectPage, index: ProjectIndexPage) -> None:
    translated(project, "nb")
    translated(ProjectPageFactory(parent=index, title="Old bridge"), "nb")
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    page: Any = soup(staff.get(MATRIX))
    numbers = list(page.select(".desk-job a[href*=state], thead .desk-meta a, .number"))
    assert len(numbers) > 12
    for link in numbers:
        count = int(words(link).split()[0])
        listed: Any = soup(staff.get(MATRIX + link["href"].partition("/translations/")[2]))
        assert len(listed.select(".desk-matrix tbody tr:has(th[scope=row])")) == count, (link["href"], words(link))


def test_the_two_languages_of_a_page_that_is_translated_both_ways_are_one_row(
    staff: Client, project: ProjectPage
) -> None:
    norwegian = translated(project, "nb")
    frozen, _created = TranslationSource.get_or_create_from_instance(norwegian)
    Translation.objects.create(source=frozen, target_locale=locale("en"))
    assert titles(staff, q="water") == ["Clean water"]


def test_a_translation_whose_source_is_gone_has_a_row_of_its_own(staff: Client, project: ProjectPage) -> None:
    translated(project, "nb")
    project.delete()
    assert titles(staff, q="water") == ["nb: Clean water"]


def test_as_many_statements_show_one_page_and_many(staff: Client, index: ProjectIndexPage) -> None:
    def statements(numbers: range) -> int:
        for number in numbers:
            write(submitted(ProjectPageFactory(parent=index, title=f"Project {number}"), "nb"))
        with CaptureQueriesContext(connection) as captured:
            assert staff.get(MATRIX).status_code == HTTPStatus.OK
        return len(captured)

    staff.get(MATRIX)
    few = statements(range(1))
    assert statements(range(1, 8)) == few
    assert few <= 20  # the budget of 2,000 pages: signing in, rights, menu, rows, sums, vocabulary


def test_the_matrix_comes_in_parts(staff: Client, index: ProjectIndexPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "A_PAGE", 2)
    for number in range(3):
        ProjectPageFactory(parent=index, title=f"Project {number}")
    first = soup(staff.get(MATRIX, {"q": "Project "}))
    link: Any = first.select_one("[rel=next]")
    assert link["href"].endswith("page=2")
    assert "q=Project" in link["href"]


def test_the_matrix_is_taken_away_as_a_table(staff: Client, project: ProjectPage) -> None:
    submitted(project, "nb")
    answer: Any = staff.get(MATRIX, {"format": "csv", "q": "Clean", "language": "nb"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows == [
        ["Title", "Kind", "Source language", "Norwegian Bokmål"],
        ["Clean water", "Project", "English", "Not begun"],
    ]
    assert staff.get(MATRIX, {"format": "xlsx"}).status_code == HTTPStatus.OK


def test_a_table_is_in_the_language_of_who_takes_it_away(project: ProjectPage) -> None:
    answer: Any = administrator("reads-nb", "nb").get(MATRIX, {"format": "csv"})
    heads = next(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")), delimiter=";"))
    assert heads[0] == "Tittel"


def test_a_vocabulary_has_a_matrix_of_its_own(staff: Client) -> None:
    sewer = concept(Term, "sewer", name="Sewer", definition="A pipe")
    concept(Term, "drain", name="Drain", definition="A hole")
    translated(sewer, "nb")
    assert titles(staff, kind="projects.term", q="sew") == ["Sewer"]
    assert states(staff, "Sewer", kind="projects.term")["Norwegian Bokmål"] == "Live, in step"
    assert titles(staff, kind="projects.term", language="nb", state="absent") == ["Drain"]


def test_what_localize_reported_is_in_the_matrix() -> None:
    answer = administrator().get(reverse("wagtail_localize:translations_report"))
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, MATRIX)


@pytest.mark.parametrize("first", ["en", "nb"])
def test_the_report_of_localize_is_in_nobodys_menu(first: str) -> None:
    reports_menu.__dict__.pop("registered_menu_items", None)  # made when the first menu of a process is shown
    assert (
        administrator("reads-first", first)
        .get("/admin/")
        .content.decode()
        .count(json.dumps(reverse("wagtail_localize:translations_report")))
        == 0
    )


# ------------------------------------------------------------------------------------------- rights


def test_who_translates_nothing_has_no_desk() -> None:
    somebody = User.objects.create_user("somebody")
    readers = Group.objects.create(name="Readers")
    readers.permissions.add(Permission.objects.get(codename="access_admin"))
    somebody.groups.add(readers)
    browser = signed_in(somebody)
    assert '"name": "translations"' not in browser.get("/admin/").content.decode()
    for address in (MATRIX, WORK):
        assert browser.get(address).status_code == HTTPStatus.FOUND, address
    assert browser.post(MATRIX + "many/", {"kind": "publish"}).status_code == HTTPStatus.FOUND
    assert not translates(somebody)


def test_ones_languages_are_those_in_which_one_may_change_pages(project: ProjectPage) -> None:
    assert [one.language_code for one in locales_of(member_of(NORWEGIAN))] == ["nb"]
    staff = member_of("Communications staff", name="staff")
    assert [one.language_code for one in locales_of(staff)] == ["en", "nb", "pl"]


def test_a_draft_of_another_language_is_not_told(translator: Client, index: ProjectIndexPage) -> None:
    ProjectPageFactory(parent=index, title="A secret", live=False)
    hidden = ProjectPageFactory(parent=index, title="Restricted")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    ours = ProjectPageFactory(parent=index, title="Handed over", live=False)
    submitted(ours, "nb")
    assert titles(translator, kind="projects.projectpage") == ["Handed over"]
    assert titles(translator, q="secret") == []


def test_the_title_of_a_draft_is_not_told_by_a_filter_either(translator: Client, index: ProjectIndexPage) -> None:
    secret = ProjectPageFactory(parent=index, title="A secret", live=False)
    page = soup(translator.get(MATRIX, {"below": str(secret.pk)}))
    assert "A secret" not in page.get_text()
    assert page.select("[role=alert]")


@pytest.mark.parametrize("words_sought", ["\0", "%", "'", "x" * 5000])
def test_whatever_is_sought_is_answered(translator: Client, index: ProjectIndexPage, words_sought: str) -> None:
    for address in (MATRIX, WORK):
        assert translator.get(address, {"q": words_sought, "page": "-1", "state": "\0"}).status_code == HTTPStatus.OK


def test_a_translator_is_led_into_their_language_alone(translator: Client, project: ProjectPage) -> None:
    submitted(project, "nb")
    submitted(project, "pl")
    page: Any = soup(translator.get(MATRIX, {"q": "Clean"}))
    row = page.select_one(".desk-matrix tbody tr")
    assert [one.find_parent("td")["data-language"] for one in row.select("td .cell > a")] == ["Norwegian Bokmål"]
    assert not page.select("button[value=hand_over]")


# -------------------------------------------------------------------------------------------- queue


def test_work_stands_in_the_order_in_which_it_is_done(
    translator: Client, project: ProjectPage, index: ProjectIndexPage
) -> None:
    def piece(title: str) -> Translation:
        return submitted(ProjectPageFactory(parent=index, title=title, summary="Words"), "nb")

    piece("Not begun")
    write(piece("Ready"))
    write(piece("Begun"), but=["Words"])
    machine = piece("By a machine")
    translate(machine, kind="machine")
    recount(Translation.objects.filter(pk=machine.pk))
    translated(project, "nb")
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    page: Any = soup(translator.get(WORK))
    assert titles(translator, WORK) == ["Clean water", "Begun", "By a machine", "Ready", "Not begun"]
    assert words(page.select_one(".desk-next h2")) == "Clean water"
    assert [words(one) for one in page.select(".desk-counts b")] == ["5", "1", "1", "1", "1", "1", "8"]
    assert titles(translator, WORK, state="draft") == ["Begun"]
    assert titles(translator, WORK, q="machine") == ["By a machine"]
    link: Any = page.select_one(".desk-next .act a")
    assert translator.get(link["href"]).status_code == HTTPStatus.OK


def test_what_is_done_is_out_of_sight(translator: Client, project: ProjectPage) -> None:
    translated(project, "nb")
    stopped = submitted(project, "pl")
    assert titles(translator, WORK) == []
    page = soup(translator.get(WORK))
    assert words(page.select_one(".desk-empty h2")) == "Nothing waits for you"
    assert stopped


def test_each_sees_their_own_languages_work(project: ProjectPage, staff: Client, translator: Client) -> None:
    submitted(project, "nb")
    submitted(project, "pl")
    polish = signed_in(member_of("Translators: Polish", name="polish"))
    assert len(titles(translator, WORK)) == len(titles(polish, WORK)) == 1
    assert len(titles(staff, WORK)) == 2
    assert len(titles(staff, WORK, language="pl")) == 1
    assert len(titles(translator, WORK, language="pl")) == 1, "theirs all the same"


def test_entries_wait_for_those_who_translate_the_vocabulary(staff: Client, translator: Client, index: Any) -> None:
    sewer = concept(Term, "sewer", name="Sewer", definition="A pipe")
    submitted(sewer, "pl")
    assert titles(staff, WORK) == ["Sewer"]
    assert titles(translator, WORK) == []
    submitted(sewer, "nb")
    assert titles(translator, WORK) == ["Sewer"]


def test_the_first_page_shows_what_waits(translator: Client, project: ProjectPage) -> None:
    assert "Nothing waits for you" in words(soup(translator.get("/admin/")))
    submitted(project, "nb")
    shown = words(soup(translator.get("/admin/")).select_one(".desk-panel"))
    assert "Clean water" in shown
    assert "All my work: 1 piece" in shown


def test_as_many_statements_show_one_piece_and_many(translator: Client, index: ProjectIndexPage) -> None:
    def statements(numbers: range) -> int:
        for number in numbers:
            submitted(ProjectPageFactory(parent=index, title=f"Project {number}"), "nb")
        with CaptureQueriesContext(connection) as captured:
            translator.get(WORK)
        return len(captured)

    translator.get(WORK)
    assert statements(range(1)) == statements(range(1, 8))


# ------------------------------------------------------------------------------------ many at once


def many(client: Client, kind: str, sources: Iterable[Page], *languages: str, **more: str) -> Any:
    sent = {"kind": kind, "model": "wagtailcore.page", "source": [one.pk for one in sources], "language": languages,
            "name": "Autumn"}  # fmt: skip
    return client.post(MATRIX + "many/", {**sent, **more}, follow=True)


def test_many_are_handed_over_parents_first(
    staff: Client, english_index: ProjectIndexPage, django_capture_on_commit_callbacks: Any
) -> None:
    page = ProjectPageFactory(parent=english_index, title="Old bridge")
    asked = soup(many(staff, "hand_over", [page, english_index], "nb", "pl"))
    assert "Norwegian Bokmål 2 translations" in words(asked)
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()
    with django_capture_on_commit_callbacks(execute=True):
        done = many(staff, "hand_over", [page, english_index], "nb", "pl", confirmed="1")
    done = soup(staff.get(done.redirect_chain[-1][0]))
    assert words(done.select_one(".desk-notice h2")) == "Hand over, 4 translations: 4 done, 0 refused"
    assert Translation.objects.filter(source__object_id=page.translation_key).count() == 2
    Status.objects.update(state=State.LIVE)
    assert "is done" in words(soup(many(staff, "hand_over", [page], "nb")))


def test_what_is_refused_says_why_and_the_others_are_published(
    staff: Client, project: ProjectPage, index: ProjectIndexPage, django_capture_on_commit_callbacks: Any
) -> None:
    write(submitted(project, "nb"))
    unfinished = ProjectPageFactory(parent=index, title="Old bridge")
    submitted(unfinished, "nb")
    with django_capture_on_commit_callbacks(execute=True):
        answer = many(staff, "publish", [project, unfinished], "nb", confirmed="1")
    page: Any = soup(staff.get(answer.redirect_chain[-1][0]))
    assert words(page.select_one(".desk-notice h2")) == "Publish, 2 translations: 1 done, 1 refused"
    assert "texts are not translated" in words(page.select_one(".desk-reasons"))
    assert Page.objects.get(translation_key=project.translation_key, locale=locale("nb")).live


def test_nobody_does_to_many_what_they_may_not_do_to_one(
    translator: Client, project: ProjectPage, django_capture_on_commit_callbacks: Any
) -> None:
    write(submitted(project, "pl"))
    with django_capture_on_commit_callbacks(execute=True):
        many(translator, "publish", [project], "pl", confirmed="1")
        many(translator, "hand_over", [project], "nb", confirmed="1")
    assert [[one["refused"] for one in batch.results] for batch in Batch.objects.order_by("pk")] == [[True], [True]]
    assert not Page.objects.get(translation_key=project.translation_key, locale=locale("pl")).live
    assert not Page.objects.filter(translation_key=project.translation_key, locale=locale("nb")).exists()


def test_entries_that_pages_use_are_handed_over_first(
    staff: Client, project: ProjectPage, place: Any, django_capture_on_commit_callbacks: Any
) -> None:
    term = concept(Term, "sewer", name="Sewer", definition="A pipe")
    project.body = [("term", term)]
    project.save_revision().publish()
    assert "1 entry of the vocabularies first" in words(soup(many(staff, "hand_over", [project], "nb")))
    with django_capture_on_commit_callbacks(execute=True):
        many(staff, "hand_over", [project], "nb", confirmed="1", entries="1")
    assert [one["title"] for one in Batch.objects.get().results] == ["Sewer", "Clean water"]
    assert Term.objects.filter(translation_key=term.translation_key, locale=locale("nb")).exists()


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({}, "Choose what is to be done."),
        ({"kind": "burn"}, "Choose what is to be done."),
        ({"kind": "publish"}, "Mark rows first"),
        ({"kind": "publish", "model": "auth.user", "source": "1"}, "Mark rows first"),
        (
            {"kind": "publish", "model": "wagtailcore.page", "source": ["x", "99999", "٣", "9" * 5000]},
            "Mark rows first",
        ),
        ({"kind": "publish", "model": "wagtailcore.page", "source": "{page}"}, "Choose a language."),
        ({"kind": "publish", "model": "wagtailcore.page", "source": "{page}", "language": "xx"}, "Choose a language."),
    ],
)
def test_what_is_missing_is_named(staff: Client, project: ProjectPage, sent: dict[str, Any], refusal: str) -> None:
    values = {name: value.format(page=project.pk) if isinstance(value, str) else value for name, value in sent.items()}
    answer = staff.post(MATRIX + "many/", {**values, "back": "https://elsewhere.example/"}, follow=True)
    assert answer.redirect_chain[0][0] == MATRIX
    assert refusal in words(soup(answer))


def test_what_came_of_it_is_for_who_began_it(staff: Client, project: ProjectPage) -> None:
    batch = Batch.objects.create(kind=BatchKind.PUBLISH, user=User.objects.create_superuser("other"))
    assert staff.get(f"{MATRIX}many/{batch.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_a_task_that_was_interrupted_goes_on_where_it_was(project: ProjectPage) -> None:
    write(submitted(project, "nb"))
    user = User.objects.create_superuser("admin")
    done = {"title": "Before", "language": "nb", "refused": False, "said": "", "address": ""}
    gone = ["wagtailcore.page", 99999, "nb"]
    batch = Batch.objects.create(
        kind=BatchKind.PUBLISH, user=user, results=[done], items=[gone, gone, ["wagtailcore.page", project.pk, "nb"]]
    )
    batches.run_batch.func(batch=batch.pk)
    batch.refresh_from_db()
    assert [(one["title"], one["refused"]) for one in batch.results] == [
        ("Before", False), ("", True), ("Clean water", False),
    ]  # fmt: skip
    assert batch.finished_at
    batches.run_batch.func(batch=batch.pk)
