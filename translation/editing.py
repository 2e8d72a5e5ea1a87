"""What the ordinary editor of a translation leaves alone, since all languages share it, and what its own editor has."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import SourceDeletedError, Translation

from cms.panels import Shared
from translation.fields import fields_of
from translation.publication import translation_of


def shared_values(page: Page) -> Shared | None:
    """Return what a page has from the page that it translates, kept in step or not; None for an original."""
    translation = (
        Translation.objects.filter(source__object_id=page.translation_key, target_locale_id=page.locale_id)
        .select_related("source")
        .first()
    )
    original = page.get_translations().filter(locale_id=translation.source.locale_id).first() if translation else None
    if original is None:
        return None
    fields = fields_of(type(page))
    return Shared(
        original=original,
        fields=frozenset(field.name for field in fields.shared),
        rows={name: frozenset(field.name for field in fields_of(model).shared) for name, model in fields.rows.items()},
    )


def translated_draft(page: Page) -> Any:
    """Return a translation as its editor has it, in memory; None for a page that is written as any other.

    What nobody has translated yet stands in the language of the source.
    """
    translation = translation_of(page)
    if translation is None:
        return None
    try:
        return translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    except SourceDeletedError:
        return None
