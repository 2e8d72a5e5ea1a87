"""The loader repeats nothing, goes on where it was killed, and leaves alone what somebody edited."""

from __future__ import annotations

import re
from decimal import Decimal
from http import HTTPStatus
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation

from cms.formats import number
from cms.models import LibraryDocument
from demo.models import Loaded
from demo.texts import catalogues, identity, pages
from projects.models import ProjectPage, Term
from search.files.models import FileText, SearchFile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]


def project(key: str, language: str) -> ProjectPage:
    return ProjectPage.objects.get(translation_key=identity("page", key), locale__language_code=language)


def test_every_text_and_every_translation_is_a_public_page() -> None:
    wanted = {(text.key, text.language) for text in pages()} | {(item.key, item.language) for item in catalogues()}
    live = set(Page.objects.filter(live=True).values_list("translation_key", "locale__language_code"))
    assert {(identity("page", key), language) for key, language in wanted} <= live


def test_every_string_of_a_translation_is_known_to_the_localization_desk() -> None:
    page = project("lubuskie", "nb")
    strings = StringTranslation.objects.filter(
        locale__language_code="nb", context__object__translation_key=page.translation_key
    )
    assert page.title in set(strings.values_list("data", flat=True))


def test_a_second_run_saves_nothing() -> None:
    revisions = Revision.objects.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        call_command("load_demo", verbosity=0)
    assert Revision.objects.count() == revisions
    assert not [query for query in queries if query["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]


def test_where_no_person_watches_a_line_is_written_at_each_tenth() -> None:
    said = StringIO()
    call_command("load_demo", stdout=said)
    *lines, last = said.getvalue().splitlines()
    counts = [re.fullmatch(r"The demonstration library is loaded: (\d+) of (\d+)", line) for line in lines]
    total = int(counts[-1][2]) if counts[-1] else 0
    assert [int(found[1]) for found in counts if found] == [-(-total * tenth // 10) for tenth in range(1, 11)]
    assert last.startswith("The demonstration library stands")


def test_a_page_that_somebody_edited_is_left_alone() -> None:
    page = project("lubuskie", "pl")
    page.title = "Edited by hand"
    page.save_revision().publish()
    Loaded.objects.filter(kind="page", key="lubuskie").update(fingerprint="another text")
    call_command("load_demo", verbosity=0)
    assert project("lubuskie", "pl").title == "Edited by hand"


def test_a_page_that_somebody_deleted_stays_deleted() -> None:
    project("latgale", "nb").delete()
    call_command("load_demo", verbosity=0)
    assert not ProjectPage.objects.filter(
        translation_key=identity("page", "latgale"), locale__language_code="nb"
    ).exists()


def test_a_text_that_changed_is_loaded_again_where_nobody_edited() -> None:
    Loaded.objects.filter(kind="page", key="latgale").update(fingerprint="another text")
    before = project("latgale", "lv").latest_revision_id
    call_command("load_demo", verbosity=0)
    assert project("latgale", "lv").latest_revision_id != before


def test_a_start_killed_after_the_empty_drafts_is_completed() -> None:
    page = project("latgale", "lv")
    Page.objects.filter(pk=page.pk).update(live=False, latest_revision=None)
    Loaded.objects.filter(kind="page", key="latgale").delete()
    call_command("load_demo", verbosity=0)
    assert project("latgale", "lv").live


def test_terms_stand_in_all_six_languages() -> None:
    assert Term.objects.filter(live=True).values("translation_key").distinct().count() >= 60
    assert Term.objects.filter(live=True).count() == 6 * Term.objects.values("translation_key").distinct().count()


def test_documents_know_their_language_and_their_first_edition() -> None:
    first = LibraryDocument.objects.get(pk=Loaded.objects.get(kind="document", key="egovernet-strategy").object_id)
    assert {document.language for document in first.all_editions()} == {"bg", "en", "ro"}
    assert first.file_size == first.file.size


def test_every_file_is_read_and_searched_with_its_page() -> None:
    assert FileText.objects.filter(problem="").count() == LibraryDocument.objects.count()
    assert set(SearchFile.objects.values_list("file", flat=True)) == set(FileText.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("language", ["bg", "en", "nb"])
def test_a_figure_corrected_in_the_source_is_right_everywhere(language: str) -> None:
    source = project("investnorthwest", "bg")
    rows = list(source.figures.all())
    assert rows[0].value == 142
    rows[0].value = Decimal(957)
    source.figures = rows
    source.save_revision().publish()
    page, written = project("investnorthwest", language), number(957, language)
    client = Client()
    assert f">{written}<" in re.sub(r">\s+|\s+<", lambda match: match[0].strip(), read(client, page.url_path))
    assert written in read(client, f"{page.get_parent().url_path}?format=csv")
    assert page.url_path in read(client, f"/{language}/search/?q=957")


def read(client: Client, address: str) -> str:
    """Return what a reader gets at an address."""
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK
    return response.getvalue().decode()
