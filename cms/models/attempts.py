"""What stops people who guess passwords."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class WrongAttempts(models.Model):
    """How often a secret was tried in vain, see `cms.throttling`; the key does not tell which, or from where."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    refused_until = models.DateTimeField(default=timezone.now)
    last = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.count}"
