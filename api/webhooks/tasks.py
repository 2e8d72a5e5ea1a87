"""Deliveries, which take too long for a request."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import default_task_backend, task

from api.webhooks import outbox
from api.webhooks.delivering import deliver


@task()
def deliver_to(webhook: int) -> None:
    """Send what is due to a webhook, and come back when more is."""
    again = deliver(webhook)
    if again is not None:
        _deliver_at(webhook, again)


def _deliver_at(webhook: int, at: datetime) -> None:
    # Where tasks cannot wait, the minute's schedule comes back to it.
    if default_task_backend.supports_defer:
        deliver_to.using(run_after=max(at, timezone.now())).enqueue(webhook=webhook)


def deliver_soon(webhooks: Iterable[int]) -> None:
    """Send to webhooks when this transaction is over; what is lost then, the minute's schedule does."""
    for webhook in webhooks:
        transaction.on_commit(partial(deliver_to.enqueue, webhook=webhook), robust=True)


def deliver_what_is_due() -> None:
    """Send to all webhooks for which something is due."""
    for webhook in outbox.webhooks_with_something_due(timezone.now()):
        deliver_to.enqueue(webhook=webhook)
