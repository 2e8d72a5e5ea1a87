"""What we change inside wagtail-localize 1.14 and Wagtail's copying: methods, replaced when the site starts.

Its own are kept below as `upstream_…`: a test of each fails on the day that they do what is needed.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import DraftStateMixin, Locale, Page, PageViewRestriction, RevisionMixin
from wagtail_localize import models as localize_models
from wagtail_localize.compat import DATE_FORMAT
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    CannotSaveDraftError,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.models import post_save_string_translation as upstream_show_title
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue
from wagtail_localize.views import edit_translation, update_translations

from cms.context import HOME_DEPTH
from cms.formats import day
from cms.routing import is_of_a_route
from cms.site_addresses import home_address
from cms.slugs import ascii_slug
from translation.fields import fields_of
from translation.imports import import_po, show_title
from translation.origins import SLUG
from translation.overrides import check_references
from translation.privacy import mirror
from translation.propagation import rendered
from translation.publication import PublicationRefusedError, parent_missing, require_translated
from translation.rights import may_translate
from translation.segments import refresh_segments, repair_segments, with_references
from translation.status import of_object, recount, together
from translation.tree import order_like_source

# What Wagtail copies with a concept although it is the source's.
NEVER_PUBLISHED = {
    "live": False, "has_unpublished_changes": True, "live_revision": None, "latest_revision": None,
    "first_published_at": None, "last_published_at": None,
}  # fmt: skip

upstream_create_or_update_translation = TranslationSource.create_or_update_translation
upstream_sync_view_restrictions = TranslationSource.sync_view_restrictions
upstream_refresh_segments = TranslationSource.refresh_segments
upstream_import_po = Translation.import_po
upstream_get_comment = StringTranslation.get_comment
upstream_copy = CopyPageAction.execute
upstream_stop_on_delete = localize_models.handle_translation_on_delete
upstream_machine_translation = edit_translation.apply_machine_translation


def install() -> None:
    """Put our methods in the place of localize's."""
    TranslationSource.create_or_update_translation = create_or_update_translation
    TranslationSource.sync_view_restrictions = sync_view_restrictions
    TranslationSource.refresh_segments = refresh_segments
    Translation.import_po = import_po
    StringTranslation.get_comment = get_comment
    # A page that is refused below the first would leave half a tree, whose children no list shows.
    CopyPageAction.execute = transaction.atomic(upstream_copy)
    localize_models.handle_translation_on_delete = stop_on_delete
    for module in (edit_translation, update_translations):
        module.apply_machine_translation = apply_machine_translation
    edit_translation.user_can_edit_instance = may_translate  # localize knows no rights to vocabularies by language
    post_save.disconnect(upstream_show_title, sender=StringTranslation)
    post_save.connect(show_title, sender=StringTranslation)


def stop_on_delete(instance: Any, **kwargs: Any) -> None:
    """Stop the translations of what was deleted, and into its language, as localize does; count them."""
    upstream_stop_on_delete(instance, **kwargs)
    recount(of_object(instance.translation_key))


def apply_machine_translation(translation_id: int, user: Any, machine_translator: Any) -> bool:
    """Let a machine translate what is missing; localize's own writes text by text, and each would be counted."""
    with together():
        return bool(upstream_machine_translation(translation_id, user, machine_translator))


def get_comment(self: StringTranslation) -> str | None:
    """Say how and when a text was translated; localize writes the day in English whatever the language."""
    english = self.updated_at.strftime(DATE_FORMAT)
    said = upstream_get_comment(self)
    return said and str(said).replace(english, day(timezone.localtime(self.updated_at).date()))


def create_or_update_translation(  # noqa: PLR0917  localize's own signature
    self: TranslationSource,
    locale: Locale,
    user: Any = None,
    publish: bool = True,
    copy_parent_pages: bool = False,  # never done: an alias would speak another language
    fallback: bool = False,
) -> tuple[Any, bool]:
    """Write a translation from its texts; return it and whether it is new.

    Localize's own writes the live row, also of a draft and with the source's words where one is missing,
    takes the live translation of a concept offline, makes alias parents, and publishes after the
    transaction from what it then has in memory. Here a draft of something public stays in a revision, and
    all of it happens in one transaction or not at all. Raises ValidationError; PublicationRefusedError where
    the translation is not whole or the page above it is missing.
    """
    if not publish and not issubclass(self.specific_content_type.model_class(), DraftStateMixin):
        raise CannotSaveDraftError
    try:
        with together():
            # Whoever publishes the source meanwhile waits for this, or this for them.
            self.content_json = TranslationSource.objects.select_for_update().get(pk=self.pk).content_json
            original = with_references(self.as_instance())
            repair_segments(self, original)
            target, created = _target(self, original, locale)
            propose_address(self, locale)
            enabled = Translation.objects.filter(source=self, target_locale=locale, enabled=True).first()
            if publish and enabled is not None:
                require_translated(enabled, target)
            copy_synchronised_fields(original, target)
            check_references(self, locale)
            segments = self._get_segments_for_translation(locale, fallback=fallback)
            ingest_segments(original, target, self.locale, locale, segments)
            with rendered():
                revision = _save(target, user=user, publish=publish)
            if isinstance(target, Page):
                self.sync_view_restrictions(original, target)
                if created:
                    order_like_source(original, target)
            TranslationLog.objects.create(source=self, locale=locale, revision=revision)
    except ValidationError as error:
        repair_segments(self, original)  # what the transaction did is undone, and the editor has to show them
        with together():
            _mark_errors(self, locale, error)
        raise
    return self.get_translated_instance(locale), created


def propose_address(source: TranslationSource, locale: Locale) -> None:
    """Make the address of the translated title where the translator gave none; it can be changed like any text."""
    segments = {
        segment.context.path: segment
        for segment in StringSegment.objects.filter(source=source, context__path__in=("title", SLUG))
        .select_related("context")
        .annotate_translation(locale, include_errors=True)
    }
    title, slug = segments.get("title"), segments.get(SLUG)
    if title is None or slug is None or slug.translation or not title.translation:
        return
    address = ascii_slug(StringValue(title.translation).render_text()) or "page"
    is_below_home = source.get_source_instance().depth == HOME_DEPTH + 1
    if is_below_home and is_of_a_route(f"{home_address(locale.language_code)}{address}/"):
        address += "-2"
    StringTranslation.objects.update_or_create(
        translation_of_id=slug.string_id,
        context=slug.context,
        locale=locale,
        defaults={
            "data": address,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
            "tool_name": gettext("from the title"),
            "updated_at": timezone.now(),
        },
    )


def sync_view_restrictions(self: TranslationSource, original: Any, translation_page: Any) -> None:
    """Restrict a translation as its source is; localize's own also lifts a restriction of the translation."""
    restrictions = PageViewRestriction.objects.filter(page_id=original.pk)
    for restriction in restrictions:
        mirror(restriction, [translation_page])


def _target(source: TranslationSource, original: Any, locale: Locale) -> tuple[Any, bool]:
    """Return the translation as it stands, or a copy of the source as a draft, and whether it is a copy."""
    try:
        target = source.get_translated_instance(locale)
    except models.ObjectDoesNotExist:
        if isinstance(original, Page):
            require_parent(original, locale)
            original.draft_title = (
                original.title
            )  # that of a draft is not for translators, and the history would name it
        return _as_draft(original.copy_for_translation(locale)), True
    if getattr(target, "alias_of_id", None):
        # Never public, whatever it says: from here on a draft of its own.
        Page.objects.filter(pk=target.pk).update(alias_of=None, live=False, live_revision=None)
        target = source.get_translated_instance(locale)
    return target, False


def _as_draft(copy: Any) -> Any:
    """Take from a copy of the source its publication, and what each language has for itself."""
    if not isinstance(copy, Page):
        for name, value in NEVER_PUBLISHED.items():
            if hasattr(copy, name):
                setattr(copy, name, value)
    for field in fields_of(type(copy)).own:
        setattr(copy, field.attname, field.get_default())
    return copy


def require_parent(page: Page, locale: Locale) -> None:
    """Refuse a page whose parent is not there in the language. Raises PublicationRefusedError."""
    parent = page.get_parent()
    if parent.depth == 1:
        return
    if not Page.objects.filter(translation_key=parent.translation_key, locale=locale, alias_of__isnull=True).exists():
        raise PublicationRefusedError(parent_missing(page, parent, locale))


def _save(target: Any, *, user: Any, publish: bool) -> Any:
    """Save a translation as a revision, publish it if asked for, and return the revision if there is one."""
    if isinstance(target, Page):
        wanted = ascii_slug(target.slug) or ascii_slug(target.title) or "page"
        target.slug = find_available_slug(target.get_parent(), wanted, ignore_page_id=target.pk)
    if not isinstance(target, DraftStateMixin):
        target.full_clean()
        target.save()
        return target.save_revision(user=user) if isinstance(target, RevisionMixin) else None
    if not target.live:
        target.save()
    revision = target.save_revision(user=user)
    if publish:
        revision.publish(user=user, skip_permission_checks=True)
    return revision


def _mark_errors(source: TranslationSource, locale: Locale, error: ValidationError) -> None:
    """Show an error of a field at its text in localize's editor."""
    strings = StringSegment.objects.filter(source=source).values("string_id")
    for path, errors in getattr(error, "error_dict", {}).items():
        in_place = {"context__object_id": source.object_id, "context__path": path, "locale": locale}
        for text in StringTranslation.objects.filter(translation_of_id__in=strings, **in_place):
            text.set_field_error(errors)
        for override in SegmentOverride.objects.filter(**in_place):
            override.set_field_error(errors)
