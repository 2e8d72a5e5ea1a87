"""Entries of vocabularies that became public, changed, or stopped being public are told once, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page

from cms.publicity import record, record_noted
from projects.models import Programme, ProjectTopic, Term, Topic, Unit
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index, row
from tests.recording import new_changes

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("how", [record, record_noted])


def told(how: Callable[[], None] = record) -> list[tuple[str, str, str]]:
    """Record, and return what is new of entries: the event, the type and the language."""
    new = new_changes(how).exclude(kind__in=("page", "document", "image"))
    return list(new.values_list("event", "type", "language"))


@pytest.fixture
def programme() -> Any:
    return concept(Programme, "growth", name="Growth")


@pytest.fixture
def project(programme: Any) -> Any:
    """A project that names a programme, which was told."""
    page = ProjectPageFactory(parent=index("project", home()), title="Water", slug="water", programme=programme)
    record()
    return page


def test_an_entry_that_no_public_page_names_is_never_told(programme: Any) -> None:
    concept(Unit, "course", forms="course\ncourses")
    ProjectPageFactory(parent=index("project", home()), title="Draft", live=False, programme=programme)
    assert told() == []


@BOTH
def test_an_entry_is_public_while_a_public_page_names_it(programme: Any, how: Callable[[], None]) -> None:
    page = ProjectPageFactory(parent=index("project", home()), title="Water", slug="water", programme=programme)
    assert told(how) == [("published", "programme", "en")]
    page.programme = None
    page.save()
    assert told(how) == [("unpublished", "programme", "en")]
    assert told() == []


@BOTH
def test_an_entry_is_told_again_when_it_is_renamed_and_not_when_its_page_is_saved(
    project: Any, programme: Any, how: Callable[[], None]
) -> None:
    project.save()
    assert told(how) == []
    programme.name = "New growth"
    programme.save()
    assert told(how) == [("updated", "programme", "en")]
    Programme.objects.update(fund="Other")
    assert told() == [("updated", "programme", "en")]


@BOTH
def test_a_name_in_another_language_is_a_translation_and_changes_the_names_of_all(
    project: Any, programme: Any, how: Callable[[], None]
) -> None:
    concept(Programme, "growth", "nb", name="Vekst")
    assert sorted(told(how)) == [("translated", "programme", "nb"), ("updated", "programme", "en")]


@pytest.mark.parametrize(
    ("deed", "event"),
    [
        (lambda page: page.unpublish(), "unpublished"),
        (lambda page: page.delete(), "unpublished"),
        (lambda page: Page.objects.filter(pk=page.pk).update(live=False), "unpublished"),
        (lambda page: Programme.objects.update(live=False), "unpublished"),
        (lambda page: [page.delete(), Programme.objects.all().delete()], "deleted"),
    ],
    ids=["unpublish", "delete the page", "a statement", "entry as draft", "delete"],
)
def test_what_is_named_no_more_leaves_a_tombstone(project: Any, deed: Callable[[Any], Any], event: str) -> None:
    deed(project)
    assert told() == [(event, "programme", "en")]


@BOTH
def test_a_subject_field_is_public_with_its_terms_which_tell_its_name(how: Callable[[], None]) -> None:
    topic = concept(Topic, "law", name="Law")
    assert told(how) == []
    term = concept(Term, "statute", name="Statute", definition="A law.", subject=topic)
    assert sorted(told(how)) == [("published", "term", "en"), ("published", "topic", "en")]
    topic.name = "Laws"
    topic.save()
    assert sorted(told(how)) == [("updated", "term", "en"), ("updated", "topic", "en")]
    term.subject = None
    term.save()
    assert sorted(told(how)) == [("unpublished", "topic", "en"), ("updated", "term", "en")]


@BOTH
def test_a_topic_named_in_one_language_is_public_in_all(how: Callable[[], None]) -> None:
    topic = concept(Topic, "law", name="Law")
    concept(Topic, "law", "nb", name="Lov")
    ProjectPageFactory(parent=index("project", home()), title="Water", topics=[row(ProjectTopic, topic=topic)])
    assert told(how) == [("published", "topic", "en"), ("translated", "topic", "nb")]
