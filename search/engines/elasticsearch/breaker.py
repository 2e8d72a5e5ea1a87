"""A circuit breaker: a service that failed is not asked again until a trial in the background succeeds."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

FIRST_PAUSE = 0.5  # seconds until the first trial
LONGEST_PAUSE = 10.0


class Breaker:
    """One a process. While it is open nobody waits for the service: only a thread of its own calls `trial`.

    `trial` raises while the service is not well. The first time that it does not, the breaker closes.
    """

    def __init__(self, name: str, trial: Callable[[], object], pause: float = FIRST_PAUSE) -> None:
        self.name, self.trial, self.pause = name, trial, pause
        self._is_open = False
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Tell whether the service is not to be asked now."""
        return self._is_open

    def failed(self, reason: str) -> None:
        """Open the breaker, and begin the trials."""
        with self._lock:
            if self._is_open:
                return
            self._is_open = True
        log.warning("%s does not answer (%s): the database answers in its place.", self.name, reason)
        threading.Thread(target=self._try, name=f"{self.name} trial", daemon=True).start()

    def _try(self) -> None:
        pause = self.pause
        waiting = threading.Event()
        while True:
            waiting.wait(pause)
            try:
                self.trial()
            except Exception as problem:  # noqa: BLE001  whatever is wrong, it is not well yet
                log.debug("%s is not well yet: %s", self.name, type(problem).__name__)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                self._is_open = False
                log.warning("%s answers again.", self.name)
                return
