"""What the administration says that Wagtail's own templates cannot."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.utils.translation import gettext, ngettext
from wagtail.models import Locale

from cms.guide import chapters
from cms.models import BasePage
from cms.previews.panel import PreviewLinksSidePanel

register = template.Library()


@register.simple_tag
def contents_of(locale: Locale) -> str:
    """Say how many pages and entries of vocabularies there are in a language, as counted by the list of languages."""
    pages: int = getattr(locale, "num_pages", 0)
    others: int = getattr(locale, "num_others", 0)
    said = ngettext("%(count)s page", "%(count)s pages", pages) % {"count": pages}
    if not others:
        return said
    return f"{said}, " + ngettext("%(count)s other entry", "%(count)s other entries", others) % {"count": others}


@register.simple_tag
def word(message: str) -> str:
    """Say a text of an installed package, so that `translate` does not make it one of ours."""
    return gettext(message)


@register.simple_tag(takes_context=True)
def with_preview_links(context: Context, panels: list[Any], instance: Any) -> list[Any]:
    """Return the panels of an editor with that of a page's preview links; an entry of a vocabulary has none."""
    return [*panels, PreviewLinksSidePanel(instance, context["request"])] if isinstance(instance, BasePage) else panels


@register.simple_tag
def chapters_of_guide() -> list[tuple[str, str]]:
    """Return the address and the title of each chapter of the guide."""
    return chapters()
