"""What is public in a language, text by text: it outlives what localize keeps."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from wagtail.models import Locale


class PublishedText(models.Model):
    """A translation of a text at a place, as it was last public.

    `object_id` is the translation key of the page or concept, `path` the place as localize names it, `source` the text
    that was translated and `text` the translation, both as localize has them. `kind` says who wrote it, see
    `translation.origins`.
    """

    object_id = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    path = models.TextField()
    source = models.TextField()
    text = models.TextField()
    kind = models.CharField(max_length=20)
    place = models.UUIDField(editable=False)  # of path and source together, which are too long to be a key
    published_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["object_id", "locale", "place"], name="one_published_text_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


def place_of(path: str, source: str) -> uuid.UUID:
    """Return the key of a text at a place."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{path}\0{source}")
