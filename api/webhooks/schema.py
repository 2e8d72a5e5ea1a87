"""What a webhook is sent: one change as `changes` tells it, in the envelope of Standard Webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from django.utils.translation import gettext_noop
from pydantic import Field

from api.changes import Change, told_now
from api.schemas import Answer, described
from api.webhooks.models import Delivery

EventType = Literal[
    "item.published", "item.translated", "item.updated", "item.moved", "item.withdrawn",
    "item.unpublished", "item.restricted", "item.expired", "item.deleted", "test",
]  # fmt: skip


class Message(Answer):
    """What is sent to a webhook."""

    model_config = described(gettext_noop("What is sent to a webhook."))

    type: EventType = Field(description=gettext_noop("“item.” and the event of the change, or “test”."))
    timestamp: datetime = Field(description=gettext_noop("When the change was recorded."))
    data: Change | None = Field(description=gettext_noop("The change, as “changes” tells it; null in a test."))


def message_of(delivery: Delivery) -> Message | None:
    """Return what a delivery sends now; None where its page is hidden by now: the tombstone is a message of its own."""
    if delivery.change_id is None:
        return Message(type="test", timestamp=delivery.created_at, data=None)
    change = told_now(delivery.change_id)
    if change is None or change.at is None:
        return None
    return Message.model_validate({"type": f"item.{change.event}", "timestamp": change.at, "data": change})
