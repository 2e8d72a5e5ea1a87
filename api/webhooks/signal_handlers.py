"""What webhooks do when changes are told and when time passes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.dispatch import receiver

from api.webhooks import outbox
from api.webhooks.tasks import deliver_soon, deliver_what_is_due
from cms.models import PublicChange
from cms.signals import changes_told, time_passed


@receiver(changes_told)
def write_messages(changes: Collection[PublicChange], **kwargs: Any) -> None:
    """Write the messages in the transaction in which the changes are told."""
    deliver_soon(outbox.write(changes))


@receiver(time_passed)
def keep_the_outbox(**kwargs: Any) -> None:
    """Send what is due and was left, as by a worker that died; forget what is kept no longer."""
    outbox.forget_old_deliveries()
    deliver_what_is_due()
