"""What goes with a PDF that is not wanted any more: its file."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from publishing.models import KeptPdf


@receiver(post_delete, sender=KeptPdf)
def delete_file(instance: KeptPdf, **kwargs: Any) -> None:
    """Delete the file of a deleted page's PDF, once the page is really gone."""
    storage, name = instance.file.storage, str(instance.file.name)
    transaction.on_commit(lambda: storage.delete(name))
