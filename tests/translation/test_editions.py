"""An adapted edition: how a translation leaves its source, and how it comes back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import stop_translation

from cms.enums import TextOrigin
from projects.models import ProjectIndexPage, ProjectPage, Term
from tests.editing import PUBLISH, body_of, edit_address, filled_in, shown
from tests.factories.home import home
from tests.factories.projects import ProjectIndexPageFactory, ProjectPageFactory, concept
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of, said, signed_in
from translation.editions import RESTARTED, STOPPED, overwritten, restart, stop
from translation.localize import upstream_copy
from translation.origins import MACHINE
from translation.publication import PublicationRefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(db: None) -> Client:
    return signed_in(member_of("Translators: Norwegian Bokmål"))


@pytest.fixture
def norwegian(project: ProjectPage) -> ProjectPage:
    """The public Norwegian page."""
    page: ProjectPage = translated(project, "nb")
    return page


def translation_of(page: ProjectPage) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)


def adapted(page: ProjectPage, **values: str) -> ProjectPage:
    """Return a page as an adapted edition with texts of its own, public."""
    stop(translation_of(page))
    page = ProjectPage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return ProjectPage.objects.get(pk=page.pk)


def stop_address(page: ProjectPage) -> str:
    return reverse("wagtail_localize:stop_translation", args=[translation_of(page).pk])


# ------------------------------------------------------------------------------------------ it begins


def test_stopping_asks_first_and_says_what_it_gives(translator: Client, norwegian: ProjectPage) -> None:
    response = translator.post(stop_address(norwegian), {"next": edit_address(norwegian)})
    assert "Readers see “adapted edition” beside the language." in response.content.decode()
    assert translation_of(norwegian).enabled
    response = translator.post(
        stop_address(norwegian), {"next": edit_address(norwegian), "confirmed": "1"}, follow=True
    )
    assert said(response) == "This is an adapted edition now. Readers are told."
    assert not translation_of(norwegian).enabled
    assert PageLogEntry.objects.filter(page=norwegian, action=STOPPED).exists()


def test_readers_are_told_of_an_adapted_edition_at_once(norwegian: ProjectPage) -> None:
    stop(translation_of(norwegian))
    html = BeautifulSoup(Client().get(norwegian.url_path).content, "html.parser")
    marks = {item.b.get_text(): item for item in html.select(".editions li") if item.b}
    assert marks["Norsk bokmål"].select_one(".mark")["data-origin"] == "adapted"
    assert norwegian.get_parent().specific.origin == TextOrigin.HUMAN


@pytest.mark.parametrize("done", [(), ("Water for all.", "Build")])
def test_what_is_not_whole_does_not_stop(translator: Client, project: ProjectPage, done: tuple[str, ...]) -> None:
    translation = submitted(project, "nb")
    if done:
        translate(translation, but=done)
    page = translation.get_target_instance()
    response = translator.post(stop_address(page), {"next": edit_address(page), "confirmed": "1"}, follow=True)
    assert f"{len(done) or 9} texts are not translated or have an error" in said(response)
    assert translation_of(page).enabled


def test_a_machine_s_translation_is_reviewed_before_it_is_an_edition(project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation, kind=MACHINE)
    with pytest.raises(PublicationRefusedError, match="8 texts of a machine that nobody has reviewed"):
        stop(translation)


def test_the_editor_of_an_adapted_edition_has_the_translated_texts(project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation)  # and nothing published or saved since
    stop(translation)
    draft = translation.get_target_instance().get_latest_revision_as_object()
    assert draft.summary == "nb: Pipes for two towns"


def test_nobody_stops_what_is_not_theirs(norwegian: ProjectPage) -> None:
    polish = signed_in(member_of("Translators: Polish"))
    polish.post(stop_address(norwegian), {"confirmed": "1"})
    assert translation_of(norwegian).enabled


def test_upstream_stops_anything_without_a_question(project: ProjectPage, rf: Any) -> None:
    translation = submitted(project, "nb")
    request = rf.post("/")
    request.user = member_of("Administrators")
    request._messages = type("Messages", (), {"add": lambda self, *args: None})()
    stop_translation(request, translation.pk)
    assert not Translation.objects.get(pk=translation.pk).enabled


@pytest.mark.parametrize(
    ("summary", "is_refused"),
    [
        ("Rør til to byer", False),
        ("Pipes for two towns", True),  # the source's
        ("Interreg", False),  # a name
        ("Words of some other page", True),
        ("Words that nobody knows", False),
    ],
)
def test_an_adapted_edition_is_written_in_its_language(
    index: ProjectIndexPage, norwegian: ProjectPage, summary: str, is_refused: bool
) -> None:
    other = ProjectPageFactory(parent=index, title="Interreg", summary="Words of some other page")
    submitted(other, "nb")
    stop(translation_of(norwegian))
    page = ProjectPage.objects.get(pk=norwegian.pk)
    page.summary = summary
    revision = page.save_revision()
    if is_refused:
        with pytest.raises(PublicationRefusedError, match=f"1 text is in English \\(“{summary}”\\)"):
            revision.publish()
    else:
        revision.publish()
    assert (ProjectPage.objects.get(pk=page.pk).summary == summary) is not is_refused


def test_a_text_that_is_known_in_the_language_is_of_the_language(
    index: ProjectIndexPage, norwegian: ProjectPage
) -> None:
    other = submitted(ProjectPageFactory(parent=index, title="Water", summary="Centre for water"), "nb")
    other.source.stringsegment_set.get(string__data="Centre for water").string.translations.create(
        locale=locale("nb"), context=None, data="Centre for water", translation_type="manual"
    )
    page = adapted(norwegian, summary="Centre for water")
    assert page.summary == "Centre for water"


# -------------------------------------------------------------------------------------------- it ends


def test_starting_again_shows_what_will_be_replaced_and_keeps_it(translator: Client, norwegian: ProjectPage) -> None:
    page = adapted(norwegian, summary="Rør til to byer & én bygd")
    response = translator.post(edit_address(page), {"localize-restart-translation": "1"})
    rows = [
        [cell.get_text(strip=True) for cell in row.select("td")]
        for row in BeautifulSoup(response.content, "html.parser").select("table.listing tbody tr")
    ]
    assert rows == [["Summary", "Rør til to byer & én bygd", "nb: Pipes for two towns"]]
    assert not translation_of(page).enabled
    response = translator.post(edit_address(page), {"localize-restart-translation": "1", "confirmed": "1"}, follow=True)
    assert said(response).startswith("The translation follows its source again.")
    assert translation_of(page).enabled
    kept = PageLogEntry.objects.get(page=page, action=RESTARTED).revision
    translation_of(page).save_target(publish=True)
    page.refresh_from_db()
    assert (page.summary, page.origin) == ("nb: Pipes for two towns", TextOrigin.HUMAN)
    assert kept is not None
    assert kept.as_object().summary == "Rør til to byer & én bygd"


def test_a_draft_of_an_adapted_edition_is_kept_beside_its_public_version(norwegian: ProjectPage) -> None:
    page = adapted(norwegian, summary="Rør til to byer")
    page.summary = "Rør til tre byer"
    page.save_revision()
    translation = translation_of(page)
    assert [change.written for change in overwritten(translation)] == ["Rør til to byer", "Rør til tre byer"]
    restart(translation)
    versions = [revision.as_object().summary for revision in page.revisions.order_by("-pk")[:2]]
    assert versions == ["Rør til tre byer", "Rør til to byer"]
    assert ProjectPage.objects.get(pk=page.pk).summary == "Rør til to byer"


def test_nothing_is_replaced_where_nothing_was_edited(norwegian: ProjectPage) -> None:
    stop(translation_of(norwegian))
    assert overwritten(translation_of(norwegian)) == []


def test_readers_are_told_when_the_source_moved_on_while_the_edition_went_its_own_way(
    project: ProjectPage, norwegian: ProjectPage
) -> None:
    page = adapted(norwegian, summary="Rør til to byer")
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    page.refresh_from_db()
    assert page.source_changed_on is None  # an adapted edition is not behind
    restart(translation_of(page))
    with pytest.raises(PublicationRefusedError):
        translation_of(page).save_target(publish=True)
    page.get_latest_revision().publish()  # what is public already
    assert ProjectPage.objects.get(pk=page.pk).source_changed_on == timezone.localdate()
    translate(translation_of(page))
    translation_of(page).save_target(publish=True)
    page.refresh_from_db()
    assert (page.summary, page.source_changed_on) == ("nb: Pipes for three towns", None)


def test_an_edition_keeps_its_words_until_its_translation_is_published(
    project: ProjectPage, norwegian: ProjectPage
) -> None:
    page = adapted(norwegian, summary="Rør til to byer")
    restart(translation_of(page))
    project.title = "Clear water"
    project.save_revision().publish()
    page.refresh_from_db()
    assert page.summary == "Rør til to byer"
    translate(translation_of(page))
    translation_of(page).save_target(publish=True)
    page.refresh_from_db()
    assert page.summary == "nb: Pipes for two towns"


def test_a_concept_stops_and_starts_too(db: None) -> None:
    staff = signed_in(member_of("Communications staff"))
    term = concept(Term, "water", name="Water", definition="What there is to drink")
    norwegian = translated(term, "nb")
    translation = Translation.objects.get(source__object_id=term.translation_key)
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    edit = reverse("wagtailsnippets_projects_term:edit", args=[norwegian.pk])
    staff.post(address, {"next": edit, "confirmed": "1"})
    norwegian = Term.objects.get(pk=norwegian.pk)
    norwegian.definition = "Det man drikker"
    norwegian.save_revision().publish()
    asked = staff.post(edit, {"localize-restart-translation": "1"}).content.decode()
    assert "Det man drikker" in asked
    assert "nb: What there is to drink" in asked
    staff.post(edit, {"localize-restart-translation": "1", "confirmed": "1"})
    translation.refresh_from_db()
    assert translation.enabled
    assert norwegian.revisions.order_by("pk").last().as_object().definition == "Det man drikker"


@pytest.mark.parametrize("state", ["draft", "public", "an older version"])
def test_what_somebody_typed_before_a_refused_publication_is_kept_as_a_draft(
    norwegian: ProjectPage, state: str
) -> None:
    page = adapted(norwegian)
    if state == "draft":
        page.unpublish()
    staff = signed_in(member_of("Communications staff"))
    address = edit_address(page)
    if state == "an older version":
        address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id])
    typed = filled_in(staff, address, **body_of(page)) | {"title": "Rør og kraner", "summary": "Pipes for two towns"}
    response = staff.post(address, typed | PUBLISH, follow=True)
    assert "1 text is in English" in said(response)
    page = ProjectPage.objects.get(pk=page.pk)
    assert page.live is (state != "draft")
    assert page.summary == ("Pipes for two towns" if state == "draft" else "nb: Pipes for two towns")
    assert page.get_latest_revision_as_object().title == "Rør og kraner"
    assert shown(staff.get(edit_address(page)))["title"] == "Rør og kraner"


def test_what_somebody_typed_before_a_refused_approval_is_kept_as_a_draft(norwegian: ProjectPage) -> None:
    page = adapted(norwegian)
    staff = signed_in(member_of("Administrators"))
    staff.post(edit_address(page), filled_in(staff, edit_address(page)) | {"action-submit": "submit"})
    typed = filled_in(staff, edit_address(page)) | {"summary": "Pipes for two towns"}
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    response = staff.post(edit_address(page), typed | approve, follow=True)
    assert "1 text is in English" in said(response)
    page = ProjectPage.objects.get(pk=page.pk)
    assert page.current_workflow_state is not None
    assert page.get_latest_revision_as_object().summary == "Pipes for two towns"


def test_what_somebody_typed_before_a_concept_was_refused_is_kept_as_a_draft(db: None) -> None:
    staff = signed_in(member_of("Communications staff"))
    norwegian = translated(concept(Term, "water", name="Drinking water", definition="What there is to drink"), "nb")
    stop(Translation.objects.get(source__object_id=norwegian.translation_key, target_locale=norwegian.locale))
    edit = reverse("wagtailsnippets_projects_term:edit", args=[norwegian.pk])
    typed = filled_in(staff, edit, form="w-editor-form") | {"definition": "What there is to drink"}
    typed = {name: value for name, value in typed.items() if not name.startswith("body")}
    response = staff.post(edit, typed | PUBLISH, follow=True)
    assert "1 text is in English" in said(response)
    norwegian = Term.objects.get(pk=norwegian.pk)
    assert norwegian.definition == "nb: What there is to drink"
    assert norwegian.get_latest_revision_as_object().definition == "What there is to drink"


# ---------------------------------------------------------------------------- below another language


@pytest.fixture
def shelf(index: ProjectIndexPage) -> ProjectIndexPage:
    """A list that stands in Polish."""
    page: ProjectIndexPage = ProjectIndexPage.objects.get(translation_key=index.translation_key, locale=locale("pl"))
    return page


def test_no_page_is_made_below_one_of_another_language(shelf: ProjectIndexPage) -> None:
    with pytest.raises(PublicationRefusedError, match="cannot stand below “pl: Projects”, which is in Polish"):
        shelf.add_child(instance=ProjectPage(title="Water", locale=locale("en"), live=False))


@pytest.mark.parametrize("keep_live", [True, False])
def test_no_page_is_copied_below_one_of_another_language(
    project: ProjectPage, shelf: ProjectIndexPage, keep_live: bool
) -> None:
    with pytest.raises(PublicationRefusedError, match="cannot stand below"):
        project.copy(to=shelf, keep_live=keep_live)
    assert not ProjectPage.objects.child_of(shelf).exists()


def test_no_page_is_moved_below_one_of_another_language(project: ProjectPage, shelf: ProjectIndexPage) -> None:
    with pytest.raises(PublicationRefusedError, match="cannot stand below"):
        project.move(shelf, pos="last-child")
    assert ProjectPage.objects.get(pk=project.pk).path == project.path


def test_the_administration_says_why_a_copy_is_refused(project: ProjectPage, shelf: ProjectIndexPage) -> None:
    staff = signed_in(member_of("Administrators"))
    address = reverse("wagtailadmin_pages:copy", args=[project.pk])
    sent = {
        "new_title": "Copy", "new_slug": "copy", "new_parent_page": shelf.pk, "publish_copies": "on",
        "copy_subpages": "", "alias": "",
    }  # fmt: skip
    response = staff.post(address, sent, follow=True, headers={"Referer": f"http://testserver{address}"})
    assert "cannot stand below “pl: Projects”, which is in Polish" in said(response)
    assert response.status_code == HTTPStatus.OK


def test_a_branch_is_copied_whole_or_not_at_all(index: ProjectIndexPage, project: ProjectPage) -> None:
    shelf = Page.objects.get(translation_key=index.translation_key, locale=locale("nb"))
    translated(project, "nb")
    below = ProjectPage.objects.child_of(shelf).get()
    ProjectPage.objects.filter(pk=below.pk).update(summary="Pipes for two towns")  # as if by a hole elsewhere
    for execute, left in ((CopyPageAction.execute, 0), (upstream_copy, 1)):
        action = CopyPageAction(shelf.specific, to=home("nb"), update_attrs={"slug": "copy"}, recursive=True)
        with pytest.raises(PublicationRefusedError):
            execute(action)
        assert Page.objects.filter(slug="copy").count() == left  # Wagtail's own leaves what it had made


def test_a_copy_is_an_adapted_edition_too(norwegian: ProjectPage) -> None:
    copied = norwegian.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert ProjectPage.objects.get(pk=copied.pk).origin == TextOrigin.ADAPTED


def test_an_old_version_in_a_copy_of_a_translation_is_refused(norwegian: ProjectPage) -> None:
    """Its history comes with it, in no order of its keys: the oldest version had the source's words."""
    copied = norwegian.copy(update_attrs={"slug": "copy"}, keep_live=True)
    with pytest.raises(PublicationRefusedError, match="texts are in English"):
        copied.revisions.earliest("created_at").publish()


def test_a_copy_of_an_original_is_an_original(project: ProjectPage) -> None:
    copied = project.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert (copied.is_original, copied.origin, copied.translated_from) == (True, "", None)
    assert ProjectIndexPageFactory(parent=home("en")).translated_from is None
