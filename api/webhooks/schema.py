"""What a webhook is sent: one change as `changes` tells it, in the envelope of Standard Webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.utils.translation import gettext_noop
from pydantic import Field

from api.changes import EXAMPLE as CHANGES
from api.changes import Change, told_now
from api.schemas import JSON, Answer, described
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
    """Return what a delivery sends now; None where its item is hidden by now: the tombstone is a message of its own."""
    if delivery.change_id is None:
        return Message(type="test", timestamp=delivery.created_at, data=None)
    change = told_now(delivery.change_id)
    if change is None or change.at is None:
        return None
    return Message.model_validate({"type": f"item.{change.event}", "timestamp": change.at, "data": change})


_CHANGES: Any = CHANGES["items"]
EXAMPLE = {"type": "item.moved", "timestamp": _CHANGES[0]["at"], "data": _CHANGES[0]}
_HEADERS = {
    "webhook-id": gettext_noop("Identifier of the message, the same whenever it is sent again."),
    "webhook-timestamp": gettext_noop("When it was sent, in seconds since 1970."),
    "webhook-signature": gettext_noop(
        "“v1,” and the HMAC-SHA256 of “id.timestamp.body” by the secret, in Base64; two of them while a former secret "
        "is valid."
    ),
}


def openapi_webhooks() -> dict[str, Any]:
    """Return what the description of the API says of webhooks (OpenAPI 3.1), with texts in English."""
    said = {
        "operationId": "change",
        "tags": ["changes"],
        "summary": gettext_noop("Webhooks"),
        "description": gettext_noop(
            "A change is sent to each webhook that asked for its type, language and event, as Standard Webhooks has "
            "it. Verify the signature before you read the body, and answer within ten seconds. What you have answered "
            "may come again."
        ),
        "parameters": [
            {"name": name, "in": "header", "required": True, "description": text, "schema": {"type": "string"}}
            for name, text in _HEADERS.items()
        ],
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": {"$ref": "#/components/schemas/Message"}, "example": EXAMPLE}},
        },
        "responses": {
            "2XX": {"description": gettext_noop("The message is taken; what is answered otherwise is sent again.")},
            "410": {"description": gettext_noop("No more messages are wanted: the webhook is turned off.")},
        },
    }
    return {"change": {"post": said}}
