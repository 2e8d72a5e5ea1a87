"""What is no fault of the program is no error of the log."""

from __future__ import annotations

import logging

LONGEST = 300  # letters of a line that a visitor has a say in


class VisitorsFaults(logging.Filter):
    """Tells what a visitor did wrong in one line, as a warning and without a traceback.

    Django takes a host that is not ours, an address that is too long to lead on or a damaged form for errors of
    security: whoever knocks at random would fill the log with them, and wake whoever watches it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything pass, made short where it is a visitor's fault."""
        answered = getattr(record, "status_code", 0)
        if record.name.startswith("django.security.") or (record.name == "django.request" and 400 <= answered < 500):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.exc_info = record.exc_text = None
            record.msg, record.args = record.getMessage()[:LONGEST], ()
        return True
