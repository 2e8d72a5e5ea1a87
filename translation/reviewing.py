"""The review of a translation: which texts wait for one, and what it means when somebody has read them.

A machine's texts wait for a person in every language. Where a language requires it, all that is new waits for somebody
who has not written it (`translation.approvals`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from wagtail.log_actions import log
from wagtail_localize.models import Translation

from translation.approvals import approve, is_required, waiting
from translation.content import serialised, texts
from translation.editions import draft_of, tell_readers
from translation.origins import REVIEWED, current, shown, unreviewed
from translation.publication import provenance_of
from translation.status import recount, together

WAS_REVIEWED = "translation.reviewed"


@dataclass(frozen=True)
class ToReview:
    """A text that waits for its review: its path, what it translates, and the keys of those who wrote it.

    `source` is empty in an adapted edition, `row` the key of localize's record of a text of a machine.
    """

    path: str
    source: str
    text: str
    writers: Set[int]
    row: int | None = None


def to_review(translation: Translation) -> list[ToReview]:
    """Return the texts of a translation that wait for somebody to read them, in the order of their fields."""
    instance = translation.get_target_instance()
    required = is_required(translation.target_locale_id)
    if not translation.enabled:
        return _of_edition(instance) if required else []
    machine = set(unreviewed(translation).values_list("pk", flat=True))
    rows = current(translation).filter(has_error=False) if required else unreviewed(translation)
    by_place = {
        (row.context.path, shown(row.data)): row
        for row in rows.select_related("translation_of", "context").order_by("pk")
    }
    places = {place for place, row in by_place.items() if row.pk in machine}
    if required:
        new = waiting(instance, by_place, translation.source.object_id, in_step=True)
        places |= {(one.path, one.text) for one in new}
    return [
        ToReview(
            path=path,
            source=row.translation_of.data,
            text=text,
            writers=frozenset({row.last_translated_by_id} - {None}),
            row=row.pk if row.pk in machine else None,
        )
        for (path, text), row in sorted(by_place.items(), key=lambda item: item[0])
        if (path, text) in places
    ]


def _of_edition(instance: Any) -> list[ToReview]:
    provenance, draft = provenance_of(instance), draft_of(instance)
    if provenance is None:
        return []
    new = waiting(instance, texts(type(draft), serialised(draft)), provenance.key, in_step=False)
    return [ToReview(one.path, "", one.text, one.writers) for one in new]


def fingerprint(read: Iterable[ToReview]) -> str:
    """Return by what it is known that texts are the same that somebody has read."""
    return sha256("\0".join(f"{one.path}\0{one.text}" for one in read).encode()).hexdigest()


def review(translation: Translation, user: Any, read: Collection[ToReview] | None = None) -> int:
    """Note that somebody has read texts, all that wait where none are named; return how many. Readers are told.

    What they wrote themselves goes on waiting for somebody else where the language requires it.
    """
    with together():
        found = to_review(translation) if read is None else read
        of_others = [one for one in found if user.pk not in one.writers]
        done = of_others if is_required(translation.target_locale_id) else found
        unreviewed(translation).filter(pk__in=[one.row for one in done if one.row]).update(translation_type=REVIEWED)
        approve(translation.source.object_id, translation.target_locale_id, {one.text for one in of_others}, user)
        instance = translation.get_target_instance()
        log(instance=instance, action=WAS_REVIEWED, user=user, data={"count": len(done)})
        tell_readers(instance)
        recount(Translation.objects.filter(pk=translation.pk))
    return len(done)
