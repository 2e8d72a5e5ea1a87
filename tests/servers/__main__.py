"""The servers on the command line; see the package."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.servers.elasticsearch import Elasticsearch, installed, java_home
from tests.servers.postgresql import PostgreSQL, programs_folder
from tests.servers.processes import Server, ServerError

KINDS: dict[str, type[Server]] = {"elasticsearch": Elasticsearch, "postgresql": PostgreSQL}
ACTIONS = ("stop", "kill", "pause", "resume", "restart", "remove")


def main() -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers", description="Genuine servers for tests.")
    parser.add_argument("kind", choices=KINDS)
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("fetch", help="have ready what a start needs, and print where it is")
    actions.add_parser("java", help="print the folder of the JDK that Elasticsearch would run with")
    start = actions.add_parser("start", help="start a server and print its address when it is well")
    start.add_argument("folder", type=Path)
    start.add_argument("--port", type=int)
    start.add_argument("--heap", default="512m", help="memory of Elasticsearch")
    for action in ACTIONS:
        actions.add_parser(action).add_argument("folder", type=Path)
    run = actions.add_parser("run", help="run a command with a server of its own, or with the one that is named")
    run.add_argument("command", nargs="+")
    options = parser.parse_args()
    kind = KINDS[options.kind]
    try:
        if options.action == "run":
            return run_with(kind, options.command)
        if options.action == "fetch":
            print(installed() if kind is Elasticsearch else programs_folder())
        elif options.action == "java":
            print(java_home())
        elif options.action == "start":
            server = Elasticsearch(options.folder, options.heap) if kind is Elasticsearch else kind(options.folder)
            print(server.start(options.port))
        else:
            getattr(kind(options.folder), options.action)()
    except ServerError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def run_with(kind: type[Server], command: list[str]) -> int:
    """Run a command that finds the server in the environment; return its exit code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))  # the server ends with us
    environment = dict(os.environ)
    own = None
    try:
        if not environment.get(kind.variable):
            own = kind(Path(tempfile.mkdtemp(prefix=f"vademecum-{kind.name.lower()}-")))
            environment[kind.variable] = own.start()
            environment[kind.folder_variable] = str(own.folder)
        if kind is PostgreSQL:
            environment["DATABASE_URL"] = environment[kind.variable]
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        if own:
            own.remove()


if __name__ == "__main__":
    sys.exit(main())
