"""Compile the catalogues of `locale/` and `locale_packages/` without msgfmt."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from cms.catalogues import compile_all


class Command(BaseCommand):
    """Compile what changed."""

    help = "Compile the catalogues in locale/ and locale_packages/ that changed. Needs no gettext tools."
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: object) -> None:
        """Compile and say how many."""
        compiled = compile_all()
        if options["verbosity"]:
            self.stdout.write(f"{compiled} catalogues compiled.")
