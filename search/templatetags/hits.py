"""How found words are shown."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.results.highlights import Part

register = template.Library()


@register.filter
def with_marks(parts: Iterable[Part]) -> SafeString:
    """Return pieces of a text as HTML with the reader's words marked."""
    html = (f"<mark>{escape(part.text)}</mark>" if part.marked else escape(part.text) for part in parts)
    return mark_safe("".join(html))  # each piece is escaped
