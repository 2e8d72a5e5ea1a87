"""Compare pages, search documents and indices."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import faults
from search.engines.elasticsearch.client import is_used
from search.models import SearchDocument
from search.synchronisation.sending import NotWellError
from search.synchronisation.worker import work_off

ROUNDS = 2  # a mended document may show further faults


class Command(BaseCommand):
    """Name what is lost, stale, left over, or visible though not public; exit with 1 where there is any."""

    help = (
        "Check that nothing is missing from the search, stale, left over or leaked. Changes nothing without --repair."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare whether faults are mended, and how they are printed."""
        parser.add_argument("--repair", action="store_true", help="mend what is found, then check again")
        parser.add_argument("--json", action="store_true", help="print numbers for a monitor")
        parser.add_argument(
            "--wait",
            type=float,
            default=5.0,
            metavar="SECONDS",
            help="what the worker may need to bring an index in step",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each fault, or the number of documents where there is none."""
        faults_found = self.look(options["wait"])
        for _round in range(ROUNDS if options["repair"] else 0):
            if faults_found:
                self.repair(faults_found)
                faults_found = self.look(options["wait"])
        if options["json"]:
            self.stdout.write(json.dumps(self.numbers(faults_found)))
        else:
            for fault in faults_found:
                self.stdout.write(str(fault))
        if faults_found:
            message = f"{len(faults_found)} faults. `manage.py search_check --repair` mends what can be mended."
            raise CommandError(message)
        if not options["json"]:
            self.stdout.write(f"{SearchDocument.objects.count()} documents: nothing lost, stale or leaked.")

    def look(self, wait: float) -> list[faults.Fault]:
        """Return all faults."""
        faults_found = list(faults.in_database())
        if is_used():
            faults_found += faults.in_elasticsearch(wait)
        return faults_found

    def repair(self, faults_found: list[faults.Fault]) -> None:
        """Mend each fault, then bring Elasticsearch up to date."""
        try:
            faults.mend(faults_found)
            if is_used():
                work_off()
        except NotWellError as problem:
            message = f"Elasticsearch is not well: {problem}"
            raise CommandError(message) from problem
        self.stderr.write(f"{len(faults_found)} faults found and worked on.")

    def numbers(self, faults_found: list[faults.Fault]) -> dict[str, Any]:
        """Return the numbers of documents and of faults by kind."""
        numbers: dict[str, Any] = {
            "documents": SearchDocument.objects.count(),
            "faults": dict(Counter(fault.kind for fault in faults_found)),
        }
        if is_used():
            try:
                numbers["elasticsearch"] = faults.metrics()
            except NotWellError:
                numbers["elasticsearch"] = None
        return numbers
