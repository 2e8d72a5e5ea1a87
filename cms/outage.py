"""Faults that are not of the program: a database that is away or busy, a disk that is full. They pass."""

from __future__ import annotations

import errno
import sqlite3

from django.db import Error, InterfaceError, OperationalError

RETRY_AFTER = 30  # seconds after which a reader's browser or a robot may ask again

# SQLite tells everything as an OperationalError, a missing table too: its own number says which of them pass.
_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
# PostgreSQL's classes: connection, transaction that collided, resources, stopped by an operator, system; and what a
# standby says to a writer, or a server to one who waited too long for a lock.
_POSTGRESQL = ("08", "40", "53", "57", "58", "25006", "55P03")
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}


def is_outage(error: BaseException | None) -> bool:
    """Tell whether an exception, or what it was raised from, says that the database or the disk fails for now."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if _is_of_the_database(error) or (isinstance(error, OSError) and error.errno in _DISK):
            return True
        error = error.__cause__
    return False


def reason(error: BaseException) -> str:
    """Return what an outage says of itself, in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


def _is_of_the_database(error: BaseException) -> bool:
    if not isinstance(error, Error):
        return False
    told = error.__cause__
    if isinstance(told, sqlite3.Error):
        return getattr(told, "sqlite_errorcode", 0) & 0xFF in _SQLITE
    state = getattr(told, "sqlstate", None)
    if state is not None:
        return str(state).startswith(_POSTGRESQL)
    # Nobody answered who could have told a number, or the connection was cut under our hands.
    return isinstance(error, OperationalError | InterfaceError)
