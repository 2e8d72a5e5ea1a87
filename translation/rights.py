"""Who may translate, review and publish in a language: the one place that is asked.

Pages of a language lie below its front page, so Wagtail's own rights say who edits and publishes them. Beside these a
group has rights by language (`translation.models.LanguageRight`): to review its pages, and to translate, review and
publish what vocabularies say in it. Who may change or publish a vocabulary by Wagtail's rights may do so in every
language.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.signals import RefusedError
from translation.enums import Right
from translation.models import LanguageRight

_CACHE = "_rights_by_language"  # on the user, as Wagtail keeps rights to pages


class NotAllowedError(RefusedError):
    """Somebody has no right to what they ask for in a language."""


def languages_of(user: Any, right: Right) -> frozenset[int]:
    """Return the keys of the locales in which a user has a right by a group: one query a user."""
    if not user.is_active or user.is_anonymous:
        return frozenset()
    if not hasattr(user, _CACHE):
        given = LanguageRight.objects.filter(group__user=user).values_list("right", "locale_id")
        setattr(user, _CACHE, frozenset(given))
    return frozenset(locale for name, locale in getattr(user, _CACHE) if name == right)


def may_translate(user: Any, instance: Any) -> bool:
    """Tell whether a user may write the texts of a page or concept in its language."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_edit())
    return _on_concept(user, "change", instance)


def refusal_to_translate(user: Any, instance: Any) -> str:
    """Return that a user may not write the texts of a page or concept in its language, "" where they may."""
    if may_translate(user, instance):
        return ""
    return _("You may not translate into %(language)s.") % {"language": instance.locale.get_display_name()}


def may_publish(user: Any, instance: Any) -> bool:
    """Tell whether a user may publish a page or concept in its language."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_publish())
    return _on_concept(user, "publish", instance)


def may_review(user: Any, instance: Any) -> bool:
    """Tell whether a user may approve what others wrote in the language of a page or concept."""
    right = Right.REVIEW_PAGES if isinstance(instance, Page) else Right.REVIEW_VOCABULARIES
    is_everywhere = bool(user.is_active and user.is_superuser)
    return is_everywhere or instance.locale_id in languages_of(user, right)


def may_open(user: Any, instance: Any) -> bool:
    """Tell whether a user works on a translation: its texts, and those of its source, are theirs to read."""
    return may_translate(user, instance) or may_review(user, instance)


def require_right_to_review(user: Any, instance: Any) -> None:
    """Refuse the approval of somebody who may not review in the language. Raises NotAllowedError."""
    if not may_review(user, instance):
        language = {"language": instance.locale.get_display_name()}
        raise NotAllowedError(_("You may not review translations into %(language)s.") % language)


def _on_concept(user: Any, action: str, concept: Any) -> bool:
    return bool(policy_registry.get(concept).user_has_permission_for_instance(user, action, concept))
