"""The API as a client meets it: from a network of its own, which has asked nothing yet."""

from __future__ import annotations

import pytest

from api.throttling import forget_own_counts
from cms import validators


@pytest.fixture(autouse=True)
def _nothing_asked_yet() -> None:
    forget_own_counts()
    validators._seen.clear()
