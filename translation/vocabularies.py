"""Rights to vocabularies by language, where Wagtail asks for them.

Wagtail gives rights to a vocabulary as a whole, in all languages. Who has one of `translation.enums.Right` works on
the translations into their language alone: never on a source, and never on an entry of another language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Page, get_translatable_models
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail_localize.models import Translation

from translation.enums import Right
from translation.rights import languages_of

# By what is asked for, which rights by language allow it.
RIGHTS = {
    "view": (Right.TRANSLATE_VOCABULARIES, Right.REVIEW_VOCABULARIES, Right.PUBLISH_VOCABULARIES),
    "change": (Right.TRANSLATE_VOCABULARIES,),
    "publish": (Right.PUBLISH_VOCABULARIES,),
}


def install() -> None:
    """Have the vocabularies ask here; done before anything else asks for their rights."""
    for model in get_translatable_models():
        if issubclass(model, DraftStateMixin) and issubclass(model, ClusterableModel) and not issubclass(model, Page):
            register_permission_policy(model, VocabularyPolicy(model), exact_class=True)


class VocabularyPolicy(ModelPermissionPolicy):
    """Wagtail's rights to a vocabulary, and beside them those to its translations by language."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Tell whether a user may do something with all entries; who works in one language sees the list."""
        return bool(super().user_has_permission(user, action)) or (action == "view" and bool(_languages(user, action)))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Tell whether a user may do something with an entry."""
        if super().user_has_permission(user, action):
            return True
        if action not in RIGHTS or instance.locale_id not in _languages(user, action):
            return False
        return action == "view" or Translation.objects.filter(*_into(instance)).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the entries with which a user may do any of the actions; public ones are for everyone to see."""
        wanted = set(actions)
        entries = self.model._default_manager.all()
        if any(super(VocabularyPolicy, self).user_has_permission(user, action) for action in wanted):
            return entries
        allowed = Q(pk__in=())
        if "view" in wanted:
            allowed |= Q(live=True) | Q(locale__in=_languages(user, "view"))
        for action in wanted & {"change", "publish"}:
            into = Translation.objects.filter(
                source__object_id=OuterRef("translation_key"), target_locale_id=OuterRef("locale_id")
            )
            allowed |= Q(Exists(into), locale__in=_languages(user, action))
        return entries.filter(allowed)


def _into(instance: Any) -> tuple[Q]:
    return (Q(source__object_id=instance.translation_key, target_locale_id=instance.locale_id),)


def _languages(user: Any, action: str) -> frozenset[int]:
    return frozenset().union(*(languages_of(user, right) for right in RIGHTS.get(action, ())))
