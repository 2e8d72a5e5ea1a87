"""What the API keeps in the database."""

from __future__ import annotations

from django.db import models


class RequestCount(models.Model):
    """How many requests came from a network in a minute, see `api.throttling`; the key does not tell which network.

    `minute` is counted from 1970.
    """

    key = models.CharField(max_length=64, primary_key=True)
    minute = models.PositiveBigIntegerField(db_index=True)
    count = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.count}"
