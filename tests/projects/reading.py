"""A page as its reader sees it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client


def read(page: Any) -> BeautifulSoup:
    """Return the page as an anonymous reader gets it."""
    response = Client().get(page.url_path)
    assert response.status_code == HTTPStatus.OK
    return BeautifulSoup(response.content, "html.parser")


def words(element: Tag | None) -> str:
    """Return the words of a part of a page, whatever blanks stand between them."""
    assert element is not None
    return " ".join(element.get_text(" ").split())


def section(page: BeautifulSoup, anchor: str) -> Tag:
    """Return the section under the heading with an anchor."""
    heading = page.find(id=anchor)
    assert isinstance(heading, Tag)
    found = heading.find_parent("section")
    assert found is not None
    return found


def card(page: BeautifulSoup, name: str) -> str:
    """Return what the catalogue card says under a name."""
    for label in page.select("dl.facts dt"):
        if words(label) == name:
            return words(label.find_next_sibling("dd"))
    raise AssertionError(name)
