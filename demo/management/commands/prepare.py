"""Make a fresh clone ready to be served: catalogues, database; on a laptop the demonstration library, sign-ins."""

from __future__ import annotations

import fcntl
from argparse import ArgumentParser
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Site

from cms.management.commands.serve import port_number, require_free_port


class Command(BaseCommand):
    """Each step does nothing where nothing is to be done, and goes on where a killed start left off."""

    help = (
        "Compile catalogues and migrate; with the settings of a laptop load the demonstration library and make its "
        "sign-ins. Safe to repeat."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the port that will be served, so that a taken one is told before the work."""
        parser.add_argument("--port", type=port_number, default=8000, help="where the web server will listen")

    def handle(self, *args: object, **options: object) -> None:
        """Prepare, one process at a time."""
        require_free_port(int(str(options["port"])))
        settings.VAR_DIR.mkdir(exist_ok=True)
        with (settings.VAR_DIR / "preparing.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.stdout.write("Another start is preparing this library: waiting for it to end.")
                self.stdout.flush()
                fcntl.flock(lock, fcntl.LOCK_EX)
            call_command("compile_catalogues", verbosity=0)
            call_command("migrate", interactive=False, verbosity=0)
            if settings.DEMONSTRATION:
                call_command("load_demo")
                call_command("create_sign_ins")
                self.follow_site_url()
            elif not get_user_model().objects.exists():
                self.stdout.write("The library is empty. Make its first user: manage.py createsuperuser")

    def follow_site_url(self) -> None:
        """Tell Wagtail the laptop's port, which changes with `make run PORT=…`."""
        address = urlsplit(settings.SITE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        Site.objects.filter(is_default_site=True, hostname="localhost").exclude(port=port).update(port=port)
