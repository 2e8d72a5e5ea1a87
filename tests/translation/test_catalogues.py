"""PO files: what of them is taken over, in whose name, and why one is refused."""

from __future__ import annotations

from typing import Any

import polib
import pytest
from bs4 import BeautifulSoup
from django.contrib.messages.storage.base import BaseStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views.edit_translation import upload_pofile

from cms.enums import TextOrigin
from projects.models import ProjectPage
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of, said, signed_in
from translation.catalogues import ORIGIN_HEADER, exported, take_over
from translation.localize import upstream_import_po
from translation.origins import HUMAN, MACHINE, REVIEWED, current

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(db: None) -> Client:
    return signed_in(member_of("Translators: Norwegian Bokmål"))


@pytest.fixture
def norwegian(kept_translation: Translation) -> Translation:
    return kept_translation


def kinds_of(translation: Translation) -> set[str]:
    """Return who wrote the texts of a translation."""
    return set(current(translation).values_list("translation_type", flat=True))


def upload(client: Client, translation: Translation, content: str | bytes | None) -> str:
    """Upload a PO file and return what is said about it."""
    data = content.encode() if isinstance(content, str) else content
    files = {} if data is None else {"file": SimpleUploadedFile("page.po", data)}
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    return said(client.post(address, files, follow=True))


def filled(translation: Translation, origin: str = "human") -> polib.POFile:
    """Return the PO file of a translation with all its texts translated; it says by whom."""
    catalogue = exported(translation)
    catalogue.metadata[ORIGIN_HEADER] = origin
    for entry in catalogue:
        entry.msgstr = f"nb: {entry.msgid}"
    return catalogue


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
    catalogue = exported(norwegian)
    catalogue.metadata[ORIGIN_HEADER] = "human"
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


# ------------------------------------------------------------------------ entries that are no translations


def obsolete(path: str, text: str, translation: str) -> polib.POEntry:
    return polib.POEntry(msgctxt=path, msgid=text, msgstr=translation, obsolete=True)


def test_obsolete_entries_overwrite_nothing(translator: Client, norwegian: Translation) -> None:
    catalogue = filled(norwegian)
    catalogue.append(obsolete("title", "Clean water", "X"))
    assert upload(translator, norwegian, str(catalogue)) == "9 translations were taken over."
    assert StringTranslation.objects.get(translation_of__data="Clean water").data == "nb: Clean water"


def test_fuzzy_entries_are_no_translations_and_are_told(translator: Client, norwegian: Translation) -> None:
    catalogue = filled(norwegian)
    next(entry for entry in catalogue if entry.msgid == "Plan").flags.append("fuzzy")
    assert upload(translator, norwegian, str(catalogue)) == (
        "8 translations were taken over.\n"
        "1 text is marked “fuzzy” and was not taken over. Check it, remove the mark, upload again."
    )
    assert not StringTranslation.objects.filter(translation_of__data="Plan").exists()


@pytest.mark.parametrize("mark", ["obsolete", "fuzzy"])
def test_a_program_s_import_takes_neither(norwegian: Translation, mark: str) -> None:
    catalogue = polib.pofile("")
    flags = {"obsolete": True} if mark == "obsolete" else {"flags": ["fuzzy"]}
    catalogue.append(polib.POEntry(msgctxt="title", msgid="Clean water", msgstr="X", **flags))
    assert norwegian.import_po(catalogue) == []
    assert not StringTranslation.objects.filter(data="X").exists()
    upstream_import_po(norwegian, catalogue)
    assert StringTranslation.objects.filter(data="X").exists()  # localize's own takes both


@pytest.mark.parametrize(("header", "taken"), [
    ("nb", True), ("nb_NO", True), ("nb-NO", True), ("no", True), ("", True),
    ("nn", False), ("de", False), ("lv_LV", False), ("Norwegian", False),
])  # fmt: skip
def test_a_file_in_another_language_is_refused(
    translator: Client, norwegian: Translation, header: str, taken: bool
) -> None:
    catalogue = filled(norwegian)
    catalogue.metadata["Language"] = header
    answer = upload(translator, norwegian, str(catalogue))
    assert answer == (
        "9 translations were taken over."
        if taken
        else f"The header “Language” of the file says “{header}”; this translation is in Norwegian Bokmål. "
        "Nothing was taken over."
    )
    assert StringTranslation.objects.filter(data="nb: Plan").exists() == taken


# ------------------------------------------------------------------------------------ who wrote the texts


@pytest.mark.parametrize(("origin", "kind"), [("human", HUMAN), ("machine", MACHINE), ("reviewed", REVIEWED)])
def test_a_file_says_who_wrote_its_texts(translator: Client, norwegian: Translation, origin: str, kind: str) -> None:
    answer = upload(translator, norwegian, str(filled(norwegian, origin)))
    assert answer.startswith("9 translations were taken over.")
    assert ("reviewed by nobody" in answer) == (origin == "machine")
    assert kinds_of(norwegian) == {kind}
    norwegian.save_target(publish=True)
    assert norwegian.get_target_instance().origin == origin


def test_a_file_that_says_something_else_is_refused(translator: Client, norwegian: Translation) -> None:
    assert upload(translator, norwegian, str(filled(norwegian, "a robot"))) == (
        "The header “X-Translation-Origin” of the file says “a robot”. It can say: human, machine, reviewed. "
        "Nothing was taken over."
    )


def test_who_brings_a_file_that_does_not_say_is_asked(translator: Client, norwegian: Translation) -> None:
    catalogue = filled(norwegian, "")
    address = reverse("wagtail_localize:upload_pofile", args=[norwegian.pk])
    response = translator.post(address, {"file": SimpleUploadedFile("page.po", str(catalogue).encode())})
    form = BeautifulSoup(response.content, "html.parser").select_one(".nice-padding form")
    assert form is not None
    assert [choice["value"] for choice in form.select("[name=origin]")] == ["human", "machine", "reviewed"]
    assert not StringTranslation.objects.filter(data="nb: Plan").exists()
    sent = {field["name"]: field["value"] for field in form.select("[type=hidden]")} | {"origin": "machine"}
    assert said(translator.post(address, sent, follow=True)).startswith("9 translations were taken over.")
    assert StringTranslation.objects.get(data="nb: Plan").translation_type == MACHINE


@pytest.mark.parametrize(("origin", "kind"), [
    (TextOrigin.HUMAN, REVIEWED), (TextOrigin.REVIEWED, REVIEWED), (TextOrigin.MACHINE, MACHINE),
])  # fmt: skip
def test_a_machine_s_texts_that_a_person_brings_back_are_reviewed(
    norwegian: Translation, origin: TextOrigin, kind: str
) -> None:
    translate(norwegian, kind=MACHINE)
    take_over(norwegian, polib.pofile(str(exported(norwegian))), origin)
    assert kinds_of(norwegian) == {kind}


def test_a_downloaded_file_names_its_language_and_leaves_room_for_who_wrote(
    translator: Client, norwegian: Translation
) -> None:
    response: Any = translator.get(reverse("wagtail_localize:download_pofile", args=[norwegian.pk]))
    catalogue = polib.pofile(response.content.decode())
    assert response["Content-Disposition"] == "attachment; filename=clean-water-nb.po"
    assert (catalogue.metadata["Language"], catalogue.metadata[ORIGIN_HEADER]) == ("nb", "")


def test_nobody_downloads_what_is_not_theirs(norwegian: Translation) -> None:
    polish = signed_in(member_of("Translators: Polish"))
    response = polish.get(reverse("wagtail_localize:download_pofile", args=[norwegian.pk]), follow=True)
    assert "do not have permission" in said(response)
