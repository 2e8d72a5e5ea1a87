"""Bring the catalogues in step with the code and with the installed packages."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from cms.catalogues import update
from cms.supplements import DOMAINS, offer, share, update_supplement


class Command(BaseCommand):
    """Add new messages, remove those that nobody says."""

    help = (
        "Add the new messages of our code to each catalogue in locale/ and those that installed packages leave "
        "untranslated to each in locale_packages/, and remove those that are gone."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a folder for what is offered to the packages' maintainers."""
        parser.add_argument(
            "--offer", type=Path, metavar="FOLDER", help="write the packages' catalogues with our texts"
        )

    def handle(self, *args: object, **options: object) -> None:
        """Update each language's catalogues."""
        folder = options["offer"]
        for language, _name in settings.LANGUAGES:
            new, gone = update(language)
            self.stdout.write(f"{language}: {new} new, {gone} removed")
            for domain in DOMAINS:
                new, gone = update_supplement(language, domain)
                self.stdout.write(f"{language}, packages, {domain}: {new} new, {gone} removed")
            if language == settings.LANGUAGE_CODE:
                continue
            upstream, ours, total = share(language)
            self.stdout.write(f"{language}, packages: of {total} texts {upstream} are theirs, {ours} ours")
            if isinstance(folder, Path):
                self.stdout.write("\n".join(str(path) for path in offer(language, folder)))
