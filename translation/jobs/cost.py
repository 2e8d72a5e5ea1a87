"""What a job costs in each language, before it is handed over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translation.known import is_wordless
from translation.origins import SLUG
from translation.segments import with_references
from translation.status import word_count


@dataclass(frozen=True)
class Cost:
    """What is to be written in a language.

    `pieces` are pages and entries, `texts` are texts of the source, and `words` theirs; `repeated` are those of the
    words that stand in a text which is to be written once more. What a memory knows is not taken off.
    """

    locale: Locale
    pieces: int
    texts: int
    words: int
    repeated: int


def costs(pieces: Iterable[tuple[Any, Locale]]) -> list[Cost]:
    """Return what it costs to translate pages or entries, each into a language: two statements, and those of new texts.

    Texts that are written and right are not counted, nor are those without words.
    """
    of_locale: defaultdict[Locale, list[Any]] = defaultdict(list)
    for source, locale in pieces:
        of_locale[locale].append(source)
    sources = {source.translation_key: source for some in of_locale.values() for source in some}
    texts = _texts(list(sources.values()))
    written = set(
        StringTranslation.objects.filter(
            context__object_id__in=sources, locale__in=of_locale, has_error=False
        ).values_list("context__object_id", "locale_id", "context__path", "translation_of__data")
    )
    found = []
    for locale, some in of_locale.items():
        left = Counter(
            text
            for source in some
            for path, text in texts[source.translation_key]
            if (source.translation_key, locale.pk, path, text) not in written
        )
        counted = {text: word_count(text) for text in left}
        found.append(
            Cost(
                locale, len(some), left.total(), sum(counted[text] * times for text, times in left.items()),
                sum(counted[text] * (times - 1) for text, times in left.items()),
            )
        )  # fmt: skip
    return found


def _texts(sources: Sequence[Any]) -> dict[UUID, list[tuple[str, str]]]:
    """Return path and text of all that sources say: as localize has it, else as it would have it."""
    found: defaultdict[UUID, list[tuple[str, str]]] = defaultdict(list)
    locales = {source.translation_key: source.locale_id for source in sources}
    rows = StringSegment.objects.filter(source__object_id__in=locales).values_list(
        "source__object_id", "source__locale_id", "context__path", "string__data"
    )
    for key, locale, path, text in rows:
        if locales[key] == locale:
            found[key].append((path, text))
    for source in sources:
        if source.translation_key not in found:
            values = extract_segments(with_references(getattr(source, "specific", source)))
            found[source.translation_key] = [
                (one.path, one.string.data) for one in values if isinstance(one, StringSegmentValue)
            ]
    return {
        source.translation_key: [
            (path, text) for path, text in found[source.translation_key] if path != SLUG and not is_wordless(text)
        ]
        for source in sources
    }
