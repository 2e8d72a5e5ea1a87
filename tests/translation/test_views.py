"""PO files, the report, unpublishing, deleting: what the administration does with translations."""

from __future__ import annotations

import csv
import io
from http import HTTPStatus
from typing import Any

import polib
import pytest
from django.contrib.messages.storage.base import BaseStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.edit_translation import upload_pofile
from wagtail_localize.views.report import TranslationsReportView

from projects.models import ProjectIndexPage, ProjectPage
from tests.factories.projects import ProjectPageFactory
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of, said, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(db: None) -> Client:
    return signed_in(member_of("Translators: Norwegian Bokmål"))


@pytest.fixture
def staff(db: None) -> Client:
    return signed_in(member_of("Communications staff", name="staff"))


@pytest.fixture
def norwegian(project: ProjectPage) -> Translation:
    return submitted(project, "nb")


def upload(client: Client, translation: Translation, content: str | bytes | None) -> str:
    """Upload a PO file and return what is said about it."""
    data = content.encode() if isinstance(content, str) else content
    files = {} if data is None else {"file": SimpleUploadedFile("page.po", data)}
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    return said(client.post(address, files, follow=True))


def filled(translation: Translation) -> polib.POFile:
    """Return the PO file of a translation with all its texts translated."""
    catalogue = translation.export_po()
    for entry in catalogue:
        entry.msgstr = f"nb: {entry.msgid}"
    return catalogue


# ------------------------------------------------------------------------------------- PO files


def test_the_texts_of_a_file_are_taken_over(translator: Client, norwegian: Translation) -> None:
    assert upload(translator, norwegian, str(filled(norwegian))) == "9 translations were taken over."
    assert StringTranslation.objects.get(translation_of__data="Plan").data == "nb: Plan"


def test_no_file_is_said_to_be_missing(translator: Client, norwegian: Translation) -> None:
    assert upload(translator, norwegian, None) == "Choose a PO file first."


@pytest.mark.parametrize("content", ["", "msgid", b"\xff\xfe\x00", b"PK\x03\x04 no catalogue"])
def test_what_is_no_po_file_is_said_to_be_none(
    translator: Client, norwegian: Translation, content: str | bytes
) -> None:
    answer = upload(translator, norwegian, content)
    assert answer in (
        "Choose a PO file first.",
        "This is no PO file, or a damaged one. Download it again and translate that.",
        "The file does not say to which page it belongs: its header is missing. Download it again.",
    )
    assert not StringTranslation.objects.filter(
        locale=locale("nb"), context__object_id=norwegian.source.object_id
    ).exists()


def test_a_file_without_its_header_is_refused_with_a_reason(translator: Client, norwegian: Translation) -> None:
    catalogue = filled(norwegian)
    del catalogue.metadata["X-WagtailLocalize-TranslationID"]
    assert "its header is missing" in upload(translator, norwegian, str(catalogue))


def test_a_file_of_another_translation_is_refused_with_a_reason(
    translator: Client, norwegian: Translation, project: ProjectPage
) -> None:
    other = submitted(project, "pl")
    assert upload(translator, norwegian, str(filled(other))) == (
        "This file belongs to another page or language. Nothing was taken over."
    )


def test_texts_that_are_not_on_the_page_are_counted(translator: Client, norwegian: Translation) -> None:
    catalogue = filled(norwegian)
    catalogue.append(polib.POEntry(msgctxt="title", msgid="Never written", msgstr="Aldri"))
    assert upload(translator, norwegian, str(catalogue)) == (
        "9 translations were taken over.\n1 text of the file is not on the page; download a new file."
    )


def test_texts_that_were_left_empty_are_not_counted(translator: Client, norwegian: Translation) -> None:
    catalogue = norwegian.export_po()
    catalogue[0].msgstr = "nb"
    catalogue.append(polib.POEntry(msgctxt="title", msgid="Never written", msgstr=""))
    assert upload(translator, norwegian, str(catalogue)) == "1 translation was taken over."


def test_nobody_uploads_to_a_page_that_is_not_theirs(norwegian: Translation) -> None:
    polish = signed_in(member_of("Translators: Polish"))
    assert "do not have permission" in upload(polish, norwegian, str(filled(norwegian)))


def test_upstream_fails_without_a_file_and_without_a_header(norwegian: Translation, rf: Any) -> None:
    user = member_of("Administrators")
    catalogue = norwegian.export_po()
    del catalogue.metadata["X-WagtailLocalize-TranslationID"]
    for files, error in (
        ({}, MultiValueDictKeyError),
        ({"file": SimpleUploadedFile("page.po", str(catalogue).encode())}, KeyError),
    ):
        request = rf.post("/", files)
        request.user, request._messages = user, BaseStorage(request)
        with pytest.raises(error):
            upload_pofile(request, norwegian.pk)


# ----------------------------------------------------------------------------------- the report


def rows(client: Client) -> list[dict[str, str]]:
    response: Any = client.get(reverse("wagtail_localize:translations_report"), {"export": "csv"})
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))


def test_the_reports_spreadsheet_has_columns(staff: Client, norwegian: Translation) -> None:
    assert rows(staff)[0] == {
        "Type": "project",
        "Source": "Clean water",
        "Source language": "English",
        "Language": "Norwegian Bokmål",
        "Status": "Waiting for translations",
    }


def test_upstreams_spreadsheet_has_none() -> None:
    assert not TranslationsReportView.list_export


def test_the_report_shows_what_one_may_edit(norwegian: Translation, project: ProjectPage) -> None:
    submitted(project, "pl")
    polish = signed_in(member_of("Translators: Polish"))
    assert {row["Language"] for row in rows(polish)} == {"Polish"}


def test_the_report_lasts_through_a_deleted_page(staff: Client, norwegian: Translation, project: ProjectPage) -> None:
    norwegian.get_target_instance().delete()
    assert staff.get(reverse("wagtail_localize:translations_report")).status_code == HTTPStatus.OK


# -------------------------------------------------------------------- unpublish, delete, alias


def test_translations_are_unpublished_with_their_source(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    address = reverse("wagtailadmin_pages:unpublish", args=[project.pk])
    assert "one translation of the page" in staff.get(address).content.decode()
    staff.post(address)
    assert not Page.objects.filter(pk__in=[project.pk, target.pk], live=True).exists()


def test_a_source_stays_public_when_its_translation_is_unpublished(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    staff.post(reverse("wagtailadmin_pages:unpublish", args=[target.pk]))
    assert Page.objects.get(pk=project.pk).live


def test_a_deleted_source_leaves_its_translations_and_their_texts(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    texts = StringTranslation.objects.count()
    staff.post(reverse("wagtailadmin_pages:delete", args=[project.pk]))
    assert not Page.objects.filter(pk=project.pk).exists()
    target.refresh_from_db()
    assert (target.live, target.summary) == (True, "nb: Pipes for two towns")
    assert StringTranslation.objects.count() == texts
    target.summary = "Edited as a page of its own"
    target.save_revision().publish()


@pytest.mark.parametrize("view", ["delete", "move"])
def test_translators_neither_delete_nor_move_pages(translator: Client, project: ProjectPage, view: str) -> None:
    target = translated(project, "nb")
    other = ProjectIndexPage.objects.get(locale=locale("nb"))
    if view == "delete":
        response = translator.post(reverse("wagtailadmin_pages:delete", args=[target.pk]), follow=True)
    else:
        address = reverse("wagtailadmin_pages:move_confirm", args=[target.pk, other.pk])
        response = translator.post(address, follow=True)
    assert "permission" in said(response)
    assert Page.objects.get(pk=target.pk).path == target.path


def test_translators_delete_nothing_in_bulk(translator: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    translator.post(f"{bulk}?id={target.pk}")
    assert Page.objects.filter(pk=target.pk).exists()


def test_a_translation_does_not_become_an_alias(staff: Client, project: ProjectPage) -> None:
    target = translated(project, "nb")
    response = staff.post(reverse("wagtail_localize:convert_to_alias", args=[target.pk]), follow=True)
    assert "Aliases are not used here" in said(response)
    assert Page.objects.get(pk=target.pk).alias_of_id is None


def test_upstream_makes_an_alias_without_asking_for_the_source(project: ProjectPage, unguarded: None, rf: Any) -> None:
    target = translated(project, "nb")
    request = rf.post("/")
    request.user = member_of("Translators: Norwegian Bokmål")
    request._messages = BaseStorage(request)
    request._messages.add = lambda *args, **kwargs: None
    assert not project.permissions_for_user(request.user).can_edit()
    convert_to_alias(request, target.pk)
    assert Page.objects.get(pk=target.pk).alias_of_id == project.pk


def test_the_translators_editor_opens(translator: Client, project: ProjectPage) -> None:
    target = submitted(project, "nb").get_target_instance()
    assert translator.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).status_code == HTTPStatus.OK


def test_publishing_needs_the_right_to_it(project: ProjectPage) -> None:
    target = submitted(project, "nb").get_target_instance()
    translate(Translation.objects.get(target_locale=locale("nb"), source__object_id=project.translation_key))
    polish = signed_in(member_of("Translators: Polish"))
    polish.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})
    assert not Page.objects.get(pk=target.pk).live


def test_a_source_that_nobody_translates_is_no_concern_of_the_report(staff: Client, index: ProjectIndexPage) -> None:
    page = ProjectPageFactory(parent=index, title="Alone")
    TranslationSource.get_or_create_from_instance(page)
    assert "Alone" not in {row["Source"] for row in rows(staff)}
