"""A mirror of the library that knows nothing but the feed of changes and what an anonymous reader may see."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
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


LANGUAGES = ("en", "nb")  # in which the histories are written
FURTHER = ("documents", "images", "organisations", "programmes", "topics", "places", "units", "terms")


def _listed(resource: str, language: str) -> Iterator[dict[str, Any]]:
    asked: dict[str, str] | None = {"language": language, "limit": "100"}
    while asked:
        body = Client().get(f"/api/v1/{resource}", asked).json()
        yield from body["items"]
        asked = _query(body["next"])


def _query(address: str | None) -> dict[str, str] | None:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()} if address else None


def public_further() -> dict[tuple[str, str], Any]:
    """Return all files, pictures and entries of vocabularies as their lists tell them, by key and language.

    A picture is the same in all languages: it is told once, by "*", with its answer in each.
    """
    found: dict[tuple[str, str], Any] = {}
    for resource in FURTHER:
        for language in LANGUAGES:
            for item in _listed(resource, language):
                if resource == "images":
                    found.setdefault((item["key"], "*"), {})[language] = item
                else:
                    found[item["key"], language] = item
    return found


def further_item(change: dict[str, Any]) -> Any:
    """Return what a change of a file, a picture or an entry tells of, as the item itself is answered."""
    path = path_of(change["api_address"])
    if change["language"] == "*":
        return {language: _answered(f"{path}?language={language}") for language in LANGUAGES}
    return _answered(path)


def _answered(path: str) -> Any:
    answer = Client().get(path)
    assert answer.status_code == HTTPStatus.OK, f"{path} is told of and hidden at this moment"
    return answer.json()


def path_of(address: str) -> str:
    """Return the address of one's own site that a whole address leads to."""
    return address.removeprefix(settings.SITE_URL)


class Mirror:
    """What a site elsewhere has of the library: pages and other items by key and language, its files by address."""

    def __init__(self, **asked: Any) -> None:
        self.items: dict[tuple[str, str], tuple[str, str]] = {}
        self.further: dict[tuple[str, str], Any] = {}
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
            asked = _query(body["next"]) or {}
            assert asked["since"] == self.cursor

    def take(self, change: dict[str, Any]) -> None:
        """Do what a change says."""
        self.told.append(change)
        identity = (change["key"], change["language"])
        for address in change["former_addresses"]:
            self.files.pop(address, None)
        if change["event"] in TOMBSTONES:
            assert change["address"] is None
            assert change["api_address"] is None
            self.items.pop(identity, None)
            self.further.pop(identity, None)
            return
        if change["permanent_address"] is None:  # no page
            self.further[identity] = further_item(change)
            if change["address"]:
                self.files[change["address"]] = identity
            return
        found = public().get(identity)  # as its own resource would give it
        assert found is not None, f"{change} tells of what is hidden at this moment"
        self.items[identity] = found
        self.files[change["address"]] = identity  # what is found may already be on its way elsewhere
