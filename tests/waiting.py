"""Waiting for what happens in another thread or process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

LIMIT = 60  # seconds; a loaded machine is slow, not wrong


def until(condition: Callable[[], bool], what: Callable[[], str] = lambda: "it did not come true in time") -> None:
    """Wait for a condition, which has to come true in time; otherwise tell what is wrong."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < deadline, what()
        threading.Event().wait(0.05)
