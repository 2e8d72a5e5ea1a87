"""Settings of our side: those of the search, with as many requests a minute as are sent."""

from __future__ import annotations

from benchmarks.search.settings import *  # noqa: F403  settings extend one another by star import

API_REQUESTS_A_MINUTE = 10_000_000
