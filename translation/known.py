"""Which texts of a language are known to be translations of which texts of the source, at which place.

Known is what translators wrote and what was public before, so what localize forgot is known still.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail.rich_text import get_text_for_indexing
from wagtail_localize.models import StringTranslation

from translation.content import Content, serialised, texts
from translation.models import PublishedText, place_of
from translation.origins import SLUG, shown
from translation.publication import translation_of

Pair = tuple[str, str]  # a path, and a text of the source there


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


def remember_published(instance: Any) -> None:
    """Keep which texts of its source a page or concept that was just published says in its language."""
    translation = translation_of(instance)
    if translation is None:
        return
    key, locale_id = translation.source.object_id, translation.target_locale_id
    known = known_of(key, [locale_id])[locale_id]
    standing = _by_path(type(instance), serialised(instance))
    now = {
        (path, text): found[0].strip()
        for path, text in texts(type(instance), json.loads(translation.source.content_json))
        if path != SLUG and (found := [one for one in standing[path] if known.is_translation(path, text, one)])
    }
    new = {pair: text for pair, text in now.items() if known.published.get(pair) != text}
    if not new:
        return
    kinds = dict(
        StringTranslation.objects.filter(context__object_id=key, locale_id=locale_id, has_error=False)
        .order_by("pk")
        .values_list("context__path", "translation_type")
    )
    PublishedText.objects.bulk_create(
        [
            PublishedText(
                object_id=key, locale_id=locale_id, path=path, source=source_text, text=text,
                kind=kinds.get(path, ""), place=place_of(path, source_text), published_at=timezone.now(),
            )
            for (path, source_text), text in new.items()
        ],
        update_conflicts=True,
        unique_fields=["object_id", "locale", "place"],
        update_fields=["text", "kind", "published_at"],
    )  # fmt: skip


def adopt(targets: Iterable[Any]) -> None:
    """Keep what is public in languages of which nothing is kept yet: one statement where all are known."""
    public = [target for target in targets if getattr(target, "live", True)]
    kept = PublishedText.objects.filter(object_id__in={target.translation_key for target in public})
    known = set(kept.values_list("object_id", "locale_id").distinct()) if public else set()
    for target in public:
        if (target.translation_key, target.locale_id) not in known:
            remember_published(target)


def not_yet_told(model: Any, source: Content, content: Content, known: Known) -> list[Pair]:
    """Return path and text of all that the source says and that content does not say in its language."""
    standing = _by_path(model, content)
    return [
        (path, text)
        for path, text in texts(model, source)
        if path != SLUG and not any(known.is_translation(path, text, one) for one in standing[path])
    ]


def _by_path(model: Any, content: Content) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in texts(model, content):
        found[path].append(text)
    return found
