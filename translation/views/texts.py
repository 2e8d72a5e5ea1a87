"""The ways by which localize's editor writes texts, for who may translate and where nothing is locked."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.snippets_api import SnippetViewSet

from translation.locks import refusal_to_write
from translation.views.confirmation import translation_for


def edit_string(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponseBase:
    """Write or remove one text of a translation."""
    return _write(edit_translation.edit_string_translation, request, translation_id, string_segment_id)


def edit_override(request: HttpRequest, translation_id: int, overridable_segment_id: int) -> HttpResponseBase:
    """Write or remove what stands in a translation in place of a shared value."""
    return _write(edit_translation.edit_override, request, translation_id, overridable_segment_id)


def _write(view: Callable[..., Any], request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponseBase:
    """Let localize's view write; a refusal is data, which the editor's script shows."""
    translation = get_object_or_404(Translation, id=translation_id)
    try:
        instance = translation.get_target_instance()
    except models.ObjectDoesNotExist as error:
        raise Http404 from error
    if reason := refusal_to_write(instance, request.user):
        return JsonResponse({"detail": reason}, status=HTTPStatus.FORBIDDEN)
    answer: HttpResponseBase = view(request, translation_id, segment_id)
    return answer


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Let a machine translate what is not translated."""
    translation_for(request, translation_id, writes=True)
    answer: HttpResponse = edit_translation.machine_translate(request, translation_id)
    return answer


class VisibleEntries(SnippetViewSet):
    """The entries of a vocabulary for localize's editor: those that the user may see."""

    def get_queryset(self) -> Any:
        """Return the entries that the user may see."""
        policy = policy_registry.get_by_type(self.get_model())
        return policy.instances_user_has_any_permission_for(self.request.user, {"view"})
