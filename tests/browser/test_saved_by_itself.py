"""What somebody types is saved by itself whenever they type it: as soon as a form opens, while a save is under way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, Route

from tests.browser.actions import SAY_WHEN_WATCHED, wait_until_watched
from tests.browser.test_decisions import SAVING, is_sent
from tests.editing import edit_address, signed_in
from tests.factories.home import StandardPageFactory, home

MEANWHILE = "Typed while a save is under way"

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_typed_as_soon_as_the_form_is_open_is_saved(tab_of: Callable[[Client], Page]) -> None:
    page = StandardPageFactory(parent=home(), title="Before")
    tab = tab_of(signed_in())
    address = edit_address(page)
    tab.goto(address)
    with tab.expect_response(lambda answer: is_sent(address, SAVING)(answer.request)) as answered:
        tab.locator("#id_title").fill("Typed at once")
    assert answered.value.ok
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Typed at once"


def test_what_is_typed_while_a_save_is_under_way_is_saved_too(tab_of: Callable[[Client], Page]) -> None:
    page = StandardPageFactory(parent=home(), title="Before")
    tab = tab_of(signed_in())
    tab.add_init_script(SAY_WHEN_WATCHED)
    address = edit_address(page)
    tab.goto(address)
    wait_until_watched(tab)
    first: list[Route] = []

    def hold(route: Route) -> None:
        if is_sent(address, SAVING)(route.request) and not first:
            first.append(route)
        else:
            route.continue_()

    tab.route(f"**{address}", hold)
    with tab.expect_request(is_sent(address, SAVING)):
        tab.locator("#id_title").fill("Typed first")
    tab.locator("#id_summary").fill(MEANWHILE)
    with tab.expect_response(lambda answer: MEANWHILE in (answer.request.post_data or "")) as answered:
        first[0].continue_()
    assert answered.value.ok
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("Typed first", MEANWHILE)
