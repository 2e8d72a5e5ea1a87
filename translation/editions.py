"""A translation that goes its own way: an adapted edition, how it begins and how it ends."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from cms.models import BasePage
from cms.publicity import note, record_noted_soon
from translation.content import serialised, texts
from translation.known import known_of, never_translated, older_places
from translation.origins import SLUG, unreviewed
from translation.publication import (
    PublicationRefusedError,
    origin_now,
    refusal,
    require_translated,
    title_of,
)
from translation.status import together

STOPPED, RESTARTED = "translation.adapted", "translation.in_step"


@dataclass(frozen=True)
class Change:
    """A text of an adapted edition that the translation will replace; one of the two may be empty."""

    field: str
    written: str
    translated: str


def refuse_to_stop(translation: Translation) -> None:
    """Raise PublicationRefusedError where a translation is not yet an edition that people answer for."""
    instance = translation.get_target_instance()
    require_translated(translation, instance)
    count = unreviewed(translation).count()
    if count:
        message = ngettext(
            "“%(title)s” has %(count)s text of a machine that nobody has reviewed. Review it first.",
            "“%(title)s” has %(count)s texts of a machine that nobody has reviewed. Review them first.",
            count,
        )
        raise PublicationRefusedError(message % {"title": title_of(instance), "count": count})


def stop(translation: Translation, user: Any = None) -> None:
    """Make an adapted edition of a whole translation: its words no longer follow the source.

    Readers are told at once. Raises PublicationRefusedError where the translation is not whole, or a machine's.
    """
    with together():
        refuse_to_stop(translation)
        draft = draft_of(translation.get_target_instance())
        if refusal(draft, serialised(draft)):
            translation.save_target(user=user, publish=False)  # the editor shows it from now on
        translation.enabled = False
        translation.save(update_fields=["enabled"])
        instance = translation.get_target_instance()
        log(instance=instance, action=STOPPED, user=user)
        tell_readers(instance)


def restart(translation: Translation, user: Any = None) -> None:
    """Let an adapted edition follow its source again; what stands in it is kept as revisions.

    Nothing public changes before the translation is published.
    """
    with together():
        instance = translation.get_target_instance()
        draft = draft_of(instance)
        if isinstance(instance, DraftStateMixin):
            if instance.live and instance.has_unpublished_changes:
                instance.save_revision(user=user, changed=False, clean=False)
            revision = draft.save_revision(user=user, changed=False, clean=False)
            log(instance=instance, action=RESTARTED, user=user, revision=revision)
        translation.enabled = True
        translation.save(update_fields=["enabled"])
        _say_whether_the_source_moved_on(translation, instance)


def _say_whether_the_source_moved_on(translation: Translation, instance: Any) -> None:
    """Note on a page that the source has other texts than the translation knows: nobody did so in the meantime."""
    if not isinstance(instance, BasePage) or instance.source_changed_on:
        return
    source, locale_id = translation.source, translation.target_locale_id
    known = known_of(source.object_id, [locale_id])[locale_id]
    frozen, model = json.loads(source.content_json), type(instance)
    if untold := never_translated(model, frozen, known):
        instance.source_changed_on = timezone.localdate(source.last_updated_at)
        instance.older_places = older_places(model, frozen, serialised(instance), untold)
        _write(instance, "source_changed_on", "older_places")


def overwritten(translation: Translation) -> list[Change]:
    """Return the texts of an adapted edition that the translation would replace, public ones and those of its draft."""
    instance = translation.get_target_instance()
    model = type(instance)
    rendered = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    translated = set(texts(model, serialised(rendered)))
    written = {
        pair for version in (instance, draft_of(instance)) for pair in texts(model, serialised(version))
    } - translated
    by_path: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in sorted(translated):
        by_path[path].append(StringValue(text).render_text())
    return [
        Change(field_name(model, path), StringValue(text).render_text(), " ".join(by_path[path]))
        for path, text in sorted(written)
        if path != SLUG
    ]


def tell_readers(instance: Any) -> None:
    """Write who wrote the public words of a page where that has changed although the words have not."""
    if not isinstance(instance, BasePage) or not instance.live:
        return
    origin = origin_now(instance)
    if origin != instance.origin:
        instance.origin = origin
        _write(instance, "origin")


def _write(page: BasePage, *names: str) -> None:
    """Write what readers and other sites are told of a page; its words are the same."""
    page.save(update_fields=names)
    note([page.pk])
    record_noted_soon()


def draft_of(instance: Any) -> Any:
    """Return the newest version of a page or concept."""
    return instance.get_latest_revision_as_object() if isinstance(instance, DraftStateMixin) else instance


def field_name(model: Any, path: str) -> str:
    """Return how the administration calls the field in which a text stands."""
    name, *rest = path.split(".")
    field = model._meta.get_field(name)
    if field.auto_created:  # rows
        row = field.related_model
        inner = f": {row._meta.get_field(rest[-1]).verbose_name}" if len(rest) > 1 else ""
        return capfirst(f"{row._meta.verbose_name}{inner}")
    return capfirst(str(field.verbose_name))
