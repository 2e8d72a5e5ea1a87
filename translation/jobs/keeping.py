"""What is done with a job: adding to it, assigning, returning, taking back, closing.

Each is logged, and whom it concerns is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from translation.enums import JobEventKind, State
from translation.jobs.mail import send
from translation.jobs.models import Job, JobEvent, JobItem, JobPerson
from translation.locks import refusal_of_lock
from translation.status import together
from translation.submission import require_right_to

_RELATED = "assignee", "translation__source__locale", "translation__target_locale", "translation__status"
UNTOUCHED = Q(translation__status__state=State.NOT_BEGUN)  # nothing is written, nothing was ever live


def begin(job: Job, people: Mapping[Locale, Any], by: Any) -> Job:
    """Keep a new job with who translates into which language."""
    job.created_by = by
    job.save()
    JobPerson.objects.bulk_create(
        [JobPerson(job=job, locale=locale, user=user) for locale, user in people.items() if user is not None]
    )
    JobEvent.objects.create(job=job, kind=JobEventKind.BEGUN, by=by, text=job.note)
    return job


def add(job: Job, translation: Translation) -> None:
    """Make a translation part of a job; it leaves the one that it was part of."""
    with transaction.atomic():
        open_items = JobItem.objects.select_for_update(of=("self",)).filter(translation=translation, ended_at=None)
        if open_items.filter(job=job).exists():
            return
        for one in open_items.select_related("job", *_RELATED):
            _log(one.job, JobEventKind.TAKEN_BACK, [one], job.created_by, None)
        open_items.update(ended_at=timezone.now())
        person = JobPerson.objects.filter(job=job, locale=translation.target_locale_id).first()
        JobItem.objects.create(job=job, translation=translation, assignee_id=person.user_id if person else None)


def tell_of_new(job: Job) -> None:
    """Tell those to whom pieces of a job were given since it was told last."""
    last = JobEvent.objects.filter(job=job, kind=JobEventKind.ASSIGNED).order_by("-at").first()
    new = items_of(job).exclude(assignee=None)
    _tell(job, JobEventKind.ASSIGNED, new.filter(given_at__gt=last.at) if last else new, job.created_by, job.note)


def items_of(job: Job) -> QuerySet[JobItem]:
    """Return the pieces that belong to a job, with what is said of them, by language."""
    items = JobItem.objects.filter(job=job, ended_at=None).select_related(*_RELATED)
    return items.defer("translation__source__content_json").order_by("translation__target_locale__language_code", "pk")


def assign(job: Job, items: Iterable[JobItem], user: Any, by: Any) -> int:
    """Give pieces to a person, or to nobody; return how many changed hands."""
    with transaction.atomic():
        changed = [one for one in items if one.assignee_id != (user.pk if user else None)]
        for one in changed:
            one.assignee = user
        JobItem.objects.bulk_update(changed, ["assignee"])
        if user is None and changed:
            _log(job, JobEventKind.ASSIGNED, changed, by, None)
        _tell(job, JobEventKind.ASSIGNED, changed, by, job.note)
    return len(changed)


def send_back(job: Job, items: Iterable[JobItem], remark: str, by: Any) -> int:
    """Return pieces to who translates them, with a remark; return how many."""
    with transaction.atomic():
        items = list(items)
        for one in items:
            one.remark, one.returned_at = remark, timezone.now()
        JobItem.objects.bulk_update(items, ["remark", "returned_at"])
        nobodys = [one for one in items if one.assignee_id is None]
        if nobodys:
            _log(job, JobEventKind.RETURNED, nobodys, by, None, text=remark)
        _tell(job, JobEventKind.RETURNED, items, by, remark)
    return len(items)


def take_back(job: Job, items: Iterable[JobItem], by: Any) -> tuple[int, int]:
    """Take untouched pieces out of a job, with the empty drafts; return how many, and how many stay.

    What somebody has begun stays, and what somebody else has locked. Raises PermissionDenied where a source is not the
    person's to edit.
    """
    chosen = [one.pk for one in items]
    with together():
        theirs = items_of(job).filter(pk__in=chosen)
        untouched = [
            one
            for one in theirs.filter(UNTOUCHED).select_for_update(of=("self",))
            if not refusal_of_lock(_target(one.translation), by)
        ]
        for one in untouched:
            require_right_to(by, one.translation.source.get_source_instance())
        kept = theirs.count() - len(untouched)
        if untouched:
            _log(job, JobEventKind.TAKEN_BACK, untouched, by, None)
        JobItem.objects.filter(pk__in=[one.pk for one in untouched]).update(ended_at=timezone.now())
        for one in reversed(untouched):
            _delete_empty_draft(one.translation)
    return len(untouched), kept


def _delete_empty_draft(translation: Translation) -> None:
    """Delete what handing over made, unless something stands below it by now."""
    target = _target(translation)
    if target is None:
        translation.delete()
        return
    if getattr(target, "live", False) or (isinstance(target, Page) and target.get_children().exists()):
        return
    target.delete()
    translation.delete()


def _target(translation: Translation) -> Any:
    """Return the page or entry, None where it is gone."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        return None


def close(job: Job, by: Any) -> None:
    """Close a job: its pieces have no date and no owner by it any more."""
    with transaction.atomic():
        told = list(items_of(job).exclude(assignee=None).exclude(translation__status__state=State.LIVE))
        job.closed_at = timezone.now()
        job.save(update_fields=["closed_at"])
        _log(job, JobEventKind.CLOSED, [], by, None)
        _tell(job, JobEventKind.CLOSED, told, by, "")
        JobItem.objects.filter(job=job, ended_at=None).update(ended_at=job.closed_at)


def _tell(job: Job, kind: JobEventKind, items: Iterable[JobItem], by: Any, text: str) -> None:
    """Log what happened to the pieces of each person, and have a mail sent; nobody is told what they did themselves."""
    owned = sorted((one for one in items if one.assignee_id), key=lambda one: (one.assignee_id, one.pk))
    for _person, theirs in groupby(owned, key=lambda one: one.assignee_id):
        pieces = list(theirs)
        event = _log(job, kind, pieces, by, pieces[0].assignee, text=text)
        if event.told_id != event.by_id:
            transaction.on_commit(partial(send.enqueue, event=event.pk))


def _log(job: Job, kind: JobEventKind, items: Iterable[JobItem], by: Any, told: Any, *, text: str = "") -> JobEvent:
    pieces = [
        {
            "title": one.translation.source.object_repr,
            "source_language": one.translation.source.locale.language_code,
            "language": one.translation.target_locale.language_code,
            "words_left": one.translation.status.words_left,
        }
        for one in items
    ]
    return JobEvent.objects.create(job=job, kind=kind, by=by, told=told, pieces=pieces, text=text)
