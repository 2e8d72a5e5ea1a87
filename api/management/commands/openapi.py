"""Print the description of the API as `/api/v1/openapi.json` gives it."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand
from django.urls import reverse

from api.documentation import document


def described() -> dict[str, Any]:
    """Return the description of all operations in English."""
    reverse("api-docs:openapi")  # the operations are declared when the addresses are
    return document("en")


class Command(BaseCommand):
    """Print the description for programs that read it from a file, such as `make lint-api`."""

    help = "Print the description of the API (OpenAPI 3.1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        self.stdout.write(json.dumps(described(), ensure_ascii=False))
