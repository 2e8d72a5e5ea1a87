"""What staff put on top of a search, and what they see of what people look for."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search.models import BestBet, SearchedText
from search.staff import searched_texts
from tests.search.asking import CLIENT, ask, finds, publish
from translation.groups import STAFF, ensure_groups

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> Client:
    ensure_groups()
    user = User.objects.create_user("staff", is_staff=True)
    user.groups.set([*user.groups.all(), *user.groups.model.objects.filter(name=STAFF)])
    client.force_login(user)
    return client


@pytest.mark.parametrize("query", ["waste fee", "fees for wastes", "the FEE of waste"])
def test_a_best_bet_is_on_top_for_its_words_in_any_order_and_form(query: str) -> None:
    publish("Waste fee, waste fee, waste fee.", title="Often")
    BestBet.objects.create(words="waste fee", page=publish("Nothing of it.", title="Chosen"))
    assert finds(query) == ["Chosen", "Often"]


def test_a_best_bet_that_is_also_found_is_shown_once() -> None:
    BestBet.objects.create(words="orchid", page=publish("Orchids.", title="Chosen"))
    outcome = ask("orchids")
    assert [result.is_best_bet for result in outcome.results] == [True]


@pytest.mark.parametrize("query", ["waste", "waste fee budget"])
def test_a_best_bet_is_not_for_other_words(query: str) -> None:
    publish("Waste fee budget.", title="Plain")
    BestBet.objects.create(words="waste fee", page=publish("Nothing of it.", title="Chosen"))
    assert finds(query) == ["Plain"]


def test_a_best_bet_of_another_language_is_not_shown() -> None:
    BestBet.objects.create(words="program", page=publish("Ingenting.", "nb", title="Valgt"))
    assert finds("program", "en") == []
    assert finds("program", "nb") == ["Valgt"]


def test_a_best_bet_that_is_not_public_is_not_shown() -> None:
    page = publish("Nothing of it.", title="Chosen")
    BestBet.objects.create(words="orchid", page=page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert ask("orchid").results == []


def test_a_search_that_chooses_otherwise_shows_no_best_bet() -> None:
    BestBet.objects.create(words="orchid", page=publish("Nothing of it.", title="Chosen"))
    assert ask("orchid", chosen={"type": ("page",)}).results == []


def test_words_that_nobody_can_search_for_are_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        BestBet(words="?!", page=publish("Text.")).full_clean()
    assert list(refused.value.message_dict) == ["words"]


def test_the_same_best_bet_twice_is_refused() -> None:
    page = publish("Text.")
    BestBet.objects.create(words="waste fee", page=page)
    with pytest.raises(ValidationError) as refused:
        BestBet(words="fees waste", page=page).full_clean()
    assert list(refused.value.message_dict) == ["words"]


# ---------------------------------------------------------------- what people search for


def search_for(text: str, **parameters: str) -> None:
    assert CLIENT.get("/en/search/", {"q": text, **parameters}).status_code == HTTPStatus.OK


def test_searches_are_counted_by_text_and_day_with_those_that_found_nothing() -> None:
    search_for("Zebra")
    search_for("zebra")
    publish("Zebras.")
    search_for("zebra")
    searched_texts.write()
    row = SearchedText.objects.get()
    assert (row.text, row.times, row.without_result, row.day) == ("zebra", 3, 2, timezone.localdate())


@pytest.mark.parametrize("text", ["somebody@example.org", "call 02 981 23 45", "7501010010", "x" * 101])
def test_what_may_be_personal_or_is_no_search_is_not_kept(text: str) -> None:
    search_for(text)
    searched_texts.write()
    assert not SearchedText.objects.exists()


def test_a_choice_or_a_further_page_is_no_new_search() -> None:
    search_for("zebra", type="page")
    searched_texts.write()
    assert not SearchedText.objects.exists()


def test_what_is_older_than_ninety_days_is_forgotten() -> None:
    today = timezone.localdate()
    for days in (90, 91):
        SearchedText.objects.create(language="en", text=f"{days} days", day=today - timedelta(days=days), times=1)
    searched_texts.write()
    assert [row.text for row in SearchedText.objects.all()] == ["90 days"]


def test_staff_see_what_was_not_found_first_and_can_make_something_of_it(staff: Client) -> None:
    today = timezone.localdate()
    SearchedText.objects.create(language="en", text="lilies", day=today, times=9)
    for days in (0, 1):
        SearchedText.objects.create(
            language="nb", text="zebra", day=today - timedelta(days=days), times=2, without_result=2
        )
    html = staff.get("/admin/reports/searched/").content.decode()
    assert html.index("zebra") < html.index("lilies")
    assert "?words=zebra&amp;language=nb" in html
    assert "/projects/term/add/?locale=nb" in html
    only = staff.get("/admin/reports/searched/", {"language": "en"}).content.decode()
    assert "zebra" not in only
    assert 'value="zebra"' in staff.get("/admin/snippets/search/bestbet/add/?words=zebra").content.decode()


def test_the_report_is_not_for_translators(client: Client) -> None:
    ensure_groups()
    user = User.objects.create_user("translator", is_staff=True)
    user.groups.set(user.groups.model.objects.filter(name="Translators: Polish"))
    client.force_login(user)
    assert client.get("/admin/reports/searched/").status_code == HTTPStatus.FOUND
