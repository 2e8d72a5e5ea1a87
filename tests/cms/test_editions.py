"""Which translation a reader is served, of pages and of concepts."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.editions import Chain, best_of
from cms.visibility import public_pages
from projects.models import ProjectPage, Topic
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index

pytestmark = pytest.mark.django_db
CHAINS = [
    (Chain(("nb",)), []),
    (Chain(("nb", "en")), ["en"]),
    (Chain(("en", "bg")), ["en"]),
    (Chain(("bg", "en")), ["bg"]),
    (Chain(("nb",), others=True), ["pl"]),
    (Chain(("nb", "bg"), others=True), ["bg"]),
    (Chain((), others=True), ["pl"]),
    (Chain.of_site("pl"), ["pl"]),
    (Chain.of_site("lv"), ["en"]),
]


@pytest.mark.parametrize(("chain", "served"), CHAINS)
def test_a_page_is_served_once_in_the_first_language_it_is_in(
    chain: Chain, served: list[str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    polish = ProjectPageFactory(parent=index("project", home("pl")), title="pl")
    for language in ("bg", "en"):
        ProjectPageFactory(parent=index("project", home(language)), title=language, translation_of=polish)
    ProjectPageFactory(parent=index("project", home("nb")), title="nb", translation_of=polish, live=False)
    with django_assert_num_queries(1):
        assert [page.title for page in best_of(public_pages(ProjectPage.objects.all()), chain)] == served


@pytest.mark.parametrize(
    ("chain", "served"),
    [
        (Chain(("nb",)), []),
        (Chain(("nb", "bg")), ["bg"]),
        (Chain(("nb",), others=True), ["en"]),
        (Chain(("bg", "en"), others=True), ["bg"]),
    ],
)
def test_a_concept_is_served_once_too(chain: Chain, served: list[str]) -> None:
    for language in ("en", "bg"):
        concept(Topic, "waste", language)
    found = best_of(Topic.objects.filter(live=True), chain)
    assert [topic.locale.language_code for topic in found] == served
