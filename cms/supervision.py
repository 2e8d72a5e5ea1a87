"""The processes of `make run`, ended together.

Web server, task worker, the minute's schedule and, where Elasticsearch is used, what keeps it up to date.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import waitress
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
GRACE = 10  # seconds that a part has to end what it is doing


def port_is_free(port: int) -> bool:
    """Return whether a server can listen on this port of the laptop."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def run_web(host: str, port: int) -> None:
    """Serve pages until told to end; requests under way are answered first."""
    application: WSGIHandler = import_string(settings.WSGI_APPLICATION)
    waitress.serve(application, **web_options(host, port))


def web_options(host: str, port: int) -> dict[str, Any]:
    """Return how the web server serves: of what a visitor may claim of himself it believes the proxy alone."""
    return {
        "host": host,
        "port": port,
        "threads": 8,
        "ident": None,
        "trusted_proxy": settings.TRUSTED_PROXY,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def run_worker(_host: str, _port: int) -> None:
    """Work off tasks, whatever queue they stand in."""
    call_command("db_worker", queue_name="*", reload=False, startup_delay=False)


def run_indexer(_host: str, _port: int) -> None:
    """Bring the indices of Elasticsearch up to date, again and again."""
    call_command("search_drain")


def run_schedule(_host: str, _port: int) -> None:
    """Publish and expire what is due, at each full minute."""
    while True:
        try:
            call_command("publish_scheduled")
        except DatabaseError:
            # A database that is busy or away for a minute is no reason to stop the site.
            logger.exception("The schedule of this minute failed; the next minute tries again.")
        close_old_connections()
        time.sleep(60 - time.time() % 60)


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

    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    if stat.S_ISFIFO(os.fstat(sys.stdin.fileno()).st_mode):
        threading.Thread(target=end_with_supervisor, daemon=True).start()
    PARTS[name](host, port)


class Supervisor:
    """Starts the parts as children and ends all of them together."""

    def __init__(self, port: int, *, end_with_parent: bool) -> None:
        self.port = port
        self.parent = os.getppid() if end_with_parent else None
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.ending = False

    def run(self, announce: Callable[[], None]) -> str | None:
        """Run until told to end; return the name of the part that died, if one did.

        `announce` is called when the site answers.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        try:
            self._start("web")
            if self._wait_until_served():
                for name in ("worker", "schedule", *(("indexer",) if settings.ELASTICSEARCH_URL else ())):
                    self._start(name)
                announce()
            while not self._should_end():
                time.sleep(0.2)
            return None if self.ending else self._dead()
        finally:
            self._stop_all()

    def _end(self, _number: int, _frame: object) -> None:
        self.ending = True

    def _start(self, name: str) -> None:
        # A session of its own: Ctrl-C reaches the supervisor alone, which ends the parts once.
        self.children[name] = subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, sys.argv[0], "serve", "--part", name, "--port", str(self.port)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _dead(self) -> str | None:
        return next((name for name, child in self.children.items() if child.poll() is not None), None)

    def _should_end(self) -> bool:
        orphaned = self.parent is not None and os.getppid() != self.parent
        self.ending = self.ending or orphaned
        return self.ending or self._dead() is not None

    def _wait_until_served(self) -> bool:
        """Wait until the site has answered once, in whatever way; False if it has to end before."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        while not self._should_end():
            try:
                opener.open(f"http://{HOST}:{self.port}/{settings.LANGUAGE_CODE}/", timeout=60).close()
            except urllib.error.HTTPError:
                return True
            except OSError:
                time.sleep(0.1)
            else:
                return True
        return False

    def _stop_all(self) -> None:
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + GRACE
        for child in self.children.values():
            try:
                child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
