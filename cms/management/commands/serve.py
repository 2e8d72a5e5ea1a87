"""Serve the library: web server, task worker and schedule together."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.parts import PARTS, run_part
from cms.static_files import what_is_missing
from cms.supervision import HOST, Supervisor, port_is_free

SIGN_INS = settings.VAR_DIR / "sign-in.txt"


def port_number(text: str) -> int:
    """Return the number of a port that a user may listen on."""
    if not text.isdecimal() or not 1024 <= int(text) <= 65535:
        message = f"{text!r} is no port: give a number from 1024 to 65535, e.g. make run PORT=8001"
        raise ArgumentTypeError(message)
    return int(text)


def require_free_port(port: int) -> None:
    """Raise CommandError, with the way on, when another program holds the port."""
    if not port_is_free(port):
        message = f"Port {port} is in use by another program. Choose another one: make run PORT={port + 1}"
        raise CommandError(message)


class Command(BaseCommand):
    """Run the parts until the user ends them."""

    help = "Serve the library on this machine: web server, task worker and the minute's schedule, ended together."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the port and who ends with whom."""
        parser.add_argument("--port", type=port_number, default=8000, help="where the web server listens")
        parser.add_argument("--host", default=HOST, help="the address a part that runs alone listens on")
        parser.add_argument("--part", choices=list(PARTS), help="run this part alone, in this process")
        parser.add_argument("--end-with-parent", action="store_true", help="end when the starting process is gone")

    def handle(self, *args: object, **options: object) -> None:
        """Serve; the exit code is 1 where the site could not be started."""
        port = int(str(options["port"]))
        if options["part"] in {None, "web"} and (fault := what_is_missing()):
            raise CommandError(fault)
        if options["part"]:
            run_part(str(options["part"]), str(options["host"]), port)
            return
        require_free_port(port)
        self.stdout.write("Starting the server …")
        self.stdout.flush()
        supervisor = Supervisor(port, end_with_parent=bool(options["end_with_parent"]))
        if not supervisor.run(self.announce):
            message = "The web process ended before the site answered: its messages stand above."
            raise CommandError(message)
        self.stdout.write("Ended.")

    def announce(self) -> None:
        """Print where the site answers and how to sign in."""
        lines = ["", f"Library         {settings.SITE_URL}/", f"Administration  {settings.SITE_URL}/admin/", ""]
        if SIGN_INS.exists():
            lines += [SIGN_INS.read_text(encoding="utf-8"), f"(kept in {SIGN_INS})", ""]
        self.stdout.write("\n".join([*lines, "Ctrl-C ends it.", ""]))
        self.stdout.flush()
