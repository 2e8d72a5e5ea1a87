"""Webhooks in the administration: who may, what is shown, what each button does."""

from __future__ import annotations

import html
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pytest_django import Settings

from api.webhooks import delivering, outbox
from api.webhooks.enums import OffReason, State
from api.webhooks.models import Delivery, Webhook
from cms.formats import day
from cms.languages import LANGUAGE_CODES
from cms.models import Event, PublicChange
from cms.publicity import record
from tests.api.webhooks.receiver import Receiver
from tests.editing import signed_in
from tests.english import session
from tests.factories.home import StandardPageFactory, home
from tests.reading import text

pytestmark = pytest.mark.django_db
LIST = "/admin/webhooks/"
FORM = {"name": "Mirror", "address": "https://example.org/hook"}


@pytest.fixture
def client() -> Client:
    return session("administrator", "en")


@pytest.fixture
def webhook() -> Webhook:
    home()
    record()
    return Webhook.objects.create(name="Mirror", address="https://example.org/hook")


def log_of(webhook: Webhook) -> str:
    return f"{LIST}inspect/{webhook.pk}/"


def told(title: str = "Fees") -> Delivery:
    """Let a page be published, and return the message about it that waits."""
    StandardPageFactory(parent=home(), title=title, slug=title.lower())
    record()
    return Delivery.objects.latest("pk")


# ------------------------------------------------------------------------------- who may


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_nobody_but_administrators_sees_or_does_anything(role: str, webhook: Webhook) -> None:
    client = session(role, "en")
    for path in ("", "new/", f"edit/{webhook.pk}/", f"delete/{webhook.pk}/", f"inspect/{webhook.pk}/"):
        assert client.get(f"{LIST}{path}").status_code == HTTPStatus.FOUND, path
    for path in ("test", "again", "again/1", "secret", "switch"):
        assert client.post(f"{LIST}{webhook.pk}/{path}/").status_code == HTTPStatus.FOUND, path
    assert "/admin/webhooks/" not in client.get("/admin/").content.decode()
    secret = webhook.secret
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.secret, Delivery.objects.count()) == (True, secret, 0)


def test_who_may_only_look_is_offered_no_button(webhook: Webhook) -> None:
    user = get_user_model().objects.create_user("reader", "reader@example.org")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_webhook", "access_admin"]))
    client = signed_in("reader", "en")
    shown = client.get(log_of(webhook))
    assert shown.status_code == HTTPStatus.OK
    assert "Send a test" not in text(shown)
    assert client.post(f"{LIST}{webhook.pk}/test/").status_code == HTTPStatus.FOUND
    assert not Delivery.objects.exists()


def test_a_button_is_no_address_to_be_followed(client: Client, webhook: Webhook) -> None:
    assert client.get(f"{LIST}{webhook.pk}/switch/").status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_the_menu_leads_there(client: Client) -> None:
    assert "/admin/webhooks/" in client.get("/admin/").content.decode()


# ------------------------------------------------------------------------------- what is entered


def test_a_new_webhook_shows_its_secret_once(client: Client) -> None:
    asked = {"types": ["project", "page", "document", "topic"], "languages": ["bg"], "events": ["deleted"]}
    answer = client.post(f"{LIST}new/", FORM | asked, follow=True)
    webhook = Webhook.objects.get()
    assert {name: getattr(webhook, name) for name in asked} == asked
    assert answer.redirect_chain[-1][0] == log_of(webhook)
    assert html.escape(webhook.secret) in answer.content.decode()
    assert webhook.secret.startswith("whsec_")
    for path in (f"inspect/{webhook.pk}/", f"edit/{webhook.pk}/", "", f"history/{webhook.pk}/"):
        assert html.escape(webhook.secret) not in client.get(f"{LIST}{path}").content.decode(), path


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"name": ""}, "name", "This field is required."),
        ({"address": ""}, "address", "This field is required."),
        ({"address": "example.org"}, "address", "Enter a whole address such as https://example.org/hook."),
        ({"address": "http://example.org/"}, "address", "The address has to begin with https://."),
        ({"address": "https://127.0.0.1/"}, "address", "The address leads into a network into which webhooks may"),
        ({"address": f"https://example.org/{'x' * 500}"}, "address", "at most 500 characters"),
        ({"languages": ["xx"]}, "languages", "xx is not one of the available choices"),
        ({"types": ["\x00"]}, "types", "is not one of the available choices"),
    ],
)
def test_what_is_entered_wrongly_is_said_at_its_field(
    client: Client, wrong: dict[str, Any], field: str, said: str
) -> None:
    answer = client.post(f"{LIST}new/", FORM | wrong)
    assert answer.status_code == HTTPStatus.OK
    assert said in str(answer.context["form"].errors[field])
    assert said in text(answer)
    assert not Webhook.objects.exists()


def test_two_webhooks_have_two_names(client: Client, webhook: Webhook) -> None:
    answer = client.post(f"{LIST}new/", FORM)
    assert "name" in answer.context["form"].errors


def test_editing_leaves_alone_what_was_noted_meanwhile(client: Client, webhook: Webhook) -> None:
    shown = client.get(f"{LIST}edit/{webhook.pk}/")
    assert shown.status_code == HTTPStatus.OK
    outbox.switch_off(webhook, OffReason.FAILING)
    Webhook.objects.update(failures=7)
    answer = client.post(f"{LIST}edit/{webhook.pk}/", FORM | {"name": "Index", "languages": ["nb"]})
    assert answer.status_code == HTTPStatus.FOUND
    secret = webhook.secret
    webhook.refresh_from_db()
    assert (webhook.name, webhook.languages, webhook.secret) == ("Index", ["nb"], secret)
    assert (webhook.is_active, webhook.failures) == (False, 7)


def test_a_deleted_webhook_takes_its_log_along(client: Client, webhook: Webhook) -> None:
    told()
    assert client.post(f"{LIST}delete/{webhook.pk}/").status_code == HTTPStatus.FOUND
    assert (Webhook.objects.count(), Delivery.objects.count()) == (0, 0)


# ------------------------------------------------------------------------------- what is shown and done


def test_the_list_tells_how_each_fares(client: Client, webhook: Webhook, receiver: Receiver) -> None:
    Webhook.objects.create(name="Gone", address=receiver.address)
    receiver.answers = [410]
    told()
    delivering.deliver(Webhook.objects.get(name="Gone").pk)
    shown = text(client.get(LIST))
    assert "Mirror https://example.org/hook On" in shown
    assert "Off: The receiver answered that it wants no more (410)." in shown


def test_the_log_tells_each_attempt_and_escapes_what_was_answered(
    client: Client, webhook: Webhook, receiver: Receiver
) -> None:
    Webhook.objects.update(address=receiver.address)
    receiver.answers, receiver.body = [500, 200], b"<script>alert(1)</script>"
    told()
    delivering.deliver(webhook.pk)
    shown = client.get(log_of(webhook))
    assert "Published /en/fees/ Waiting" in text(shown)
    assert "1 attempt" in text(shown)
    assert "status 500" in text(shown)
    assert b"<script>alert" not in shown.content
    assert b"&lt;script&gt;alert" in shown.content


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_the_log_tells_events_and_days_as_the_language_writes_them(language: str, webhook: Webhook) -> None:
    told()
    PublicChange.objects.update(event=Event.EXPIRED)
    at = timezone.localtime(Delivery.objects.get().created_at)
    shown = text(session("administrator", language).get(log_of(webhook)))
    with override(language):
        assert f"{' '.join(day(at.date()).split())}, {at:%H:%M}" in shown
        assert f"{Event.EXPIRED.label} /en/fees/" in shown
    assert (language == "en") == ("Expired" in shown)


def test_the_log_tells_what_has_no_address_by_its_key(client: Client, webhook: Webhook) -> None:
    told()
    change = PublicChange.objects.latest("number")
    PublicChange.objects.update(address="")
    assert f"Published {change.key} Waiting" in text(client.get(log_of(webhook)))


def test_the_log_shows_a_state_alone_and_a_part_at_a_time(client: Client, webhook: Webhook) -> None:
    told()
    for _number in range(60):
        outbox.write_test(webhook)
    Delivery.objects.filter(change=None).update(state=State.FAILED)
    assert "Published" in text(client.get(log_of(webhook), {"state": "waiting"}))
    first = client.get(log_of(webhook), {"state": "failed"})
    assert "Published" not in text(first)
    assert "Page 1 of 2" in text(first)
    for odd in ("0", "-1", "x", "99"):
        assert client.get(log_of(webhook), {"p": odd, "state": "odd"}).status_code == HTTPStatus.OK


def test_a_test_is_sent_and_told(
    client: Client, webhook: Webhook, receiver: Receiver, django_capture_on_commit_callbacks: Any
) -> None:
    Webhook.objects.update(address=receiver.address)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{LIST}{webhook.pk}/test/", follow=True)
    assert "A test is on its way." in text(answer)
    assert len(receiver.requests) == 1
    assert "Test Delivered" in text(client.get(log_of(webhook)))


def test_one_is_sent_again_or_all_that_failed(
    client: Client, webhook: Webhook, receiver: Receiver, django_capture_on_commit_callbacks: Any
) -> None:
    deliveries = [told(title) for title in ("Fees", "Roads", "Water")]
    Delivery.objects.update(state=State.FAILED)
    outbox.write_test(webhook)
    Delivery.objects.filter(change=None).update(state=State.FAILED, is_asked_for=False)
    Webhook.objects.update(address=receiver.address)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{LIST}{webhook.pk}/again/{deliveries[1].pk}/", follow=True)
    assert "1 message is sent again." in text(answer)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{LIST}{webhook.pk}/again/", follow=True)
    assert "2 messages are sent again." in text(answer)
    sent = [request.headers["webhook-id"] for request in receiver.requests]
    assert sent == [deliveries[number].message_id for number in (1, 0, 2)]


def test_a_delivery_of_another_webhook_is_not_sent(client: Client, webhook: Webhook) -> None:
    delivery = told()
    Delivery.objects.update(state=State.FAILED)
    other = Webhook.objects.create(name="Other", address="https://example.org/other")
    assert "0 messages" in text(client.post(f"{LIST}{other.pk}/again/{delivery.pk}/", follow=True))
    delivery.refresh_from_db()
    assert delivery.state == State.FAILED


def test_a_new_secret_is_shown_once(client: Client, webhook: Webhook) -> None:
    former = webhook.secret
    answer = client.post(f"{LIST}{webhook.pk}/secret/", follow=True)
    webhook.refresh_from_db()
    assert webhook.secret != former == webhook.former_secret
    assert html.escape(webhook.secret) in answer.content.decode()
    assert html.escape(webhook.secret) not in client.get(log_of(webhook)).content.decode()


def test_a_webhook_is_turned_off_and_on(client: Client, webhook: Webhook) -> None:
    outbox.switch_off(webhook, OffReason.FAILING)
    client.post(f"{LIST}{webhook.pk}/switch/")
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.off_reason) == (True, "")
    client.post(f"{LIST}{webhook.pk}/switch/")
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.off_reason) == (False, "")


# ------------------------------------------------------------------------------- the notice


def test_who_may_change_webhooks_is_told_of_one_that_was_turned_off(
    webhook: Webhook, receiver: Receiver, settings: Settings, django_capture_on_commit_callbacks: Any
) -> None:
    settings.SITE_URL = settings.WAGTAILADMIN_BASE_URL = "https://library.example.org"
    client = session("administrator", "bg")
    assert "Mirror" not in text(client.get("/admin/"))
    get_user_model().objects.create_user("editor", "editor@example.org")
    Webhook.objects.update(address=receiver.address, name="Mirror\nof all")
    receiver.answers = [410]
    told()
    with django_capture_on_commit_callbacks(execute=True):
        delivering.deliver(webhook.pk)
    (message,) = mail.outbox
    assert message.to == ["vexil@example.org"]
    assert message.subject == "Уебкуката „Mirror of all“ беше изключена"
    assert f"https://library.example.org/admin/webhooks/inspect/{webhook.pk}/" in message.body
    assert "(410)" in message.body
    assert "&" not in message.body
    assert "Mirror" in text(client.get("/admin/"))
    assert f"/admin/webhooks/inspect/{webhook.pk}/" in client.get("/admin/").content.decode()
    outbox.switch_off(webhook)
    assert "Mirror" not in text(client.get("/admin/"))
