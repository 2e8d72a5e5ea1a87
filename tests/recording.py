"""What is told of the library, as its feed of changes has it."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from cms.models import PublicChange
from cms.publicity import record


def new_changes(how: Callable[[], None] = record) -> QuerySet[PublicChange]:
    """Record, and return the changes that are new, in their order."""
    last = PublicChange.objects.order_by("-number").values_list("number", flat=True).first() or 0
    how()
    return PublicChange.objects.filter(number__gt=last)
