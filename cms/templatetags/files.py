"""What the choosers of the administration say of files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template

from cms.visibility import in_restricted_collection

register = template.Library()


@register.simple_tag
def restricted_collections(files: Iterable[Any]) -> str:
    """Return the names of the collections of some files that are not open to all: one query, none for no file."""
    several = list(files)
    if not several:
        return ""
    of_those = type(several[0])._default_manager.filter(pk__in=[one.pk for one in several])
    names = of_those.filter(in_restricted_collection()).values_list("collection__name", flat=True)
    return ", ".join(sorted(set(names)))
