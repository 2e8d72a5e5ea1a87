"""The text of a file is found as part of the pages that offer it, and only while the public may have it."""

from __future__ import annotations

from http import HTTPStatus
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.models import LibraryDocument
from home.models import StandardPage
from search.documents import indexing
from search.files import texts
from search.files.models import FilePage, FileText, SearchFile
from search.files.rules import READER
from search.models import SearchDocument, Word
from search.results.sections import SectionLink
from tests.factories.home import home
from tests.factories.projects import HandbookPageFactory, ProjectPageFactory, index
from tests.search.asking import CLIENT, ask, finds, publish
from tests.search.files import docx, kept, offering, pdf, scanned_pdf
from tests.search.offices import cells, said, sheets

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def assert_in_step() -> None:
    output = StringIO()
    call_command("search_check", stdout=output)
    assert "nothing lost" in output.getvalue()


def best_section(text: str, language: str = "en") -> SectionLink | None:
    (result,) = ask(text, language).results
    return result.section


@pytest.fixture
def document() -> LibraryDocument:
    return kept(pdf("Nothing here.", "Orchids grow in the municipal garden."))


# ---------------------------------------------------------------- found with its page


def test_the_text_of_a_file_finds_the_page_that_offers_it_and_leads_to_the_page_of_the_file(
    document: LibraryDocument,
) -> None:
    offering(document)
    assert finds("orchid gardens") == ["Project"]
    (result,) = ask("orchid gardens").results
    assert result.section is not None
    assert (result.section.file, result.section.page) == ("Report", 2)
    assert result.section.address == f"{document.url}#page=2"
    assert [part.text for part in result.excerpt if part.marked] == ["Orchids", "garden"]
    assert_in_step()


def test_a_phrase_of_a_file_is_found_and_does_not_reach_over_the_end_of_a_page(document: LibraryDocument) -> None:
    offering(document)
    assert finds('"municipal garden"') == ["Project"]
    assert finds('"nothing here orchids"') == []
    section = best_section('"municipal garden"')
    assert section is not None
    assert section.page == 2


def test_the_results_name_the_document_and_the_page(document: LibraryDocument) -> None:
    offering(document)
    html = CLIENT.get("/en/search/?q=orchids").content.decode()
    assert "In the document:" in html
    assert f'href="{document.url}#page=2"' in html
    assert "page 2" in html


def test_a_file_without_numbered_pages_is_linked_as_a_whole() -> None:
    document = kept(docx("Orchids."), "report.docx")
    offering(document)
    section = best_section("orchids")
    assert section is not None
    assert (section.page, section.address) == (0, document.url)


def test_of_equals_the_section_of_the_page_is_the_best(document: LibraryDocument) -> None:
    page = offering(document)
    page.body = [("heading", {"text": "Flowers", "anchor": "flowers"}), ("text", "<p>Orchids and gardens.</p>")]
    page.save()
    section = best_section("orchid garden")
    assert section is not None
    assert section.address.endswith("#flowers")
    section = best_section("municipal orchids")
    assert section is not None
    assert section.page == 2


def test_a_file_that_a_text_links_to_is_found_with_its_page(document: LibraryDocument) -> None:
    publish(f'<a linktype="document" id="{document.pk}">The report</a>')
    assert finds("orchids") == ["A page"]


def test_a_handbook_is_found_by_its_file(document: LibraryDocument) -> None:
    HandbookPageFactory(parent=index("handbook", home()), title="Handbook", document=document)
    assert finds("orchids") == ["Handbook"]


def test_the_words_of_a_file_count_in_the_vocabulary(document: LibraryDocument) -> None:
    offering(document)
    assert Word.objects.get(language="en", form="orchids", kind="form").frequency == 1
    assert finds("orchds") == ["Project"], "taken for a typing error"


# ---------------------------------------------------------------- languages


def test_each_language_of_a_page_has_the_file_in_its_language(document: LibraryDocument) -> None:
    kept(pdf("Орхидеи растат."), "bg.pdf", "Доклад", language="bg", edition_of=document)
    page = offering(document)
    bulgarian = ProjectPageFactory(parent=index("project", home("bg")), title="Проект", translation_of=page)
    offered = page.documents.get()
    bulgarian.documents = [type(offered)(document=document, title="Доклад", locale=bulgarian.locale)]
    bulgarian.save()
    assert finds("орхидея", "bg") == ["Проект"]
    assert finds("orchids", "bg") == []
    assert finds("orchids") == ["Project"]
    assert finds("орхидея") == []
    assert_in_step()


def test_a_file_in_no_other_language_belongs_to_the_page_that_was_written_first() -> None:
    document = kept(pdf("Orchids grow."), language="en")
    page = offering(document, "bg", title="Проект")
    norwegian = ProjectPageFactory(parent=index("project", home("nb")), title="Prosjekt", translation_of=page)
    norwegian.documents = [type(page.documents.get())(document=document, title="Report", locale=norwegian.locale)]
    norwegian.save()
    assert finds("orchids", "bg") == ["Проект"]
    assert finds("orchids", "nb") == []
    section = best_section("orchids", "bg")
    assert section is not None
    assert section.language == "en"


# ---------------------------------------------------------------- changes


def test_a_replaced_file_replaces_the_text(document: LibraryDocument) -> None:
    offering(document)
    document.file = ContentFile(pdf("Lilies."), "report.pdf")
    document.save()
    assert finds("orchids") == []
    assert finds("lilies") == ["Project"]
    assert_in_step()


def test_a_file_no_longer_offered_is_no_longer_found(document: LibraryDocument) -> None:
    page = offering(document)
    page.documents = []
    page.save()
    assert finds("orchids") == []
    assert not SearchFile.objects.exists()
    assert_in_step()


def test_a_deleted_document_leaves_nothing_behind(document: LibraryDocument) -> None:
    publish(f'<a linktype="document" id="{document.pk}">The report</a>')
    document.delete()
    assert finds("orchids") == []
    assert not FileText.objects.exists()
    assert not Word.objects.filter(form="orchids").exists()
    assert_in_step()


def test_a_new_edition_in_the_language_of_a_page_reaches_it(document: LibraryDocument) -> None:
    offering(document, "bg", title="Проект")
    assert finds("orchids", "bg") == ["Проект"]
    kept(pdf("Орхидеи."), "bg.pdf", "Доклад", language="bg", edition_of=document)
    assert finds("орхидея", "bg") == ["Проект"]
    assert finds("orchids", "bg") == []
    assert_in_step()


def test_a_file_is_read_once_and_the_same_bytes_are_not_read_again(
    document: LibraryDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(texts, "extract", fail)
    page = offering(document)
    page.save()
    document.title = "Other"
    document.save()
    with document.file.storage.open(document.file.name) as file:
        same = kept(file.read(), "same.pdf")
    assert FileText.objects.get(document=same).pages == FileText.objects.get(document=document).pages


def test_a_file_without_text_breaks_nothing() -> None:
    for content, name in ((scanned_pdf(), "a.pdf"), (b"%PDF- no more", "b.pdf")):
        offering(kept(content, name), title=name)
    assert dict(FileText.objects.values_list("document__file", "problem")).keys()
    assert sorted(FileText.objects.values_list("problem", flat=True)) == ["broken", "scanned"]
    assert not FilePage.objects.exists()
    assert_in_step()


def test_a_file_that_is_gone_is_told_as_damaged() -> None:
    document = LibraryDocument.objects.create(title="Gone", file="documents/gone.pdf", language="en")
    offering(document)
    assert FileText.objects.get(document=document).problem == "broken"


def test_a_rebuild_reads_what_was_never_read(document: LibraryDocument) -> None:
    offering(document)
    FileText.objects.all().delete()
    call_command("search_rebuild", stdout=StringIO())
    assert finds("orchids") == ["Project"]
    assert_in_step()


# ---------------------------------------------------------------- beside the request


class Waiting(DummyBackend):
    """Keeps tasks, and runs them when a test says so."""

    def run(self) -> None:
        """Run what waits, as the worker would."""
        waiting, self.results = self.results, []
        for result in waiting:
            result.task.func(*result.args, **result.kwargs)


@pytest.fixture
def worker(settings: Any) -> Waiting:
    settings.TASKS = {"default": {"BACKEND": "tests.search.test_files.Waiting"}}
    backend = task_backends["default"]
    assert isinstance(backend, Waiting)
    return backend


def test_a_publication_does_not_wait_for_the_text_of_its_files(worker: Waiting) -> None:
    page = offering(kept(pdf("Orchids.")))
    assert SearchDocument.objects.filter(page=page).exists()
    assert not FileText.objects.exists()
    worker.run()
    assert finds("orchids") == ["Project"]


def test_a_replaced_text_is_not_shown_before_the_new_one_was_read(worker: Waiting) -> None:
    document = kept(pdf("Orchids."))
    offering(document)
    worker.run()
    document.file = ContentFile(pdf("Lilies."), "report.pdf")
    document.save()
    assert best_section("orchids") is None
    worker.run()
    assert finds("orchids") == []
    assert finds("lilies") == ["Project"]


# ---------------------------------------------------------------- who may have it


def restricted(parent: Collection | None = None) -> Collection:
    collection = (parent or Collection.get_first_root_node()).add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def test_a_file_in_a_restricted_collection_is_not_searched() -> None:
    offering(kept(pdf("Orchids."), collection=restricted()))
    inner = restricted().add_child(name="Inner")
    offering(kept(pdf("Orchids and more."), collection=inner))
    assert finds("orchids") == []
    assert not Word.objects.filter(form="orchids").exists()
    assert_in_step()


def test_a_restriction_set_later_takes_the_text_out_and_lifted_brings_it_back(document: LibraryDocument) -> None:
    outer = Collection.get_first_root_node().add_child(name="Outer")
    document.collection = outer.add_child(name="Inner")
    document.save()
    offering(document)
    restriction = CollectionViewRestriction.objects.create(collection=outer, restriction_type="login")
    assert finds("orchids") == []
    assert_in_step()
    restriction.delete()
    assert finds("orchids") == ["Project"]
    assert_in_step()


def test_a_document_that_moves_into_a_restricted_collection_is_no_longer_searched(document: LibraryDocument) -> None:
    offering(document)
    document.collection = restricted()
    document.save()
    assert finds("orchids") == []
    assert_in_step()


def test_documents_that_staff_put_into_a_restricted_collection_are_no_longer_searched(
    document: LibraryDocument,
) -> None:
    offering(document)
    address = reverse("wagtail_bulk_action", args=["cms", "librarydocument", "add_to_collection"])
    sent = {"collection": restricted().pk}
    assert staff().post(f"{address}?id={document.pk}", sent).status_code == HTTPStatus.FOUND
    assert finds("orchids") == []
    assert_in_step()


def test_a_collection_that_staff_move_below_a_restricted_one_is_no_longer_searched(
    document: LibraryDocument, worker: Waiting
) -> None:
    document.collection = Collection.get_first_root_node().add_child(name="Moved")
    document.save()
    offering(document)
    worker.run()
    assert finds("orchids") == ["Project"]
    address = reverse("wagtailadmin_collections:edit", args=[document.collection.pk])
    answer = staff().post(address, {"name": "Moved", "parent": restricted().pk})
    assert answer.status_code == HTTPStatus.FOUND
    worker.run()
    assert finds("orchids") == []
    assert_in_step()


def test_a_text_that_became_private_is_not_shown_even_before_the_worker_has_come_to_it(
    document: LibraryDocument, worker: Waiting
) -> None:
    offering(document)
    indexed = SearchDocument.objects.get(title="Project").page
    texts.prepare(indexed.specific)
    indexing.index(indexed.specific)
    assert best_section("orchids") is not None
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    (result,) = ask("orchids").results
    assert result.section is None
    assert not any(part.marked for part in result.excerpt)


def test_a_file_that_only_a_private_page_offers_is_not_found(document: LibraryDocument) -> None:
    page = offering(document)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert finds("orchids") == []


# ---------------------------------------------------------------- what staff see


def staff() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("staff"))
    return client


STATES: list[tuple[Any, str, str]] = [
    (lambda: pdf("One", "Two"), "a.pdf", "2 pages"),
    (lambda: docx("One"), "a.docx", "can be searched"),
    (scanned_pdf, "a.pdf", "Recognise its text (OCR)"),
    (lambda: b"%PDF- no more", "a.pdf", "save it anew"),
]


@pytest.mark.parametrize(("content", "name", "told"), STATES)
def test_staff_are_told_what_became_of_the_text(content: Any, name: str, told: str) -> None:
    document = kept(content(), name)
    client = staff()
    assert told in client.get(reverse("wagtaildocs:index")).content.decode()
    assert told in client.get(reverse("wagtaildocs:index_results")).content.decode()
    assert told in client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()


def test_staff_are_told_that_a_table_has_hidden_sheets() -> None:
    content = sheets({"Shown": cells(said("Orchids")), "Secret": cells(said("salaries"))}, {"Secret": "veryHidden"})
    document = kept(content, "table.xlsx")
    page = offering(document)
    assert finds("orchids") == [page.title]
    assert finds("salaries") == []
    client = staff()
    told = "hidden sheets, rows, columns or words"
    assert told in client.get(reverse("wagtaildocs:index")).content.decode()
    assert told in client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()


def test_what_older_rules_read_is_not_shown_and_read_anew(document: LibraryDocument) -> None:
    offering(document)
    FileText.objects.update(reader=1)
    FilePage.objects.update(text="Hidden orchids.")
    assert best_section("orchids") is None
    call_command("search_rebuild", stdout=StringIO())
    assert FileText.objects.get(document=document).reader == READER
    assert best_section("orchids") is not None
    assert_in_step()


def test_staff_are_told_that_a_file_was_read_in_part_or_is_still_read() -> None:
    document = kept(pdf("One"))
    address = reverse("wagtaildocs:edit", args=[document.pk])
    client = staff()
    FileText.objects.update(is_whole=False)
    assert "only its beginning" in client.get(address).content.decode()
    FileText.objects.all().delete()
    assert "is being read" in client.get(address).content.decode()


def test_the_list_of_documents_costs_the_same_for_many(django_assert_num_queries: Any) -> None:
    client = staff()
    kept(pdf("One"), title="One")
    client.get(reverse("wagtaildocs:index_results"))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        client.get(reverse("wagtaildocs:index_results"))
    for number in range(5):
        kept(pdf("One"), title=str(number))
    with django_assert_num_queries(len(few)):
        client.get(reverse("wagtaildocs:index_results"))


def test_what_is_kept_of_a_file_is_no_use_of_the_document(document: LibraryDocument) -> None:
    assert document.get_usage().count() == 0
    page: StandardPage = publish(f'<a linktype="document" id="{document.pk}">The report</a>')
    assert [found.pk for found, _references in document.get_usage()] == [page.pk]
