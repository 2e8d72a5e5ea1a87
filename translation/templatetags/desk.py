"""What localize's editor is told of the person who opens it."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from translation.locks import refusal_of_lock
from translation.reading import has_right_to, readable_source
from translation.rights import may_open, may_publish, may_translate

register = template.Library()


@register.simple_tag(takes_context=True)
def say_rights(context: Context) -> str:
    """Correct what localize's view says of rights and of other languages, where our rules say something else.

    It knows no rights by language, and names the drafts of all languages with links that open for few.
    """
    user, translation, instance = context["request"].user, context["translation"], context["instance"]
    props = json.loads(context["props"])
    props["perms"]["canPublish"] = may_publish(user, instance)
    is_locked = bool(refusal_of_lock(instance, user)) or not may_translate(user, instance)
    props["object"]["isLocked"] = is_locked
    source = _source(translation, user)
    others = {other.locale.language_code: other for other in instance.get_translations().select_related("locale")}
    kept = []
    for one in props["translations"]:
        code = one["locale"]["code"]
        if code == source["locale"]["code"]:
            kept.append(source if not _may_edit(user, others[code]) else one)
        elif _may_edit(user, others[code]):
            kept.append(one)
    props["translations"] = kept
    for segment in props["segments"]:
        if segment["type"] == "related_object" and not segment["source"]["isLive"]:
            segment["source"]["title"] = _("An entry that is not public")
    context["props"] = json.dumps(props)
    context["source_translation"] = next((one for one in kept if one["locale"] == source["locale"]), source)
    context["translations"] = [
        (one["locale"]["displayName"], one["editUrl"]) for one in kept if one["locale"] != source["locale"]
    ]
    return ""


def _source(translation: Translation, user: Any) -> dict[str, Any]:
    """Return the source as localize's editor names it, with the address where it can be read."""
    locale = translation.source.locale
    return {
        "title": str(readable_source(translation, user) or ""),
        "locale": {"code": locale.language_code, "displayName": str(locale.get_display_name())},
        "editUrl": reverse("read_source", args=[translation.pk]),
    }


def _may_edit(user: Any, other: Any) -> bool:
    return has_right_to(user, other) if isinstance(other, Page) else may_open(user, other)
