"""What the administration's pages tell of a document."""

from __future__ import annotations

from django import template

from cms.models import LibraryDocument
from search.files.text_state import State, state

register = template.Library()


@register.simple_tag
def text_state(document: LibraryDocument) -> State:
    """Return whether the text of a document is searched, in words for editors."""
    return state(document)
