"""What a migration of the search leaves of documents that were there before it."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command

from search.models import SearchDocument, TitleStart
from search.suggestions.title_completion import pages_by_title
from tests.search.asking import publish
from tests.search.test_checking import check

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

OTHER_WORDS = "is suggested or sorted by other words than its title"


@pytest.fixture
def _filled_by_the_migration() -> None:
    publish("fees", title="Łódź and its waste")
    TitleStart.objects.all().delete()
    SearchDocument.objects.update(title_key=b"")
    import_module("search.migrations.0006_titles").fill(apps, None)


@pytest.mark.usefixtures("_filled_by_the_migration")
@pytest.mark.parametrize("typed", [["its"], ["waste"], ["its", "was"]])
def test_titles_are_suggested_after_the_migration(typed: list[str]) -> None:
    pages = pages_by_title(typed, is_open=True, language="en", most=5)
    assert [page.title for page in pages] == ["Łódź and its waste"]


@pytest.mark.usefixtures("_filled_by_the_migration")
def test_a_rebuild_gives_titles_their_exact_keys() -> None:
    assert OTHER_WORDS in check()
    call_command("search_rebuild", verbosity=0)
    assert "nothing lost, stale or leaked" in check()
