"""The parts of `make run` start together and end together, however they end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.databases import copy_database
from tests.waiting import LIMIT, until


class Served:
    """`manage.py serve` on a copy of the test database."""

    def __init__(self, folder: Path) -> None:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.log = folder / "log.txt"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "VAR_DIR": str(folder),
            "PYTHONUTF8": "1",
        }
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port), "--end-with-parent"],
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/admin/login/", timeout=20).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def parts(self) -> dict[str, int]:
        """Return the running parts with their process numbers, whoever is their parent."""
        listed = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True)  # noqa: S607  wherever the system has it
        rows = [line.split() for line in listed.stdout.splitlines() if f"--port {self.port}" in line]
        return {row[row.index("--part") + 1]: int(row[0]) for row in rows if "--part" in row}

    def all_run(self) -> bool:
        return set(self.parts()) == {"web", "worker", "schedule"} and "Ctrl-C" in self.log.read_text(encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path, django_db_setup: None) -> Iterator[Served]:
    copy_database(Path(connection.settings_dict["NAME"]), tmp_path / "vademecum.sqlite3")
    library = Served(tmp_path)
    until(library.all_run, lambda: library.log.read_text(encoding="utf-8"))
    yield library
    library.process.kill()
    library.process.wait()
    until(lambda: not library.parts())


needs_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the database file")


@needs_sqlite
def test_the_start_tells_where_the_library_is_and_the_end_leaves_nothing(served: Served) -> None:
    assert served.answers()
    assert "/admin/" in served.log.read_text(encoding="utf-8")
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(timeout=LIMIT) == 0
    assert not served.parts()
    assert not served.answers()


@needs_sqlite
@pytest.mark.parametrize("part", ["web", "worker", "schedule"])
def test_when_one_part_dies_all_end_and_the_dead_one_is_named(served: Served, part: str) -> None:
    os.kill(served.parts()[part], signal.SIGKILL)
    assert served.process.wait(timeout=LIMIT) == 1
    assert not served.parts()
    assert f"The {part} process ended unexpectedly" in served.log.read_text(encoding="utf-8")


@needs_sqlite
def test_a_killed_supervisor_takes_its_parts_along(served: Served) -> None:
    served.process.kill()
    until(lambda: not served.parts())


@pytest.mark.parametrize(("port", "answer"), [("0", "is no port"), ("http", "is no port"), ("70000", "is no port")])
def test_a_port_that_is_none_is_explained(port: str, answer: str) -> None:
    assert answer in refusal(port)


def test_a_port_in_use_is_told_with_the_way_on() -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"Port {port} is in use" in refusal(str(port))


def refusal(port: str) -> str:
    """Return what `serve` says when it does not start."""
    result = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", port],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )
    assert result.returncode
    return result.stderr
