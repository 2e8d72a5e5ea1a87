"""The TypeScript client: made from the description of the API as it is now, and asking a running server."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from api.management.commands.client_schema import client_schema
from tests.factories.api import new_key

CLIENT: Path = settings.BASE_DIR / "clients" / "typescript"


@pytest.mark.any_database
@pytest.mark.parametrize("name", ["schema.d.ts", "operations.js"])
def test_what_is_made_of_the_description_is_not_behind_it(name: str) -> None:
    head = (CLIENT / name).read_text(encoding="utf-8").partition("\n")[0]
    assert hashlib.sha256(client_schema().encode()).hexdigest() in head, "`make client` makes it anew."


@pytest.mark.any_database
def test_the_client_reads_a_running_library(node: Path, site: str) -> None:
    command = [
        str(node),
        "--test",
        "--test-timeout=20000",
        "--test-force-exit",
        "--test-reporter=tap",
        "tests/client.test.js",
    ]
    told_to = os.environ | {"LIBRARY": site, "KEY": new_key(requests_a_minute=77)}
    told = subprocess.run(command, cwd=CLIENT, env=told_to, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "# fail 0" in told.stdout
