"""The worker that keeps the indices of Elasticsearch in step with what is public."""

from __future__ import annotations

import logging
import random
import threading

from django.db import DatabaseError, close_old_connections

from search.analysis import LANGUAGES
from search.synchronisation import indices
from search.synchronisation.building import step
from search.synchronisation.sending import NotWellError

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two rounds
FIRST_DELAY, LONGEST_DELAY = 0.5, 30.0  # seconds after a failure


def round_of_all() -> bool:
    """Do one step for each language; tell whether something was done.

    Raises NotWellError, but only after each language had its turn.
    """
    names = indices.live_names()
    done = False
    problem: NotWellError | None = None
    for language in LANGUAGES:
        try:
            done = step(language, names.get(language, "")) or done
        except NotWellError as not_well:
            problem = not_well
    if problem:
        raise problem
    return done


def work_off() -> None:
    """Go on until nothing is left to do. Raises NotWellError."""
    while round_of_all():
        pass


def delay(failures: int) -> float:
    """Return the seconds to wait after a number of failures in a row: a random time below a growing limit."""
    return random.uniform(0, min(LONGEST_DELAY, FIRST_DELAY * 2**failures))  # noqa: S311  no secret


class Worker:
    """Brings the indices in step again and again, until it is stopped."""

    def __init__(self) -> None:
        self.ending = threading.Event()
        self.failures = 0

    def run(self) -> None:
        """Do a round every PAUSE seconds, and less often while Elasticsearch or the database is not well."""
        while not self.ending.is_set():
            self.ending.wait(self.turn())

    def turn(self) -> float:
        """Do one round; return the seconds until the next one."""
        try:
            work_off()
        except (NotWellError, DatabaseError) as problem:
            if not self.failures:
                reason = str(problem) if isinstance(problem, NotWellError) else type(problem).__name__
                log.warning("The search index cannot be brought up to date (%s); it will be tried again.", reason)
            self.failures += 1
            return delay(self.failures)
        except Exception:  # if this process ended, the site's others would be ended too
            log.exception("The search index cannot be brought up to date; it will be tried again.")
            self.failures += 1
            return delay(self.failures)
        finally:
            close_old_connections()
        if self.failures:
            log.warning("The search index is up to date again.")
        self.failures = 0
        return PAUSE
