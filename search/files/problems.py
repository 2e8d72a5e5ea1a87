"""Codes for why a file has no text to be searched; the process that reads files has no Django."""

from __future__ import annotations

SCANNED = "scanned"  # there are pages, but no letter on them
ENCRYPTED = "encrypted"
BROKEN = "broken"
TOO_LARGE = "too_large"
TIMED_OUT = "timed_out"

PROBLEMS = (SCANNED, ENCRYPTED, BROKEN, TOO_LARGE, TIMED_OUT)
