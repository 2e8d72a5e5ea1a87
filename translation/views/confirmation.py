"""A question to the user before something is done, and the way back from it."""

from __future__ import annotations

from collections.abc import Mapping
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
from wagtail_localize.views.edit_translation import user_can_edit_instance

from translation.publication import title_of


def translation_for(request: HttpRequest, translation_id: int) -> Translation:
    """Return a translation that the user may edit. Raises Http404, PermissionDenied."""
    translation = get_object_or_404(Translation, id=translation_id)
    try:
        instance = translation.get_target_instance()
    except models.ObjectDoesNotExist as error:
        raise Http404 from error
    if not user_can_edit_instance(request.user, instance):
        raise PermissionDenied
    return translation


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
