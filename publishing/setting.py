"""Has a process of its own set a document, and survives whatever becomes of that process."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from publishing import setter
from publishing.documents import Document

COMMAND = (sys.executable, "-m", "publishing.setter")
LONG = 500_000  # characters of content, about 150 pages: set in three seconds, which a reader may wait
PATIENCE = 30.0  # seconds in a request
LONG_PATIENCE = 600.0  # seconds in a task


class SettingError(Exception):
    """A document that could not be set, and why."""


def is_long(document: Document) -> bool:
    """Tell whether a document takes longer to set than a reader should wait."""
    return len(written(document)) > LONG


def set_document(document: Document, patience: float = PATIENCE) -> bytes:
    """Return a document as PDF; raises SettingError where it is not set within so many seconds."""
    changed_at = str(int(document.changed_at.timestamp()))
    with tempfile.TemporaryDirectory(prefix="vademecum-pdf-") as folder:
        for name, rendition in document.pictures.items():
            with rendition.file.open("rb") as picture:
                (Path(folder) / name).write_bytes(picture.read())
        try:
            done = subprocess.run(  # noqa: S603  our own program; the words are a folder and a number of ours
                [*COMMAND, folder, changed_at],
                input=written(document).encode(), capture_output=True,
                cwd=settings.BASE_DIR, timeout=patience, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            message = f"not set within {patience:.0f} seconds"
            raise SettingError(message) from error
    if done.returncode:
        raise SettingError(done.stderr.decode(errors="replace")[-2000:] or f"ended with {done.returncode}")
    return done.stdout


def version_of(document: Document) -> str:
    """Return what tells one content of a document from another: all that goes into its PDF."""
    parts = [written(document), document.changed_at.isoformat(), _setter()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def written(document: Document) -> str:
    """Return the content as JSON."""
    return json.dumps(document.content, ensure_ascii=False, sort_keys=True)


@cache
def _setter() -> str:
    """Return what tells one way to set from another: template, fonts and the version of Typst."""
    files = [setter.TEMPLATE, *sorted(setter.FONTS.glob("*.ttf"))]
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return " ".join([version("typst"), *digests])
