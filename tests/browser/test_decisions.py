"""What the editor sends when somebody decides while a save is under way."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from django.http import HttpRequest
from django.test import Client
from playwright.sync_api import Page, Request, expect
from wagtail import hooks
from wagtail import models as wagtail_models

from projects.models import BulletinPage
from tests.browser.actions import SAY_WHEN_WATCHED, wait_until_watched
from tests.editing import edit_address, signed_in
from tests.factories.home import home
from tests.factories.projects import BulletinPageFactory, index
from translation.groups import ensure_groups

LIMIT = 30  # seconds for what waits for the test
SAVING, DECISION = "saving by itself", "decision"
# What Wagtail finds and does is said in the console.
SAY_WHAT_IS_SAVED = """
window.addEventListener("w-unsaved:add", () => console.debug("a change is seen"));
window.addEventListener("w-autosave:save", (event) => {
  if (event.defaultPrevented) console.debug("saving by itself is stopped");
});
"""
APPROVED, CANCELLED = wagtail_models.WorkflowState.STATUS_APPROVED, wagtail_models.WorkflowState.STATUS_CANCELLED
# How somebody decides, what the button says, how a dialogue is confirmed, and what the review ends with.
DECISIONS = {
    "pl": ("[data-workflow-action-name=approve]", "Akceptuj i Opublikuj", "", APPROVED),
    "bg": ("[name=action-publish]", "Публикувай", ".modal [data-confirm-cancellation]", CANCELLED),
    "nb": ("[data-workflow-action-modal-url*=approve]", "og Publiser", ".modal [type=submit]", APPROVED),
}
REMARK = "#page-edit-form [name=workflow-action-extra-data]"  # put into the form when the dialogue has been answered


def is_sent(address: str, kind: str = "") -> Callable[[Request], bool]:
    """Return a test for the form of the page at an address, sent for something."""
    return lambda request: request.method == "POST" and request.url.endswith(address) and kind in ("", kind_of(request))


def kind_of(request: Request) -> str:
    """Return what a form was sent for."""
    return SAVING if "json" in request.headers.get("accept", "") else DECISION


def sends_of(tab: Page, address: str) -> list[str]:
    """Return a list that grows with the forms of a page: when one is sent, and when its answer has arrived."""
    log: list[str] = []

    def note(what: str) -> Callable[[Request], None]:
        return lambda request: log.append(f"{kind_of(request)} {what}") if is_sent(address)(request) else None

    tab.on("request", note("sent"))
    tab.on("requestfinished", note("answered"))
    tab.on("requestfailed", note("broken off"))
    return log


@pytest.mark.parametrize("language", DECISIONS)
def test_a_decision_waits_for_the_save_under_way_is_sent_once_and_ends_saving(
    tab_of: Callable[[Client], Page], language: str
) -> None:
    decision, says, confirmed, outcome = DECISIONS[language]
    page = BulletinPageFactory(parent=index("bulletin", home()), title="As it was", live=False)
    page.save_revision()
    ensure_groups()
    address = edit_address(page)
    tab = tab_of(signed_in(language=language))
    tab.add_init_script(SAY_WHEN_WATCHED + SAY_WHAT_IS_SAVED)
    more = tab.locator("footer [data-w-dropdown-target=toggle]")
    sends = sends_of(tab, address)
    may_end = Event()

    def take_long_to_save(request: HttpRequest, page: wagtail_models.Page) -> None:
        if request.method == "POST" and not request.accepts("text/html"):
            may_end.wait(LIMIT)

    tab.goto(address)
    more.click()
    with tab.expect_navigation():
        tab.locator("[name=action-submit]").dblclick()
    assert sends.count(f"{DECISION} sent") == 1
    assert wagtail_models.WorkflowState.objects.count() == 1

    tab.goto(address)
    sends.clear()
    with hooks.register_temporarily("before_edit_page", take_long_to_save):
        wait_until_watched(tab)
        with tab.expect_request(is_sent(address, SAVING)):
            tab.locator("#id_summary").fill("Saved slowly")
        more.click()
        button = tab.locator(decision).first
        expect(button).to_contain_text(says)
        if confirmed:
            button.click()
            button = tab.locator(confirmed)
        button.dblclick()
        if "submit" in confirmed:
            expect(tab.locator(REMARK).first).to_be_attached()
        with tab.expect_console_message(lambda message: message.text == "a change is seen"):
            tab.locator("#id_summary").fill("Decided upon")
        assert sends == [f"{SAVING} sent"]
        with (
            tab.expect_navigation(),
            tab.expect_console_message(lambda message: message.text == "saving by itself is stopped"),
        ):
            may_end.set()

    assert sends == [f"{SAVING} sent", f"{SAVING} answered", f"{DECISION} sent", f"{DECISION} answered"]
    public = BulletinPage.objects.live().get(pk=page.pk)
    assert public.summary == "Decided upon"
    assert public.live_revision == public.latest_revision
    assert not public.has_unpublished_changes
    assert wagtail_models.WorkflowState.objects.get().status == outcome
