"""Which texts of a language are known to be translations of which texts of the source, at which place.

Known is what translators wrote and what was public before, so what localize forgot is known still.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from wagtail.rich_text import get_text_for_indexing
from wagtail_localize.models import StringTranslation

from translation.content import Content, stream_of, texts
from translation.fields import fields_of
from translation.models import PublishedText
from translation.origins import SLUG, shown

Pair = tuple[str, str]  # a path, and a text of the source there


@lru_cache(4096)
def is_wordless(text: str) -> bool:
    """Tell whether a text is the same in every language: a number, a date in figures, signs."""
    return not re.search(r"[^\W\d_]", get_text_for_indexing(text))


@dataclass(frozen=True)
class Known:
    """What is known of an object in a language: by path and text of the source its translations, as pages have them.

    `written` are those that translators have written, the newest last; `published` what was last public.
    """

    written: Mapping[Pair, list[str]]
    published: Mapping[Pair, str]

    @cached_property
    def anywhere(self) -> Mapping[str, str]:
        """Return the published translation of each text, wherever it stands in the object."""
        return {source: text for (_path, source), text in self.published.items()}

    def is_translation(self, path: str, source: str, text: str) -> bool:
        """Tell whether a text is a translation of a text of the source at a place."""
        pair, said = (path, source), text.strip()
        is_known = said in self.written.get(pair, ()) or said == self.published.get(pair)
        return is_known or (is_wordless(source) and said == source.strip())

    def may_stand_for(self, path: str, source: str, text: str) -> bool:
        """Tell whether a text is a translation of a text of the source at a place, or of the same text elsewhere."""
        return self.is_translation(path, source, text) or text.strip() == self.anywhere.get(source)

    def public_text(self, path: str, source: str, stand: Iterable[str]) -> str | None:
        """Return the translation of a text of the source that may be public; None where there is none.

        `stand` are the texts that stand there now: one of them that translates it stays.
        """
        for text in stand:
            if self.is_translation(path, source, text):
                return text
        known = self.published.get((path, source)) or self.anywhere.get(source)
        return known or (source if is_wordless(source) else None)

    def working_text(self, path: str, source: str, stand: Iterable[str]) -> str | None:
        """Return the translation of a text of the source for a draft: the newest."""
        written = self.written.get((path, source))
        return written[-1] if written else self.public_text(path, source, stand)


def known_of(key: UUID, locales: Iterable[int]) -> dict[int, Known]:
    """Return what is known of an object in some languages: two statements."""
    locales = list(locales)
    written: dict[int, defaultdict[Pair, list[str]]] = {locale: defaultdict(list) for locale in locales}
    rows = StringTranslation.objects.filter(context__object_id=key, locale_id__in=locales, has_error=False)
    columns = "locale_id", "context__path", "translation_of__data", "data"
    for locale, path, source, data in rows.order_by("updated_at", "pk").values_list(*columns):
        written[locale][path, source].append(shown(data))
    published: dict[int, dict[Pair, str]] = {locale: {} for locale in locales}
    kept = PublishedText.objects.filter(object_id=key, locale_id__in=locales).order_by("published_at", "pk")
    for locale, path, source, text in kept.values_list("locale_id", "path", "source", "text"):
        published[locale][path, source] = text
    return {locale: Known(written[locale], published[locale]) for locale in locales}


def never_translated(model: Any, source: Content, known: Known) -> list[Pair]:
    """Return path and text of all that the source says and that was never translated."""
    return [
        (path, text)
        for path, text in texts(model, source)
        if path != SLUG and not is_wordless(text) and not (known.written.get((path, text)) or text in known.anywhere)
    ]


def not_yet_told(model: Any, source: Content, content: Content, known: Known) -> list[Pair]:
    """Return path and text of all that the source says and that content does not say in its language."""
    standing = by_path(model, content)
    return [
        (path, text)
        for path, text in texts(model, source)
        if path != SLUG and not any(known.may_stand_for(path, text, one) for one in standing[path])
    ]


def older_places(model: Any, source: Content, content: Content, told_not_yet: Iterable[Pair]) -> list[str]:
    """Return the fields, blocks and rows of content that are older than the source, each once.

    In place of a block that content does not have yet stands the one before it, else the one after it.
    """
    places = dict.fromkeys(".".join(path.split(".")[:2]) for path, _text in told_not_yet)
    for stream in fields_of(model).streams:
        order = [f"{stream.name}.{block.get('id')}" for block in stream_of(source, stream.name)]
        standing = {f"{stream.name}.{block.get('id')}" for block in stream_of(content, stream.name)}
        for place in [one for one in places if one in order and one not in standing]:
            number = order.index(place)
            near = (one for one in (*reversed(order[:number]), *order[number:]) if one in standing)
            del places[place]
            places[next(near, place)] = None
    return list(places)


def by_path(model: Any, content: Content) -> Mapping[str, list[str]]:
    """Return the texts of content by their place."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in texts(model, content):
        found[path].append(text)
    return found
