"""Public pages as a browser reads them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client


def read(address: str, status: int = HTTPStatus.OK) -> Any:
    """Return the page at an address, parsed; Any, since a test fails by itself where something is not there."""
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == status, address
    return BeautifulSoup(response.content, "html.parser")


def words(soup: Any, selector: str) -> list[str]:
    """Return the text of each element that a selector finds, with single blanks."""
    return [" ".join(element.get_text().split()) for element in soup.select(selector)]


def text(answer: Any) -> str:
    """Return all text of an answer in HTML, with single blanks."""
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def fetched(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == HTTPStatus.OK
    return response.getvalue().decode()
