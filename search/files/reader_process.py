"""Has a process of its own read the text of a file, and survives whatever becomes of that process."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from django.conf import settings

from search.files import problems
from search.files.rules import KINDS, MOST_WRITTEN

PATIENCE = 30.0  # seconds
COMMAND = (sys.executable, "-m", "search.files.extraction")
OUT_OF_TIME = -24  # the system ended the process at its limit of time (SIGXCPU)


@dataclass(frozen=True)
class Extracted:
    """The pages of a file, or its problem.

    The text `is_whole` where nothing was left out for its length. The file `has_hidden` parts, which are not read.
    """

    pages: tuple[str, ...] = ()
    problem: str = ""
    is_whole: bool = True
    has_hidden: bool = False


def is_readable(kind: str) -> bool:
    """Tell whether files with this ending have a text that can be read."""
    return kind in KINDS


def extract(file: IO[bytes], kind: str, language: str, command: Sequence[str] = COMMAND) -> Extracted:
    """Return the text of a file; `kind` is the ending of its name, `language` that of its text."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answered:
        while piece := file.read(1024 * 1024):
            given.write(piece)
            if given.tell() > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
                return Extracted(problem=problems.TOO_LARGE)
        given.seek(0)
        try:
            ended = subprocess.run(  # noqa: S603  our own program; the words are an ending and a language of ours
                [*command, kind, language],
                stdin=given, stdout=answered, stderr=subprocess.DEVNULL,
                cwd=settings.BASE_DIR, timeout=PATIENCE, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return Extracted(problem=problems.TIMED_OUT)
        answered.seek(0)
        return _understood(ended.returncode, answered.read(MOST_WRITTEN))


def _understood(code: int, answer: bytes) -> Extracted:
    """Return the answer of the process; where it broke off, the file counts as damaged."""
    if code == OUT_OF_TIME:
        return Extracted(problem=problems.TIMED_OUT)
    try:
        read = json.loads(answer) if code == 0 else {}
        pages, problem, is_whole = tuple(map(str, read["pages"])), read["problem"], bool(read["is_whole"])
        has_hidden = bool(read.get("has_hidden"))
    except (ValueError, LookupError, TypeError):
        return Extracted(problem=problems.BROKEN)
    if problem and problem not in problems.PROBLEMS:
        return Extracted(problem=problems.BROKEN)
    return Extracted(pages, problem, is_whole, has_hidden)
