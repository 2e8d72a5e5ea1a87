"""What the tests of webhooks need: a receiver on this machine, into which webhooks may go."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network

import pytest
from pytest_django import Settings

from tests.api.webhooks.receiver import Receiver, receiving

HERE = [ip_network("127.0.0.0/8"), ip_network("::1/128")]


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    """Serve, and let webhooks go there."""
    settings.WEBHOOK_NETWORKS = HERE
    with receiving() as one:
        yield one
