"""The outbox: what is to be sent to webhooks, written in the transaction in which a change is told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from api.webhooks.enums import State
from api.webhooks.models import Delivery, Webhook
from cms.models import PublicChange

KEPT = timedelta(days=30)
MOST_AT_ONCE = 500  # rows a statement


def write(changes: Collection[PublicChange]) -> list[int]:
    """Write a message for each webhook that asked for any of these changes, in their order; return those webhooks."""
    told = []
    for webhook in Webhook.objects.filter(is_active=True):
        deliveries = [Delivery(webhook=webhook, change=change) for change in changes if webhook.wants(change)]
        if deliveries:
            Delivery.objects.bulk_create(deliveries, batch_size=MOST_AT_ONCE)
            told.append(webhook.pk)
    return told


def write_test(webhook: Webhook) -> Delivery:
    """Write a test, which is sent once even where the webhook is off."""
    return Delivery.objects.create(webhook=webhook, is_asked_for=True)


def send_again(deliveries: QuerySet[Delivery]) -> int:
    """Have deliveries sent again, with the same identifiers, from the first try on; return how many these are."""
    return deliveries.update(state=State.WAITING, due_at=timezone.now(), attempted=0, is_asked_for=True)


def switch_on(webhook: Webhook) -> None:
    """Turn a webhook on as if nothing had failed: what waits goes out at once."""
    now = timezone.now()
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(
            is_active=True, off_reason="", failures=0, failing_since=None, rests_until=None
        )
        waiting = Delivery.objects.filter(webhook=webhook, state=State.WAITING)
        waiting.update(due_at=now, attempted=0)


def switch_off(webhook: Webhook, reason: str = "") -> None:
    """Turn a webhook off: no messages are written for it any more, and those that wait stay."""
    Webhook.objects.filter(pk=webhook.pk).update(is_active=False, off_reason=reason)


def _in_order() -> Q:
    """Return the condition that no earlier change of the same item and language waits for the same webhook."""
    earlier = Delivery.objects.filter(
        state=State.WAITING,
        webhook=OuterRef("webhook"),
        change__kind=OuterRef("change__kind"),
        change__item=OuterRef("change__item"),
        change__language=OuterRef("change__language"),
        change__lt=OuterRef("change"),
    )
    return Q(~Exists(earlier))


def next_of(webhook: Webhook, now: datetime) -> Delivery | None:
    """Return what is to be sent first: what somebody asked for, else the oldest that is due and next of its item."""
    is_resting = webhook.rests_until is not None and webhook.rests_until > now
    may_go = Q(is_asked_for=True)
    if webhook.is_active and not is_resting:
        may_go |= Q(due_at__lte=now) & _in_order()
    waiting = Delivery.objects.filter(may_go, webhook=webhook, state=State.WAITING)
    return waiting.select_related("webhook").order_by("-is_asked_for", "pk").first()


def next_time(webhook: Webhook) -> datetime | None:
    """Return when something is to be sent next, None where nothing is."""
    waiting = Delivery.objects.filter(webhook=webhook, state=State.WAITING)
    if waiting.filter(is_asked_for=True).exists():
        return timezone.now()
    if not webhook.is_active:
        return None
    due = waiting.filter(_in_order()).order_by("due_at").values_list("due_at", flat=True).first()
    return max(due, webhook.rests_until) if due and webhook.rests_until else due


def webhooks_with_something_due(now: datetime) -> list[int]:
    """Return the webhooks to which something is to be sent, and to which nobody sends just now."""
    is_free = Q(webhook__claimed_until=None) | Q(webhook__claimed_until__lt=now)
    is_awake = Q(webhook__rests_until=None) | Q(webhook__rests_until__lte=now)
    due = Q(is_asked_for=True) | (Q(webhook__is_active=True, due_at__lte=now) & is_awake & _in_order())
    deliveries = Delivery.objects.filter(due, is_free, state=State.WAITING)
    return sorted(deliveries.order_by().values_list("webhook", flat=True).distinct())


def forget_old_deliveries() -> None:
    """Delete messages with their log that are kept no longer."""
    Delivery.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
