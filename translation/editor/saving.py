"""A text of a translation is written: by one person at a time, and never over what they have not seen."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.signals import RefusedError
from translation.editor.sheet import version
from translation.models import EarlierText
from translation.origins import DRAFT, HUMAN
from translation.status import together


class ConflictError(RefusedError):
    """Somebody else has written at the place since it was read; `row` is what stands there now."""

    def __init__(self, row: StringTranslation | None) -> None:
        """Say so in the language of who writes."""
        super().__init__(_("Somebody else has changed this text since you opened it. Yours is not saved yet."))
        self.row = row


def save(
    translation: Translation, segment: StringSegment, html: str, *, seen: str, user: Any, done: bool
) -> StringTranslation | None:
    """Write a text as somebody has it; return what stands there then, None where nothing does.

    `seen` is the version that they had before them, `done` tells whether the text may be published. An empty text is
    none. Raises ConflictError.
    """
    with together():
        Translation.objects.select_for_update().get(pk=translation.pk)  # one writes after the other
        place = {
            "translation_of": segment.string,
            "locale": translation.target_locale,
            "context": segment.context,
        }
        row = StringTranslation.objects.filter(**place).first()
        if version(row) != seen and (row.data if row else "") != html:
            raise ConflictError(row)
        if not html:
            if row is not None:
                row.delete()
            return None
        if done and row is not None and row.has_error:
            EarlierText.objects.filter(translation=row).delete()  # it is a translation of these words from now on
        # What a machine wrote is read by a person once they say that it is done.
        kind = HUMAN if done or row is None else row.translation_type
        row = row or StringTranslation()
        row.translation_of, row.locale, row.context = segment.string, translation.target_locale, segment.context
        row.data, row.translation_type, row.last_translated_by = html, kind, user
        row.has_error, row.field_error, row.tool_name = not done, "", "" if done else DRAFT
        row.save()
    return row
