"""The outbox worked off, one webhook by one worker at a time, and what is done where a receiver fails.

A message is marked when its receiver has answered. Who dies in between has it sent again, with the same identifier:
each is delivered at least once. No transaction is open while a receiver is waited for.
"""

from __future__ import annotations

import random
import time
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from api.schemas import JSON
from api.webhooks import outbox
from api.webhooks.enums import OffReason, State
from api.webhooks.mail import tell_managers
from api.webhooks.models import Attempt, Delivery, Webhook
from api.webhooks.networks import receiver_of
from api.webhooks.schema import Message, message_of
from api.webhooks.sending import Outcome, send
from api.webhooks.signing import signed

# From a failure to the next attempt, as Standard Webhooks proposes; more than a day in all.
PAUSES = [
    timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30),
    timedelta(hours=2), timedelta(hours=5), timedelta(hours=10), timedelta(hours=10),
]  # fmt: skip
JITTER = 0.2  # at most so much of a pause is added: many that failed together do not come back together
LONGEST_PAUSE = timedelta(hours=12)  # that a receiver may ask for
FAILING = timedelta(days=1)  # of failures alone, after which a webhook is turned off
TURN = 20.0  # seconds after which another task has its turn
CLAIM = timedelta(minutes=2)  # longer than one message takes; who dies is followed by another one then
AGENT = "Vademecum-Webhooks/1"


def deliver(key: int) -> datetime | None:
    """Send what is due to a webhook, as long as a turn takes; return when to go on, None where nothing waits.

    Returns None at once where somebody else does it, who goes on by himself.
    """
    claim = _claimed(key)
    if claim is None:
        return None
    end = time.monotonic() + TURN
    while time.monotonic() < end:
        webhook = Webhook.objects.filter(pk=key, claimed_until=claim).first()
        delivery = outbox.next_of(webhook, timezone.now()) if webhook else None
        if delivery is None:
            break
        _send(delivery)
        claim = _claimed(key, claim)
        if claim is None:
            return None
    Webhook.objects.filter(pk=key, claimed_until=claim).update(claimed_until=None)
    # Looked at when others may claim it again: what came meanwhile met the claim and was left to us.
    webhook = Webhook.objects.filter(pk=key).first()
    return outbox.next_time(webhook) if webhook else None


def _claimed(key: int, before: datetime | None = None) -> datetime | None:
    """Claim a webhook, or claim it longer; return the claim, None where it is somebody else's."""
    now = timezone.now()
    webhook = Webhook.objects.filter(pk=key)
    is_ours = Q(claimed_until=before) if before else Q(claimed_until=None) | Q(claimed_until__lt=now)
    claim = now + CLAIM
    return claim if webhook.filter(is_ours).update(claimed_until=claim) else None


def _send(delivery: Delivery) -> None:
    message = message_of(delivery)
    if message is None:
        Delivery.objects.filter(pk=delivery.pk).update(state=State.DROPPED, is_asked_for=False)
        return
    at = timezone.now()
    outcome = send(receiver_of(delivery.webhook.address), *_content(delivery, message, at))
    with transaction.atomic():
        Attempt.objects.create(
            delivery=delivery,
            at=at,
            status=outcome.status,
            fault=outcome.fault,
            milliseconds=outcome.milliseconds,
            answer=outcome.answer,
        )
        if delivery.is_test:
            state = State.DELIVERED if outcome.is_success else State.FAILED
            _settle(delivery, state)
        elif outcome.is_success:
            _settle(delivery, State.DELIVERED)
            Webhook.objects.filter(pk=delivery.webhook_id).update(
                failures=0, failing_since=None, rests_until=None, delivered_at=timezone.now()
            )
        else:
            _failed(delivery, outcome)


def _content(delivery: Delivery, message: Message, at: datetime) -> tuple[bytes, dict[str, str]]:
    body = message.as_json()
    headers = {"Content-Type": JSON, "User-Agent": f"{AGENT} (+{settings.SITE_URL})"}
    signature = signed(delivery.webhook.secrets(at), delivery.message_id, at, body)
    return body.encode(), headers | signature


def _settle(delivery: Delivery, state: State) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(state=state, is_asked_for=False, attempted=F("attempted") + 1)


def _failed(delivery: Delivery, outcome: Outcome) -> None:
    """Note a failure: when it is tried again, how long the receiver rests, whether the webhook is turned off."""
    now = timezone.now()
    webhook = Webhook.objects.get(pk=delivery.webhook_id)
    webhook.failures += 1
    webhook.failing_since = webhook.failing_since or now
    attempted = delivery.attempted + 1
    is_over = outcome.is_gone or attempted > len(PAUSES)
    pause = max(_pause(webhook.failures if outcome.is_away else attempted), _asked_pause(outcome))
    if outcome.is_away:
        webhook.rests_until = now + pause
    webhook.save(update_fields=["failures", "failing_since", "rests_until"])
    Delivery.objects.filter(pk=delivery.pk).update(
        state=State.FAILED if is_over else State.WAITING, due_at=now + pause, attempted=attempted, is_asked_for=False
    )
    is_failing = webhook.failing_since <= now - FAILING
    if webhook.is_active and (outcome.is_gone or is_failing):
        outbox.switch_off(webhook, OffReason.GONE if outcome.is_gone else OffReason.FAILING)
        transaction.on_commit(partial(tell_managers.enqueue, webhook=webhook.pk), robust=True)


def _pause(failures: int) -> timedelta:
    """Return the pause after so many failures, with its jitter."""
    pause = PAUSES[min(failures, len(PAUSES)) - 1]
    return pause * (1 + random.uniform(0, JITTER))  # noqa: S311  no secret hangs on it


def _asked_pause(outcome: Outcome) -> timedelta:
    return timedelta(seconds=min(outcome.retry_after, LONGEST_PAUSE.total_seconds()))
