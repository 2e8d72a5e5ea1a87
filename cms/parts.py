"""The parts of a running library, each a process: web server, task worker, schedule, indexer.

A database that is away for a while ends none of them: each says so once, waits, and goes on.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import logging
import os
import secrets
import signal
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import IO, Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import Error, connection, connections, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.signals import task_finished
from django_tasks_db.backend import TaskResult
from django_tasks_db.models import DBTaskResult

from cms.housekeeping import tidy
from cms.outage import is_outage, reason
from cms.serving import web_options, web_server

logger = logging.getLogger(__name__)

GRACE = 10  # seconds that a part has to end what it is doing
FIRST_DELAY, LONGEST_DELAY = 1.0, 30.0  # seconds until a database that is away is asked again
MOST_CLAIMS = 3  # times that a task is begun whose worker dies of it
LOST_AFTER = timedelta(days=1)  # a task that runs for so long has no worker any more
BETWEEN_TIDYINGS = 3600  # seconds
_OF_THE_DATABASE = {"django.db.utils.OperationalError", "django.db.utils.InterfaceError"}


def run_web(host: str, port: int) -> None:
    """Serve pages until told to end; requests under way are answered first."""
    application: WSGIHandler = import_string(settings.WSGI_APPLICATION)
    web_server(application, **web_options(host, port)).run()


def run_worker(_host: str, _port: int) -> None:
    """Work off tasks, whatever queue they stand in."""
    name, held = worker_name()
    with held:  # for as long as the process lives: that is how another one knows that this name is taken
        task_finished.connect(do_again)

        def work() -> None:
            take_back(name)
            call_command("db_worker", queue_name="*", reload=False, startup_delay=False, worker_id=name)

        outlast("worker", work)


def run_indexer(_host: str, _port: int) -> None:
    """Bring the indices of Elasticsearch up to date, again and again."""
    call_command(settings.INDEXER_COMMAND)


def run_schedule(_host: str, _port: int) -> None:
    """Publish and expire what is due, at each full minute; tidy up at the start and then every hour."""
    tidied = -float(BETWEEN_TIDYINGS)
    while True:
        outlast("schedule", publish)
        if time.monotonic() - tidied >= BETWEEN_TIDYINGS:
            outlast("schedule", tidy)
            tidied = time.monotonic()
        connections.close_all()
        time.sleep(60 - time.time() % 60)


def publish() -> None:
    """Publish and expire what is due; what one page does wrong ends neither the schedule nor the site."""
    try:
        call_command("publish_scheduled")
    except Exception as error:
        if is_outage(error):
            raise
        logger.exception("What is due could not be published; the next minute tries again.")


# ------------------------------------------------------------------------------- while the database is away


def outlast(part: str, work: Callable[[], None]) -> None:
    """Do a work to its end, beginning again as often as the database fails under it."""
    failures = 0
    while True:
        began = time.monotonic()
        try:
            work()
        except Exception as error:
            if not is_outage(error):
                raise
            failures = 0 if time.monotonic() - began > LONGEST_DELAY else failures
            logger.warning("The %s waits for the database (%s).", part, reason(error))
        else:
            return
        failures += 1
        time.sleep(min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1)))
        while not can_write():
            time.sleep(min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1)))
        logger.warning("The database answers again: the %s goes on.", part)


def can_write() -> bool:
    """Tell whether the database takes a transaction that writes."""
    connections.close_all()
    try:
        with transaction.atomic(), connection.cursor() as cursor:  # SQLite takes the writer's lock here
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


# ------------------------------------------------------------------------------- tasks whose worker has died


def worker_name() -> tuple[str, IO[str]]:
    """Return a name that no other living worker has, and the locked file that says so.

    The next worker of this machine takes the name of one that has died, and with it the tasks that it left. Where no
    file can be kept, the name is a worker's own, and what it leaves is found a day later.
    """
    machine = f"{socket.gethostname()[:30]}-{hashlib.sha256(str(settings.VAR_DIR).encode()).hexdigest()[:8]}"
    for number in count(1):
        try:
            settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
            held = (settings.VAR_DIR / f"worker-{number}.lock").open("w", encoding="utf-8")
        except OSError:
            break
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            held.close()
        else:
            return f"{machine}-{number}", held
    return f"{machine}-{secrets.token_hex(8)}", io.StringIO()


def take_back(name: str) -> None:
    """Put what a worker of this name had begun and not ended back into the queue, unless it keeps killing workers."""
    for task in DBTaskResult.objects.running():
        is_ours = task.worker_ids[-1:] == [name]
        is_lost = task.started_at is not None and task.started_at < timezone.now() - LOST_AFTER
        if not (is_ours or is_lost):
            continue
        if len(task.worker_ids) < MOST_CLAIMS:
            logger.warning("The task %s was begun and not ended; it is done again.", task.task_path)
            DBTaskResult.objects.filter(pk=task.pk).update(status="READY")
        else:
            logger.error("The task %s was begun %s times and never ended; it is left.", task.task_path, MOST_CLAIMS)
            task.set_failed(RuntimeError("Its worker died each time."))


def do_again(task_result: TaskResult[Any, Any], **kwargs: Any) -> None:
    """Put a task back into the queue that the database has failed: what it had to do is still to be done."""
    error = task_result.errors[-1].exception_class_path if task_result.errors else ""
    if error in _OF_THE_DATABASE and len(task_result.worker_ids) < MOST_CLAIMS:
        logger.warning("The task %s met a database that was away; it is done again.", task_result.task.module_path)
        again = timezone.now() + timedelta(seconds=LONGEST_DELAY)
        DBTaskResult.objects.filter(pk=task_result.id).update(status="READY", run_after=again)


# ------------------------------------------------------------------------------- one part in this process

PARTS: dict[str, Callable[[str, int], None]] = {
    "web": run_web,
    "worker": run_worker,
    "indexer": run_indexer,
    "schedule": run_schedule,
}


def run_part(name: str, host: str, port: int) -> None:
    """Run one part in this process; end with SIGTERM, or when the supervisor is gone.

    A supervisor holds a pipe to standard input open: it ends even if the supervisor is killed, so that no
    part is left behind on the port. Without such a pipe, as in a container, a part runs alone.
    """

    def end_with_supervisor() -> None:
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)

    def end(_number: int, _frame: Any) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)
    if stat.S_ISFIFO(os.fstat(sys.stdin.fileno()).st_mode):
        threading.Thread(target=end_with_supervisor, daemon=True).start()
    PARTS[name](host, port)
