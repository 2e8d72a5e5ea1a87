"""Who may be given work in a language."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from translation.enums import Right
from translation.models import LanguageRight


def name(user: Any) -> str:
    """Return what a person is called, "" for nobody."""
    return str(get_user_display_name(user)) if user else ""


def translators_into(locale: Locale) -> QuerySet[User]:
    """Return the people who may translate pages or vocabularies into a language, by name."""
    groups = LanguageRight.objects.filter(locale=locale, right=Right.TRANSLATE_VOCABULARIES).values("group")
    may = Q(groups__in=groups)
    home = Page.objects.filter(depth=2, locale=locale).first()
    if home is not None:
        policy = policy_registry.get_by_type(Page)
        may |= Q(pk__in=policy.users_with_permission_for_instance("change", home).values("pk"))
    people: QuerySet[User] = get_user_model()._default_manager.filter(may, is_active=True).distinct()
    return people.order_by("first_name", "last_name", "username")
