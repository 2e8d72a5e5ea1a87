"""Texts in the notation of translators, as the editor shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from translation.editor.comparison import Part

register = template.Library()
_TAG = re.compile(r"⟨(/?[A-Za-z][A-Za-z0-9]*)⟩")
_ELEMENTS = {"new": "ins", "old": "del"}


@register.filter
def chips(written: str) -> SafeString:
    """Return a text with its tags as chips and its lines apart."""
    shown = _TAG.sub(r'<span class="desk-chip">\1</span>', escape(written)).replace("\n", "<br>")
    return mark_safe(shown)  # what somebody wrote is escaped above


@register.filter
def compared(parts: Iterable[Part]) -> SafeString:
    """Return pieces of text with what is new or gone marked."""
    return format_html_join("", "{}", ((_marked(part),) for part in parts))


def _marked(part: Part) -> SafeString:
    element = _ELEMENTS.get(part.kind)
    shown = chips(part.text)
    return format_html("<{0}>{1}</{0}>", mark_safe(element), shown) if element else shown
