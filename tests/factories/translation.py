"""Pages on their way into other languages."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from translation.origins import HUMAN


def locale(language: str) -> Locale:
    """Return the locale of a language."""
    return Locale.objects.get(language_code=language)


def submitted(source: Any, language: str) -> Translation:
    """Return the translation of a page or concept into a language, as a draft with the source's words."""
    frozen, _created = TranslationSource.update_or_create_from_instance(source)
    translation, _created = Translation.objects.get_or_create(source=frozen, target_locale=locale(language))
    translation.save_target(publish=False)
    return translation


def translate(translation: Translation, but: Collection[str] = (), kind: str = HUMAN) -> None:
    """Translate all texts but those of some source texts: “Budget” becomes “nb: Budget”, a slug “nb-budget”.

    `kind` says who wrote them, see `translation.origins`.
    """
    language = translation.target_locale.language_code
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                data=f"{language}{'-' if segment.context.path == 'slug' else ': '}{segment.string.data}",
                translation_type=kind,
                updated_at=timezone.now(),
            )
            for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context")
            if segment.string.data not in but
        ],
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "tool_name", "has_error", "field_error"],
    )


def translated(source: Any, language: str) -> Any:
    """Return the public translation of a page or concept into a language."""
    translation = submitted(source, language)
    translate(translation)
    translation.save_target(publish=True)
    return translation.get_target_instance()
