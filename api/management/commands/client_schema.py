"""Print what the types of the client in `clients/typescript/` are made of."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from api.management.commands.openapi import described

OF_ONE_SITE = ("servers", "externalDocs", "tags")
# Schemas repeat their fields' names as titles; examples show nothing that a type says; the contact is of one site.
LEFT_OUT = ("title", "example", "examples", "contact")


def client_schema() -> str:
    """Return the description of the API as JSON, without what one site or the documentation alone needs."""
    told = {name: part for name, part in described().items() if name not in OF_ONE_SITE}
    return json.dumps(_reduced(told, is_named_by_us=False), ensure_ascii=False, indent=1, sort_keys=True)


def _reduced(part: Any, *, is_named_by_us: bool) -> Any:
    """Return a part without what is left out; the names of fields and schemas are ours, and all stay."""
    if isinstance(part, list):
        return [_reduced(one, is_named_by_us=False) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _reduced(inner, is_named_by_us=name in ("properties", "schemas") and not is_named_by_us)
        for name, inner in part.items()
        if is_named_by_us or name not in LEFT_OUT
    }


class Command(BaseCommand):
    """Print the schema for `make client`."""

    help = "Print what the types of the TypeScript client are made of."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        self.stdout.write(client_schema(), ending="")
