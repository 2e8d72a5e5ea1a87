"""Bring the translations of the demonstration library in step with its texts."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from demo.catalogues import update_catalogue
from demo.texts import catalogues, pages


class Command(BaseCommand):
    """Needs the library loaded: texts refer to its vocabularies and pages."""

    help = "Bring the PO files in demo/library/translations in step with the texts; adds one for KEY in LANGUAGE."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the page and language of a new file."""
        parser.add_argument("key", nargs="?", help="the page of a new translation")
        parser.add_argument("language", nargs="?", help="its language")

    def handle(self, *args: object, **options: object) -> None:
        """Update every file, and say what waits for a translation."""
        texts = {text.key: text for text in pages()}
        wanted = [(catalogue.key, catalogue.language) for catalogue in catalogues()]
        if options["key"]:
            if options["key"] not in texts or not options["language"]:
                message = "Give the key of a page of the library and a language."
                raise CommandError(message)
            wanted.append((str(options["key"]), str(options["language"])))
        for key, language in wanted:
            if waiting := update_catalogue(texts[key], language):
                self.stdout.write(f"{language}/{key}.po: {waiting} texts to translate")
