"""The parts of `make run` start together, outlive what can be outlived, and end together."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms import parts
from cms.housekeeping import tidy
from cms.supervision import Part, Supervisor
from search.tasks import index_pages
from tests import databases
from tests.databases import copy_database
from tests.waiting import LIMIT, until


class Served:
    """`manage.py serve` on a copy of the test database."""

    def __init__(self, folder: Path, database: str = "") -> None:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.database = folder / "vademecum.sqlite3"
        self.log = folder / "log.txt"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "VAR_DIR": str(folder),
            "DATABASE_URL": database or f"sqlite:///{self.database}?timeout=1",
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

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def status(self, address: str) -> int:
        """Return what the site answers, 0 where it does not."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=20) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def answers(self) -> bool:
        return bool(self.status("/admin/login/"))

    def parts(self) -> dict[str, int]:
        """Return the running parts with their process numbers, whoever is their parent."""
        listed = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True)  # noqa: S607  wherever the system has it
        rows = [line.split() for line in listed.stdout.splitlines() if f"--port {self.port}" in line]
        return {row[row.index("--part") + 1]: int(row[0]) for row in rows if "--part" in row}

    def all_run(self) -> bool:
        return set(self.parts()) == {"web", "worker", "schedule"} and "Ctrl-C" in self.log.read_text(encoding="utf-8")


@contextmanager
def serving(folder: Path, database: str = "") -> Iterator[Served]:
    library = Served(folder, database)
    try:
        until(library.all_run, library.told)
        yield library
    finally:
        library.process.kill()
        library.process.wait()
        until(lambda: not library.parts())


@pytest.fixture
def served(tmp_path: Path, db: None) -> Iterator[Served]:
    copy_database(Path(connection.settings_dict["NAME"]), tmp_path / "vademecum.sqlite3")
    with serving(tmp_path) as library:
        yield library


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
def test_a_part_that_dies_is_named_and_started_again(served: Served) -> None:
    before = served.parts()
    for process in before.values():
        os.kill(process, signal.SIGKILL)
    until(lambda: served.all_run() and not set(served.parts().values()) & set(before.values()), served.told)
    until(served.answers, served.told)
    for part in before:
        assert f"The {part} process ended (killed by SIGKILL). It is started again in 1 s." in served.told()


@needs_sqlite
def test_a_database_that_stays_locked_ends_nothing(served: Served) -> None:
    before = served.parts()
    with closing(sqlite3.connect(served.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        until(lambda: "The worker waits for the database" in served.told(), served.told)
        assert served.status("/health/") == HTTPStatus.OK
        assert served.status("/en/") == HTTPStatus.OK
    until(lambda: "The database answers again: the worker goes on." in served.told(), served.told)
    assert served.parts() == before
    assert served.told().count("Traceback") == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a fault of PostgreSQL")
def test_a_postgresql_that_goes_away_and_comes_back_ends_nothing(tmp_path: Path, transactional_db: None) -> None:
    copy = databases.keep()
    quoted = connection.ops.quote_name(copy)
    try:
        parts = connection.settings_dict
        account = f"{parts['USER']}:{parts['PASSWORD']}" if parts["PASSWORD"] else parts["USER"]
        url = f"postgres://{account}@{parts['HOST']}:{parts['PORT']}/{copy}"
        with serving(tmp_path, url) as served:
            before = served.parts()
            databases._on_the_server(f"ALTER DATABASE {quoted} WITH ALLOW_CONNECTIONS false")
            end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
            databases._on_the_server(f"{end_all}'{copy}'")
            until(lambda: "The worker waits for the database" in served.told(), served.told)
            assert served.status("/en/") == HTTPStatus.SERVICE_UNAVAILABLE
            assert served.status("/health/") == HTTPStatus.SERVICE_UNAVAILABLE
            databases._on_the_server(f"ALTER DATABASE {quoted} WITH ALLOW_CONNECTIONS true")
            until(lambda: "The database answers again: the worker goes on." in served.told(), served.told)
            assert served.status("/en/") == HTTPStatus.OK
            assert served.parts() == before
    finally:
        databases.drop(copy)


def test_a_part_that_always_dies_is_told_clearly_and_does_not_spin(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock = 0.0
    monkeypatch.setattr("cms.supervision.time.monotonic", lambda: clock)
    part = Part("worker", [sys.executable, "-c", "raise SystemExit(3)"])
    starts = []
    while clock < 10 * 60:
        part.tend()
        if part.process is not None:
            starts.append(clock)
            part.process.wait()
            part.tend()
        clock += 0.5
    pauses = [after - before for before, after in pairwise(starts)]
    assert pauses[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert set(pauses[7:]) == {60}
    assert "The worker process ended (exit code 3). It is started again in 1 s." in caplog.text
    (first, *_more) = [record for record in caplog.records if record.levelname == "CRITICAL"]
    assert "has ended 5 times, each time soon after its start" in first.getMessage()


def test_a_part_that_ran_for_long_is_started_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 0.0
    monkeypatch.setattr("cms.supervision.time.monotonic", lambda: clock)
    part = Part("worker", [sys.executable, "-c", ""], deaths=7)
    part.start()
    part.process.wait()
    clock = 3600.0
    part.tend()
    assert (part.deaths, part.due) == (1, 3601.0)


def test_a_site_that_cannot_start_ends_with_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    announced = []
    supervisor = Supervisor(1, end_with_parent=False)
    monkeypatch.setattr(supervisor, "command", lambda name: [sys.executable, "-c", "raise SystemExit(1)"])
    monkeypatch.setattr("cms.supervision.signal.signal", lambda *args: None)
    assert not supervisor.run(lambda: announced.append(True))
    assert not announced


# ------------------------------------------------------------------------------- parts and their database


@pytest.mark.parametrize("fault", [OperationalError("database is locked"), InterfaceError("connection already closed")])
def test_a_part_whose_database_is_away_waits_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    waited: list[float] = []
    done: list[str] = []
    monkeypatch.setattr("cms.parts.time.sleep", waited.append)
    monkeypatch.setattr("cms.parts.can_write", lambda: len(waited) > 2)

    def work() -> None:
        done.append("begun")
        if len(done) < 3:
            raise fault

    parts.outlast("worker", work)
    assert done == ["begun"] * 3
    assert waited == [1, 1, 1, 2]
    assert caplog.text.count("The worker waits for the database") == 2
    assert caplog.text.count("the worker goes on") == 2


def test_a_fault_of_the_program_ends_a_part_with_its_traceback() -> None:
    def work() -> None:
        raise ProgrammingError

    with pytest.raises(ProgrammingError):
        parts.outlast("worker", work)


def test_what_one_page_does_wrong_ends_no_schedule(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_command: str) -> None:
        raise ValidationError("a rule of that page")

    monkeypatch.setattr("cms.parts.call_command", refuse)
    parts.publish()
    assert "What is due could not be published" in caplog.text


@pytest.mark.django_db
def test_a_task_whose_worker_died_is_done_again_but_not_without_end(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    index_pages.enqueue(pages=[])
    task = DBTaskResult.objects.get()
    others = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="x.y", run_after=timezone.now(), backend_name="default"
    )
    others.claim("somebody else")
    for _time in range(2):
        task.claim("us")
        parts.take_back("us")
        task.refresh_from_db()
        assert task.status == "READY"
    task.claim("us")
    parts.take_back("us")
    task.refresh_from_db()
    assert task.status == "FAILED"
    others.refresh_from_db()
    assert others.status == "RUNNING"
    DBTaskResult.objects.filter(pk=others.pk).update(started_at=timezone.now() - timedelta(days=2))
    parts.take_back("us")
    others.refresh_from_db()
    assert others.status == "READY"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError(), ["READY", "READY", "FAILED"]),
        (InterfaceError(), ["READY", "READY", "FAILED"]),
        (ValueError(), ["FAILED"]),
    ],
)
def test_a_task_that_the_database_failed_is_done_again_later_but_not_without_end(
    settings: Any, error: Exception, expected: list[str]
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    index_pages.enqueue(pages=[])
    seen = []
    for _time in expected:
        task = DBTaskResult.objects.get()
        task.claim("us")
        task.set_failed(error)
        parts.do_again(task.task_result)
        task.refresh_from_db()
        seen.append(task.status)
        if seen[-1] == "READY":
            assert timedelta() < task.run_after - timezone.now() < timedelta(minutes=1)
    assert seen == expected


def test_each_living_worker_has_a_name_of_its_own_and_a_dead_one_leaves_its_name(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path
    first, held = parts.worker_name()
    second, other = parts.worker_name()
    assert first != second
    held.close()
    again, held = parts.worker_name()
    assert again == first
    held.close()
    other.close()
    settings.VAR_DIR = tmp_path / "worker-1.lock"  # no folder: nothing can be kept there
    names = {parts.worker_name()[0] for _time in range(2)}
    assert len(names) == 2
    assert all(len(name) <= 64 for name in names)


@pytest.mark.django_db
def test_the_schedule_deletes_what_nobody_needs(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    now = timezone.now()
    for name, age in (("old", -1), ("young", 1)):
        Session.objects.create(session_key=name, session_data="", expire_date=now + timedelta(days=age))
    for age, status in ((1, "SUCCESSFUL"), (15, "SUCCESSFUL"), (15, "FAILED"), (61, "FAILED")):
        DBTaskResult.objects.create(
            args_kwargs={"args": [], "kwargs": {}},
            task_path="x.y",
            queue_name="any",
            run_after=now,
            backend_name="default",
            status=status,
            finished_at=now - timedelta(days=age),
        )
    tidy()
    assert [session.session_key for session in Session.objects.all()] == ["young"]
    rows = DBTaskResult.objects.values_list("status", "finished_at")
    kept = {(status, (now - finished).days) for status, finished in rows if finished}
    assert kept == {("SUCCESSFUL", 1), ("FAILED", 15)}


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
