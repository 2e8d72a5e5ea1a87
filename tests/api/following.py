"""A mirror of the library that knows nothing but the feed of changes and what an anonymous reader may see."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.test import Client

from cms.visibility import public_pages

TOMBSTONES = {"unpublished", "restricted", "expired", "deleted"}


def public() -> dict[tuple[str, str], tuple[str, str]]:
    """Return address and title of all that is public, by key and language."""
    rows = public_pages().values_list("translation_key", "locale__language_code", "url_path", "title")
    return {(str(key), language): (f"{settings.SITE_URL}{path}", title) for key, language, path, title in rows}


def path_of(address: str) -> str:
    """Return the address of one's own site that a whole address leads to."""
    return address.removeprefix(settings.SITE_URL)


class Mirror:
    """What a site elsewhere has of the library: items by key and language, and its files by address."""

    def __init__(self, **asked: Any) -> None:
        self.items: dict[tuple[str, str], tuple[str, str]] = {}
        self.files: dict[str, tuple[str, str]] = {}
        self.cursor: str | None = None
        self.told: list[dict[str, Any]] = []
        self.asked = asked

    def follow(self, most: int = 1000) -> None:
        """Read on until nothing is left, or so many parts."""
        address = "/api/v1/changes"
        asked = self.asked | ({"since": self.cursor} if self.cursor else {})
        for _part in range(most):
            answer = Client().get(address, asked)
            assert answer.status_code == 200, answer.content
            body = answer.json()
            for change in body["items"]:
                self.take(change)
            self.cursor = body["cursor"]
            if body["next"] is None:
                return
            asked = {name: values[0] for name, values in parse_qs(urlsplit(body["next"]).query).items()}
            assert asked["since"] == self.cursor

    def take(self, change: dict[str, Any]) -> None:
        """Do what a change says."""
        self.told.append(change)
        identity = (change["key"], change["language"])
        for address in change["former_addresses"]:
            self.files.pop(address, None)
        if change["event"] in TOMBSTONES:
            assert change["address"] is None
            self.items.pop(identity, None)
            return
        found = public().get(identity)  # as its own resource would give it
        assert found is not None, f"{change} tells of what is hidden at this moment"
        self.items[identity] = found
        self.files[change["address"]] = identity  # what is found may already be on its way elsewhere
