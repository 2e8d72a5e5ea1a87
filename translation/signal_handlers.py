"""What translation does when pages, concepts and restrictions are saved, moved and published."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_save
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import post_page_move, pre_page_move, published
from wagtail.users.models import UserProfile
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from cms.models import BasePage
from cms.signals import page_saved, page_saving
from translation import privacy
from translation.groups import ensure_groups, grant_home, language_of_groups
from translation.origins import keep_who_wrote
from translation.overrides import check_override
from translation.propagation import after_publication, wait_for_writers
from translation.publication import PublicationRefusedError, below_another_language, guard, is_guarded, refusal_of
from translation.status import of_object, recount, together, uncounted
from translation.tree import follow_move, order_children

COUNTED_SINCE = ("translation", "0004_status")
LAST_MIGRATION = ("translation", "0006_rights_of_groups")  # it depends on all that the groups need


def connect() -> None:
    """Listen."""
    page_saving.connect(guard_page)
    page_saved.connect(after_page)
    pre_save.connect(guard_concept)
    pre_save.connect(guard_schedule, sender=Revision)
    pre_save.connect(keep_who_wrote, sender=StringTranslation)
    published.connect(after_concept)
    pre_page_move.connect(guard_move)
    post_page_move.connect(after_move)
    post_save.connect(after_restriction, sender=PageViewRestriction)
    m2m_changed.connect(after_restricted_groups, sender=PageViewRestriction.groups.through)
    post_delete.connect(after_lifted_restriction, sender=PageViewRestriction)
    post_save.connect(check_override, sender=SegmentOverride)
    for model in (StringTranslation, SegmentOverride):
        post_save.connect(after_text, sender=model)
        post_delete.connect(after_deleted_text, sender=model)
    post_save.connect(after_translation, sender=Translation)
    post_save.connect(after_entry)
    m2m_changed.connect(after_joining, sender=User.groups.through)
    post_migrate.connect(after_migrations)


def guard_page(sender: type[BasePage], page: BasePage, **kwargs: Any) -> None:
    """Refuse to make a translation public that is not whole."""
    if page.live:
        wait_for_writers(page.translation_key)
    guard(page)


def after_page(sender: type[BasePage], page: BasePage, *, is_whole: bool, **kwargs: Any) -> None:
    """Correct what all languages share when a source is published; give a new front page its groups."""
    with together(savepoint=False):
        if page.live and is_whole:
            after_publication(page)
        if (
            is_whole
        ):  # a draft changes nothing; and who counts before the source is locked keeps others waiting for ever
            recount(of_object(page.translation_key))
    if page.depth == 2:
        grant_home(page)


def guard_concept(sender: Any, instance: Any, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Refuse to make the translation of a concept public that is not whole; its book-keeping is free."""
    if not raw and update_fields is None and is_guarded(instance):
        guard(instance)


def guard_schedule(sender: Any, instance: Revision, raw: bool, **kwargs: Any) -> None:
    """Refuse to give an hour of publication to a version that may not be published."""
    if not raw and instance.approved_go_live_at and (reason := refusal_of(instance)):
        raise PublicationRefusedError(reason)


def guard_move(sender: Any, instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Refuse to move a page below one of another language, whoever moves it."""
    if parent_page_after.depth > 1 and parent_page_after.locale_id != instance.locale_id:
        raise PublicationRefusedError(below_another_language(instance, parent_page_after))


def after_concept(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Correct what all languages of a concept share when one of them is published."""
    if is_guarded(instance):
        with together():
            after_publication(instance)
            recount(of_object(instance.translation_key))


def after_entry(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Count the translations of a concept that was saved or taken offline; a draft changes nothing."""
    if not raw and update_fields is None and is_guarded(instance):
        recount(of_object(instance.translation_key))


def after_text(sender: Any, instance: StringTranslation | SegmentOverride, raw: bool = False, **kwargs: Any) -> None:
    """Count the translation in which a text was written, or a value was chosen."""
    if not raw and instance.context is not None:
        recount(of_object(instance.context.object_id).filter(target_locale_id=instance.locale_id))


def after_deleted_text(sender: Any, instance: Any, origin: Any = None, **kwargs: Any) -> None:
    """Count the translation of which a text was deleted: once, however many are deleted together.

    All of them are gone when the first is told. Where they go with something else, their translation goes too.
    """
    if getattr(origin, "model", type(origin)) is not sender:
        return
    place = (instance.context_id and instance.context.object_id, instance.locale_id)
    counted = origin.__dict__.setdefault("_counted", set())
    if place not in counted:
        counted.add(place)
        after_text(sender, instance)


def after_translation(sender: Any, instance: Translation, raw: bool, **kwargs: Any) -> None:
    """Count a translation that was begun, stopped or started again."""
    if not raw:
        recount(Translation.objects.filter(pk=instance.pk))


def after_move(sender: Any, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Let translations follow their source to another parent, and stand in its order."""
    if parent_page_before.pk == parent_page_after.pk:
        order_children(parent_page_after)
    else:
        follow_move(instance, parent_page_after)


def after_restriction(sender: Any, instance: PageViewRestriction, raw: bool, **kwargs: Any) -> None:
    """Restrict the translations of a page as the page is."""
    if not raw:
        privacy.mirror_to_translations(instance)


def after_restricted_groups(sender: Any, instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Let the same groups read the translations of a restricted page."""
    if action.startswith("post_") and not reverse:
        privacy.mirror_to_translations(instance)


def after_lifted_restriction(sender: Any, instance: PageViewRestriction, origin: Any = None, **kwargs: Any) -> None:
    """Lift from the translations what was lifted from the source; not where the source itself was deleted."""
    if getattr(origin, "model", type(origin)) is PageViewRestriction:
        privacy.lift_from_translations(instance)


def after_joining(
    sender: Any, instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """Give who begins to translate the administration in that language, unless they chose one."""
    if action != "post_add" or not pk_set:
        return
    language = language_of_groups([instance.pk] if reverse else pk_set)
    for user in User.objects.filter(pk__in=pk_set if reverse else [instance.pk]) if language else ():
        profile = UserProfile.get_for_user(user)
        if not profile.preferred_language:
            profile.preferred_language = language
            profile.save(update_fields=["preferred_language"])


def after_migrations(sender: Any, using: str, **kwargs: Any) -> None:
    """Make the groups and count translations once all tables, and the permissions of all applications, are there."""
    is_last = sender is [config for config in apps.get_app_configs() if config.models_module][-1]
    done = MigrationRecorder(connections[using]).applied_migrations() if is_last else ()
    if COUNTED_SINCE in done:
        recount(uncounted())
    if LAST_MIGRATION in done:
        ensure_groups()
