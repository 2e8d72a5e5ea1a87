"""The screens of webhooks, looked at on a desktop and a telephone, in two languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page

from api.webhooks import outbox
from api.webhooks.enums import OffReason, State
from api.webhooks.models import Delivery, Webhook
from cms.publicity import record
from tests.api.webhooks.conftest import receiver  # noqa: F401  pytest finds the fixture by this name
from tests.api.webhooks.receiver import Receiver
from tests.browser.crawling import Crawl
from tests.english import session
from tests.factories.home import StandardPageFactory, home


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["bg", "pl"])
def test_the_screens_are_in_the_persons_language_and_can_be_read(
    tab_of: Callable[[Client], Page],
    receiver: Receiver,  # noqa: F811  the fixture is asked for by its name
    language: str,
) -> None:
    client = session("administrator", language)
    home()
    record()
    webhook = Webhook.objects.create(name="Vexil", address=receiver.address)
    receiver.answers, receiver.body = [500], b"<p>Kromba</p>"
    StandardPageFactory(parent=home(), title="Vexil", slug="vexil")  # told and sent when it is saved
    assert receiver.requests
    Delivery.objects.update(state=State.FAILED)
    outbox.switch_off(webhook, OffReason.FAILING)
    other = Webhook.objects.create(name="Zynthar", address="https://example.org/hook")
    outbox.write_test(other)
    tab = tab_of(client)
    content = frozenset({"Vexil", "vexil", "Kromba", "Zynthar", "/en/vexil/", receiver.address, "<p>Kromba</p>"})
    crawl = Crawl(tab, language, content)
    inspect = f"/admin/webhooks/inspect/{webhook.pk}/"
    for address in ("/admin/webhooks/", "/admin/webhooks/new/", f"/admin/webhooks/edit/{webhook.pk}/", inspect):
        crawl.visit(address)
    tab.goto(inspect)
    tab.locator("details summary").first.click()
    crawl.look(inspect)
    tab.locator("form.webhook__actions button").nth(2).click()  # a new secret
    tab.locator(".webhook__secret").wait_for()
    crawl.look(f"{inspect} (with its secret)")
    assert crawl.report() == ""
