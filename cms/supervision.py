"""The processes of `make run`: started together, started again when one dies, ended together."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from cms.parts import GRACE

logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds until a part that died is started again
STEADY = 60.0  # seconds after which a part has not died of its start
MANY = 5  # deaths in a row, from which on the operator is called


def port_is_free(port: int) -> bool:
    """Return whether a server can listen on this port of the laptop."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def ending(code: int) -> str:
    """Return how a process ended, from its exit code as `subprocess` gives it."""
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


@dataclass
class Part:
    """A part as a child: its process, and what happened to those before."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    deaths: int = 0  # in a row, each soon after its start
    due: float = 0.0  # when it is started again

    def start(self) -> None:
        """Start it."""
        self.started = time.monotonic()
        # A session of its own: Ctrl-C reaches the supervisor alone, which ends the parts once.
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603  our own command

    def tend(self) -> None:
        """Note its death, and start it again when its time has come."""
        if self.process is None:
            if time.monotonic() >= self.due:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        self.close()
        self.deaths = 1 if time.monotonic() - self.started >= STEADY else self.deaths + 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (self.deaths - 1))
        self.due = time.monotonic() + pause
        logger.error("The %s process ended (%s). It is started again in %.3g s.", self.name, ending(code), pause)
        if self.deaths >= MANY:
            logger.critical(
                "The %s process has ended %s times, each time soon after its start: why, its messages above tell. "
                "It cannot mend itself.",
                self.name,
                self.deaths,
            )

    def close(self) -> None:
        """Forget a process that has ended."""
        if self.process and self.process.stdin:
            self.process.stdin.close()
        self.process = None


class Supervisor:
    """Starts the parts as children, keeps them running, and ends all of them together."""

    def __init__(self, port: int, *, end_with_parent: bool) -> None:
        self.port = port
        self.parent = os.getppid() if end_with_parent else None
        self.parts: dict[str, Part] = {}
        self.ending = False

    def run(self, announce: Callable[[], None]) -> bool:
        """Run until told to end; return False where the web server ended before the site answered once.

        `announce` is called when the site answers.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        try:
            self._start("web")
            if not self._wait_until_served():
                return self.ending
            for name in ("worker", "schedule", *(("indexer",) if settings.ELASTICSEARCH_URL else ())):
                self._start(name)
            announce()
            while not self._is_told_to_end():
                for part in self.parts.values():
                    part.tend()
                time.sleep(0.2)
            return True
        finally:
            self._stop_all()

    def command(self, name: str) -> Sequence[str]:
        """Return the command that runs a part."""
        return [sys.executable, sys.argv[0], "serve", "--part", name, "--port", str(self.port)]

    def _end(self, _number: int, _frame: object) -> None:
        self.ending = True

    def _start(self, name: str) -> None:
        self.parts[name] = Part(name, self.command(name))
        self.parts[name].start()

    def _is_told_to_end(self) -> bool:
        orphaned = self.parent is not None and os.getppid() != self.parent
        self.ending = self.ending or orphaned
        return self.ending

    def _wait_until_served(self) -> bool:
        """Wait until the site has answered once, in whatever way; False if it has to end before."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        asked = urllib.request.Request(  # production answers to the host of the site alone
            f"http://{HOST}:{self.port}/{settings.LANGUAGE_CODE}/", headers={"Host": urlsplit(settings.SITE_URL).netloc}
        )
        web = self.parts["web"].process
        while web and web.poll() is None and not self._is_told_to_end():
            try:
                opener.open(asked, timeout=60).close()
            except urllib.error.HTTPError:
                return True
            except OSError:
                time.sleep(0.1)
            else:
                return True
        return False

    def _stop_all(self) -> None:
        running = [part.process for part in self.parts.values() if part.process]
        for child in running:
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + GRACE
        for child in running:
            try:
                child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
