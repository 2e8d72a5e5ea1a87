"""What a web process costs: its memory with all six analyses loaded, and the time of its first answers.

Serves the demonstration library from a folder of its own, made here where VAR_DIR has none, and prints
what it measures. Nothing is asserted: figures depend on the machine.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
GOAL = 300  # MB
QUERIES = {
    "bg": "чуждестранни инвеститори",
    "en": "foreign investors",
    "lv": "pieredzes apmaiņa",
    "nb": "utenlandske investorer",
    "pl": "obsługa inwestora",
    "ro": "administrație publică",
}
MISTYPED = "foreign invistors"
REPEATED = 20


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev", "LOG_LEVEL": "WARNING"}
        environment.setdefault("VAR_DIR", folder)
        if not (Path(environment["VAR_DIR"]) / "vademecum.sqlite3").exists():
            for command in (["compile_catalogues"], ["migrate", "--verbosity=0"], ["load_demo"], ["search_rebuild"]):
                subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)  # noqa: S603  our own command
        with served(environment) as (pid, address, started):
            show("from start to the first answer", f"{started:.2f} s")
            show("memory before the first search", f"{memory(pid)} MB")
            show("first page", f"{timed(address + '/en/') * 1000:.0f} ms")
            first = f"{address}/en/search/?q={quote(QUERIES['en'])}"
            show("first search", f"{timed(first) * 1000:.0f} ms")
            for language, query in QUERIES.items():
                timed(f"{address}/{language}/search/?q={quote(query)}")
            times = sorted(timed(first) for _time in range(REPEATED))
            show("a search, median", f"{times[REPEATED // 2] * 1000:.0f} ms")
            second = f"{address}/en/search/?q={quote(MISTYPED)}"
            times = sorted(timed(second) for _time in range(REPEATED))
            show("a search with a typing error, median", f"{times[REPEATED // 2] * 1000:.0f} ms")
            show("memory with all six analyses", f"{memory(pid)} MB (goal: at most {GOAL})")


@contextmanager
def served(environment: dict[str, str]) -> Iterator[tuple[int, str, float]]:
    """Serve the library; give the process, its address and the seconds until it answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address, start = f"http://localhost:{port}", time.perf_counter()
    command = [sys.executable, "manage.py", "serve", "--part", "web", "--port", str(port)]
    # It ends with its standard input.
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE) as process:  # noqa: S603  our own command
        try:
            while not answers(f"{address}/static/cms/favicon.svg"):
                if process.poll() is not None:
                    sys.exit("The web server ended.")
                time.sleep(0.02)
            yield process.pid, address, time.perf_counter() - start
        finally:
            process.terminate()


def answers(address: str) -> bool:
    """Tell whether a server answers."""
    try:
        with urllib.request.urlopen(address, timeout=10):  # noqa: S310  our own server
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def timed(address: str) -> float:
    """Return the seconds that an answer takes."""
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  our own server
        answer.read()
    return time.perf_counter() - start


def memory(pid: int) -> int:
    """Return the resident memory of a process in MB."""
    command = ["ps", "-o", "rss=", "-p", str(pid)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) // 1024  # noqa: S603  our own command


def show(what: str, figure: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{what:<40} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
