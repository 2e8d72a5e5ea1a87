"""What the site and the process that reads a file for it agree on: nothing of it needs Django or a reader's library."""

from __future__ import annotations

READER = 2  # counts changes of what is read of a file: a file that an older version read is read again
KINDS = ("pdf", "docx", "odt", "xlsx", "csv", "txt")  # the endings of files that have a reader
MOST_WRITTEN = 16 * 1024 * 1024  # bytes of an answer
