"""What the detail pages of the library look up in the frame around them."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from cms.languages import current_language
from cms.templatetags.library import labelled
from projects.models import GlossaryPage
from projects.works.citation import sentences

register = template.Library()


@register.simple_tag(takes_context=True)
def glossary_address(context: Context) -> str:
    """Return where the glossary can be read in the reader's language, "" where it cannot."""
    links = context["navigation"].links
    return next((link.address for link in links if issubclass(link.model, GlossaryPage)), "")


@register.simple_tag(takes_context=True)
def citation_line(context: Context) -> SafeString:
    """Return the page's citation as one line; it ends with the permanent address."""
    home = context["navigation"].home
    publisher = (home.publisher if home else "") or context["site_name"]
    parts = sentences(context["citation"], publisher, current_language())
    return format_html_join(" ", "{}", [*((labelled(part),) for part in parts), (context["citation"].address,)])
