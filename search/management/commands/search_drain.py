"""Keep Elasticsearch in step with what is public."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.elasticsearch.client import is_used
from search.synchronisation.sending import NotWellError
from search.synchronisation.worker import Worker, work_off


class Command(BaseCommand):
    """Send what the indices lack, and remove what they should not have, until the process is ended."""

    help = "Bring Elasticsearch up to date with what is public, over and over. Two at once do no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare whether to end when nothing is left to do."""
        parser.add_argument("--once", action="store_true", help="end when nothing is left to do")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; with --once the exit code is 1 where Elasticsearch is not well."""
        if not is_used():
            message = "ELASTICSEARCH_URL is not set: the database searches, and there is nothing to do."
            raise CommandError(message)
        if not options["once"]:
            Worker().run()
            return
        try:
            work_off()
        except NotWellError as problem:
            message = f"Elasticsearch is not well: {problem}"
            raise CommandError(message) from problem
