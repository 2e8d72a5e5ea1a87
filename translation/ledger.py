"""What is public in a language is kept text by text, so that it is known whatever localize forgets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from translation.content import Content, serialised, texts
from translation.known import Known, by_path, known_of
from translation.models import PublishedText, place_of
from translation.origins import SLUG
from translation.publication import translation_of


def remember_published(instance: Any, translation: Translation) -> None:
    """Keep which texts of its source a page or concept that was just published says in its language."""
    key, locale_id = translation.source.object_id, translation.target_locale_id
    source = json.loads(translation.source.content_json)
    remember(type(instance), key, source, {locale_id: serialised(instance)}, known_of(key, [locale_id]))


def remember(model: Any, key: UUID, source: Content, told: Mapping[int, Content], known: Mapping[int, Known]) -> None:
    """Keep which texts of a source are public in its languages: at most two statements.

    `told` is by language what is public.
    """
    new: dict[tuple[int, str, str], str] = {}
    for locale_id, content in told.items():
        standing, of_language = by_path(model, content), known[locale_id]
        for path, text in texts(model, source):
            found = [one for one in standing[path] if of_language.may_stand_for(path, text, one)]
            if path != SLUG and found and of_language.published.get((path, text)) != found[0].strip():
                new[locale_id, path, text] = found[0].strip()
    if not new:
        return
    rows = StringTranslation.objects.filter(context__object_id=key, locale_id__in=told, has_error=False)
    kinds: dict[tuple[int, str, str], str] = {}
    elsewhere: dict[tuple[int, str], str] = {}  # of the same words at another place
    columns = "locale_id", "context__path", "translation_of__data", "translation_type"
    for locale_id, path, source_text, kind in rows.order_by("pk").values_list(*columns):
        kinds[locale_id, path, source_text] = elsewhere[locale_id, source_text] = kind
    PublishedText.objects.bulk_create(
        [
            PublishedText(
                object_id=key, locale_id=locale_id, path=path, source=source_text, text=text,
                kind=kinds.get(pair, elsewhere.get((locale_id, source_text), "")), place=place_of(path, source_text),
                published_at=timezone.now(),
            )
            for pair, text in new.items()
            for locale_id, path, source_text in [pair]
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
        is_new = (target.translation_key, target.locale_id) not in known
        if is_new and (translation := translation_of(target)) is not None:
            remember_published(target, translation)
