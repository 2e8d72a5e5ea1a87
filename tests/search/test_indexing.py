"""A page and its search document are written together, or not at all."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from wagtail.models import Page

from cms.models import BasePage
from cms.signals import page_saved
from projects.models import Organisation, ProjectPage, ProjectParty, ProjectTopic, Topic
from search.documents import indexing, vocabulary
from search.engines import database
from search.models import SearchDocument, SearchKeys, Word
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index
from tests.search.asking import ask, finds, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def assert_in_step() -> None:
    output = StringIO()
    call_command("search_check", stdout=output)
    assert "nothing lost" in output.getvalue()


def test_a_document_has_the_page_by_sections() -> None:
    body = [
        ("text", "<p>Before the  first\nheading.</p>"),
        ("heading", {"text": "First things", "anchor": "first"}),
        ("text", "<p>Plot &amp; permit.</p>"),
        ("note", {"kind": "plain", "title": "Note", "text": "In the margin."}),
    ]
    page = publish("", title="Title", summary="Summary", body=body)
    document = SearchDocument.objects.get(page=page)
    assert (document.language, document.title, document.summary, document.version) == ("en", "Title", "Summary", 1)
    assert list(document.sections.values_list("anchor", "heading", "text")) == [
        ("", "", "Before the first heading."),
        ("first", "First things", "Plot & permit. Note · In the margin."),
    ]
    assert_in_step()


def test_a_change_replaces_what_was_indexed() -> None:
    page = publish("Orchids and lilies.")
    page.body = [("text", "<p>Orchids and roses.</p>")]
    page.save()
    assert finds("lilies") == []
    assert finds("roses") == ["A page"]
    assert SearchDocument.objects.get(page=page).version == 2
    assert dict(Word.objects.filter(kind="form").values_list("form", "frequency"))["orchids"] == 1
    assert not Word.objects.filter(form="lilies").exists()
    assert_in_step()


def test_saving_without_a_change_writes_nothing() -> None:
    page = publish("Orchids.")
    document = SearchDocument.objects.get(page=page)
    page.save()
    page.save_revision().publish()
    assert SearchDocument.objects.get(page=page).version == document.version
    assert indexing.index(page, anew=True)
    assert SearchDocument.objects.get(page=page).version == document.version + 1
    assert_in_step()


def test_a_rollback_leaves_nothing_behind() -> None:
    before = list(Word.objects.order_by("pk").values())
    with transaction.atomic():
        publish("Orchids.")
        assert finds("orchids") == ["A page"]
        transaction.set_rollback(True)
    assert finds("orchids") == []
    assert list(Word.objects.order_by("pk").values()) == before
    assert_in_step()


def test_an_index_that_fails_undoes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    home("en")

    def fail(_document: int) -> None:
        raise RuntimeError

    monkeypatch.setattr(database(), "write", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        publish("Orchids.")
    assert not Page.objects.filter(title="A page").exists()


def test_a_receiver_that_fails_later_undoes_the_document() -> None:
    home("en")

    def fail(page: BasePage, **_kwargs: Any) -> None:
        raise RuntimeError

    page_saved.connect(fail)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            publish("Orchids.")
    finally:
        page_saved.disconnect(fail)
    assert not SearchDocument.objects.filter(title="A page").exists()
    assert_in_step()


@pytest.mark.parametrize("delete", [lambda page: page.delete(), lambda page: Page.objects.filter(pk=page.pk).delete()])
def test_a_deleted_page_leaves_nothing_behind(delete: Any) -> None:
    page = publish("Orchids.")
    delete(page)
    assert not SearchDocument.objects.filter(title="A page").exists()
    assert not Word.objects.filter(form="orchids").exists()
    assert SearchKeys.objects.count() == SearchDocument.objects.count()
    assert_in_step()


def test_the_pages_below_a_deleted_one_go_too() -> None:
    publish("Orchids.", "pl")
    home("pl").delete()
    assert not SearchDocument.objects.filter(language="pl").exists()
    assert not Word.objects.filter(language="pl").exists()
    assert_in_step()


def test_unpublishing_keeps_the_document_for_the_day_it_is_public_again() -> None:
    page = publish("Orchids.")
    page.unpublish()
    assert finds("orchids") == []
    page.refresh_from_db()
    page.save_revision().publish()
    assert finds("orchids") == ["A page"]


def test_a_copied_tree_is_indexed() -> None:
    page = publish("Orchids.")
    page.copy(update_attrs={"title": "Copy", "slug": "copy"}, keep_live=True)
    assert sorted(finds("orchids")) == ["A page", "Copy"]
    assert_in_step()


# ------------------------------------------------------------------------------- rows and vocabularies


@pytest.fixture
def project() -> ProjectPage:
    topic = concept(Topic, "waste", name="Refuse collection")
    concept(Topic, "waste", "nb", name="Renovasjon")
    organisation = concept(Organisation, "council", name="Orchid council")
    page: ProjectPage = ProjectPageFactory(
        parent=index("project", home("en")),
        title="Project",
        body=[("facts", {"kind": "identity", "heading": ""}), ("facts", {"kind": "parties", "heading": "Who?"})],
        topics=[ProjectTopic(topic=topic, locale=topic.locale)],
        parties=[ProjectParty(organisation=organisation, role="partner", locale=topic.locale)],
    )
    return page


def test_the_words_of_rows_are_in_the_section_that_shows_them(project: ProjectPage) -> None:
    assert finds("orchid") == ["Project"]
    section = ask("orchid council").results[0].section
    assert section is not None
    assert section.address.endswith("#parties")


def test_a_changed_row_reaches_the_document(project: ProjectPage) -> None:
    project.parties = [
        ProjectParty(
            organisation=concept(Organisation, "lily", name="Lily agency"), role="partner", locale=project.locale
        )
    ]
    project.save()
    assert finds("orchid") == []
    assert finds("lily") == ["Project"]
    assert_in_step()


def test_a_renamed_concept_reaches_the_documents_that_show_it(project: ProjectPage) -> None:
    organisation = Organisation.objects.get(key="council")
    organisation.name = "Tulip council"
    organisation.save()
    assert finds("orchid") == []
    assert finds("tulip") == ["Project"]
    assert_in_step()


def test_a_concept_named_in_another_language_reaches_that_language(project: ProjectPage) -> None:
    norwegian = ProjectPageFactory(
        parent=index("project", home("nb")),
        title="Prosjekt",
        translation_of=project,
        body=[("facts", {"kind": "parties", "heading": "Hvem?"})],
        parties=[
            ProjectParty(organisation=Organisation.objects.get(key="council"), role="partner", locale=home("nb").locale)
        ],
    )
    assert finds("orchid", "nb") == ["Prosjekt"], "until then it is shown by its English name"
    concept(Organisation, "council", "nb", name="Orkidérådet")
    assert finds("orkidérådet", "nb") == ["Prosjekt"]
    assert finds("orchid", "nb") == []
    assert norwegian.language == "nb"
    assert_in_step()


def test_a_rename_that_is_rolled_back_changes_nothing(project: ProjectPage) -> None:
    organisation = Organisation.objects.get(key="council")
    with transaction.atomic():
        organisation.name = "Tulip council"
        organisation.save()
        assert finds("tulip") == ["Project"]
        transaction.set_rollback(True)
    assert finds("orchid") == ["Project"]
    assert_in_step()


# ------------------------------------------------------------------------------------- commands


def test_a_rebuild_changes_nothing_where_all_is_well() -> None:
    publish("Orchids.")
    before = list(SearchDocument.objects.order_by("pk").values())
    output = StringIO()
    call_command("search_rebuild", stdout=output)
    assert list(SearchDocument.objects.order_by("pk").values()) == before
    assert "0 of them written now" in output.getvalue()


def test_a_rebuild_makes_everything_from_the_pages() -> None:
    publish("Orchids.")
    publish("Орхидеи.", "bg")
    SearchDocument.objects.all().delete()
    assert finds("orchids") == []
    call_command("search_rebuild", "bg", stdout=StringIO())
    assert finds("орхидеи", "bg") == ["A page"]
    assert finds("orchids") == []
    call_command("search_rebuild", stdout=StringIO())
    assert finds("orchids") == ["A page"]
    assert_in_step()


DAMAGE: dict[str, Any] = {
    "lost": lambda: SearchDocument.objects.get(title="A page").delete(),
    "stale": lambda: SearchDocument.objects.filter(title="A page").update(fingerprint="other"),
    "was analysed by": lambda: SearchDocument.objects.filter(title="A page").update(analysis="0"),
    "is indexed as": lambda: SearchDocument.objects.filter(title="A page").update(language="pl"),
    "the word": lambda: Word.objects.filter(form="orchids").update(frequency=7),
    "should have no document": lambda: Page.objects.filter(title="A page").update(live=False, first_published_at=None),
}


@pytest.mark.parametrize("fault", DAMAGE)
def test_the_check_names_a_fault_and_a_rebuild_mends_it(fault: str) -> None:
    publish("Orchids.")
    DAMAGE[fault]()
    output = StringIO()
    with pytest.raises(CommandError):
        call_command("search_check", stdout=output)
    assert fault in output.getvalue()
    call_command("search_rebuild", "--anew", stdout=StringIO())
    assert_in_step()


def test_the_check_notices_an_index_that_differs_from_the_keys() -> None:
    page = publish("Orchids.")
    SearchKeys.objects.filter(document__page=page).update(text_exact="ene-roses")
    assert database().faults()
    call_command("search_rebuild", "--anew", stdout=StringIO())
    assert not database().faults()
    assert_in_step()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's tables have columns of their own")
def test_the_full_text_table_has_the_columns_of_the_keys() -> None:
    with connection.cursor() as cursor:
        names = [column.name for column in connection.introspection.get_table_description(cursor, "search_fulltext")]
    own = [field.name for field in SearchKeys._meta.concrete_fields if field.name != "document"]
    assert [name for name in names if name in own] == own


def test_words_are_counted_by_documents() -> None:
    publish("Orchids, orchids.")
    publish("An orchid.", title="Other")
    assert dict(Word.objects.filter(form__startswith="orchid", kind="form").values_list("form", "frequency")) == {
        "orchids": 1,
        "orchid": 1,
    }
    assert Word.objects.get(form="orchid", kind="lemma").frequency == 2
    assert vocabulary.faults("en") == []
