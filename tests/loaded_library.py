"""The loaded demonstration library, kept for other runs of the same commit: loading takes minutes, copying a second.

The variable TEST_LIBRARY names a folder that several runs share; without it nothing is kept. Only SQLite's is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from django.conf import settings

from tests.databases import copy_database

_FILE, _MEDIA = "library.sqlite3", "media"


def kept() -> Path | None:
    """Return the folder for the library of this commit, there or not; None where nothing is to be kept.

    A checkout with changes has a library of its own.
    """
    shared = os.environ.get("TEST_LIBRARY")
    if not shared or _git("status", "--porcelain"):
        return None
    return Path(shared) / _git("rev-parse", "HEAD")


def take(database: Path, media: Path) -> bool:
    """Copy the kept library into a database and its files into a folder; tell whether there was one."""
    folder = kept()
    if folder is None or not folder.exists():
        return False
    copy_database(folder / _FILE, database)
    shutil.copytree(folder / _MEDIA, media, dirs_exist_ok=True)
    return True


def keep(database: Path, media: Path) -> None:
    """Keep the library that has just been loaded, whole or not at all."""
    folder = kept()
    if folder is None or folder.exists():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=folder.parent))
    copy_database(database, unfinished / _FILE)
    shutil.copytree(media, unfinished / _MEDIA)
    unfinished.rename(folder)


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(settings.BASE_DIR), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
