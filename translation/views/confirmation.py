"""A question to the user before something is done, and the way back from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translation.locks import require_unlocked
from translation.publication import title_of
from translation.rights import may_translate


def translation_for(
    request: HttpRequest,
    translation_id: int,
    may: Callable[[Any, Any], bool] = may_translate,
    *,
    writes: bool = False,
) -> Translation:
    """Return a translation with which the user may do something, and which is not locked where the view writes.

    Raises Http404, PermissionDenied, LockedError.
    """
    translation, instance = translation_and_target(request, translation_id, may)
    if writes:
        require_unlocked(instance, request.user)
    return translation


def translation_and_target(
    request: HttpRequest, translation_id: int, may: Callable[[Any, Any], bool]
) -> tuple[Translation, Any]:
    """Return a translation with which the user may do something, and the page or entry in its language.

    Raises Http404, PermissionDenied.
    """
    related = "source__locale", "source__specific_content_type", "target_locale"
    translations = Translation.objects.select_related(*related)
    translation = get_object_or_404(translations.defer("source__content_json"), id=translation_id)
    try:
        instance = translation.get_target_instance()
    except models.ObjectDoesNotExist as error:
        raise Http404 from error
    if not may(request.user, instance):
        raise PermissionDenied
    return translation, instance


def edit_address(request: HttpRequest, translation: Translation) -> str:
    """Return where a translation is edited."""
    instance = translation.get_target_instance()
    return str(AdminURLFinder(request.user).get_edit_url(instance) or reverse("wagtailadmin_home"))


def way_back(request: HttpRequest, translation: Translation) -> str:
    """Return where the user came from, else the editor."""
    return str(get_valid_next_url_from_request(request) or edit_address(request, translation))


def confirmation(
    request: HttpRequest,
    translation: Translation,
    back: str,
    *,
    hidden: Mapping[str, str] | None = None,
    **context: Any,
) -> HttpResponse:
    """Ask before something is done: the same address again, with `confirmed` and what is hidden."""
    instance = translation.get_target_instance()
    context |= {"subtitle": title_of(instance), "back": back, "hidden": {**(hidden or {}), "next": back}}
    return TemplateResponse(request, "translation/confirm.html", context)
