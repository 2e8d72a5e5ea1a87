"""A change of a source that changes no translation: a slip of spelling, a comma.

Whoever may publish the source says so of a text in a language. Its translation then is one of the new words too: it is
not older than the original, and nobody has to look at it. What was said is kept with both texts, and can be taken back
for a year.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from wagtail_localize.models import StringTranslation, TranslationSource

from translation.models import EarlierText, PublishedText, SmallCorrection, place_of
from translation.propagation import follow_source, wait_for_writers
from translation.refreshing import carried, mark_carried
from translation.status import of_object, recount, together

TAKEN_BACK_WITHIN = timedelta(days=365)
TOOL = "small correction"  # which wrote the translation of the new words


@dataclass(frozen=True)
class Older:
    """A translation of earlier words of a source: what the source said and says, and what stands in the language."""

    text: StringTranslation
    before: str
    after: str


def older(source: TranslationSource) -> list[Older]:
    """Return the translations of a source that were written for earlier words and that nobody has looked at since.

    By place and language; two statements.
    """
    texts = carried(StringTranslation.objects.filter(context__object_id=source.object_id))
    now = texts.filter(translation_of__segments__source=source).distinct()
    earlier = dict(EarlierText.objects.filter(translation__in=now).values_list("translation_id", "source"))
    rows = now.select_related("translation_of", "context", "locale").order_by(
        "context__path", "translation_of", "locale"
    )
    return [Older(text, earlier[text.pk], text.translation_of.data) for text in rows if text.pk in earlier]


def declare(source: TranslationSource, chosen: Collection[int], user: Any) -> int:
    """Say of translations of earlier words, by their keys, that they are right for the new ones; return how many."""
    with together():
        wait_for_writers(source.object_id)
        found = [one for one in older(source) if one.text.pk in chosen]
        public = _public(source.object_id, {one.before for one in found})
        for one in found:
            one.text.has_error, one.text.field_error, one.text.tool_name = False, "", TOOL
            one.text.updated_at = timezone.now()
        StringTranslation.objects.bulk_update(
            [one.text for one in found], ["has_error", "field_error", "tool_name", "updated_at"]
        )
        SmallCorrection.objects.bulk_create(
            [
                SmallCorrection(
                    object_id=source.object_id, locale=one.text.locale, path=one.text.context.path,
                    before=one.before, after=one.after, text=one.text.data, said_by=user,
                )
                for one in found
            ]
        )  # fmt: skip
        PublishedText.objects.bulk_create(
            [
                PublishedText(
                    object_id=source.object_id, locale_id=known.locale_id, path=path, source=one.after,
                    text=known.text, kind=known.kind, place=place_of(path, one.after), published_at=timezone.now(),
                )
                for one in found
                for path in [one.text.context.path]
                if (known := public(one.text.locale_id, path, one.before))
            ],
            ignore_conflicts=True,
        )  # fmt: skip
        _tell(source)
    return len(found)


def declared(source: TranslationSource) -> QuerySet[SmallCorrection]:
    """Return the small corrections of a source that can still be taken back, the newest first."""
    since = timezone.now() - TAKEN_BACK_WITHIN
    corrections = SmallCorrection.objects.filter(object_id=source.object_id, said_at__gte=since, taken_back_at=None)
    return corrections.select_related("locale", "said_by").order_by("-said_at", "-pk")


def take_back(source: TranslationSource, chosen: Collection[int], user: Any) -> int:
    """Take back small corrections by their keys: the translations are older than the original again.

    One that a translator has written anew since stays as it is. Later small corrections of the same translation go with
    it. Returns how many were taken back.
    """
    with together():
        wait_for_writers(source.object_id)
        found: dict[int, SmallCorrection] = {}
        for one in declared(source).reverse():
            stands_on = {(before.locale_id, before.path, before.after, before.text) for before in found.values()}
            if one.pk in chosen or (one.locale_id, one.path, one.before, one.text) in stands_on:
                found[one.pk] = one
        public = _public(source.object_id, {one.before for one in found.values()})
        for one in reversed(found.values()):
            one.taken_back_by, one.taken_back_at = user, timezone.now()
            if known := public(one.locale_id, one.path, one.before):
                place = place_of(one.path, one.after)
                kept = PublishedText.objects.filter(object_id=source.object_id, locale=one.locale, place=place)
                kept.filter(text=known.text).delete()
            texts = StringTranslation.objects.filter(
                context__object_id=source.object_id, context__path=one.path, locale=one.locale, data=one.text
            )
            mark_carried(texts.filter(translation_of__data=one.after, tool_name=TOOL), one.locale)
            EarlierText.objects.filter(translation__in=texts, source=one.after).update(source=one.before)
        SmallCorrection.objects.bulk_update(found.values(), ["taken_back_by", "taken_back_at"])
        _tell(source)
    return len(found)


def _public(key: UUID, sources: Collection[str]) -> Callable[[int, str, str], PublishedText | None]:
    """Return what tells the public translation of a text by language, path and words: at its place, else elsewhere."""
    rows = PublishedText.objects.filter(object_id=key, source__in=sources).order_by("published_at", "pk")
    anywhere = {(one.locale_id, one.source): one for one in rows}
    at_place = {(one.locale_id, one.path, one.source): one for one in rows}
    return lambda locale, path, source: at_place.get((locale, path, source)) or anywhere.get((locale, source))


def _tell(source: TranslationSource) -> None:
    """Tell readers and lists what changed."""
    follow_source(source)
    recount(of_object(source.object_id))
