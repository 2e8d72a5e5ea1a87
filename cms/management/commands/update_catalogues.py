"""Bring the catalogues of `locale/` in step with the code."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.catalogues import update


class Command(BaseCommand):
    """Add new messages, remove those that nobody says."""

    help = "Add the new messages of our code to each catalogue in locale/ and remove those that are gone."
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: object) -> None:
        """Update each language's catalogue."""
        for language, _name in settings.LANGUAGES:
            new, gone = update(language)
            self.stdout.write(f"{language}: {new} new, {gone} removed")
