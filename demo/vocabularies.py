"""The vocabularies of the demonstration library: concepts with their names in every language.

A concept is written in English first; its other languages go through the localization desk's own
sources and strings, so that translators find them there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from demo.models import Loaded
from demo.texts import LIBRARY, identity, read_yaml
from projects.models import Concept, Organisation, Place, Programme, Term, Topic, Unit

# In the order of loading: a term refers to a topic.
VOCABULARIES: dict[str, type[Concept]] = {
    "topics": Topic,
    "organisations": Organisation,
    "programmes": Programme,
    "places": Place,
    "units": Unit,
    "terms": Term,
}
# Columns of the file that hold a text a language, and the fields they fill.
TRANSLATED = {
    "names": "name",
    "short_names": "short_name",
    "funds": "fund",
    "forms": "forms",
    "definitions": "definition",
}
# Lists that each language has for itself.
OWN = {"variants": "variants", "avoid": "avoid"}
SOURCE_LANGUAGE = settings.LANGUAGE_CODE


def entries() -> Iterator[tuple[type[Concept], str, dict[str, Any]]]:
    """Yield each concept: its vocabulary, its key, what the file says."""
    for name, model in VOCABULARIES.items():
        for key, entry in read_yaml(LIBRARY / "vocabularies" / f"{name}.yaml").items():
            yield model, str(key), entry


def fingerprint(entry: dict[str, Any]) -> str:
    """Return what changes whenever the entry does."""
    return hashlib.sha256(json.dumps(entry, sort_keys=True, default=str).encode()).hexdigest()


def load_concept(model: type[Concept], key: str, entry: dict[str, Any]) -> None:
    """Save a concept in all languages, unless it stands already or somebody has edited it."""
    kind, digest = model.__name__.lower(), fingerprint(entry)
    loaded = Loaded.objects.filter(kind=kind, key=key).first()
    if loaded is not None:
        row = model._default_manager.filter(pk=loaded.object_id).first()
        if loaded.fingerprint == digest or row is None or row.latest_revision_id != loaded.revision:
            return
    with transaction.atomic():
        row = _save_source(model, key, entry)
        languages = [code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE and code in entry["names"]]
        _translate(row, entry, languages)
    # Publication of the translations comes after the transaction: only now the concept stands whole.
    for language in languages:
        _set_own(model._default_manager.get(translation_key=row.translation_key, locale__language_code=language), entry)
    Loaded.objects.update_or_create(
        kind=kind,
        key=key,
        language="",
        defaults={"fingerprint": digest, "object_id": row.pk, "revision": row.latest_revision_id},
    )


def _text(entry: dict[str, Any], column: str, language: str) -> str:
    value = entry.get(column, {}).get(language, "")
    return "\n".join(value) if isinstance(value, list) else value


def _save_source(model: type[Concept], key: str, entry: dict[str, Any]) -> Concept:
    translation_key = identity("concept", model.__name__, key)
    locale = Locale.objects.get(language_code=SOURCE_LANGUAGE)
    row = model._default_manager.filter(translation_key=translation_key, locale=locale).first()
    row = row or model(translation_key=translation_key, locale=locale, live=False)
    row.key = key
    for column, name in TRANSLATED.items():
        if column in entry:
            setattr(row, name, _text(entry, column, SOURCE_LANGUAGE))
    for name in entry.keys() - TRANSLATED.keys() - OWN.keys():
        field = model._meta.get_field(name)
        value = entry[name]
        if field.is_relation and value is not None:
            value = Topic.objects.get(key=value, locale=locale)
        elif isinstance(field, models.DecimalField):
            value = str(value)
        setattr(row, name, value)
    for column, name in OWN.items():
        if hasattr(row, name):
            setattr(row, name, _text(entry, column, SOURCE_LANGUAGE))
    row.full_clean()
    row.save()
    row.save_revision().publish()
    row.refresh_from_db()
    return row


def _translate(row: Concept, entry: dict[str, Any], languages: list[str]) -> None:
    """Hand the names in other languages to the localization desk and publish them."""
    source, _created = TranslationSource.update_or_create_from_instance(row)
    segments = list(StringSegment.objects.filter(source=source).select_related("context", "string"))
    column_of = {name: column for column, name in TRANSLATED.items()}
    for language in languages:
        locale = Locale.objects.get(language_code=language)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        StringTranslation.objects.bulk_create(
            [
                StringTranslation(
                    translation_of=segment.string,
                    context=segment.context,
                    locale=locale,
                    data=_as_string(_text(entry, column_of[segment.context.path], language)) or segment.string.data,
                    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                    updated_at=timezone.now(),
                )
                for segment in segments
            ],
            update_conflicts=True,
            unique_fields=["locale", "translation_of", "context"],
            update_fields=["data", "updated_at"],
        )
        translation.save_target(publish=True)


def _as_string(text: str) -> str:
    """Return a text as the localization desk keeps it: escaped, with line breaks as elements."""
    return str(StringValue.from_plaintext(text).data)


def _set_own(row: Concept, entry: dict[str, Any]) -> None:
    """Set what a language has for itself, where the vocabulary has such columns."""
    language = row.locale.language_code
    wanted = {name: _text(entry, column, language) for column, name in OWN.items() if hasattr(row, name)}
    if any(getattr(row, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(row, name, value)
        row.save_revision().publish()
