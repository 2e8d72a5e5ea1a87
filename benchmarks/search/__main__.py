"""What the search costs and finds, beside the stock parts of Wagtail and Elasticsearch, in one run.

stock         the search view of `wagtail start` on Wagtail's elasticsearch9 backend
stock-facets  the same for the page type that has facets, with three calls of .facet()
raw           one msearch with Elasticsearch's own analyzers and a view that shows titles; raw-facets counts too
ours-*        the search page on Elasticsearch, SQLite and PostgreSQL; suggest is what is shown while typing

Each is measured in a process of its own, through its whole stack, with the same queries in the same order.
Elasticsearch is the server of --elasticsearch (or TEST_ELASTICSEARCH_URL), PostgreSQL that of --postgresql
(or TEST_POSTGRESQL_URL), where a database is made and dropped. `python -m tests.servers elasticsearch run --`
before the command gives it a server of its own. Nothing is asserted: figures depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.search import corpus
from benchmarks.search.report import report

STOCK = ("stock", "stock-facets", "raw", "raw-facets")
ENGINES = ("elasticsearch", "sqlite", "postgresql")
SYSTEMS = ("stock", *ENGINES)
OURS, THEIRS = "benchmarks.search.ours", "benchmarks.search.theirs"


class Run:
    """One run: its folder, its servers, what it has measured."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options, self.folder = options, folder
        self.name = f"benchmark{os.getpid()}"
        self.results: dict[str, Any] = {"sizes": {}}
        own = ("DATABASE_URL", "VAR_DIR", "MEDIA_ROOT", "ELASTICSEARCH_URL")
        queries = folder / "queries.json"
        queries.write_text(json.dumps([asdict(one) for one in corpus.queries()]), encoding="utf-8")
        self.clean = {name: value for name, value in os.environ.items() if name not in own}
        self.clean |= {"LOG_LEVEL": "WARNING", "BENCHMARK_QUERIES": str(queries)}

    def sizes(self) -> None:
        """Measure all systems at each size."""
        for size in self.options.sizes:
            documents = self.folder / f"{size}.jsonl"
            corpus.write(documents, corpus.documents(size))
            systems: dict[str, Any] = {}
            self.results["sizes"][str(size)] = systems
            if "stock" in self.options.systems:
                self.stock(documents, systems)
            if {"elasticsearch", "sqlite"} & set(self.options.systems):
                self.on_sqlite(documents, systems)
            if "postgresql" in self.options.systems:
                self.on_postgresql(documents, systems)

    def stock(self, documents: Path, systems: dict[str, Any]) -> None:
        """Measure the stock parts."""
        environment = self.theirs(documents.stem)
        try:
            loaded = self.done(THEIRS, environment, "load", str(documents))
            for name in STOCK:
                systems[name] = self.done(THEIRS, environment, name) | _index(loaded[name.partition("-")[0]])
        finally:
            self.done(THEIRS, environment, "remove")

    def on_sqlite(self, documents: Path, systems: dict[str, Any]) -> None:
        """Measure our pages on SQLite, and on Elasticsearch with the texts in SQLite."""
        environment = self.ours(documents.stem)
        self.command(environment, "migrate", "--verbosity=0")
        loaded = self.done(OURS, environment, "load", str(documents))
        if "sqlite" in self.options.systems:
            systems["ours-sqlite"] = self.done(OURS, environment, "measure") | _index(loaded)
            systems["ours-sqlite-suggest"] = self.done(OURS, environment, "suggest")
        if "elasticsearch" in self.options.systems:
            with self.indexed(environment) as (searching, indexed):
                systems["ours-elasticsearch"] = self.done(OURS, searching, "measure") | _index(indexed)
                systems["ours-elasticsearch-suggest"] = self.done(OURS, searching, "suggest")
                if self.options.profile:
                    self.done(OURS, searching, "profile")

    def on_postgresql(self, documents: Path, systems: dict[str, Any]) -> None:
        """Measure our pages on PostgreSQL, in a database of this run."""
        name = f"{self.name}_{documents.stem}"
        server = urlsplit(self.options.postgresql)
        environment = self.ours(documents.stem) | {"DATABASE_URL": server._replace(path=f"/{name}").geturl()}
        self.administer(f"CREATE DATABASE {name}")
        try:
            self.command(environment, "migrate", "--verbosity=0")
            loaded = self.done(OURS, environment, "load", str(documents))
            systems["ours-postgresql"] = self.done(OURS, environment, "measure") | _index(loaded)
            systems["ours-postgresql-suggest"] = self.done(OURS, environment, "suggest")
        finally:
            self.administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def quality(self) -> None:
        """Ask all systems the judged queries of the demonstration library."""
        environment = self.ours("demonstration")
        if self.options.demonstration:
            environment["VAR_DIR"] = str(self.options.demonstration.resolve())
        else:
            for command in (["migrate", "--verbosity=0"], ["load_demo"], ["search_rebuild"]):
                self.command(environment, *command)
        texts = self.folder / "demonstration.jsonl"
        self.done(OURS, environment, "export", str(texts))
        stock = self.theirs("demonstration")
        names = [str(self.folder / f"{name}.json") for name in ("stock", "stock-own-language", "raw")]
        try:
            self.done(THEIRS, stock, "load", str(texts))
            self.done(THEIRS, stock, "shown", *names)
        finally:
            self.done(THEIRS, stock, "remove")
        figures = self.done(OURS, environment, "judge", *names)
        figures["ours-sqlite"] = figures.pop("ours")
        with self.indexed(environment) as (searching, _indexed):
            figures["ours-elasticsearch"] = self.done(OURS, searching, "judge")["ours"]
        self.results["quality"] = figures

    @contextmanager
    def indexed(self, environment: Mapping[str, str]) -> Iterator[tuple[dict[str, str], Any]]:
        """Give an environment in which Elasticsearch searches, its indices filled, and what that took."""
        name = Path(environment["VAR_DIR"]).name
        searching = {**environment, "ELASTICSEARCH_URL": self.options.elasticsearch}
        searching["ELASTICSEARCH_PREFIX"] = f"{self.name}-{name}"
        try:
            yield searching, self.done(OURS, searching, "index")
        finally:
            self.done(OURS, searching, "remove")

    def ours(self, name: str) -> dict[str, str]:
        """Return the environment of our side with a folder of its own."""
        folder = self.folder / f"ours-{name}"
        folder.mkdir(exist_ok=True)
        return {**self.clean, "DJANGO_SETTINGS_MODULE": "benchmarks.search.settings", "VAR_DIR": str(folder)}

    def theirs(self, name: str) -> dict[str, str]:
        """Return the environment of the stock site with a folder of its own."""
        folder = self.folder / f"stock-{name}"
        folder.mkdir(exist_ok=True)
        return {
            **self.clean,
            "DJANGO_SETTINGS_MODULE": "benchmarks.search.stock.settings",
            "BENCHMARK_FOLDER": str(folder),
            "BENCHMARK_PREFIX": f"{self.name}_{name}_",
            "ELASTICSEARCH_URL": self.options.elasticsearch,
        }

    def done(self, module: str, environment: Mapping[str, str], *arguments: str) -> Any:
        """Do one thing in a process of its own; return what it gives."""
        start = time.perf_counter()
        command = [sys.executable, "-m", module, *arguments]
        answer = subprocess.run(  # noqa: S603  our own command
            command, cwd=corpus.ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
        seconds = time.perf_counter() - start
        sys.stderr.write(f"{' '.join([module.rpartition('.')[2], *arguments])}: {seconds:.0f} s\n")
        return json.loads(answer.stdout.splitlines()[-1])

    def command(self, environment: Mapping[str, str], *arguments: str) -> None:
        """Run a command of our side."""
        sys.stderr.write(f"{' '.join(arguments)}\n")
        subprocess.run(  # noqa: S603  our own command
            [sys.executable, "manage.py", *arguments],
            cwd=corpus.ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )

    def administer(self, statement: str) -> None:
        """Make or drop a database."""
        import psycopg

        with psycopg.connect(self.options.postgresql, autocommit=True) as connection:
            connection.execute(statement.encode())


def _index(loaded: Mapping[str, Any]) -> dict[str, Any]:
    size = loaded["index_bytes"]
    return {
        "per_second": loaded["per_second"],
        "index_bytes": size,
        "index_megabytes": size / 1_000_000 if size is not None else None,
    }


def main() -> int:
    """Measure, print tables, write JSON."""
    parser = argparse.ArgumentParser(
        prog="make benchmark-search", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=_numbers, default=[1000, 10_000, 50_000], help="default: 1000,10000,50000")
    parser.add_argument(
        "--systems", type=_names, default=SYSTEMS, help=f"default, where there is a server: {','.join(SYSTEMS)}"
    )
    parser.add_argument("--elasticsearch", default=os.environ.get("TEST_ELASTICSEARCH_URL", ""), metavar="URL")
    parser.add_argument("--postgresql", default=os.environ.get("TEST_POSTGRESQL_URL", ""), metavar="URL")
    parser.add_argument("--no-quality", action="store_true", help="do not ask the judged queries")
    parser.add_argument(
        "--demonstration", type=Path, metavar="FOLDER", help="a VAR_DIR with the library of load_demo, else one is made"
    )
    parser.add_argument(
        "--profile", action="store_true", help="print where our pages on Elasticsearch spend their time"
    )
    parser.add_argument("--output", type=Path, default=corpus.ROOT / "var" / "benchmark-search.json", metavar="FILE")
    options = parser.parse_args()
    if not options.elasticsearch:
        options.systems = [name for name in options.systems if name not in ("stock", "elasticsearch")]
        options.no_quality = True
        sys.stderr.write("No Elasticsearch is named: only the databases are measured.\n")
    if not options.postgresql:
        options.systems = [name for name in options.systems if name != "postgresql"]
    with tempfile.TemporaryDirectory(prefix="vademecum-benchmark-") as folder:
        run = Run(options, Path(folder))
        run.command(run.ours("catalogues"), "compile_catalogues")
        try:
            if not options.no_quality:
                run.quality()
            run.sizes()
        finally:
            options.output.parent.mkdir(parents=True, exist_ok=True)
            options.output.write_text(json.dumps(run.results, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(report(run.results))
    return 0


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(SYSTEMS):
        message = f"{', '.join(sorted(unknown))}: none of {', '.join(SYSTEMS)}"
        raise argparse.ArgumentTypeError(message)
    return names


if __name__ == "__main__":
    sys.exit(main())
