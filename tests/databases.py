"""Copies of the test database, kept and put in place whole: much faster than writing it again."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections

_NUMBERS = count(1)


def keep() -> str:
    """Keep what is committed now; return the name of the copy."""
    name = connection.settings_dict["NAME"]
    connections.close_all()
    if connection.vendor == "sqlite":
        copy = str(Path(tempfile.mkdtemp(prefix="vademecum-copy-", dir=Path(name).parent)) / "copy.sqlite3")
        copy_database(Path(name), Path(copy))
        return copy
    copy = f"{name}_copy{next(_NUMBERS)}"
    _replace(copy, name)
    return copy


def put_in_place(copy: str) -> None:
    """Replace what the test database holds."""
    name = connection.settings_dict["NAME"]
    connections.close_all()
    if connection.vendor == "sqlite":
        copy_database(Path(copy), Path(name))
    else:
        _replace(name, copy)
    ContentType.objects.clear_cache()


def drop(copy: str) -> None:
    """Delete a copy that is a database on a server; a file goes with its folder."""
    if connection.vendor != "sqlite":
        _on_the_server(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(copy)} WITH (FORCE)")


def copy_database(source: Path, target: Path) -> None:
    """Copy what is committed in one SQLite file into another, open elsewhere or not."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _replace(target: str, source: str) -> None:
    drop(target)
    target, source = map(connection.ops.quote_name, (target, source))
    _on_the_server(f"CREATE DATABASE {target} TEMPLATE {source}")


def _on_the_server(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)
