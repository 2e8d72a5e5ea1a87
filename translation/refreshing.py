"""A source that was published is what translators see at once, with what they wrote before carried on.

A text that is new in a language gets what is known of it: the translation that the same words have elsewhere in the
page; or what stood there for earlier words, marked to be looked at. What is marked is shown to translators and to
nobody else: localize takes a text with an error for none.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from translation.content import Content
from translation.known import is_wordless
from translation.models import EarlierText, PublishedText
from translation.origins import CARRIED, HUMAN, MACHINE, SLUG
from translation.segments import AT_ONCE

_ALIKE = 0.5  # from which on a text counts as what another one has become

Place = tuple[str, str, int, int]  # a path, a text of the source there, and the numbers of both


def refresh(source: TranslationSource, instance: Any, content: Content) -> None:
    """Freeze what a page or concept says now and carry on what was translated: statements do not grow with the page."""
    before = _places(source)
    frozen = json.dumps(content)
    if json.loads(source.content_json) == content:
        return
    source.content_json, source.last_updated_at = frozen, timezone.now()
    TranslationSource.objects.filter(pk=source.pk).update(
        content_json=frozen, last_updated_at=source.last_updated_at, object_repr=str(instance)[:200]
    )
    source.refresh_segments(instance)
    carry(source, before, Locale.objects.filter(translations__source=source))


def carried(texts: QuerySet[StringTranslation]) -> QuerySet[StringTranslation]:
    """Return those texts that stood there for earlier words, and that nobody has looked at since."""
    return texts.filter(tool_name=CARRIED, has_error=True)


def mark_carried(texts: QuerySet[StringTranslation], locale: Locale) -> None:
    """Mark texts of a language as written for earlier words."""
    texts.update(has_error=True, field_error=_to_be_checked(locale), tool_name=CARRIED)


def _to_be_checked(locale: Locale) -> str:
    with override(locale.language_code):
        return gettext("The original has changed here. Check this text, change what is to be changed, and save it.")


def _places(source: TranslationSource) -> list[Place]:
    """Return the texts of a source in their order."""
    segments = StringSegment.objects.filter(source=source).order_by("order")
    return list(segments.values_list("context__path", "string__data", "context_id", "string_id"))


def carry(source: TranslationSource, before: list[Place], locales: Iterable[Locale]) -> None:
    """Give texts that are new in a language what is known of them: four statements a source, and three that write."""
    now = _places(source)
    earlier = _predecessors(before, now)
    locales = list(locales)
    rows = StringTranslation.objects.filter(context__object_id=source.object_id, locale__in=locales)
    written: dict[int, dict[tuple[int, int], StringTranslation]] = defaultdict(dict)
    for text in rows.order_by("updated_at", "pk"):
        written[text.locale_id][text.context_id, text.translation_of_id] = text
    published = {
        (locale_id, path, data): (text, kind)
        for locale_id, path, data, text, kind in PublishedText.objects.filter(
            object_id=source.object_id, locale__in=locales
        ).values_list("locale_id", "path", "source", "text", "kind")
    }
    made: list[StringTranslation] = []
    earlier_texts: dict[tuple[int, int, int], str] = {}
    words = {(context, string): data for _path, data, context, string in before}
    # What was carried before stands for the words it was written for, not for those in between.
    written_for = dict(EarlierText.objects.filter(translation__in=carried(rows)).values_list("translation", "source"))
    for locale in locales:
        said = _to_be_checked(locale)
        known = written[locale.pk]
        elsewhere = {string: text for (_context, string), text in known.items() if not text.has_error}
        for path, data, context, string in dict.fromkeys(now):
            if path == SLUG or (context, string) in known:
                continue
            values: dict[str, Any] | None = None
            if is_wordless(data):
                values = {"data": data, "translation_type": HUMAN}
            elif kept := published.get((locale.pk, path, data)):
                values = {"data": kept[0], "translation_type": kept[1] or MACHINE}  # unknown: a person has to read it
            elif same := elsewhere.get(string):
                values = {"data": same.data, "translation_type": same.translation_type, "tool_name": same.tool_name}
            elif (place := earlier.get((context, string))) and (text := known.get(place)):
                values = {
                    "data": text.data, "translation_type": text.translation_type, "tool_name": CARRIED,
                    "has_error": True, "field_error": said,
                }  # fmt: skip
                earlier_texts[locale.pk, context, string] = written_for.get(text.pk, words[place])
            if values:
                made.append(StringTranslation(translation_of_id=string, context_id=context, locale=locale, **values))
    for text in made:
        text.updated_at = timezone.now()
    StringTranslation.objects.bulk_create(made, batch_size=AT_ONCE, ignore_conflicts=True)
    if earlier_texts:
        keys = carried(rows.all()).values_list("pk", "locale_id", "context_id", "translation_of_id")
        found = [
            EarlierText(translation_id=pk, source=earlier_texts[key[0], key[1], key[2]])
            for pk, *key in keys
            if tuple(key) in earlier_texts
        ]
        EarlierText.objects.bulk_create(found, batch_size=AT_ONCE, ignore_conflicts=True)


def _predecessors(before: list[Place], now: list[Place]) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Return for each new text, by the numbers of its place and its words, those of the text that it has become of.

    Within a place the texts are aligned in their order; in a gap those go together that are alike. Where a place is
    new, as in a block that was replaced, it takes after one of the same field that is gone.
    """
    had, has = _by_place(before), _by_place(now)
    found = {}
    for context, texts in has.items():
        old = had.get(context, [])
        matcher = SequenceMatcher(None, [one[1] for one in old], [one[1] for one in texts], autojunk=False)
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "replace":
                found.update(_aligned(old[start:end], texts[new_start:new_end]))
    gone = [one for context, texts in had.items() if context not in has for one in texts]
    new = [one for context, texts in has.items() if context not in had for one in texts]
    taken: set[int] = set()
    for one in new:
        alike = [
            (_likeness(old, one), -number)
            for number, old in enumerate(gone)
            if number not in taken and _field(old) == _field(one)
        ]
        best = max(alike, default=(0.0, 0))
        if best[0] >= _ALIKE:
            taken.add(-best[1])
            found[one[2], one[3]] = gone[-best[1]][2:]
    return found


def _by_place(places: list[Place]) -> dict[int, list[Place]]:
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for one in places:
        found[one[2]].append(one)
    return found


def _aligned(old: list[Place], new: list[Place]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return which new texts took the place of which old ones: as many one for one, else those that are alike."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    if len(old) == len(new):
        return {(one[2], one[3]): before[2:] for before, one in zip(old, new, strict=True)}
    start = 0
    for one in new:
        alike = [(_likeness(before, one), -number) for number, before in enumerate(old) if number >= start]
        best = max(alike, default=None)
        if best and best[0] >= _ALIKE:
            found[one[2], one[3]] = old[-best[1]][2:]
            start = 1 - best[1]
    return found


def _likeness(old: Place, new: Place) -> float:
    return SequenceMatcher(None, old[1], new[1], autojunk=False).ratio()


def _field(place: Place) -> str:
    return place[0].partition(".")[0]
