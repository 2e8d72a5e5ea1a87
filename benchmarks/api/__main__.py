"""What the API costs beside Wagtail's own API v2 and v3, in one run: the same pages, fields, database and web server.

ours-blocks, ours-html   /api/v1/ with text as blocks and as HTML
ours-first-…             the same where no answer is kept: each is made
v2                       wagtail.api.v2: text as it stands in the database, with the numbers of pages in its links
v3                       wagtail.api.v3: its lists have titles alone

Each side is a web server of its own (`manage.py serve --part web`); answers are not compressed. They are asked in turn,
a few requests each. The stock side has the middleware of Wagtail's project template and Django's for conditional
requests. Nothing is asserted: figures depend on the machine. "CPU" is the processor time of the server for a request.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.api.measuring import Figures, Request, Server, in_turn
from benchmarks.search.corpus import ROOT
from benchmarks.search.report import table
from benchmarks.web_process import served

OURS, STOCK = "benchmarks.api.settings", "benchmarks.api.stock.settings"
LENGTH = 20  # items of a list
ADDRESSES = 8  # of each kind
CLIENTS = (1, 8)
PORTION = 8  # requests that one system is asked before the next one
TYPES = {
    "bulletins": (
        "projects.BulletinPage",
        "title,summary,original_language,reviewed_on,number,date,body",
        "summary,original_language,reviewed_on,number,date,body",
    ),
    "trainings": (
        "projects.TrainingPage",
        "title,summary,original_language,reviewed_on,kind,audience,status,period,objectives,sessions,body",
        "summary,original_language,reviewed_on,kind,audience,status,start,end,precision,objectives,sessions,body",
    ),
}
Requests = dict[str, dict[str, Sequence[Request]]]  # by kind, then by system


class Run:
    """One run: its folder, its libraries, what it has measured."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options, self.folder = options, folder
        own = ("DATABASE_URL", "VAR_DIR", "MEDIA_ROOT", "ELASTICSEARCH_URL")
        self.clean = {name: value for name, value in os.environ.items() if name not in own}
        self.clean |= {"LOG_LEVEL": "WARNING", "PYTHONPATH": str(ROOT)}

    def measured(self, size: int) -> dict[str, Any]:
        """Make a library of a size, and measure all systems on it."""
        folder = (self.options.libraries or self.folder) / str(size)
        folder.mkdir(exist_ok=True, parents=True)
        environment = {**self.clean, "VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": OURS}
        if not (folder / "vademecum.sqlite3").exists():
            self._command(environment, "manage.py", "migrate", "--verbosity=0")
            self._command(environment, "-m", "benchmarks.api.library", str(size))
        with ExitStack() as stack:
            servers = {
                "ours": stack.enter_context(_server(environment)),
                "first": stack.enter_context(_server({**environment, "API_MEMORY": "0"})),
                "stock": stack.enter_context(_server({**environment, "DJANGO_SETTINGS_MODULE": STOCK})),
            }
            kinds: dict[str, Any] = {}
            asked = {kind: systems for kind, systems in _requests(servers).items() if self.options.kinds in kind}
            for kind, systems in asked.items():
                sys.stderr.write(f"{size:,} pages: {kind}\n")
                kinds[kind] = self._of_kind(servers, systems)
            return kinds

    def _of_kind(self, servers: Mapping[str, Server], systems: Mapping[str, Sequence[Request]]) -> dict[str, Any]:
        """Return what one kind of request costs, by the number of clients."""
        for system, requests in systems.items():  # before the clock runs all are asked: a process lives for days
            for _time in range(2):
                _server_of(servers, system).asked(requests)
        return {str(clients): self._figures(servers, systems, clients) for clients in CLIENTS}

    def _figures(
        self, servers: Mapping[str, Server], systems: Mapping[str, Sequence[Request]], clients: int
    ) -> dict[str, dict[str, float]]:
        figures = {system: Figures() for system in systems}
        portions = {system: in_turn(requests, PORTION) for system, requests in systems.items()}
        for _round in range(self.options.rounds):
            for system in systems:
                figures[system].add(_server_of(servers, system).asked(next(portions[system]), clients))
        return {system: one.told() for system, one in figures.items()}

    def _command(self, environment: Mapping[str, str], *arguments: str) -> None:
        sys.stderr.write(f"{' '.join(arguments)}\n")
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True)  # noqa: S603  our own command


@contextmanager
def _server(environment: dict[str, str]) -> Iterator[Server]:
    with served(environment) as (process, address, _seconds):
        yield Server(process, address)


def _server_of(servers: Mapping[str, Server], system: str) -> Server:
    return servers["stock" if system.startswith("v") else "first" if "first" in system else "ours"]


def _requests(servers: Mapping[str, Server]) -> Requests:
    """Return what is asked: the same pages and fields of each system."""
    found: Requests = {}
    for name, (model, fields, stock_fields) in TYPES.items():
        path = f"/api/v1/{name}?language=en&order=title&limit={LENGTH}&fields={fields}"
        stock = f"?type={model}&locale=en&order=title&limit={LENGTH}"
        whole = json.loads(servers["ours"].content(f"{path}&format=html"))
        last = max(1, whole["count"] - LENGTH)
        offsets = sorted({place * last // ADDRESSES for place in range(ADDRESSES)})
        lists = {
            "blocks": [f"{path}&format=blocks&offset={offset}" for offset in offsets],
            "html": [f"{path}&format=html&offset={offset}" for offset in offsets],
            "v2": [f"/api/v2/pages/{stock}&fields={stock_fields}&offset={offset}" for offset in offsets],
            "v3": [f"/api/v3/pages/{stock}&offset={offset}" for offset in offsets],
        }
        items = whole["items"][:ADDRESSES]
        numbers = [
            one["id"] for one in json.loads(servers["stock"].content(f"/api/v2/pages/{stock}"))["items"][:ADDRESSES]
        ]
        one = f"?language=en&fields={fields}"
        details = {
            "blocks": [f"/api/v1/{name}/{item['key']}{one}&format=blocks" for item in items],
            "html": [f"/api/v1/{name}/{item['key']}{one}&format=html" for item in items],
            "v2": [f"/api/v2/pages/{number}/" for number in numbers],
            "v3": [f"/api/v3/pages/{number}/" for number in numbers],
        }
        found[f"{name}, list"] = _of_systems(lists)
        found[f"{name}, detail"] = _of_systems(details)
        conditional = {"ours-blocks": lists["blocks"], "v2": lists["v2"], "v3": lists["v3"]}
        found[f"{name}, list, conditional"] = {
            system: [Request(path, _server_of(servers, system).etag(path)) for path in paths]
            for system, paths in conditional.items()
        }
    return found


def _of_systems(paths: Mapping[str, Sequence[str]]) -> dict[str, Sequence[Request]]:
    ours = {f"{kind}-{form}": paths[form] for form in ("blocks", "html") for kind in ("ours", "ours-first")}
    return {
        system: [*map(Request, several)] for system, several in (ours | {k: paths[k] for k in ("v2", "v3")}).items()
    }


COLUMNS = (
    ("CPU ms", "processor"),
    ("p50 ms", "p50"),
    ("p95 ms", "p95"),
    ("per second", "per_second"),
    ("kB", "kilobytes"),
)


def report(results: Mapping[int, Any]) -> str:
    """Return all that was measured: costs, how many times as fast as v2, growth."""
    parts = []
    for size, kinds in results.items():
        for kind, by_clients in kinds.items():
            for clients, systems in by_clients.items():
                rows = [
                    [
                        system,
                        *(f"{figures[key]:,.1f}" for _head, key in COLUMNS),
                        f"{systems['v2']['processor'] / figures['processor']:.1f}",
                        f"{systems['v2']['p50'] / figures['p50']:.1f}",
                    ]
                    for system, figures in systems.items()
                ]
                head = ["system", *(name for name, _key in COLUMNS), "× v2 CPU", "× v2 p50"]
                parts.append(f"\n## {size:,} pages: {kind}, clients: {clients}\n\n{table(head, rows)}")
    if len(results) > 1:
        small, large = min(results), max(results)
        rows = [
            [
                f"{kind}, {clients}, {system}",
                *(f"{figures[key] / results[small][kind][clients][system][key]:.2f}" for key in ("p95", "processor")),
            ]
            for kind, by_clients in results[large].items()
            for clients, systems in by_clients.items()
            for system, figures in systems.items()
        ]
        head = ["kind, clients, system", f"p95 at {large:,} / at {small:,}", "CPU"]
        parts.append(f"\n## Growth\n\n{table(head, rows)}")
    return "".join(parts)


def _numbers(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def main() -> int:
    """Measure, print tables, write JSON."""
    parser = argparse.ArgumentParser(
        prog="make benchmark-api", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=_numbers, default=[500, 10_000], help="pages; default: 500,10000")
    parser.add_argument("--rounds", type=int, default=10, help=f"of {PORTION} requests a system; default: 10")
    parser.add_argument("--kinds", default="", metavar="TEXT", help="only those whose name has this, such as list")
    parser.add_argument("--libraries", type=Path, metavar="FOLDER", help="where libraries are kept for the next run")
    parser.add_argument("--output", type=Path, default=ROOT / "var" / "benchmark-api.json", metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = Run(options, Path(folder))
        results = {size: run.measured(size) for size in options.sizes}
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    sys.stdout.write(f"{report(results)}\nLoad of the machine at the end: {load}; processors: {os.cpu_count()}.\n")
    options.output.write_text(json.dumps(results, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
