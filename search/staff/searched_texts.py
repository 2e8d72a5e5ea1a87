"""What people search for and do not find, counted by text and day. Nothing tells who searched.

A process counts in memory and writes the counts now and then, so that no search waits for a lock of the database. What
a killed process has not written yet is lost; a statistic can bear that.
"""

from __future__ import annotations

import logging
import re
import threading
from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.models import F
from django.utils import timezone

from cms.outage import is_outage, reason
from search.models import SearchedText

log = logging.getLogger(__name__)

KEPT = timedelta(days=90)
LONGEST_TEXT = 100
MOST_TEXTS = 1000  # kept in memory; further texts are not counted
PAUSE = 20.0  # seconds from a search until the counts are written

# An e-mail address, or as many digits as the number of a person or of a telephone has.
_PERSONAL = re.compile(r"@|(?:\d[\s./()-]*){7,}")

_lock = threading.Lock()
_times: Counter[tuple[str, str]] = Counter()
_without: Counter[tuple[str, str]] = Counter()
_timer: threading.Timer | None = None


def count_search(text: str, language: str, found: bool) -> None:
    """Count a search for a cleaned text, unless the text may hold personal data."""
    global _timer  # noqa: PLW0603  one timer a process
    text = text.casefold()
    if not text or len(text) > LONGEST_TEXT or _PERSONAL.search(text):
        return
    with _lock:
        if len(_times) >= MOST_TEXTS and (language, text) not in _times:
            return
        _times[language, text] += 1
        if not found:
            _without[language, text] += 1
        if _timer is None and settings.SEARCHES_WRITTEN_BY_THEMSELVES:
            _timer = threading.Timer(PAUSE, _write_by_itself)
            _timer.daemon = True
            _timer.start()


def write() -> None:
    """Add the counts to the database, and delete those that are older than KEPT."""
    with _lock:
        times, without = dict(_times), dict(_without)
        _times.clear()
        _without.clear()
    today = timezone.localdate()
    with transaction.atomic():
        for (language, text), number in sorted(times.items()):
            row, _created = SearchedText.objects.get_or_create(language=language, text=text, day=today)
            SearchedText.objects.filter(pk=row.pk).update(
                times=F("times") + number, without_result=F("without_result") + without.get((language, text), 0)
            )
        SearchedText.objects.filter(day__lt=today - KEPT).delete()


def _write_by_itself() -> None:
    global _timer  # noqa: PLW0603  one timer a process
    with _lock:
        _timer = None
    try:
        write()
    except Error as error:
        log.warning("What was searched for could not be counted: %s", reason(error), exc_info=not is_outage(error))
    finally:
        connection.close()
