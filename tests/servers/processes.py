"""A server process and what can be done to it, by whoever knows its folder."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Any, ClassVar

UNPRIVILEGED = "nobody"  # who runs a server where we are root, which these servers refuse to run as
START_LIMIT = 180  # seconds until a server is well; a loaded machine is slow, not wrong
STOP_LIMIT = 60


class ServerError(Exception):
    """A server cannot be had; the message says why and what would help."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(condition: Callable[[], bool], limit: float) -> bool:
    """Wait for a condition; return whether it came true within a number of seconds."""
    deadline = monotonic() + limit
    while not condition():
        if monotonic() > deadline:
            return False
        sleep(0.1)
    return True


class Server(ABC):
    """A server whose state is in one folder. Two objects with the same folder mean the same server."""

    name: ClassVar[str]
    end_signal: ClassVar[signal.Signals] = signal.SIGTERM
    variable: ClassVar[str]  # names the address of a running server to tests
    folder_variable: ClassVar[str]  # names its folder, where tests may pause and kill it

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.log = self.folder / "output.txt"

    # ------------------------------------------------------------ what each kind of server says

    @abstractmethod
    def prepare(self, port: int) -> None:
        """Write into the folder what the server needs to start on a port; whatever stands there is kept."""

    @abstractmethod
    def command(self) -> Sequence[str]:
        """Return the command of the server in the foreground; the folder is named in it."""

    @abstractmethod
    def is_well(self) -> bool:
        """Tell whether the server answers."""

    @abstractmethod
    def url(self) -> str:
        """Return the address of the started server."""

    def working_folder(self) -> Path:
        """Return the folder that the server is started in."""
        return self.folder

    def environment(self) -> dict[str, str]:
        """Return the variables that the server needs beyond those of this process."""
        return {}

    # ------------------------------------------------------------ life

    def start(self, port: int | None = None) -> str:
        """Start the server, wait until it is well, and return its address."""
        if self.is_running():
            return self.url()
        self._own_folder()
        self.prepare(port or self._state.get("port") or free_port())
        self._launch()
        return self.url()

    def restart(self) -> str:
        """Start again what was stopped or killed, with its data, at the same address."""
        self.stop()
        return self.start()

    def stop(self) -> None:
        """End the server in order, or by force where it does not; its data stays in the folder."""
        self.resume()
        self._signal(self.end_signal, self.processes[:1])
        if not wait_until(lambda: not self.is_running(), STOP_LIMIT):
            self.kill()

    def kill(self) -> None:
        """End the server at once, as a power cut would."""
        self._signal(signal.SIGKILL)
        wait_until(lambda: not self.is_running(), STOP_LIMIT)

    def pause(self) -> None:
        """Freeze the server: connections are accepted by the system, and nothing answers."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a frozen server go on."""
        self._signal(signal.SIGCONT)

    def remove(self) -> None:
        """Kill the server and delete its folder."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def recover(self) -> None:
        """Bring the server back from whatever was done to it, and wait until it is well."""
        self.resume()
        if not self.is_running():
            self.start()
        elif not wait_until(self.is_well, START_LIMIT):
            self.restart()

    # ------------------------------------------------------------ its processes

    def is_running(self) -> bool:
        """Tell whether a process of the server is there, frozen or not."""
        return bool(self.processes)

    @property
    def processes(self) -> list[int]:
        """Return the server's processes, parents first; none where a number belongs to somebody else by now."""
        roots = {self._state.get("pid"), self.noted_pid()}
        listing = ["ps", "-ww", "-eo", "pid=,ppid=,state=,args="]
        rows = subprocess.run(listing, capture_output=True, text=True, check=True).stdout.splitlines()
        parents: dict[int, int] = {}
        family: list[int] = []
        for row in rows:
            pid, parent, state, arguments = (*row.split(None, 3), "")[:4]
            if not state.startswith("Z"):
                parents[int(pid)] = int(parent)
                if int(pid) in roots and f"{self.folder}/" in arguments:
                    family.append(int(pid))
        for member in family:  # grows while it is read
            family += [pid for pid, parent in parents.items() if parent == member and pid not in family]
        return family

    def noted_pid(self) -> int | None:
        """Return the number that the server itself has noted, where it starts another process and may lose it."""
        return None

    def _signal(self, number: signal.Signals, processes: Sequence[int] | None = None) -> None:
        for process in self.processes if processes is None else processes:
            try:
                os.kill(process, number)
            except ProcessLookupError:
                continue

    # ------------------------------------------------------------ starting

    @property
    def _state(self) -> dict[str, Any]:
        try:
            state: dict[str, Any] = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return state

    def keep(self, **state: Any) -> None:
        """Remember something of the server in its folder."""
        (self.folder / "state.json").write_text(json.dumps(self._state | state), encoding="utf-8")

    @property
    def port(self) -> int:
        """Return the port of the started server."""
        return int(self._state["port"])

    @property
    def user(self) -> dict[str, Any]:
        """Return what makes `subprocess` run a command as a user who is not root."""
        if os.geteuid():
            return {}
        return {"user": UNPRIVILEGED, "group": pwd.getpwnam(UNPRIVILEGED).pw_gid, "extra_groups": []}

    def give(self, folder: Path) -> Path:
        """Make a folder that the server may write; return it."""
        folder.mkdir(parents=True, exist_ok=True)
        if self.user:
            shutil.chown(folder, self.user["user"], self.user["group"])
        return folder

    def run(self, command: Sequence[str | Path], **options: Any) -> None:
        """Run a command as the server's user; raise ServerError with what it said where it fails."""
        environment = os.environ | {"HOME": str(self.folder)} | self.environment()
        done = subprocess.run(
            [str(part) for part in command],
            **{"cwd": self.folder, "env": environment, **self.user, **options},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            message = f"{command[0]} failed:\n{done.stdout[-2000:]}"
            raise ServerError(message)

    def _own_folder(self) -> None:
        """Make the folder, and make sure that the server's user gets there."""
        self.give(self.folder)
        try:
            self.run(["test", "-w", self.folder])
        except ServerError as problem:
            message = f"The user {UNPRIVILEGED} cannot write {self.folder}: every folder above it has to let others in."
            raise ServerError(message) from problem

    def _launch(self) -> None:
        with self.log.open("ab") as output:
            process = subprocess.Popen(
                list(self.command()),
                cwd=self.working_folder(),
                env=os.environ | {"HOME": str(self.folder)} | self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **self.user,
            )
        self.keep(pid=process.pid)

        def is_settled() -> bool:
            return process.poll() is not None or self.is_well()

        settled = wait_until(is_settled, START_LIMIT)
        if not settled or process.poll() is not None:
            self.kill()
            told = self.log.read_text(encoding="utf-8", errors="replace")[-3000:]
            message = f"{self.name} {'ended' if settled else 'is not well'} at its start:\n{told}"
            raise ServerError(message)
