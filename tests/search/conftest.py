"""What the tests of the search stand on."""

from __future__ import annotations

import pytest

from search.staff import searched_texts
from tests.factories.home import home
from tests.search.on_elasticsearch import _on_elasticsearch, indices_of_run
from tests.search.synchronising import between, in_two_languages

__all__ = ["_on_elasticsearch", "between", "front_page", "in_two_languages", "indices_of_run"]


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """Begin without what other tests have searched for."""
    searched_texts._times.clear()
    searched_texts._without.clear()


@pytest.fixture
def front_page(db: None) -> None:
    """Save the front page, which a migration made without saving it as a page."""
    home("en").save()
