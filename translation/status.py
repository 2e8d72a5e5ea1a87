"""How far each translation is: counted when something changes, in the same transaction; lists read what was counted.

`recount` is the one place that counts. It is asked by whatever changes a text, a source, or what is public (see
`translation.signal_handlers`, `translation.localize`). It takes as many statements for one translation as for a
hundred. What changes many texts does so within `together()`, which counts once, at its end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringSegment, StringTranslation, Translation

from cms.enums import TextOrigin
from translation.enums import State
from translation.known import is_wordless
from translation.models import PublishedText, Status
from translation.origins import CARRIED, MACHINE, REVIEWED, SLUG, shown

AT_ONCE = 100  # translations, whose texts are read together
_WORD = re.compile(r"\w+(?:[-'’.,/]\w+)*")
_gathered: ContextVar[set[int] | None] = ContextVar("translations_to_count", default=None)

Key = tuple[UUID, int]  # of an object and of a language
Place = tuple[int, int]  # of a context and of a string


def recount(translations: QuerySet[Translation]) -> None:
    """Count translations anew: now, or at the end of what is done together."""
    numbers = set(translations.values_list("pk", flat=True))
    gathered = _gathered.get()
    if gathered is not None:
        gathered |= numbers
    elif numbers:
        _count(sorted(numbers))


@contextmanager
def together(*, savepoint: bool = True) -> Iterator[None]:
    """Do several things in one transaction and count once, at the end, what they change.

    Without a `savepoint` an error undoes all of the transaction that is under way.
    """
    with transaction.atomic(savepoint=savepoint):
        if _gathered.get() is not None:
            yield
            return
        gathered: set[int] = set()
        token = _gathered.set(gathered)
        try:
            yield
        finally:
            _gathered.reset(token)
        _count(sorted(gathered))


def of_object(key: UUID) -> QuerySet[Translation]:
    """Return the translations of a page or entry into all languages."""
    return Translation.objects.filter(source__object_id=key)


def uncounted() -> QuerySet[Translation]:
    """Return the translations that were made before there was something that counts them."""
    return Translation.objects.filter(status__isnull=True)


def word_count(text: str) -> int:
    """Return how many words a text of the source has; markup and signs are none."""
    return len(_WORD.findall(unescape(strip_tags(text))))


def _count(numbers: Sequence[int]) -> None:
    for start in range(0, len(numbers), AT_ONCE):
        with transaction.atomic(savepoint=False):
            _write(_statuses(numbers[start : start + AT_ONCE]))


def _write(statuses: list[Status]) -> None:
    Status.objects.bulk_create(
        statuses,
        update_conflicts=True,
        unique_fields=["translation"],
        update_fields=[one.name for one in Status._meta.fields if not one.primary_key],
    )


def _statuses(numbers: Sequence[int]) -> list[Status]:
    """Return the counted, unsaved statuses of translations: a handful of statements, however many there are.

    The translations are locked first, so that of two who write at once the second counts what the first wrote.
    """
    translations = list(
        Translation.objects.select_for_update(of=("self",))
        .filter(pk__in=numbers)
        .select_related("source")
        .defer("source__content_json")
        .order_by("pk")
    )
    if not translations:
        return []
    segments = _segments({one.source_id for one in translations})
    keys = {one.source.object_id for one in translations}
    locales = {one.target_locale_id for one in translations}
    texts = _texts(keys, locales)
    chosen = _chosen(keys, locales)
    targets = _targets(translations)
    published = _published(keys, locales)
    return [
        _status(
            translation,
            _Known(
                segments[translation.source_id],
                texts[key],
                published[key],
                targets.get((_content_type(translation), *key)),
                chosen.get(key),
            ),
        )
        for translation in translations
        for key in [(translation.source.object_id, translation.target_locale_id)]
    ]


@dataclass(frozen=True)
class _Segment:
    """A text of the source at its place."""

    place: Place
    path: str
    text: str


@dataclass(frozen=True)
class _Text:
    """What is written for it."""

    data: str
    has_error: bool
    tool: str
    kind: str
    at: datetime


@dataclass(frozen=True)
class _Target:
    """What stands in the language: whether it is live, and whether it ever was."""

    live: bool
    was_live: bool


@dataclass(frozen=True)
class _Published:
    """Which texts were last public, by path and text of the source, and by the text alone."""

    at_place: dict[tuple[str, str], str] = field(default_factory=dict)
    anywhere: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Known:
    """All that a status is counted from."""

    segments: list[_Segment]
    texts: Mapping[Place, _Text]
    published: _Published
    target: _Target | None
    chosen_at: datetime | None


def _segments(sources: Iterable[int]) -> Mapping[int, list[_Segment]]:
    found: defaultdict[int, list[_Segment]] = defaultdict(list)
    rows = StringSegment.objects.filter(source_id__in=sources).values_list(
        "source_id", "context_id", "string_id", "context__path", "string__data"
    )
    for source, context, string, path, text in rows:
        found[source].append(_Segment((context, string), path, text))
    return found


def _texts(keys: Iterable[UUID], locales: Iterable[int]) -> Mapping[Key, dict[Place, _Text]]:
    found: defaultdict[Key, dict[Place, _Text]] = defaultdict(dict)
    rows = StringTranslation.objects.filter(context__object_id__in=keys, locale_id__in=locales).values_list(
        "context__object_id", "locale_id", "context_id", "translation_of_id",
        "data", "has_error", "tool_name", "translation_type", "updated_at",
    )  # fmt: skip
    for key, locale, context, string, *rest in rows:
        found[key, locale][context, string] = _Text(*rest)
    return found


def _chosen(keys: Iterable[UUID], locales: Iterable[int]) -> Mapping[Key, datetime]:
    """Return when something was last chosen in place of the source's."""
    rows = SegmentOverride.objects.filter(context__object_id__in=keys, locale_id__in=locales)
    last = rows.values_list("context__object_id", "locale_id").annotate(last=Max("updated_at"))
    return {(key, locale): at for key, locale, at in last}


def _published(keys: Iterable[UUID], locales: Iterable[int]) -> Mapping[Key, _Published]:
    found: defaultdict[Key, _Published] = defaultdict(_Published)
    rows = PublishedText.objects.filter(object_id__in=keys, locale_id__in=locales)
    for key, locale, path, source, text in rows.values_list("object_id", "locale_id", "path", "source", "text"):
        found[key, locale].at_place[path, source] = text
        found[key, locale].anywhere.add(source)
    return found


def _content_type(translation: Translation) -> int:
    return int(translation.source.specific_content_type_id)


def _targets(translations: Iterable[Translation]) -> Mapping[tuple[int, UUID, int], _Target]:
    """Return what stands in each language by type, object and language: a statement for pages, one a vocabulary."""
    of_manager: defaultdict[Any, list[Translation]] = defaultdict(list)
    for translation in translations:
        model = ContentType.objects.get_for_id(_content_type(translation)).model_class()
        if model is not None:
            of_manager[Page if issubclass(model, Page) else model].append(translation)
    found = {}
    for model, some in of_manager.items():
        objects = model._default_manager.filter(
            translation_key__in={one.source.object_id for one in some},
            locale_id__in={one.target_locale_id for one in some},
        )
        if model is Page:
            objects = objects.filter(alias_of__isnull=True)
        drafted = any(column.name == "live" for column in model._meta.concrete_fields)
        columns = ("live", "first_published_at") if drafted else ()
        standing = {
            (key, locale): _Target(*((live[0], live[1] is not None) if live else (True, True)))
            for key, locale, *live in objects.values_list("translation_key", "locale_id", *columns)
        }
        for one in some:
            key = one.source.object_id, one.target_locale_id
            if key in standing:
                found[_content_type(one), *key] = standing[key]
    return found


def _status(translation: Translation, known: _Known) -> Status:
    """Return the status of a translation from what is known of it."""
    status = Status(translation=translation)
    carried_at: list[datetime] = []
    origins = set()
    for segment in known.segments:
        text = known.texts.get(segment.place)
        if segment.path == SLUG and not (text and text.has_error):
            continue  # made from the title; what is wrong with it keeps the page from being published
        words = word_count(segment.text)
        status.total += 1
        status.words += words
        if text is None or not text.data:
            status.missing += 1
        elif text.has_error and text.tool == CARRIED:
            status.stale += 1
            status.review += 1
            carried_at.append(text.at)
        elif text.has_error:
            status.draft += 1
        else:
            origins.add(text.kind)
            if text.kind == MACHINE:
                status.review += 1
            else:
                status.approved += 1
            words = 0
        status.words_left += words
        # Of what was public before there was a ledger nothing is kept until its source is published again.
        if known.target is not None and known.target.live and known.published.at_place:
            _compare_with_public(status, segment, text, known)
    written = [text.at for text in known.texts.values() if text.tool != CARRIED]
    status.changed_at = max([*written, *([known.chosen_at] if known.chosen_at else [])], default=None)
    status.origin = _origin(origins)
    status.state = _state(status, known.target, in_step=translation.enabled)
    if status.state != State.ADAPTED and (status.stale or status.live_stale):
        status.source_changed_at = min(carried_at, default=translation.source.last_updated_at)
    return status


def _compare_with_public(status: Status, segment: _Segment, text: _Text | None, known: _Known) -> None:
    """Count a text that is public for earlier words of the source, or that was written since; see `following`."""
    public = known.published.at_place.get((segment.path, segment.text))
    if public is None:
        status.live_stale += segment.text not in known.published.anywhere and not is_wordless(segment.text)
    elif text is not None and text.data and not text.has_error:
        status.unpublished += shown(text.data) != public


def _origin(kinds: set[str]) -> str:
    """Return who wrote what is written: the machine as long as one of its texts is not read."""
    if not kinds:
        return ""
    if MACHINE in kinds:
        return TextOrigin.MACHINE
    return TextOrigin.REVIEWED if REVIEWED in kinds else TextOrigin.HUMAN


def _state(status: Status, target: _Target | None, *, in_step: bool) -> State:
    if target is None:
        return State.ABSENT
    if not in_step:
        return State.ADAPTED
    if target.live:
        if status.left:
            return State.CHANGED
        return State.READY if status.live_stale or status.unpublished else State.LIVE
    if target.was_live:
        return State.WITHDRAWN
    if status.left:
        return State.NOT_BEGUN if status.missing == status.total else State.DRAFT
    return State.REVIEW if status.review else State.READY
