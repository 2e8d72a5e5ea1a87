"""What the loader remembers of its own work."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Loaded(models.Model):
    """One text, translation or file that was loaded, and what it became.

    `fingerprint` tells whether the text has changed since; `revision` whether somebody has edited
    the page since: then the loader leaves it alone.
    """

    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=80)
    language = models.CharField(max_length=5, blank=True)
    fingerprint = models.CharField(max_length=64)
    object_id = models.PositiveBigIntegerField()
    revision = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "key", "language"], name="loaded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.language}"
