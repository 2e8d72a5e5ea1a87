"""A genuine PostgreSQL, from the system's packages."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.servers.processes import Server, ServerError

INSTALLED = [Path("/usr/lib/postgresql"), Path("/opt/homebrew/opt"), Path("/usr/local/opt")]
NAME = "vademecum"  # of the user, who may do everything, and of the database

CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
fsync = off
synchronous_commit = off
full_page_writes = off
"""


class PostgreSQL(Server):
    """One cluster with an empty database."""

    name = "PostgreSQL"
    variable = "TEST_POSTGRESQL_URL"
    folder_variable = "TEST_POSTGRESQL_FOLDER"
    end_signal = signal.SIGINT  # ends connections instead of waiting for them

    def prepare(self, port: int) -> None:
        """Make the cluster, at the first time; see `Server`."""
        programs = programs_folder()
        self.keep(port=port, programs=str(programs))
        data = self.folder / "data"
        if not (data / "PG_VERSION").exists():
            options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync"]
            self.run([programs / "initdb", f"--pgdata={data}", f"--username={NAME}", *options])
            with (data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
                configuration.write(CONFIGURATION)

    def command(self) -> Sequence[str]:
        """Return the command; see `Server`."""
        return [f"{self._state['programs']}/postgres", "-D", f"{self.folder}/data", "-p", str(self.port)]

    def start(self, port: int | None = None) -> str:
        """Start the server and make its database; see `Server`."""
        url = super().start(port)
        exists = f"SELECT 1 FROM pg_database WHERE datname = '{NAME}'"  # noqa: S608  a name of ours
        if not self._ask("psql", "--dbname=postgres", "--tuples-only", f"--command={exists}").strip():
            self._ask("createdb", NAME)
        return url

    def is_well(self) -> bool:
        """Tell whether the server takes connections; see `Server`."""
        try:
            self._ask("pg_isready", "--dbname=postgres", "--timeout=2")
        except ServerError:
            return False
        return True

    def url(self) -> str:
        """Return the address as DATABASE_URL wants it; see `Server`."""
        return f"postgres://{NAME}@127.0.0.1:{self.port}/{NAME}"

    def _ask(self, program: str, *arguments: str) -> str:
        """Return what a client program prints; raise ServerError with what it says where it fails."""
        command = [f"{self._state['programs']}/{program}", "--host=127.0.0.1", f"--port={self.port}"]
        done = subprocess.run([*command, f"--username={NAME}", *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            raise ServerError(done.stderr or done.stdout)
        return done.stdout


def programs_folder() -> Path:
    """Return the folder with the programs of the newest PostgreSQL."""
    folders = {program.parent for place in INSTALLED for program in place.glob("*/bin/initdb")}
    if on_path := shutil.which("initdb"):
        folders.add(Path(on_path).resolve().parent)
    if not folders:
        message = "There is no PostgreSQL: install Debian's package postgresql."
        raise ServerError(message)
    return max(folders, key=_version)


def _version(folder: Path) -> int:
    told = subprocess.run([str(folder / "postgres"), "--version"], capture_output=True, text=True, check=True).stdout
    return int(told.rsplit("PostgreSQL) ", 1)[-1].split(".")[0])
