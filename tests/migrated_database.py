"""The migrated database of SQLite, kept for other runs with the same migrations: to migrate takes half a minute.

The variable TEST_LIBRARY names a folder that several runs share; without it nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.apps import apps
from django.conf import settings

from tests.databases import copy_database


def kept() -> Path | None:
    """Return where the migrated database is, there or not; None where nothing is to be kept.

    The variable TEST_MIGRATED names one whose migrations are the first of ours.
    """
    named, shared = os.environ.get("TEST_MIGRATED"), os.environ.get("TEST_LIBRARY")
    if named:
        return Path(named)
    return Path(shared) / f"migrated-{_digest()}.sqlite3" if shared else None


def take(database: Path) -> bool:
    """Copy the kept database to where none is yet; tell whether there was one."""
    migrated = kept()
    if migrated is None or not migrated.exists():
        return False
    copy_database(migrated, database)
    return True


def keep(database: Path) -> None:
    """Keep the database that has just been migrated, whole or not at all."""
    migrated = kept()
    if migrated is None or migrated.exists():
        return
    migrated.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=migrated.parent) as folder:
        unfinished = Path(folder) / migrated.name
        copy_database(database, unfinished)
        unfinished.replace(migrated)


def _digest() -> str:
    """Return what changes with any migration of ours and with any version of a package."""
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    files = [
        settings.BASE_DIR / "requirements.txt",
        *sorted(file for app in ours for file in app.glob("migrations/*.py")),
    ]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:20]
