"""What a translation may publish: the one guard.

A page that localize keeps in step with a source is public whole or not at all: every text of the source
has a translation without error, no text of the source stands in the version that is published, and the
page above it exists in the language. The same holds for the concepts of the vocabularies.

A page that is public already stays so when its source moves on: what was translated well is not withdrawn
because there is more to translate. So saving a public page again is refused only where it would publish.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Locale, Page, Revision, TranslatableMixin
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from translation.content import Content, serialised, texts

SLUG = "slug"  # adapted where the page's address is taken already


class PublicationRefusedError(ValidationError):
    """A translation is not fit to be published; the one message is for the editor and says the way on."""

    def __init__(self, reason: str) -> None:
        super().__init__({NON_FIELD_ERRORS: [reason]})
        self.reason = reason


def guard(instance: Any) -> None:
    """Refuse to save a translation that would be public without being whole. Raises PublicationRefusedError."""
    if not instance.live or getattr(instance, "alias_of_id", None):
        return
    translation = translation_of(instance)
    if translation is None:
        return
    publishes = _publishes(instance)
    if reason := refusal(translation, instance, serialised(instance), publishes=publishes):
        raise PublicationRefusedError(reason)
    if publishes and getattr(instance, "source_changed_on", None) and _is_in_step(translation):
        instance.source_changed_on = None


def refusal(translation: Translation, instance: Any, content: Content, *, publishes: bool = True) -> str:
    """Return why content may not stand on the public page or concept of a translation, "" where it may."""
    return (
        _without_parent(instance)
        or (_missing(translation, instance) if publishes else "")
        or _left_in_source_language(translation, instance, content)
    )


def refusal_of(revision: Revision) -> str:
    """Return why a revision may not be published, "" where it may."""
    instance = revision.content_object
    translation = translation_of(instance) if isinstance(instance, Page) or is_guarded(instance) else None
    return refusal(translation, instance, revision.content) if translation is not None else ""


def require_translated(translation: Translation, instance: Any) -> None:
    """Refuse a translation that is not whole, before anything is written. Raises PublicationRefusedError."""
    if reason := _without_parent(instance) or _missing(translation, instance):
        raise PublicationRefusedError(reason)


def translation_of(instance: Any) -> Translation | None:
    """Return what keeps a page or concept in step with its source, None where nothing does."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
        )
        .select_related("source__locale", "target_locale")
        .first()
    )


def untranslated(translation: Translation) -> int:
    """Return how many texts of the source have no translation, or one with an error."""
    segments = StringSegment.objects.filter(source=translation.source_id)
    translated = segments.annotate_translation(translation.target_locale).values_list("translation", flat=True)
    return sum(not text for text in translated)  # localize takes an empty one for none


def title_of(instance: Any) -> str:
    """Return how the administration calls a page or a concept."""
    return str(instance.get_admin_display_title() if isinstance(instance, Page) else instance)


def words(error: ValidationError, instance: Any) -> list[str]:
    """Return what an error says, each message with the name of its field."""
    if not hasattr(error, "error_dict"):
        return error.messages
    said = []
    for name, messages in error.message_dict.items():
        known = name != NON_FIELD_ERRORS and name in {field.name for field in instance._meta.fields}
        label = f"{capfirst(instance._meta.get_field(name).verbose_name)}: " if known else ""
        said += [f"{label}{message}" for message in messages]
    return said


def parent_missing(page: Page, parent: Page, locale: Locale) -> str:
    """Return that the page above has to be translated first."""
    return _(
        "“%(page)s” lies below “%(parent)s”, which does not exist in %(language)s. Translate “%(parent)s” first."
    ) % {
        "page": title_of(page),
        "parent": title_of(parent),
        "language": locale.get_display_name(),
    }


def _publishes(instance: Any) -> bool:
    """Tell whether saving makes another version public; a version that is public already may be saved."""
    saved = type(instance)._default_manager.filter(pk=instance.pk).values_list("live", "live_revision_id").first()
    return saved is None or saved != (True, instance.live_revision_id)


def _is_in_step(translation: Translation) -> bool:
    """Tell whether the texts were taken from the source as it is public now."""
    source = translation.source
    published = Page.objects.filter(translation_key=source.object_id, locale=source.locale).values_list(
        "last_published_at"
    )
    return all(moment is None or moment <= source.last_updated_at for (moment,) in published)


def _without_parent(instance: Any) -> str:
    """Return that the page above is missing in the language or an alias, "" where it is there."""
    if not isinstance(instance, Page) or instance.depth <= 2:
        return ""
    parent = instance.get_parent()
    if parent.locale_id == instance.locale_id and parent.alias_of_id is None:
        return ""
    return parent_missing(instance, parent, instance.locale)


def _missing(translation: Translation, instance: Any) -> str:
    """Return how many texts are missing, "" where all are there."""
    count = untranslated(translation)
    if not count:
        return ""
    return ngettext(
        "“%(title)s” was not published in %(language)s: %(count)s text is not translated or has an error. "
        "Translate it, then publish again.",
        "“%(title)s” was not published in %(language)s: %(count)s texts are not translated or have an error. "
        "Translate them, then publish again.",
        count,
    ) % {"title": title_of(instance), "language": translation.target_locale.get_display_name(), "count": count}


def _left_in_source_language(translation: Translation, instance: Any, content: Content) -> str:
    """Return how many texts of an old version are still the source's, "" where none is.

    A version that was made while translations were missing keeps the source's words where they stood.
    """
    count = len(set(_texts_of_source(translation, type(instance), content)))
    if not count:
        return ""
    return ngettext(
        "“%(title)s” was not published in %(language)s: this version has %(count)s text in another language. "
        "Open its translation and publish it from there.",
        "“%(title)s” was not published in %(language)s: this version has %(count)s texts in another language. "
        "Open its translation and publish it from there.",
        count,
    ) % {"title": title_of(instance), "language": translation.target_locale.get_display_name(), "count": count}


def _texts_of_source(translation: Translation, model: Any, content: Content) -> Iterator[tuple[str, str]]:
    """Yield path and text of what is a text of the source's language and no recorded translation."""
    doubtful = {(path, text) for path, text in texts(model, content) if path != SLUG}
    recorded = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale, has_error=False
    ).values_list("context__path", "data")
    doubtful -= set(recorded)
    if not doubtful:
        return
    hashes = {String._get_data_hash(text): text for _path, text in doubtful}
    known = String.objects.filter(locale=translation.source.locale, data_hash__in=hashes)
    of_source = {hashes[data_hash] for data_hash in known.values_list("data_hash", flat=True)}
    # As the page shows them: an ampersand escaped, no blanks at the ends.
    shown = {(path, StringValue.from_translated_html(data).data.strip()) for path, data in recorded if of_source}
    yield from ((path, text) for path, text in doubtful if text in of_source and (path, text.strip()) not in shown)


def is_guarded(instance: Any) -> bool:
    """Tell whether something other than a page is published by drafts and translated."""
    return (
        isinstance(instance, DraftStateMixin)
        and isinstance(instance, TranslatableMixin)
        and isinstance(instance, ClusterableModel)
        and not isinstance(instance, Page)
    )
