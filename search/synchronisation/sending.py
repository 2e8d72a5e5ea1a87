"""Sends updates in bulk, and notes what came of each."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Length
from django.utils import timezone
from elastic_transport import TransportError
from elasticsearch import ApiError

from search.engines.elasticsearch.client import patient_client
from search.models import IndexEntry, SearchChange, SearchIndex
from search.synchronisation.differences import to_remove, to_send
from search.synchronisation.updates import IndexUpdate, take_updates

log = logging.getLogger(__name__)

MOST_PAGES = 100  # a request; on SQLite editors wait while they are read
MOST_LETTERS = 1_500_000  # of exact keys a request, which are a third or a quarter of it
LONGEST_REASON = 300

_NEEDED = [
    "items.*.status",
    "items.*._index",
    "items.*.error.type",
    "items.*.error.reason",
]


class NotWellError(Exception):
    """Elasticsearch does not accept what it is sent: all of it is sent again later."""


@dataclass
class Sent:
    """What was done by one or more requests."""

    sent: int = 0
    removed: int = 0
    refused: int = 0
    last: int = 0  # the highest page that was sent

    def __bool__(self) -> bool:
        return bool(self.sent or self.removed or self.refused)

    def __iadd__(self, other: Sent) -> Sent:
        self.sent += other.sent
        self.removed += other.removed
        self.refused += other.refused
        return self


def send_some(index: SearchIndex, alias: str, after: int = 0) -> Sent:
    """Send as much as fits into one request; where nothing was done, nothing is left to do.

    Only documents of pages `after` a number are sent: a caller who goes through many pages need not look at the first
    ones each time. Raises NotWellError.
    """
    pages = list(to_remove(index).values_list("page", flat=True)[:MOST_PAGES])
    room = MOST_PAGES - len(pages)
    letters = 0
    if room:
        documents = to_send(index).filter(page_id__gt=after)
        sizes = documents.annotate(letters=Length("keys__text_exact")).values_list("page_id", "letters")
        for page, size in sizes[:room]:
            letters += size or 0
            if pages and letters > MOST_LETTERS:
                break
            pages.append(page)
    done = send(index, alias, take_updates(index, pages)) if pages else Sent()
    done.last = max(pages, default=after)
    return done


def send(index: SearchIndex, alias: str, updates: Sequence[IndexUpdate]) -> Sent:
    """Send updates to the index behind an alias, and note what it has now. Raises NotWellError."""
    try:
        answer = patient_client().bulk(
            index=alias,
            operations=[line for update in updates for line in _lines(update)],
            refresh=index.is_complete,  # what is noted as taken, searches find
            require_alias=True,
            filter_path=_NEEDED,
        )
    except ApiError as problem:
        if problem.status_code != HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            message = f"{type(problem).__name__} {problem.status_code}"
            raise NotWellError(message) from problem
        return _send_smaller(index, alias, updates)
    except TransportError as problem:
        raise NotWellError(type(problem).__name__) from problem
    return _note(index, updates, [next(iter(item.values())) for item in answer.body.get("items", ())])


def _send_smaller(index: SearchIndex, alias: str, updates: Sequence[IndexUpdate]) -> Sent:
    """Send the two halves of a request that was too large; a single document that is too large is refused."""
    if len(updates) == 1:
        return _refuse(index, [(updates[0], "too large for a request")])
    done = Sent()
    for part in (updates[: len(updates) // 2], updates[len(updates) // 2 :]):
        done += send(index, alias, part)
    return done


def _lines(update: IndexUpdate) -> list[dict[str, Any]]:
    about = {"_id": str(update.page), "version": update.number, "version_type": "external"}
    if update.body is None:
        return [{"delete": about}]
    return [{"index": about}, dict(update.body)]


def _note(index: SearchIndex, updates: Sequence[IndexUpdate], items: Sequence[dict[str, Any]]) -> Sent:
    """Note what the index has now. An entry whose number is higher by now is left to whoever has taken it since."""
    taken: list[IndexUpdate] = []
    refused: list[tuple[IndexUpdate, str]] = []
    problem = "" if len(items) == len(updates) else "an answer to fewer updates than were sent"
    for update, item in zip(updates, items, strict=False):
        status, error = item["status"], item.get("error", {})
        if item.get("_index") != index.name and not error:
            problem = "readers were sent to another index meanwhile"
        elif status in (HTTPStatus.OK, HTTPStatus.CREATED) or (status == HTTPStatus.NOT_FOUND and not error):
            taken.append(update)
        elif status == HTTPStatus.BAD_REQUEST:
            refused.append((update, f"{error.get('type')}: {error.get('reason')}"[:LONGEST_REASON]))
        elif status != HTTPStatus.CONFLICT:  # a conflict says that the index has something newer
            problem = f"{error.get('type')} {status}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE search_indexentry SET document = %s, version = %s, attempts = 0, refusal = '', retry_at = NULL "
            "WHERE index_id = %s AND page = %s AND number = %s",
            [(update.document, update.version, index.pk, update.page, update.number) for update in taken],
        )
        done = _refuse(index, refused)
        if taken and index.is_complete:
            SearchChange.objects.create()
    done += Sent(
        sent=sum(update.body is not None for update in taken),
        removed=sum(update.body is None for update in taken),
    )
    if problem:
        raise NotWellError(problem)
    return done


def _refuse(index: SearchIndex, refused: Sequence[tuple[IndexUpdate, str]]) -> Sent:
    """Note documents that are refused because of their content; they hold up no others."""
    now = timezone.now()
    for update, reason in refused:
        log.warning("Elasticsearch refuses page %s: %s", update.page, reason.partition(":")[0])
        entry = IndexEntry.objects.filter(index=index, page=update.page)
        entry.exclude(refused_version=update.version).update(attempts=0)
        entry.update(
            attempts=F("attempts") + 1,
            refused_version=update.version,
            refusal=reason,
            retry_at=now + timedelta(seconds=2 ** (1 + entry.values_list("attempts", flat=True).get())),
        )
    return Sent(refused=len(refused))
