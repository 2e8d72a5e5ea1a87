"""What the API does when time passes."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from api.throttling import forget_old_counts
from cms.signals import time_passed


@receiver(time_passed)
def forget_counts(**kwargs: Any) -> None:
    """Forget who asked how often before this minute."""
    forget_old_counts()
