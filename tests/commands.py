"""Commands of this project as processes of their own, on the database of a test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection


def started(
    command: list[str], folder: Path, output: IO[str] | int | None = None, **environment: str
) -> subprocess.Popen[str]:
    """Start a command of manage.py; what it makes beside the database lies in a folder.

    The test has to be one of real transactions, or the command sees nothing of it.
    """
    own = connection.settings_dict
    database = f"sqlite:///{own['NAME']}"
    if connection.vendor == "postgresql":
        database = f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/{own['NAME']}"
    of_command = {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "DATABASE_URL": database, "VAR_DIR": str(folder)}
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=os.environ | of_command | environment,
        stdout=output,
        text=True,
    )
