"""Count how far each translation is: after an import into the database that went around the site."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from wagtail_localize.models import Translation

from translation.status import recount


class Command(BaseCommand):
    """Counts anew what the lists of the translators' desk show."""

    help = "Count how far each translation is; safe to run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        """Count."""
        recount(Translation.objects.all())
        if options["verbosity"]:
            self.stdout.write(f"{Translation.objects.count()} translations counted.")
