"""Into which languages a person may translate."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from translation.enums import Right
from translation.rights import languages_of


def locales_of(user: Any) -> QuerySet[Locale]:
    """Return the languages that a person may translate into: those in which they may change a page or vocabularies."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    of_pages = Exists(pages.filter(locale=OuterRef("pk")))
    of_vocabularies = Q(pk__in=languages_of(user, Right.TRANSLATE_VOCABULARIES))
    return Locale.objects.filter(of_pages | of_vocabularies).order_by("language_code")


def translates(user: Any) -> bool:
    """Tell whether a person may translate anything, without asking which: for menus, on every screen."""
    of_pages = policy_registry.get_by_type(Page).user_has_any_permission(user, {"change", "publish"})
    return bool(of_pages or languages_of(user, Right.TRANSLATE_VOCABULARIES))


def vocabularies() -> list[type[Any]]:
    """Return the models of the vocabularies, by their names in the active language."""
    found = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    return sorted(found, key=lambda model: str(model._meta.verbose_name_plural))


def vocabularies_of(user: Any) -> list[type[Any]]:
    """Return the vocabularies whose entries a person may change in every language."""
    return [model for model in vocabularies() if policy_registry.get_by_type(model).user_has_permission(user, "change")]
