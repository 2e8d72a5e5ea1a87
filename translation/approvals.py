"""What a second person has approved, and what still waits for one where a language requires it.

A language can require that somebody reviews each translation who has not written it (`RequiredReview`). New are the
words that are not public in that page or concept, were not before, and were not approved. Who wrote a text of a
translation, localize notes (`StringTranslation.last_translated_by`); in an adapted edition, which is edited as any
page, all who saved it since it was last published count as the writers of all that is new in it.

A review is an approval in the desk, or that of a version in Wagtail's workflow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Revision, TaskState
from wagtail_localize.models import StringTranslation

from translation.content import serialised, texts
from translation.known import is_wordless
from translation.models import NAMESPACE, ApprovedText, PublishedText, RequiredReview
from translation.origins import SLUG, shown


@dataclass(frozen=True)
class Waiting:
    """A text that nobody has approved, with its path and the keys of those who wrote it."""

    path: str
    text: str
    writers: Set[int]


def is_required(locale_id: int) -> bool:
    """Tell whether translations into a language have to be reviewed by somebody other than who wrote them."""
    return RequiredReview.objects.filter(locale_id=locale_id).exists()


def waiting(instance: Any, found: Iterable[tuple[str, str]], key: UUID, *, in_step: bool) -> list[Waiting]:
    """Return those texts that are new in a page or concept and approved by nobody: four queries and its public rows.

    `found` are the texts with their paths, as pages have them. `key` names the object whose translation it is, as
    `Provenance` has it; `in_step` tells whether localize holds its texts.
    """
    now = {(path, text.strip()) for path, text in found if path != SLUG and not is_wordless(text)}
    public = _public(instance, key) if now else frozenset()
    new = {(path, text) for path, text in now if text not in public}
    approved = set(
        ApprovedText.objects.filter(
            object_id=key, locale_id=instance.locale_id, place__in={place(text) for _path, text in new}
        ).values_list("text", flat=True)
    )
    left = sorted((path, text) for path, text in new if text not in approved)
    if not left:
        return []
    by_text = _translators(key, instance.locale_id) if in_step else {}
    editors = frozenset() if in_step else _editors(instance)
    return [Waiting(path, text, by_text.get(text, editors)) for path, text in left]


def approve(key: UUID, locale_id: int, texts_read: Collection[str], user: Any) -> None:
    """Note that a user has approved texts of an object in a language, which somebody else wrote."""
    ApprovedText.objects.bulk_create(
        [
            ApprovedText(
                object_id=key,
                locale_id=locale_id,
                text=text,
                place=place(text),
                approved_by=user,
                approved_at=timezone.now(),
            )
            for text in sorted(set(texts_read))
        ],
        update_conflicts=True,
        unique_fields=["object_id", "locale", "place"],
        update_fields=["approved_by", "approved_at"],
    )


def is_approved_in_workflow(revision_id: int | None, left: Iterable[Waiting]) -> bool:
    """Tell whether somebody has approved a version in a workflow who wrote nothing of what is left in it."""
    if revision_id is None:
        return False
    writers: set[int] = set().union(*(one.writers for one in left))
    decided = TaskState.objects.filter(
        revision_id=revision_id, status=TaskState.STATUS_APPROVED, finished_by__isnull=False
    )
    return decided.exclude(finished_by__in=writers).exists()


def place(text: str) -> UUID:
    """Return the key of a text."""
    return uuid5(NAMESPACE, text)


def _public(instance: Any, key: UUID) -> frozenset[str]:
    """Return the texts of an object, and of what it was copied from, that are public in its language or were."""
    model = type(instance)
    of_object = Q(pk=instance.pk) | Q(translation_key=key, locale_id=instance.locale_id)
    public = {
        text.strip()
        for row in model._default_manager.filter(of_object, live=True)
        for _path, text in texts(model, serialised(row))
    }
    ledger = PublishedText.objects.filter(object_id=key, locale_id=instance.locale_id).values_list("text", flat=True)
    return frozenset(public | {form for text in ledger for form in (text.strip(), shown(text))})


def _translators(key: UUID, locale_id: int) -> Mapping[str, Set[int]]:
    """Return by each recorded text, as pages have it, who last wrote it."""
    by_text: defaultdict[str, set[int]] = defaultdict(set)
    for data, user in StringTranslation.objects.filter(
        context__object_id=key, locale_id=locale_id, has_error=False
    ).values_list("data", "last_translated_by"):
        for form in {data.strip(), shown(data)}:
            by_text[form] |= {user} - {None}
    return by_text


def _editors(instance: Any) -> frozenset[int]:
    """Return who saved an object since it was last published, all who ever did where it is not public."""
    saved = Revision.objects.for_instance(instance).exclude(user=None)
    stored = type(instance)._default_manager.filter(pk=instance.pk, live=True)  # it may be about to be published
    for since in stored.values_list("live_revision__created_at", flat=True):
        saved = saved.filter(created_at__gt=since) if since else saved
    return frozenset(saved.values_list("user_id", flat=True))
