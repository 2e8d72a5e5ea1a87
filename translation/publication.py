"""What a translation may publish: the one guard, for every way to publish.

What is public in a language was written or translated in it. A page that localize keeps in step with a source is
public whole or not at all: every text of the source has a translation without error, no text of the source stands
in the version that is published, and the page above it exists in the language. An adapted edition, which follows
its source no longer, and a copy of a translation have texts of their own; none of them is left in the source's
language. The same holds for the concepts of the vocabularies.

Where a language requires that a second person reviews its translations, what is new in one is published once somebody
has approved it who did not write it (`translation.approvals`).

A page that is public already stays so when its source moves on: what was translated well is not withdrawn
because there is more to translate. So saving a public page again is refused only where it would publish.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Locale, Page, Revision, TranslatableMixin
from wagtail.rich_text import get_text_for_indexing
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationSource

from cms.enums import TextOrigin
from cms.signals import RefusedError
from translation.approvals import is_approved_in_workflow, is_required, waiting
from translation.content import Content, serialised, texts
from translation.known import known_of, not_yet_told
from translation.origins import SLUG, Recorded, origin_of, recorded_translations, shown


class PublicationRefusedError(RefusedError):
    """A page or concept may not be published, or not stand there."""


@dataclass(frozen=True)
class Provenance:
    """From which object the words of a page or concept were translated.

    `translation` is None in a copy of a translation. What is not in step has words of its own.
    """

    key: UUID
    source_locale: Locale
    translation: Translation | None

    @property
    def in_step(self) -> bool:
        """Tell whether localize keeps the words in step with the source."""
        return self.translation is not None and self.translation.enabled


def guard(instance: Any) -> None:
    """Refuse to save what would be public without being in its language, or a new page that stands below another.

    Computes who wrote what is published. Raises PublicationRefusedError.
    """
    is_page = isinstance(instance, Page)
    if is_page and instance._state.adding and (reason := _below_another_language(instance)):
        raise PublicationRefusedError(reason)
    if getattr(instance, "alias_of_id", None):
        return  # never public
    stored = _remember_provenance(instance)
    if not instance.live:
        return
    provenance = provenance_of(instance)
    stored = stored or (_stored(instance) if provenance else {})
    content = serialised(instance) if provenance else {}
    recorded = recorded_translations(provenance.key, instance.locale_id) if provenance else {}
    publishes = (stored.get("live"), stored.get("live_revision_id")) != (True, instance.live_revision_id)
    reason = _refusal(
        provenance, instance, content, recorded, publishes=publishes, revision_id=instance.live_revision_id
    )
    if reason:
        raise PublicationRefusedError(reason)
    if provenance is not None and publishes and hasattr(instance, "origin"):
        instance.origin = _origin(provenance, instance, content, recorded)
        # What the table says: a version knows how far the source was when it was written.
        for name in ("source_changed_on", "older_places"):
            setattr(instance, name, stored.get(name, getattr(instance, name)))
        if provenance.in_step and instance.source_changed_on and _tells_all(provenance.translation, instance, content):
            instance.source_changed_on, instance.older_places = None, []


def refusal_of(revision: Revision) -> str:
    """Return why a revision may not be published, "" where it may."""
    instance = revision.content_object
    if not (isinstance(instance, Page) or is_guarded(instance)):
        return ""
    return refusal(instance, revision.content, revision.pk)


def refusal(instance: Any, content: Content, revision_id: int | None = None) -> str:
    """Return why content may not be published as this page or concept, "" where it may."""
    provenance = provenance_of(instance)
    recorded = recorded_translations(provenance.key, instance.locale_id) if provenance else {}
    return _refusal(provenance, instance, content, recorded, publishes=True, revision_id=revision_id)


def origin_now(page: Any) -> str:
    """Return who wrote the words that a page has, as it is told where they are published."""
    provenance = provenance_of(page)
    if provenance is None:
        return str(page.origin)
    return _origin(provenance, page, serialised(page), recorded_translations(provenance.key, page.locale_id))


def require_translated(translation: Translation, instance: Any) -> None:
    """Refuse a translation that is not whole, before anything is written. Raises PublicationRefusedError."""
    if reason := _below_another_language(instance) or missing(translation, instance):
        raise PublicationRefusedError(reason)


def provenance_of(instance: Any) -> Provenance | None:
    """Return from what a page or concept was translated, None where it was written in its language."""
    translation = (
        Translation.objects.filter(source__object_id=instance.translation_key, target_locale_id=instance.locale_id)
        .select_related("source__locale", "target_locale")
        .order_by("-enabled")
        .first()
    )
    if translation is not None:
        return Provenance(instance.translation_key, translation.source.locale, translation)
    key = getattr(instance, "translated_from", None)
    if key is None or key == instance.translation_key:
        return None
    source = TranslationSource.objects.filter(object_id=key).select_related("locale").first()
    return Provenance(key, source.locale, None) if source else None


def translation_of(instance: Any) -> Translation | None:
    """Return what keeps a page or concept in step with its source, None where nothing does."""
    provenance = provenance_of(instance)
    return provenance.translation if provenance is not None and provenance.in_step else None


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


def below_another_language(page: Page, parent: Page) -> str:
    """Return that a page of one language does not stand below one of another."""
    return _("“%(page)s” is in %(language)s. It cannot stand below “%(parent)s”, which is in %(other)s.") % {
        "page": title_of(page),
        "language": page.locale.get_display_name(),
        "parent": title_of(parent),
        "other": parent.locale.get_display_name(),
    }


def _origin(provenance: Provenance, page: Any, content: Content, recorded: Recorded) -> str:
    otherwise = TextOrigin.HUMAN if provenance.in_step else TextOrigin.ADAPTED
    return origin_of(texts(type(page), content), recorded, otherwise=otherwise)


def _stored(instance: Any) -> Mapping[str, Any]:
    """Return what the table says of an instance about to be saved, nothing where it is new."""
    kept = ("live", "live_revision_id", "translated_from", "source_changed_on", "older_places")
    columns = [name for name in kept if hasattr(instance, name)]
    return type(instance)._default_manager.filter(pk=instance.pk).values(*columns).first() or {}


def _remember_provenance(instance: Any) -> Mapping[str, Any]:
    """Keep on a translation from what it was translated, so that its copies know it; old versions do not.

    Returns what the table says of the page, nothing where that was not asked.
    """
    if getattr(instance, "is_original", True):
        return {}
    stored = _stored(instance)
    instance.translated_from = instance.translated_from or stored.get("translated_from")
    if instance.translated_from is None:
        known = Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale_id=instance.locale_id
        )
        instance.translated_from = instance.translation_key if known.exists() else None
    return stored


def _refusal(
    provenance: Provenance | None,
    instance: Any,
    content: Content,
    recorded: Recorded,
    *,
    publishes: bool,
    revision_id: int | None,
) -> str:
    """Return why content may not stand on the public page or concept, "" where it may."""
    if reason := _below_another_language(instance):
        return reason
    if provenance is None:
        return ""
    if provenance.in_step:
        reason = missing(provenance.translation, instance) if publishes else ""
        reason = reason or _left_in_source_language(provenance, instance, content, recorded)
    else:
        reason = _written_in_another_language(provenance, instance, content, recorded)
    if not reason and publishes and is_required(instance.locale_id):
        reason = _unreviewed(provenance, instance, content, revision_id)
    return reason


def _unreviewed(provenance: Provenance, instance: Any, content: Content, revision_id: int | None) -> str:
    """Return how many texts wait for a second person, "" where none does."""
    left = waiting(instance, texts(type(instance), content), provenance.key, in_step=provenance.in_step)
    if not left or is_approved_in_workflow(revision_id, left):
        return ""
    return ngettext(
        "“%(title)s” was not published in %(language)s: %(count)s text waits for its review. "
        "Somebody who did not write it has to approve it first.",
        "“%(title)s” was not published in %(language)s: %(count)s texts wait for their review. "
        "Somebody who did not write them has to approve them first.",
        len(left),
    ) % {"title": title_of(instance), "language": instance.locale.get_display_name(), "count": len(left)}


def _tells_all(translation: Translation, instance: Any, content: Content) -> bool:
    """Tell whether content says all that its source says, as that is public now."""
    source, locale_id = translation.source, translation.target_locale_id
    known = known_of(source.object_id, [locale_id])[locale_id]
    return not not_yet_told(type(instance), json.loads(source.content_json), content, known)


def _below_another_language(instance: Any) -> str:
    """Return that the page above is missing in the language or an alias, "" where it is there."""
    if not isinstance(instance, Page) or instance.depth <= 2:
        return ""
    parent = instance.get_parent()
    if parent.locale_id != instance.locale_id:
        in_language = parent.get_translations().filter(locale_id=instance.locale_id, alias_of__isnull=True)
        return (below_another_language if in_language.exists() else _parent_missing)(instance, parent)
    return "" if parent.alias_of_id is None else _parent_missing(instance, parent)


def _parent_missing(page: Page, parent: Page) -> str:
    return parent_missing(page, parent, page.locale)


def missing(translation: Translation, instance: Any) -> str:
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


def _left_in_source_language(provenance: Provenance, instance: Any, content: Content, recorded: Recorded) -> str:
    """Return how many texts of an old version are still the source's, "" where none is.

    A version that was made while translations were missing keeps the source's words where they stood.
    """
    count = len(set(_texts_of_source(provenance, type(instance), content, recorded)))
    if not count:
        return ""
    return ngettext(
        "“%(title)s” was not published in %(language)s: this version has %(count)s text in another language. "
        "Open its translation and publish it from there.",
        "“%(title)s” was not published in %(language)s: this version has %(count)s texts in another language. "
        "Open its translation and publish it from there.",
        count,
    ) % {"title": title_of(instance), "language": instance.locale.get_display_name(), "count": count}


def _written_in_another_language(provenance: Provenance, instance: Any, content: Content, recorded: Recorded) -> str:
    """Return how many texts of an adapted edition or of a copy are the source's, "" where none is."""
    foreign = list(dict.fromkeys(_texts_never_written(provenance, type(instance), content, recorded)))
    if not foreign:
        return ""
    count = len(foreign)
    return ngettext(
        "“%(title)s” was not published in %(language)s: %(count)s text is in %(other)s (“%(text)s”). "
        "Write it in %(language)s, then publish again.",
        "“%(title)s” was not published in %(language)s: %(count)s texts are in %(other)s (for example “%(text)s”). "
        "Write them in %(language)s, then publish again.",
        count,
    ) % {
        "title": title_of(instance),
        "language": instance.locale.get_display_name(),
        "other": provenance.source_locale.get_display_name(),
        "count": count,
        "text": Truncator(get_text_for_indexing(foreign[0])).chars(80),
    }


def _texts_of_source(
    provenance: Provenance, model: Any, content: Content, recorded: Recorded
) -> Iterator[tuple[str, str]]:
    """Yield path and text of what is a text of the source's language and no recorded translation."""
    doubtful = {(path, text) for path, text in texts(model, content) if path != SLUG} - recorded.keys()
    if not doubtful:
        return
    of_source = _known_in(provenance.source_locale, (text for _path, text in doubtful))
    as_shown = {(path, shown(data)) for path, data in recorded if of_source}
    yield from ((path, text) for path, text in doubtful if text in of_source and (path, text.strip()) not in as_shown)


def _texts_never_written(provenance: Provenance, model: Any, content: Content, recorded: Recorded) -> Iterator[str]:
    """Yield the texts that stand where nothing keeps them in step, and that are the source's nevertheless.

    These are the texts that the source has now and that were never translated in their place; and those that it
    once had, or that another page has in its language: what reads as prose and is known nowhere as a text of this
    language. A name is the same in both.
    """
    is_copy = provenance.translation is None  # its rows have other paths
    in_source = StringSegment.objects.filter(source__object_id=provenance.key, source__locale=provenance.source_locale)
    now = {("" if is_copy else path, text) for path, text in in_source.values_list("context__path", "string__data")}
    known = {("" if is_copy else path, form) for path, data in recorded for form in (data.strip(), shown(data))}
    doubtful = [
        (path, text)
        for path, text in texts(model, content)
        if path != SLUG and ("" if is_copy else path, text.strip()) not in known
    ]
    if not doubtful:
        return
    prose = {text for _path, text in doubtful if _is_prose(text)}
    foreign = _known_in(provenance.source_locale, prose)
    if foreign and (locale := Locale.objects.filter(pk=content["locale"]).first()):
        foreign -= _known_in(locale, foreign)
        foreign -= set(
            StringTranslation.objects.filter(locale=locale, data__in=foreign, has_error=False).values_list(
                "data", flat=True
            )
        )
    for path, text in doubtful:
        if ("" if is_copy else path, text) in now or text in foreign:
            yield text


def _known_in(locale: Locale, some: Any) -> set[str]:
    """Return those texts that some source in a language has or had."""
    hashes = {String._get_data_hash(text): text for text in some}
    known = String.objects.filter(locale=locale, data_hash__in=hashes) if hashes else String.objects.none()
    return {hashes[data_hash] for data_hash in known.values_list("data_hash", flat=True)}


def _is_prose(text: str) -> bool:
    """Tell whether a text has several words, one of them in small letters: a name alone is the same in any language."""
    words_of_text = re.findall(r"[^\W\d_]+", get_text_for_indexing(text))
    return len(words_of_text) > 1 and any(word.islower() for word in words_of_text)


def is_guarded(instance: Any) -> bool:
    """Tell whether something other than a page is published by drafts and translated."""
    return (
        isinstance(instance, DraftStateMixin)
        and isinstance(instance, TranslatableMixin)
        and isinstance(instance, ClusterableModel)
        and not isinstance(instance, Page)
    )
