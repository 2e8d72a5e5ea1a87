"""Load the demonstration library."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from cms.publicity import recorded_at_the_end
from demo.loading import steps
from demo.texts import TextError

BAR = 30  # signs
TENTHS = 10


@contextmanager
def quiet_publishing() -> Iterator[None]:
    """Keep Wagtail from logging each of the hundreds of publications."""
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


class Command(BaseCommand):
    """Safe to repeat and to interrupt: what stands is left, what somebody edited is never overwritten."""

    help = "Load the demonstration library of five real projects, in their languages."

    def handle(self, *args: object, **options: object) -> None:
        """Run the steps with a progress bar; an error names the file at fault."""
        begun = time.monotonic()
        try:
            with translation.override("en"), quiet_publishing(), recorded_at_the_end():
                todo = steps()
                for number, step in enumerate(todo, start=1):
                    with transaction.atomic():
                        step()
                    if options["verbosity"]:
                        self.show(number, len(todo))
        except TextError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"The demonstration library stands ({time.monotonic() - begun:.0f} s).")

    def show(self, number: int, total: int) -> None:
        """Draw the bar; where no person watches, a line at each tenth."""
        done = number * BAR // total
        if sys.stdout.isatty():
            end = "\n" if number == total else "\r"
            self.stdout.write(f"Library {'#' * done}{'.' * (BAR - done)} {number} of {total}", ending=end)
            self.stdout.flush()
        elif number * TENTHS // total > (number - 1) * TENTHS // total:
            self.stdout.write(f"The demonstration library is loaded: {number} of {total}")
            self.stdout.flush()
