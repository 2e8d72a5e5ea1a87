"""Signatures as Standard Webhooks has them (standardwebhooks.com)."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from standardwebhooks import Webhook as Signer

BYTES = 32  # of a secret; the standard asks for 24 to 64
FORMER_VALID = timedelta(days=1)  # for which a former secret signs too


def new_secret() -> str:
    """Return a new secret."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(BYTES)).decode()}"


def signed(keys: Iterable[str], message_id: str, at: datetime, body: str) -> dict[str, str]:
    """Return the headers of a message that is sent at a time in UTC, with a signature by each secret."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(Signer(key).sign(message_id, at, body) for key in keys),
    }
