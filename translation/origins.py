"""Who wrote the words of a translation: computed when it is published, never chosen.

Each text, a `StringTranslation` of localize, says in its `translation_type` who or what wrote it: `HUMAN` a person,
`MACHINE` a machine, `REVIEWED` a machine, and a person has read it or worked on it since. What a person saves over a
machine's text is `REVIEWED` for good. The address is no text: it is made from the title.

A program says who wrote texts where it writes them, `translation.import_po(catalogue, translation_type=KINDS[origin])`,
or afterwards with `translation.imports.say_who_wrote`. Pages show it from their next publication on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from cms.enums import TextOrigin

SLUG = "slug"  # made from the title, or adapted where the page's address is taken already
HUMAN = StringTranslation.TRANSLATION_TYPE_MANUAL
MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE
REVIEWED = "reviewed"  # localize has no word for it, and reads the column for a comment beside the text alone
CARRIED = "carried"  # the tool that wrote what stood at a place for earlier words of the source
DRAFT = "draft"  # the tool that keeps what is still being written: with an error, so that nobody publishes it
UNFINISHED = (CARRIED, DRAFT)
KINDS = {TextOrigin.HUMAN: HUMAN, TextOrigin.MACHINE: MACHINE, TextOrigin.REVIEWED: REVIEWED}
# Of the same words at the same place, the best that is known counts.
_VOUCHED = {MACHINE: 0, REVIEWED: 1, HUMAN: 2}

Recorded = Mapping[tuple[str, str], str]  # path and text of a recorded translation, and who wrote it


def recorded_translations(key: Any, locale_id: int) -> Recorded:
    """Return all translations without error that an object ever had in a language: one query."""
    kinds: dict[tuple[str, str], str] = {}
    for path, data, kind in StringTranslation.objects.filter(
        context__object_id=key, locale_id=locale_id, has_error=False
    ).values_list("context__path", "data", "translation_type"):
        known = kinds.get((path, data), MACHINE)
        kinds[path, data] = max(known, kind, key=_VOUCHED.__getitem__)
    return kinds


@lru_cache(4096)
def shown(data: str) -> str:
    """Return a recorded translation as a page has it: an ampersand escaped, no blanks at the ends."""
    return StringValue.from_translated_html(data).data.strip()


def origin_of(texts: Iterable[tuple[str, str]], recorded: Recorded, *, otherwise: TextOrigin) -> TextOrigin:
    """Return who wrote texts with their paths: the machine as long as one of its texts is not reviewed.

    `otherwise` is said where people wrote all of them.
    """
    in_content = {(path, text.strip()) for path, text in texts if path != SLUG}
    by_machine = {
        kind for (path, data), kind in recorded.items() if kind != HUMAN and (path, shown(data)) in in_content
    }
    if MACHINE in by_machine:
        return TextOrigin.MACHINE
    if REVIEWED in by_machine and otherwise == TextOrigin.HUMAN:
        return TextOrigin.REVIEWED
    return otherwise


def current(translation: Translation) -> QuerySet[StringTranslation]:
    """Return the translations of the texts that the source has now, without the address."""
    in_source = StringSegment.objects.filter(
        source=translation.source_id, string=OuterRef("translation_of"), context=OuterRef("context")
    )
    texts = StringTranslation.objects.filter(
        Exists(in_source), locale=translation.target_locale_id, context__object_id=translation.source.object_id
    )
    return texts.exclude(context__path=SLUG)


def unfinished(texts: QuerySet[StringTranslation]) -> QuerySet[StringTranslation]:
    """Return those texts that stood there for earlier words, or that somebody is still writing."""
    return texts.filter(tool_name__in=UNFINISHED, has_error=True)


def unreviewed(translation: Translation) -> QuerySet[StringTranslation]:
    """Return the texts of a machine that no person has read, or not since."""
    return current(translation).filter(translation_type=MACHINE)


def keep_who_wrote(instance: StringTranslation, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Before a text is saved: what a person makes of a machine's is a reviewed one, not the person's alone.

    Who saves a text as it stands has not written it.
    """
    if raw or instance.pk is None or (update_fields is not None and "translation_type" not in update_fields):
        return
    stored = (
        StringTranslation.objects.filter(pk=instance.pk)
        .values("translation_type", "data", "last_translated_by")
        .first()
    )
    if stored is None:
        return
    instance.translation_type = joint_kind(stored["translation_type"], instance.translation_type)
    if stored["last_translated_by"] and stored["data"] == instance.data:
        instance.last_translated_by_id = stored["last_translated_by"]


def joint_kind(stored: str | None, kind: str) -> str:
    """Return who wrote a text that is written over another: what a person makes of a machine's is a reviewed one."""
    return REVIEWED if kind == HUMAN and stored in (MACHINE, REVIEWED) else kind
