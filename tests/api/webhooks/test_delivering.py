"""The outbox and how it is worked off: in the transaction, in order, at least once, with pauses, off after a day."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from api.webhooks import delivering, outbox, tasks
from api.webhooks.delivering import FAILING, PAUSES, deliver
from api.webhooks.enums import OffReason, State
from api.webhooks.models import Attempt, Delivery, Webhook
from api.webhooks.outbox import KEPT
from cms.models import LibraryImage, PublicChange
from cms.publicity import record
from cms.signals import time_passed
from projects.models import Programme
from tests.api.webhooks.receiver import Receiver
from tests.factories.bodies import showing
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import ProjectPageFactory, concept, index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "JITTER", 0)


@pytest.fixture
def page() -> Any:
    home()
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees")
    record()
    return page


@pytest.fixture
def webhook(page: Any, receiver: Receiver) -> Webhook:
    """Return a webhook for all that is told from now on; what is told is sent when a test says so."""
    return Webhook.objects.create(name="Mirror", address=receiver.address)


def change(page: Any, title: str) -> None:
    page.title = title
    page.save()
    record()


def events(receiver: Receiver) -> list[str]:
    return [json.loads(request.body)["type"] for request in receiver.requests]


def let_pass(time: timedelta) -> None:
    """Move all that is noted of deliveries so much into the past."""
    for row in Delivery.objects.all():
        Delivery.objects.filter(pk=row.pk).update(due_at=row.due_at - time, created_at=row.created_at - time)
    for webhook in Webhook.objects.all():
        for name in ("failing_since", "rests_until", "claimed_until", "former_secret_until"):
            if getattr(webhook, name):
                setattr(webhook, name, getattr(webhook, name) - time)
        webhook.save()


# ------------------------------------------------------------------------------- what is written


def test_messages_are_written_with_the_change_or_not_at_all(webhook: Webhook, page: Any) -> None:
    page.title = "Rates"
    page.save()
    Delivery.objects.all().delete()
    numbers = PublicChange.objects.count()
    with transaction.atomic():
        record()
        page.title = "Rates and fees"
        page.save()
        record()
        transaction.set_rollback(True)
    assert (Delivery.objects.count(), PublicChange.objects.count()) == (0, numbers)
    change(page, "Rates")
    assert Delivery.objects.count() == PublicChange.objects.count() - numbers == 1


def test_where_messages_cannot_be_written_no_change_is_told(
    webhook: Webhook, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = PublicChange.objects.count()
    page.title = "Rates"
    page.save()

    def fail(*_arguments: Any, **_further: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(Delivery.objects, "bulk_create", fail)
        with pytest.raises(RuntimeError):
            record()
    assert PublicChange.objects.count() == numbers
    record()
    assert Delivery.objects.count() == PublicChange.objects.count() - numbers == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, ["published en", "published bg"]),
        ({"languages": ["bg"]}, ["published bg"]),
        ({"types": ["project"]}, []),
        ({"types": ["project", "page"], "languages": ["en"]}, ["published en"]),
        ({"events": ["updated", "published"]}, ["published en", "published bg"]),
        ({"events": ["deleted"]}, []),
        ({"is_active": False}, []),
    ],
)
def test_a_webhook_is_told_what_it_asked_for(asked: dict[str, Any], told: list[str]) -> None:
    for language in ("en", "bg"):
        home(language)
    record()
    Webhook.objects.create(name="Mirror", address="https://example.org/", **asked)
    for language in ("en", "bg"):
        StandardPageFactory(parent=home(language), title="Fees", slug=f"fees-{language}")
    record()
    written = Delivery.objects.order_by("pk").select_related("change")
    assert [f"{one.change.event} {one.change.language}" for one in written if one.change] == told


def test_a_webhook_of_one_language_is_told_of_entries_in_it_and_of_pictures_which_are_of_all() -> None:
    for language in ("en", "bg"):
        Webhook.objects.create(
            name=language, address="https://example.org/", types=["image", "programme"], languages=[language]
        )
    picture = LibraryImage.objects.create(title="Square", file=get_test_image_file("square.png"))
    programme = concept(Programme, "growth", name="Growth")
    ProjectPageFactory(parent=index("project", home()), programme=programme)
    StandardPageFactory(parent=home(), title="Fees", body=showing(picture))
    record()
    written = Delivery.objects.order_by("pk").select_related("change", "webhook")
    told = sorted((one.webhook.name, one.change.type, one.change.item) for one in written if one.change)
    assert told == [("bg", "image", picture.pk), ("en", "image", picture.pk), ("en", "programme", programme.pk)]


# ------------------------------------------------------------------------------- what is sent


def test_a_message_is_the_change_as_the_api_tells_it_signed(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    cursor = Client().get("/api/v1/changes").json()["cursor"]
    cursor = Client().get("/api/v1/changes", {"since": cursor}).json()["cursor"]
    page.slug = "rates"
    page.save()
    record()
    assert deliver(webhook.pk) is None
    (told,) = Client().get("/api/v1/changes", {"since": cursor}).json()["items"]
    (request,) = receiver.requests
    verified = Verifier(webhook.secret).verify(request.body, request.headers)
    assert verified == {"type": "item.moved", "timestamp": told["at"], "data": told}
    assert request.headers["content-type"] == "application/json"
    delivery = Delivery.objects.get()
    assert (delivery.state, request.headers["webhook-id"]) == (State.DELIVERED, delivery.message_id)
    attempt = delivery.attempts.get()
    assert (attempt.status, attempt.fault, attempt.answer) == (200, "", "thanks")
    webhook.refresh_from_db()
    assert webhook.delivered_at is not None


def test_two_secrets_sign_while_the_former_one_is_valid(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    former = webhook.secret
    webhook.renew_secret()
    change(page, "Rates")
    deliver(webhook.pk)
    for secret in (former, webhook.secret):
        Verifier(secret).verify(receiver.requests[0].body, receiver.requests[0].headers)
    let_pass(timedelta(days=1))
    change(page, "Charges")
    deliver(webhook.pk)
    Verifier(webhook.secret).verify(receiver.requests[1].body, receiver.requests[1].headers)
    with pytest.raises(WebhookVerificationError):
        Verifier(former).verify(receiver.requests[1].body, receiver.requests[1].headers)


def test_nothing_is_sent_of_what_is_hidden_by_now_but_its_tombstone(
    webhook: Webhook, page: Any, receiver: Receiver
) -> None:
    change(page, "Secret rates")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert deliver(webhook.pk) is None
    record()
    deliver(webhook.pk)
    assert events(receiver) == ["item.restricted"]
    (request,) = receiver.requests
    assert json.loads(request.body)["data"]["address"] is None
    states = list(Delivery.objects.order_by("pk").values_list("state", flat=True))
    assert states == [State.DROPPED, State.DELIVERED]
    restriction.delete()
    record()
    deliver(webhook.pk)
    assert events(receiver)[1:] in (["item.published"], ["item.translated"])


def test_a_crash_between_sending_and_marking_sends_again_with_the_same_identifier(
    webhook: Webhook, page: Any, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(page, "Rates")

    def die(*_arguments: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(delivering, "_settle", die)
        with pytest.raises(SystemExit):
            deliver(webhook.pk)
    assert deliver(webhook.pk) is None  # it is claimed still by who died
    let_pass(delivering.CLAIM)
    time_passed.send(None)
    first, second = receiver.requests
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert Delivery.objects.get().state == State.DELIVERED


def test_two_workers_at_once_send_once(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    change(page, "Rates")
    change(page, "Charges")
    key, send = webhook.pk, delivering.send
    others: list[datetime | None] = []

    def meanwhile(*arguments: Any) -> Any:
        others.append(deliver(key))
        return send(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delivering, "send", meanwhile)
        deliver(webhook.pk)
    assert others == [None, None]
    identifiers = [request.headers["webhook-id"] for request in receiver.requests]
    assert len(identifiers) == len(set(identifiers)) == 2


def test_what_comes_when_a_worker_has_just_found_nothing_more_is_not_left(
    webhook: Webhook, page: Any, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is called meanwhile finds the webhook claimed, and leaves it to that worker."""
    next_of = outbox.next_of
    called: list[datetime | None] = []

    def last(*arguments: Any) -> Any:
        found = next_of(*arguments)
        if found is None and not called:
            change(page, "Charges")
            called.append(deliver(webhook.pk))
        return found

    monkeypatch.setattr(outbox, "next_of", last)
    change(page, "Rates")
    again = deliver(webhook.pk)
    assert called == [None]
    assert len(receiver.requests) == 1
    assert again is not None
    assert again <= timezone.now()


# ------------------------------------------------------------------------------- what fails


def test_pauses_grow_and_the_last_failure_gives_up(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    receiver.answers = [500]
    change(page, "Rates")
    pauses = []
    for _number in range(len(PAUSES)):
        again = deliver(webhook.pk)
        assert again is not None
        pauses.append(round((again - timezone.now()).total_seconds() / 5))
        let_pass(again - timezone.now())
        Webhook.objects.update(failing_since=timezone.now())  # the day is another test's
    assert pauses == [round(pause.total_seconds() / 5) for pause in PAUSES]
    assert all(one <= following for one, following in pairwise(PAUSES))
    assert sum(PAUSES, timedelta()) > FAILING
    assert deliver(webhook.pk) is None
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts.count()) == (State.FAILED, len(PAUSES) + 1)
    assert len({request.headers["webhook-id"] for request in receiver.requests}) == 1


def test_pauses_are_spread_a_little(webhook: Webhook, page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "JITTER", 0.2)
    pauses = {delivering._pause(2) for _number in range(20)}
    assert len(pauses) > 10
    assert timedelta(minutes=1) <= min(pauses) <= max(pauses) <= timedelta(minutes=1.2)


def test_a_message_that_is_refused_holds_back_its_item_and_no_other(
    webhook: Webhook, page: Any, receiver: Receiver
) -> None:
    other = StandardPageFactory(parent=home(), title="Roads", slug="roads")
    receiver.answers = [200, 500, 200]
    record()
    change(page, "Rates")
    change(page, "Charges")
    change(other, "Streets")
    again = deliver(webhook.pk)
    keys = [json.loads(request.body)["data"]["key"] for request in receiver.requests]
    assert keys == [str(one.translation_key) for one in (other, page, other)]
    assert again is not None
    let_pass(again - timezone.now())
    assert deliver(webhook.pk) is None
    told = [request.headers["webhook-id"] for request in receiver.requests]
    in_order = [one.message_id for one in Delivery.objects.filter(change__item=page.pk).order_by("pk")]
    assert [one for one in told if one in in_order] == [in_order[0], in_order[0], in_order[1]]


def test_a_picture_does_not_wait_for_a_page_that_has_its_number(
    webhook: Webhook, page: Any, receiver: Receiver
) -> None:
    picture = LibraryImage.objects.create(pk=page.pk, title="Square", file=get_test_image_file("square.png"))
    receiver.answers = [500, 200]
    change(page, "Rates")
    StandardPageFactory(parent=home(), title="Roads", slug="roads", body=showing(picture))
    record()
    deliver(webhook.pk)
    sent = [json.loads(request.body)["data"]["type"] for request in receiver.requests]
    assert sent == ["page", "page", "image"]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_receiver_that_is_away_is_left_alone(webhook: Webhook, page: Any, receiver: Receiver, status: int) -> None:
    other = StandardPageFactory(parent=home(), title="Roads", slug="roads")
    record()
    receiver.answers, receiver.headers = [status, 200], {"Retry-After": "90"}
    change(page, "Rates")
    again = deliver(webhook.pk)
    assert len(receiver.requests) == 1
    assert again is not None
    assert 80 < (again - timezone.now()).total_seconds() <= 90
    assert deliver(webhook.pk) == again
    assert len(receiver.requests) == 1
    let_pass(timedelta(seconds=90))
    assert deliver(webhook.pk) is None
    assert len(receiver.requests) == 1 + Delivery.objects.count()
    assert Delivery.objects.filter(change__item=other.pk, state=State.DELIVERED).exists()


def test_nobody_has_to_wait_longer_than_half_a_day(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    receiver.answers, receiver.headers = [503], {"Retry-After": "999999999999"}
    change(page, "Rates")
    again = deliver(webhook.pk)
    assert again is not None
    assert again - timezone.now() <= delivering.LONGEST_PAUSE


def test_a_receiver_that_wants_no_more_is_sent_no_more(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    receiver.answers = [410]
    change(page, "Rates")
    assert deliver(webhook.pk) is None
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.off_reason) == (False, OffReason.GONE)
    change(page, "Charges")
    assert (Delivery.objects.count(), len(receiver.requests)) == (1, 1)


def test_a_day_of_failures_alone_turns_a_webhook_off(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    receiver.answers = [500]
    change(page, "Rates")
    deliver(webhook.pk)
    let_pass(FAILING - timedelta(minutes=1))
    deliver(webhook.pk)
    webhook.refresh_from_db()
    assert webhook.is_active
    let_pass(timedelta(minutes=2))
    deliver(webhook.pk)
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.off_reason) == (False, OffReason.FAILING)
    let_pass(timedelta(days=1))
    time_passed.send(None)
    assert len(receiver.requests) == 3
    receiver.answers = [200]
    outbox.switch_on(webhook)
    deliver(webhook.pk)
    assert Delivery.objects.get().state == State.DELIVERED


def test_one_success_in_a_day_keeps_a_webhook_on(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    receiver.answers = [500]
    change(page, "Rates")
    deliver(webhook.pk)
    let_pass(FAILING - timedelta(minutes=1))
    receiver.answers = [200, 500]
    deliver(webhook.pk)
    change(page, "Charges")
    deliver(webhook.pk)
    let_pass(timedelta(hours=2))
    deliver(webhook.pk)
    webhook.refresh_from_db()
    assert webhook.is_active
    assert webhook.failures == 2


def test_a_test_is_sent_once_even_where_the_webhook_is_off_and_changes_nothing_of_it(
    webhook: Webhook, receiver: Receiver
) -> None:
    receiver.answers = [500]
    outbox.switch_off(webhook)
    delivery = outbox.write_test(webhook)
    assert deliver(webhook.pk) is None
    delivery.refresh_from_db()
    webhook.refresh_from_db()
    assert (delivery.state, webhook.failing_since) == (State.FAILED, None)
    body = Verifier(webhook.secret).verify(receiver.requests[0].body, receiver.requests[0].headers)
    assert (body["type"], body["data"]) == ("test", None)


def test_what_is_sent_again_keeps_its_identifier_and_goes_before_what_waits(
    webhook: Webhook, page: Any, receiver: Receiver
) -> None:
    change(page, "Rates")
    change(page, "Charges")
    first = Delivery.objects.order_by("pk")[:1]
    receiver.answers = [503, 200]
    deliver(webhook.pk)
    assert outbox.send_again(Delivery.objects.filter(pk__in=list(first.values_list("pk", flat=True)))) == 1
    deliver(webhook.pk)
    identifiers = [request.headers["webhook-id"] for request in receiver.requests]
    assert identifiers[:2] == [first[0].message_id] * 2
    assert not Delivery.objects.exclude(state=State.DELIVERED).exists()


# ------------------------------------------------------------------------------- the worker


def test_the_worker_is_called_when_a_change_is_told_and_when_a_pause_is_over(
    webhook: Webhook, page: Any, receiver: Receiver, settings: Settings, django_capture_on_commit_callbacks: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    receiver.answers = [500]
    with django_capture_on_commit_callbacks(execute=True):
        change(page, "Rates")
    calls = DBTaskResult.objects.filter(task_path="api.webhooks.tasks.deliver_to")
    call = calls.get()
    assert call.args_kwargs["kwargs"] == {"webhook": webhook.pk}
    assert not receiver.requests
    tasks.deliver_to.func(webhook=webhook.pk)
    again = calls.exclude(pk=call.pk).get()
    assert again.run_after == Delivery.objects.get().due_at


def test_the_schedule_sends_what_no_worker_was_called_for(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    change(page, "Rates")
    time_passed.send(None)
    assert events(receiver) == ["item.updated"]
    time_passed.send(None)
    assert len(receiver.requests) == 1


def test_a_turn_ends_so_that_other_tasks_have_theirs(
    webhook: Webhook, page: Any, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        change(page, f"Rates {number}")
    monkeypatch.setattr(delivering, "TURN", 1e-9)
    again = deliver(webhook.pk)
    assert len(receiver.requests) <= 1
    assert again is not None
    assert again <= timezone.now()


def test_the_log_is_forgotten_after_a_month(webhook: Webhook, page: Any, receiver: Receiver) -> None:
    change(page, "Rates")
    deliver(webhook.pk)
    let_pass(KEPT - timedelta(minutes=1))
    time_passed.send(None)
    assert Attempt.objects.count() == 1
    let_pass(timedelta(minutes=2))
    time_passed.send(None)
    assert (Delivery.objects.count(), Attempt.objects.count()) == (0, 0)


def test_nobody_is_written_to_of_a_webhook_that_is_on_again(webhook: Webhook) -> None:
    delivering.tell_managers.func(webhook=webhook.pk)
    assert mail.outbox == []
