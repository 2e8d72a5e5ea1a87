"""What a PO file brings is written in bulk: localize's own asks the database six times for each entry.

It also takes obsolete and fuzzy entries. An obsolete entry is no longer part of the file, a fuzzy one no translation
yet: a guess that nobody confirmed.
"""

from __future__ import annotations

from typing import Any

import polib
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    String,
    StringNotUsedInContext,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
    UnknownContext,
    UnknownString,
)
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.enums import TextOrigin
from translation.origins import HUMAN, KINDS, UNFINISHED, current, joint_kind
from translation.segments import AT_ONCE, known
from translation.status import recount, together

IDENTITY_HEADER = "X-WagtailLocalize-TranslationID"
_WRITTEN = (
    "data", "translation_type", "tool_name", "last_translated_by", "updated_at", "has_error", "field_error",
)  # fmt: skip


def import_po(  # noqa: PLR0917  localize's own signature
    self: Translation,
    po: polib.POFile,
    delete: bool = False,
    user: Any = None,
    translation_type: str = HUMAN,
    tool_name: str = "",
) -> list[Any]:
    """Take over the texts of a PO file; return a warning for each entry that has no place.

    With `delete` all other texts of the translation are deleted.
    """
    if po.metadata.get(IDENTITY_HEADER, str(self.uuid)) != str(self.uuid):
        return []
    with together():
        warnings = _take_over(
            self, po, delete=delete, user=user, translation_type=translation_type, tool_name=tool_name
        )
        recount(Translation.objects.filter(pk=self.pk))
    return warnings


def _take_over(
    self: Translation, po: polib.POFile, *, delete: bool, user: Any, translation_type: str, tool_name: str
) -> list[Any]:
    entries = [entry for entry in po if not entry.obsolete and not entry.fuzzy]
    strings, contexts = _strings(self, entries), _contexts(self, entries)
    of_object = {"context__object_id": self.source.object_id}
    places = set(StringSegment.objects.filter(**of_object).values_list("string_id", "context_id"))
    stored = list(StringTranslation.objects.filter(**of_object))
    places |= {(text.translation_of_id, text.context_id) for text in stored}
    texts = {
        (text.translation_of_id, text.context_id): text for text in stored if text.locale_id == self.target_locale_id
    }
    warnings: list[Any] = []
    seen, written = set(), {}
    for index, entry in enumerate(entries):
        string, context = strings.get(entry.msgid), contexts.get(entry.msgctxt)
        if string is None:
            warnings.append(UnknownString(index, entry.msgid))
        elif context is None:
            warnings.append(UnknownContext(index, entry.msgctxt))
        elif entry.msgstr and (string, context) not in places:
            warnings.append(StringNotUsedInContext(index, entry.msgid, entry.msgctxt))
        elif entry.msgstr:
            place = (string, context)
            seen.add(place)
            text = texts.get(place) or StringTranslation(
                translation_of_id=string, locale=self.target_locale, context_id=context
            )
            if text.data != entry.msgstr or text.tool_name in UNFINISHED:
                text.translation_type = joint_kind(text.translation_type, translation_type)
                text.data, text.tool_name, text.last_translated_by = entry.msgstr, tool_name, user
                text.updated_at, text.field_error = timezone.now(), ""
                text.has_error = not _is_usable(entry.msgid, entry.msgstr)
                written[place] = texts[place] = text
    _write(list(written.values()))
    _show_title(self, contexts, list(written.values()))
    if delete:
        others = [text.pk for place, text in texts.items() if place not in seen]
        StringTranslation.objects.filter(pk__in=others).delete()
    return warnings


def say_who_wrote(translation: Translation, origin: TextOrigin) -> None:
    """Say of all texts of a translation who wrote them; its page shows it when it is next published."""
    with together():
        current(translation).update(translation_type=KINDS[origin])
        recount(Translation.objects.filter(pk=translation.pk))


def show_title(instance: StringTranslation, **kwargs: Any) -> None:
    """Have the administration show a translated title, as much of it as a title may have.

    Localize's own writes all of it, which PostgreSQL refuses; the page itself names the error when it is saved.
    """
    context = instance.context
    if context is not None and context.path == "title":
        pages = Page.objects.filter(translation_key=context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=instance.data[: Page._meta.get_field("draft_title").max_length])


def _show_title(translation: Translation, contexts: dict[str, int], written: list[StringTranslation]) -> None:
    title = contexts.get("title")
    for text in written:
        if text.context_id == title:
            show_title(text)


def _strings(translation: Translation, entries: list[polib.POEntry]) -> dict[str, int]:
    by_hash = {String._get_data_hash(entry.msgid): entry.msgid for entry in entries}
    of_language = String.objects.filter(locale_id=translation.source.locale_id)
    return {by_hash[one]: key for one, key in known(of_language, "data_hash", list(by_hash)).items()}


def _contexts(translation: Translation, entries: list[polib.POEntry]) -> dict[str, int]:
    by_id = {TranslationContext._get_path_id(entry.msgctxt or ""): entry.msgctxt for entry in entries}
    of_object = TranslationContext.objects.filter(object_id=translation.source.object_id)
    return {by_id[one]: key for one, key in known(of_object, "path_id", list(by_id)).items()}


def _is_usable(source: str, data: str) -> bool:
    """Tell whether a text is markup that may stand on a page, with no link that its source has not."""
    try:
        StringValue.from_translated_html(data)
        validate_translation_links(source, data)
    except ValueError:
        return False
    return True


def _write(texts: list[StringTranslation]) -> None:
    StringTranslation.objects.bulk_update([text for text in texts if text.pk], _WRITTEN, batch_size=AT_ONCE)
    StringTranslation.objects.bulk_create(
        [text for text in texts if not text.pk],
        batch_size=AT_ONCE,
        update_conflicts=True,  # somebody else may write the same text at the same time
        unique_fields=["locale", "translation_of", "context"],
        update_fields=_WRITTEN,
    )
