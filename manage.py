#!/usr/bin/env python
"""Django's command line for Vademecum."""

import gc
import os
import sys


def main() -> None:
    """Run a management command with the development settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    # What is loaded at the start stays: Python would look through it dozens of times, a fifth of a start's time.
    gc.set_threshold(50_000, 20, 10)
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
