"""Fields of the pages on the way into the administration."""

from __future__ import annotations

from django import template
from django.forms import BoundField

register = template.Library()


@register.filter
def as_field(field: BoundField) -> str:
    """Return a form's field in the library's look."""
    return field.as_widget(attrs={"class": "field"})
