"""The editor of translations: all texts side by side, each saved by itself."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from projects.models import ProjectPage
from tests.factories.complete import EVERY_PAGE
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import TABLE, member_of, signed_in
from translation.content import serialised, texts
from translation.editor.sheet import Sheet
from translation.editor.structure import outline
from translation.enums import Right
from translation.models import LanguageRight, Status
from translation.origins import HUMAN, MACHINE, REVIEWED

pytestmark = pytest.mark.django_db

NORWEGIAN = "Translators: Norwegian Bokmål"


@pytest.fixture
def nb(project: ProjectPage) -> Translation:
    return submitted(project, "nb")


@pytest.fixture
def translator(nb: Translation) -> Client:
    return signed_in(member_of(NORWEGIAN))


def address(translation: Translation) -> str:
    return reverse("translate", args=[translation.pk])


def sheet(translation: Translation) -> Sheet:
    fresh = Translation.objects.select_related("source").get(pk=translation.pk)
    return Sheet(fresh, ProjectPage)


def text_of(translation: Translation, path: str, number: int = 0) -> Any:
    return [text for text in sheet(translation).texts if text.path.startswith(path)][number]


def write(client: Client, translation: Translation, text: Any, written: str, **more: str) -> Any:
    data = {"text": written, "seen": text.version, "action": "done"} | more
    where = reverse("translate_text", args=[translation.pk, text.pk])
    return client.post(where, data, headers={"Accept": "application/json"})


def stored(translation: Translation, text: Any) -> StringTranslation:
    context, string = text.place
    found: StringTranslation = StringTranslation.objects.get(
        context=context, translation_of=string, locale=translation.target_locale
    )
    return found


def soup(response: Any) -> BeautifulSoup:
    assert response.status_code == HTTPStatus.OK
    return BeautifulSoup(response.content, "html.parser")


def one(page: BeautifulSoup, selector: str) -> Any:
    found = page.select(selector)
    assert len(found) == 1
    return found[0]


# ---------------------------------------------------------------------------------------- what is shown


def test_every_text_of_the_source_is_there_once_in_the_order_of_the_page(nb: Translation) -> None:
    segments = StringSegment.objects.filter(source=nb.source).order_by("order")
    texts = sheet(nb).texts
    assert sorted(text.pk for text in texts) == sorted(segments.values_list("pk", flat=True))
    assert [text.number for text in texts] == list(range(1, len(texts) + 1))
    assert texts[0].path == "title"
    of_body = [text.pk for text in texts if text.path.startswith("body")]
    assert of_body == list(segments.filter(context__path__startswith="body").values_list("pk", flat=True))


@pytest.mark.parametrize("kind", EVERY_PAGE)
def test_no_text_of_any_page_is_left_out(kind: str) -> None:
    page = EVERY_PAGE[kind]().specific
    content = serialised(page)
    places = [place.path for place in outline(type(page), content)]
    assert len(places) == len(set(places))
    assert {path for path, _text in texts(type(page), content)} <= set(places)


def test_a_heading_begins_a_part_and_fields_are_called_as_editors_call_them(
    translator: Client, nb: Translation
) -> None:
    page = soup(translator.get(address(nb)))
    heads = [" ".join(one.get_text(" ").split()) for one in page.select(".desk-group h2")]
    assert heads[0] == "Fields"
    heading = text_of(nb, "body")
    assert heading.source in heads
    assert "Title" in page.select("#editor .desk-label")[0].get_text()


def test_both_languages_are_marked(translator: Client, nb: Translation) -> None:
    page = soup(translator.get(address(nb)))
    assert {one["lang"] for one in page.select(".desk-src")} == {"en"}
    assert {one["lang"] for one in page.select(".desk-tgt")} == {"nb"}


def test_only_what_is_asked_for_is_shown(translator: Client, nb: Translation) -> None:
    translate(nb, but=["Clean water"])
    assert [one["data-text"] for one in soup(translator.get(address(nb), {"show": "to_do"})).select("[data-text]")] == [
        str(text_of(nb, "title").pk)
    ]
    assert len(soup(translator.get(address(nb), {"q": "clean WATER"})).select("[data-text]")) >= 1
    assert not soup(translator.get(address(nb), {"show": "changed"})).select("[data-text]")


@pytest.mark.parametrize("text", ["0", "x", "9" * 30, "9" * 5000, "²"])
def test_an_address_that_names_no_text_opens_none(translator: Client, nb: Translation, text: str) -> None:
    assert not soup(translator.get(address(nb), {"text": text})).select("textarea.desk-written")


# ---------------------------------------------------------------------------------------- saving


def test_a_text_is_saved_and_counted(translator: Client, nb: Translation) -> None:
    title = text_of(nb, "title")
    answer = write(translator, nb, title, "Rent vann")
    assert answer.status_code == HTTPStatus.OK
    row = stored(nb, title)
    assert (row.data, row.has_error, row.translation_type) == ("Rent vann", False, HUMAN)
    assert row.last_translated_by is not None
    told = json.loads(answer.content)
    assert (told["to_do"], told["text"], told["version"]) == (False, "Rent vann", text_of(nb, "title").version)
    assert "1 translated" in told["progress"]
    assert Status.objects.get(translation=nb).approved == 1
    assert Page.objects.get(translation_key=nb.source.object_id, locale=nb.target_locale).draft_title == "Rent vann"


def test_a_draft_is_kept_and_not_published(translator: Client, nb: Translation) -> None:
    translate(nb, but=["Clean water"])
    title = text_of(nb, "title")
    told = json.loads(write(translator, nb, title, "Rent va", action="draft").content)
    assert told["to_do"]
    assert Status.objects.get(translation=nb).draft == 1
    assert "is not translated or has an error" in translator.post(address(nb), follow=True).content.decode()
    assert not nb.get_target_instance().live
    assert text_of(nb, "title").target == "Rent va"


def test_an_empty_text_is_none(translator: Client, nb: Translation) -> None:
    translate(nb)
    title = text_of(nb, "title")
    assert write(translator, nb, title, " \n").status_code == HTTPStatus.OK
    assert text_of(nb, "title").target == ""
    assert Status.objects.get(translation=nb).missing == 1


def test_a_machines_text_that_somebody_works_on_is_reviewed(translator: Client, nb: Translation) -> None:
    translate(nb, kind=MACHINE)
    title = text_of(nb, "title")
    write(translator, nb, title, title.target)
    assert stored(nb, title).translation_type == REVIEWED


def test_a_draft_over_a_machines_text_is_no_review_of_it(translator: Client, nb: Translation) -> None:
    translate(nb, kind=MACHINE)
    title = text_of(nb, "title")
    write(translator, nb, title, "Rent va", action="draft")
    assert stored(nb, title).translation_type == MACHINE
    write(translator, nb, text_of(nb, "title"), "Rent vann")
    assert stored(nb, title).translation_type == REVIEWED


def test_a_form_without_a_text_changes_nothing(translator: Client, nb: Translation) -> None:
    translate(nb)
    title = text_of(nb, "title")
    where = reverse("translate_text", args=[nb.pk, title.pk])
    assert translator.post(where, {"seen": title.version, "action": "done"}).status_code == HTTPStatus.BAD_REQUEST
    assert text_of(nb, "title").target == title.target


def test_tags_that_do_not_fit_are_refused_and_nothing_is_lost(translator: Client, nb: Translation) -> None:
    title = text_of(nb, "title")
    answer = write(translator, nb, title, "Rent ⟨b⟩vann")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert json.loads(answer.content)["problem"] == "The original has no ⟨b⟩."
    where = reverse("translate_text", args=[nb.pk, title.pk])
    page = BeautifulSoup(translator.post(where, {"text": "Rent ⟨b⟩vann", "action": "done"}).content, "html.parser")
    assert one(page, "textarea.desk-written").text.strip() == "Rent ⟨b⟩vann"


def test_without_a_script_done_leads_to_the_next_text_that_is_to_do(translator: Client, nb: Translation) -> None:
    translate(nb, but=[text_of(nb, "title").source, text_of(nb, "body").source])
    where = reverse("translate_text", args=[nb.pk, text_of(nb, "title").pk])
    answer = translator.post(where, {"text": "Rent vann", "seen": "", "action": "done"})
    assert answer.status_code == HTTPStatus.FOUND
    following = text_of(nb, "body").pk
    assert answer["Location"] == f"{address(nb)}?text={following}#text-{following}"
    page = soup(translator.get(answer["Location"]))
    assert one(page, "textarea.desk-written")["data-original"] == text_of(nb, "body").source


# ---------------------------------------------------------------------------------------- two at once


def test_nobody_writes_over_what_they_have_not_seen(translator: Client, nb: Translation) -> None:
    other = signed_in(member_of(NORWEGIAN, name="other"))
    seen = text_of(nb, "title")
    assert write(other, nb, seen, "Reint vatn").status_code == HTTPStatus.OK
    answer = write(translator, nb, seen, "Rent vann")
    assert answer.status_code == HTTPStatus.CONFLICT
    told = json.loads(answer.content)
    assert told["theirs"] == "Reint vatn"
    assert stored(nb, seen).data == "Reint vatn"
    assert write(translator, nb, seen, "Rent vann", seen=told["version"]).status_code == HTTPStatus.OK
    assert stored(nb, seen).data == "Rent vann"


def test_without_a_script_both_texts_are_shown(translator: Client, nb: Translation) -> None:
    title = text_of(nb, "title")
    write(translator, nb, title, "Reint vatn")
    where = reverse("translate_text", args=[nb.pk, title.pk])
    answer = translator.post(where, {"text": "Rent vann", "seen": "", "action": "done"})
    assert answer.status_code == HTTPStatus.CONFLICT
    page = BeautifulSoup(answer.content, "html.parser")
    assert one(page, "textarea.desk-written").text.strip() == "Rent vann"
    assert one(page, "[data-theirs]").text == "Reint vatn"
    again = {"text": "Rent vann", "seen": one(page, "[name=seen]")["value"], "action": "done"}
    assert translator.post(where, again).status_code == HTTPStatus.FOUND
    assert stored(nb, title).data == "Rent vann"


def test_two_who_write_the_same_agree(translator: Client, nb: Translation) -> None:
    title = text_of(nb, "title")
    for _time in range(2):
        assert write(translator, nb, title, "Rent vann").status_code == HTTPStatus.OK


# ---------------------------------------------------------------------------------------- the source changed


def test_what_has_changed_in_the_source_is_marked(translator: Client, nb: Translation, project: ProjectPage) -> None:
    translate(nb)
    nb.save_target(publish=True)
    project.title = "Clean cold water"
    project.save_revision().publish()
    title = text_of(nb, "title")
    assert (title.to_do, title.stale, title.target) == (True, True, "nb: Clean water")
    page = soup(translator.get(address(nb), {"text": title.pk, "show": "changed"}))
    assert [one.text.strip() for one in page.select(".desk-src ins")] == ["cold"]
    assert " ".join(one(page, ".desk-was span").text.split()) == "Clean water"
    write(translator, nb, title, "nb: Clean col", action="draft")
    page = soup(translator.get(address(nb), {"text": title.pk}))
    assert [shown.text.strip() for shown in page.select(".desk-src ins")] == ["cold"]
    write(translator, nb, text_of(nb, "title"), "nb: Clean cold water")
    assert not text_of(nb, "title").to_do
    write(translator, nb, text_of(nb, "title"), "nb: Clean", action="draft")
    assert not soup(translator.get(address(nb), {"text": title.pk})).select(".desk-was")


# ---------------------------------------------------------------------------------------- what checks find


def test_what_a_check_finds_is_told_as_it_is_saved_and_when_it_is_read(translator: Client, nb: Translation) -> None:
    summary = text_of(nb, "summary")
    told = json.loads(write(translator, nb, summary, "Rør til  to byer").content)
    assert "blank" in told["findings"].casefold()
    page = soup(translator.get(address(nb), {"show": "found"}))
    assert [shown["data-text"] for shown in page.select("[data-text]")] == [str(summary.pk)]
    told = json.loads(write(translator, nb, text_of(nb, "summary"), "Rør til to byer").content)
    assert told["findings"].strip() == ""
    assert not soup(translator.get(address(nb), {"show": "found"})).select("[data-text]")


def test_somebody_says_why_a_finding_is_none(translator: Client, nb: Translation) -> None:
    summary = text_of(nb, "summary")
    write(translator, nb, summary, "Rør til  to byer")
    (finding,) = text_of(nb, "summary").findings
    where = reverse("dismiss_finding", args=[nb.pk, summary.pk])
    refused = translator.post(where, {"check": finding.check, "reason": " "}, follow=True)
    assert "Say why this is right." in refused.content.decode()
    assert text_of(nb, "summary").findings
    translator.post(where, {"check": finding.check, "reason": "It stands so in the logo"})
    assert not text_of(nb, "summary").findings
    opened = soup(translator.get(address(nb), {"text": summary.pk}))
    assert "It stands so in the logo" in one(opened, ".is-dismissed").text
    translator.post(where, {"again": finding.check})
    assert text_of(nb, "summary").findings
    translator.post(where, {"check": finding.check, "reason": "It stands so in the logo"})
    write(translator, nb, text_of(nb, "summary"), "Rør til  tre byer")
    assert text_of(nb, "summary").findings  # it was said of other words


# ---------------------------------------------------------------------------------------- rights


@pytest.mark.parametrize("group", ["Translators: Polish", "Communications staff"])
def test_who_has_a_right_to_the_language_reads_and_writes_and_nobody_else(nb: Translation, group: str) -> None:
    other = signed_in(member_of(group, name="other"))
    may = group == "Communications staff"
    assert (other.get(address(nb)).status_code == HTTPStatus.OK) is may
    answer = write(other, nb, text_of(nb, "title"), "Rent vann")
    assert (answer.status_code == HTTPStatus.OK) is may


def test_a_reviewer_reads_and_does_not_write(nb: Translation) -> None:
    readers = Group.objects.create(name="Readers")
    readers.permissions.add(Permission.objects.get(codename="access_admin"))
    LanguageRight.objects.create(group=readers, locale=locale("nb"), right=Right.REVIEW_PAGES)
    reviewer = signed_in(member_of("Readers", name="reviewer"))
    page = soup(reviewer.get(address(nb), {"text": text_of(nb, "title").pk}))
    assert one(page, "textarea.desk-written").has_attr("readonly")
    assert not page.select("[name=action]")
    answer = write(reviewer, nb, text_of(nb, "title"), "Rent vann")
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert json.loads(answer.content)["problem"] == "You may not translate into Norwegian Bokmål."


def test_a_locked_page_is_read_and_not_written(translator: Client, nb: Translation) -> None:
    page = nb.get_target_instance()
    page.locked, page.locked_by = True, member_of("Communications staff", name="staff")
    page.save()
    answer = write(translator, nb, text_of(nb, "title"), "Rent vann")
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "is locked" in json.loads(answer.content)["problem"]
    assert "is locked" in translator.get(address(nb)).content.decode()


def test_a_text_of_another_page_is_not_found(translator: Client, nb: Translation) -> None:
    pl = submitted(nb.source.get_source_instance().get_parent(), "pl")
    other = StringSegment.objects.filter(source=pl.source).first()
    assert other is not None
    for where in ([nb.pk, other.pk], [nb.pk, 10**18], [10**18, 1]):
        assert translator.get(reverse("translate_text", args=where)).status_code == HTTPStatus.NOT_FOUND
        assert translator.post(reverse("translate_text", args=where)).status_code == HTTPStatus.NOT_FOUND


def test_an_adapted_edition_is_edited_in_its_own_editor(translator: Client, nb: Translation) -> None:
    translate(nb)
    nb.save_target(publish=True)
    Translation.objects.filter(pk=nb.pk).update(enabled=False)
    target = nb.get_target_instance()
    assert translator.get(address(nb))["Location"] == reverse("wagtailadmin_pages:edit", args=[target.pk])


# ---------------------------------------------------------------------------------------- costs


def long_project(project: ProjectPage, rows: int) -> Translation:
    table = {
        **TABLE,
        "rows": [{"values": [f"Pipe number {number}", f"Pump {number} of many"]} for number in range(rows)],
    }
    project.body = [("heading", {"text": "Costs", "anchor": "costs"}), ("table", table)]
    project.save_revision().publish()
    return submitted(project, "nb")


def statements(captured: CaptureQueriesContext) -> int:
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE")) for one in captured)


def test_the_editor_opens_with_as_many_statements_for_five_hundred_texts_as_for_five(project: ProjectPage) -> None:
    counts = {}
    client = signed_in(member_of(NORWEGIAN))
    for rows in (5, 250):
        nb = long_project(project, rows)
        client.get(address(nb))
        with CaptureQueriesContext(connection) as captured:
            assert len(soup(client.get(address(nb))).select("[data-text]")) >= 2 * rows
        counts[rows] = len(captured)
    assert counts[250] == counts[5]
    assert counts[5] <= 50


def test_a_text_is_saved_with_few_statements(project: ProjectPage) -> None:
    nb = long_project(project, 250)
    client = signed_in(member_of(NORWEGIAN))
    first, second = text_of(nb, "body", 9), text_of(nb, "body", 10)
    write(client, nb, first, "en")
    with CaptureQueriesContext(connection) as captured:
        assert write(client, nb, second, "to").status_code == HTTPStatus.OK
    assert statements(captured) <= 27


# ---------------------------------------------------------------------------------------- odd input


@pytest.mark.parametrize(
    "written", ["Rent\0vann", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "x" * 20_001]
)
def test_what_cannot_be_kept_is_refused_or_kept_whole(translator: Client, nb: Translation, written: str) -> None:
    title = text_of(nb, "title")
    answer = write(translator, nb, title, written)
    assert answer.status_code in (HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY)
    if answer.status_code == HTTPStatus.OK:
        assert text_of(nb, "title").target == written
    else:
        assert json.loads(answer.content)["problem"]


def test_the_editor_opens_when_the_source_is_gone(nb: Translation, project: ProjectPage) -> None:
    translate(nb)
    nb.save_target(publish=True)
    Page.objects.filter(pk=project.pk).delete()
    staff = signed_in(member_of("Communications staff", name="staff"))
    assert staff.get(address(nb)).status_code in (HTTPStatus.OK, HTTPStatus.FOUND)
