"""Fail where a catalogue is not complete."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.catalogues import faults
from cms.supplements import supplement_faults


class Command(BaseCommand):
    """Compare each catalogue with the code or with the installed packages."""

    help = (
        "Check that every message of our code, and every one that installed packages leave untranslated, is translated "
        "in every language, plural forms and placeholders too."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: object) -> None:
        """Print each fault; fail when there is one."""
        languages = [language for language, _name in settings.LANGUAGES]
        found = [fault for language in languages for fault in (*faults(language), *supplement_faults(language))]
        for fault in found:
            self.stderr.write(fault)
        if found:
            message = f"The catalogues have {len(found)} faults."
            raise CommandError(message)
        self.stdout.write("The catalogues are complete.")
