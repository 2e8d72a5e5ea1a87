"""The source of a translation, for those who translate or review it: to read, not to edit."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PreviewableMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from cms.formats import day
from translation.reading import facts, readable_source
from translation.rights import may_open, may_translate
from translation.views.confirmation import edit_address, translation_for


def read_source(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show what the source of a translation says, as it is public."""
    translation = translation_for(request, translation_id, may_open)
    source = _source(translation, request.user)
    target = translation.get_target_instance()
    published = getattr(source, "last_published_at", None)
    context = {
        "title": str(source),
        "translation": translation,
        "source": source,
        "is_public": bool(getattr(source, "live", True)),
        "published": day(timezone.localtime(published).date()) if published else "",
        "facts": list(facts(source)),
        "preview": reverse("preview_source", args=[translation.pk]) if isinstance(source, PreviewableMixin) else "",
        "back": edit_address(request, translation) if may_translate(request.user, target) else "",
    }
    return TemplateResponse(request, "translation/source.html", context)


@xframe_options_sameorigin_override
def preview_source(request: HttpRequest, translation_id: int) -> Any:
    """Show the source of a translation as readers see it."""
    source = _source(translation_for(request, translation_id, may_open), request.user)
    if not isinstance(source, PreviewableMixin):
        raise Http404
    return source.make_preview_request(request, source.default_preview_mode)


def _source(translation: Translation, user: Any) -> Any:
    source = readable_source(translation, user)
    if source is None:
        raise Http404
    return source
