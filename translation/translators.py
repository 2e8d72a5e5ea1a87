"""Into which languages a person may translate."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models


def locales_of(user: Any) -> QuerySet[Locale]:
    """Return the languages that a person may translate into: those in which they may change a page."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return Locale.objects.filter(Exists(pages.filter(locale=OuterRef("pk")))).order_by("language_code")


def translates(user: Any) -> bool:
    """Tell whether a person may translate anything, without asking which: for menus, on every screen."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, {"change", "publish"}))


def vocabularies() -> list[type[Any]]:
    """Return the models of the vocabularies, by their names in the active language."""
    found = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    return sorted(found, key=lambda model: str(model._meta.verbose_name_plural))


def vocabularies_of(user: Any) -> list[type[Any]]:
    """Return the vocabularies whose entries a person may change."""
    return [model for model in vocabularies() if policy_registry.get_by_type(model).user_has_permission(user, "change")]
