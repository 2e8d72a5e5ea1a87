"""Nothing that is not public shows in hits, counts, facets, other languages, excerpts or suggestions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from search.engines import Answer, database, engine
from search.engines.query import Condition, Query
from search.models import SearchDocument
from tests.factories.home import home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, concept, index
from tests.search.asking import CLIENT, ask, finds, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

# Words that stand on the hidden page only.
SECRET = "Xylofonspillere fra Østfjord øver sammen."


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def move_below_restricted(page: Page) -> None:
    restrict(parent := publish("", page.locale.language_code, title="Closed"))
    page.move(parent, pos="last-child")


def move_to_another_site(page: Page) -> None:
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other", locale=page.locale))
    Site.objects.create(hostname="other.example.org", root_page=other)
    page.move(other, pos="last-child")


def expire(page: Page) -> None:
    """Let the page's time end by the clock alone: nothing is saved, nothing is scheduled."""
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


def delete(page: Page) -> None:
    page.delete()


HIDING: dict[str, Callable[[Any], None]] = {
    "unpublished": lambda page: page.unpublish(),
    "deleted": delete,
    "restricted": restrict,
    "restricted by a password": lambda page: PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="x"
    ),
    "below a restricted page": lambda page: restrict(page.get_parent()),
    "moved below a restricted page": move_below_restricted,
    "moved to another site": move_to_another_site,
    "expired by the clock": expire,
    "turned into an alias": lambda page: Page.objects.filter(pk=page.pk).update(alias_of=home("en").pk),
}


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())
def test_what_is_hidden_is_found_nowhere(hide: Callable[[Any], None]) -> None:
    publish("Musikk for alle.", "nb", title="Public")
    page = publish(SECRET, "nb", title="Orkesteret", summary="Om musikk.", parent=publish("", "nb", title="Above"))
    home("en")
    everything = set(ask("", "nb", chosen={"type": ("page",)}).answer.hits)
    assert finds("xylofonspillere", "nb") == ["Orkesteret"]
    hide(page)

    assert ask("xylofonspillere", "nb").is_empty
    assert ask("xylofonspillere musikk", "nb").total == 1, "the word does not count: no public page has it"
    assert [result.strict for result in ask("xylofonspillere musikk", "nb").results] == [True]
    assert ask("xylofonspillere", "en").languages_with_hits == []
    after = ask("", "nb", chosen={"type": ("page",)})
    assert after.total == len(set(after.answer.hits)) <= len(everything)
    found = SearchDocument.objects.filter(pk__in=[hit.document_id for hit in after.answer.hits])
    assert page.pk not in found.values_list("page_id", flat=True)
    assert after.answer.facets["type"]["page"] == after.total


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())
@pytest.mark.parametrize(
    "query",
    [
        "xylofonspilere",
        "xylofonspiller",
        "ostfjord",
        "Østfjrod",
        "xylo fonspillere",
        '"fra ostfjord"',
        "xylofonspillerne",
    ],
)
def test_no_word_of_it_is_offered_for_another(hide: Callable[[Any], None], query: str) -> None:
    page = publish(SECRET, "nb", title="Orkesteret")
    assert finds(query, "nb") == ["Orkesteret"]
    hide(page)
    outcome = ask(query, "nb")
    assert outcome.is_empty
    assert outcome.plan.instead == ""
    assert not any(word.used for word in outcome.plan.words)


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())
def test_neither_letters_nor_layouts_betray_it(hide: Callable[[Any], None]) -> None:
    page = publish("Тромпетистите свирят.", "bg", title="Оркестър")
    assert finds("trompetistite", "bg") == finds("тромпетистите", "bg") == ["Оркестър"]
    hide(page)
    for query in ("trompetistite", "trompetisti", "тромпетистте", "ширмхерлихихе"):
        outcome = ask(query, "bg")
        assert outcome.is_empty
        assert outcome.plan.instead == ""


def test_a_draft_that_was_never_published_has_no_document() -> None:
    page = publish("Secret draft.", live=False)
    assert not SearchDocument.objects.filter(page=page).exists()
    page.save_revision().publish()
    assert finds("secret") == ["A page"]


def test_a_draft_of_a_public_page_changes_nothing() -> None:
    page = publish("Published words.")
    page.title = "Drafted title"
    page.body = [("text", "<p>Drafted words.</p>")]
    page.save_revision()
    assert finds("drafted") == []
    assert finds("published") == ["A page"]


def test_a_page_that_is_due_later_is_found_when_it_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    page = publish("Tomorrow.", live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert finds("tomorrow") == []
    then = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: then)
    call_command("publish_scheduled")
    assert finds("tomorrow") == ["A page"]


def test_what_is_shown_again_is_found_again_without_being_saved() -> None:
    page = publish("Orchids.")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert finds("orchids") == []
    restriction.delete()
    assert finds("orchids") == ["A page"]


def test_an_alias_has_no_document() -> None:
    page = publish("Orchids.")
    page.create_alias(parent=home("pl"), update_slug="alias", update_locale=home("pl").locale)
    assert SearchDocument.objects.filter(language="pl", title="A page").count() == 0
    assert finds("orchids", "pl") == []


def test_a_chapter_of_a_restricted_handbook_is_in_no_facet() -> None:
    from projects.models import Topic

    concept(Topic, "waste", name="Waste")
    handbook = HandbookPageFactory(parent=index("handbook", home("en")), title="Handbook", year=2020)
    HandbookChapterPageFactory(parent=handbook, title="Orchid chapter", summary="Orchids.")
    publish("Orchids.")
    assert ask("orchids").answer.facets["type"] == {"page": 1, "chapter": 1}
    restrict(handbook)
    outcome = ask("orchids")
    assert outcome.answer.facets["type"] == {"page": 1}
    assert outcome.total == 1


def test_a_choice_of_facets_opens_nothing() -> None:
    page = publish("Orchids.")
    restrict(page)
    assert ask("orchids", chosen={"type": ("page",)}).is_empty
    assert ask("orchids", chosen={"type": ("page",)}).without == []


def test_the_page_itself_names_nothing_hidden() -> None:
    restrict(publish(SECRET, "nb", title="Orkesteret"))
    for query in ("xylofonspillere", "xylofonspilere", "ostfjord", "fra øver sammen", ""):
        for language in ("nb", "en", "bg"):
            answer = CLIENT.get(f"/{language}/search/", {"q": query, "lang": "nb"}).content.decode()
            assert "Orkesteret" not in answer
            if query != "xylofonspillere":
                assert "xylofonspillere" not in answer.lower()


def test_the_engine_decides_by_the_one_rule_not_by_a_copy() -> None:
    page = publish("Orchids.")
    document = SearchDocument.objects.get(page=page)
    query = Query("en", (Condition(("ene-orchids",)),), 1)
    assert [hit.document_id for hit in engine().search(query).hits] == [document.pk]
    expire(page)
    assert engine().search(query).hits == ()
    assert engine().search(query).total == 0
    assert engine().search(Query("en"), [query]).further == (Answer(0, ()),)
    assert database().occurring([Condition(("ene-orchids",))]) == ([False], [])
    assert document.pk not in database().visible()
