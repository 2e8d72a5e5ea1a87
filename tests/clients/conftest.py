"""What the clients need: a server with a little library, and what runs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import playwright
import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from api.throttling import forget_own_counts
from tests.clients.little_library import make_library


@pytest.fixture(scope="session")
def node() -> Path:
    """Give the Node that Playwright brings along: nothing else has to be installed for a test."""
    return Path(playwright.__file__).parent / "driver" / "node"


@pytest.fixture
def pages(live_server: LiveServer, settings: Settings) -> dict[str, Any]:
    """Fill the library that is served."""
    settings.SITE_URL = live_server.url
    forget_own_counts()
    return make_library()


@pytest.fixture
def site(live_server: LiveServer, pages: dict[str, Any]) -> str:
    """Return the address of the served library."""
    return live_server.url
