"""Builds an index beside the live one while edits go on, and sends searches to it."""

from __future__ import annotations

from collections.abc import Callable

from search.engines.elasticsearch import schema
from search.models import SearchIndex
from search.synchronisation import comparison, indices
from search.synchronisation.differences import is_in_step, parked, public_documents
from search.synchronisation.sending import NotWellError, send_some

MOST_COMPARISONS = 5  # after each, what differed is sent again
SUSPICIOUS_SHARE = 0.5  # of the documents of the live index; fewer are probably a mistake
SUSPICIOUS_FROM = 20  # documents; a smaller library may well shrink to half
REFUSED_SHARE = 0.01  # of the documents; where more are refused, schema and code do not fit

# Shows the progress: the number of documents that were sent, and of all.
ShowProgress = Callable[[int, int], None]


class SuspiciousError(Exception):
    """The new index does not look right: searches stay with the one that they use."""


def bring_in_step(index: SearchIndex, alias: str, show: ShowProgress = lambda _done, _number: None) -> int:
    """Send until nothing is left to be sent; return how many documents were sent. Raises NotWellError."""
    number = public_documents(index.language).count()
    total = after = 0
    while True:
        done = send_some(index, alias, after)
        if not done and not after:
            return total
        after = done.last if done else 0
        total += done.sent
        show(min(total, number), number)


def build(language: str, show: ShowProgress = lambda _done, _number: None, force: bool = False) -> SearchIndex:
    """Build an index, or go on with the one that was begun, and send searches to it.

    Raises NotWellError, and SuspiciousError unless `force`.
    """
    index = indices.unfinished(language)
    bring_in_step(index, schema.build_alias(language), show)
    finish(index, force)
    return index


def finish(index: SearchIndex, force: bool = False) -> None:
    """Compare a filled index with the database, check that it looks right, and send searches to it."""
    for _time in range(MOST_COMPARISONS):
        if not comparison.mark(index, comparison.differences(index)) and is_in_step(index):
            break
        bring_in_step(index, schema.build_alias(index.language))
    if not force:
        _look_through(index)
    indices.swap(index)
    comparison.mark(index, comparison.differences(index))
    bring_in_step(index, schema.write_alias(index.language))
    indices.delete_older(index)


def _look_through(index: SearchIndex) -> None:
    public, there = public_documents(index.language).count(), indices.count(index)
    refused = parked(index).count()
    if refused > public * REFUSED_SHARE:
        message = f"{index.language}: Elasticsearch refuses {refused} of {public} documents"
        raise SuspiciousError(message)
    if there < (public - refused) * SUSPICIOUS_SHARE:
        message = f"{index.language}: the new index has {there} documents, {public} are public"
        raise SuspiciousError(message)
    live = indices.live(index.language)
    before = indices.count(live) if live else 0
    if before >= SUSPICIOUS_FROM and there < before * SUSPICIOUS_SHARE:
        message = f"{index.language}: the new index has {there} documents, the one that readers have {before}"
        raise SuspiciousError(message)
    if lost := comparison.lost_samples(index):
        message = (
            f"{index.language}: in the new index the pages {', '.join(map(str, lost))} are not found by their words"
        )
        raise SuspiciousError(message)


def roll_back(language: str) -> SearchIndex:
    """Send searches back to the index that they used before, and bring it in step. Raises NotWellError."""
    index = indices.live(language)
    before = indices.previous(index) if index else None
    if before is None:
        message = f"{language}: there is no earlier index"
        raise SuspiciousError(message)
    if before.schema != schema.schema_hash():
        message = f"{language}: the earlier index belongs to another version of the code; go back to that one"
        raise SuspiciousError(message)
    indices.swap(before)
    comparison.mark(before, comparison.differences(before))
    bring_in_step(before, schema.write_alias(language))
    return before


def step(language: str, live_name: str) -> bool:
    """Do the next step of the worker for a language; tell whether something was done. Raises NotWellError.

    Where searches have no index yet, each step of its building sends one request, so that no other language waits.
    """
    index = indices.known(live_name) if live_name else None
    if index:
        try:
            return bool(send_some(index, schema.write_alias(language)))
        except NotWellError:
            indices.mend_aliases(index)
            raise
    index = indices.unfinished(language)
    if send_some(index, schema.build_alias(language)):
        return True
    try:
        finish(index)
    except SuspiciousError as problem:
        raise NotWellError(str(problem)) from problem
    return True
