"""Submitting pages and concepts for translation: by whom, below what, with which vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from translation.content import references, serialised
from translation.locks import refusal_of_lock
from translation.publication import title_of, words
from translation.rights import may_publish
from translation.status import together
from translation.tree import repair_child_counts


def require_right_to(user: Any, source: Any) -> None:
    """Refuse somebody who may not edit the source: submitting copies it where they may. Raises PermissionDenied."""
    if isinstance(source, Page):
        allowed = source.permissions_for_user(user).can_edit()
    else:
        allowed = policy_registry.get(source).user_has_permission_for_instance(user, "change", source)
    if not allowed:
        raise PermissionDenied


def subtree(page: Page, user: Any) -> list[Page]:
    """Return the pages below `page` in the order of the tree; raises PermissionDenied where one is not the user's."""
    pages = list(page.get_descendants().filter(alias_of__isnull=True).order_by("path").specific())
    for below in pages:
        require_right_to(user, below)
    return pages


def submit(sources: Sequence[Any], locales: Iterable[Locale], user: Any) -> tuple[list[Translation], list[str]]:
    """Make drafts of `sources` in each language, parents first; return the translations and what went wrong.

    What exists in a language already is left alone. One that fails takes nothing back from the others.
    """
    with together():
        return _submitted(sources, list(locales), user)


def _submitted(sources: Sequence[Any], locales: list[Locale], user: Any) -> tuple[list[Translation], list[str]]:
    made: list[Translation] = []
    problems: list[str] = []
    for source in sources:
        for locale in locales:
            if locale.pk == source.locale_id or _exists(source, locale):
                continue
            try:
                with transaction.atomic():
                    frozen, _created = TranslationSource.get_or_create_from_instance(source)
                    translation, _created = Translation.objects.update_or_create(
                        source=frozen, target_locale=locale, defaults={"enabled": True}
                    )
                    translation.save_target(user=user, publish=False)
                    made.append(translation)
            except ValidationError as error:
                problems += [
                    f"{title_of(source)} ({locale.get_display_name()}): {said}" for said in words(error, source)
                ]
    repair_child_counts([page for page in map(_target, made) if isinstance(page, Page)])
    return made, problems


def _exists(source: Any, locale: Locale) -> bool:
    found = type(source)._default_manager.filter(translation_key=source.translation_key, locale=locale)
    return (found.filter(alias_of__isnull=True) if isinstance(source, Page) else found).exists()


def _target(translation: Translation) -> Any:
    return translation.get_target_instance()


def publish(translation: Translation, user: Any) -> list[str]:
    """Publish a translation, as far as the person may; return why it was not published, nothing where it was."""
    instance = translation.get_target_instance()
    if not may_publish(user, instance):
        return [_("You may not publish in %(language)s.") % {"language": translation.target_locale.get_display_name()}]
    if locked := refusal_of_lock(instance, user):
        return [locked]
    try:
        translation.save_target(user=user, publish=True)
    except ValidationError as error:
        return words(error, instance)
    return []


def nameless_concepts(pages: Iterable[Page], locale: Locale) -> list[Any]:
    """Return the concepts that pages refer to and that have no public name in a language, by vocabulary and name."""
    wanted: defaultdict[Any, set[Any]] = defaultdict(set)
    for page in pages:
        for model, key in references(type(page), serialised(page)):
            wanted[model].add(key)
    found: list[Any] = []
    for model, keys in sorted(wanted.items(), key=lambda item: item[0].__name__):
        named = model._default_manager.filter(locale=locale)
        if any(field.name == "live" for field in model._meta.fields):
            named = named.filter(live=True)
        nameless = model._default_manager.filter(pk__in=keys).exclude(
            translation_key__in=named.values("translation_key")
        )
        found += {concept.translation_key: concept for concept in nameless.select_related("locale")}.values()
    return sorted(found, key=lambda concept: (type(concept).__name__, str(concept)))


def origin_of(concept: Any) -> Any:
    """Return the language of a concept from which it is translated: as before, else the one given."""
    known = TranslationSource.objects.filter(object_id=concept.translation_key).select_related("locale")
    before = known.filter(translations__enabled=True).first()
    found = type(concept)._default_manager.filter(translation_key=concept.translation_key)
    return (found.filter(locale=before.locale).first() if before else None) or concept
