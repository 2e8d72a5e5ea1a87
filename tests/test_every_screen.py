"""Every screen of the administration that a link leads to, as the server sends it: none fails, none is English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup, Comment
from django.http import HttpResponseBase

from tests.english import LEFT_OUT, english_in, furnished, is_screen, kind, seeds, session

READ_ALOUD = ("title", "alt", "placeholder", "aria-label", "label")
FEWEST = 140  # screens: the walk has gone everywhere


def texts(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what is read or heard on a screen."""
    language = soup.html["lang"]
    for element in soup.select(LEFT_OUT) + [one for one in soup.select("[lang]") if one["lang"] != language]:
        element.decompose()
    pieces: list[Any] = [piece for piece in soup.strings if not isinstance(piece, Comment)]
    for element in soup.find_all(True):
        pieces += [element.get(name) for name in READ_ALOUD]
        if element.name == "input" and element.get("type") in {"submit", "button"}:
            pieces.append(element.get("value"))
    yield from (" ".join(piece.split()) for piece in pieces if piece and piece.strip())


def links(soup: BeautifulSoup) -> Iterator[str]:
    """Yield where a screen leads to, and its menu, which a script makes."""
    yield from (str(link["href"]) for link in soup.select("a[href]"))
    menu = soup.find(id="wagtail-sidebar-props")
    yield from re.findall(r'"(/admin/[^"]*)"', menu.get_text()) if menu else ()


def is_page(answer: HttpResponseBase) -> bool:
    """Tell whether an answer is a screen, not a file or a way elsewhere."""
    return answer.status_code == HTTPStatus.OK and "html" in answer.headers["Content-Type"]


@pytest.mark.django_db
@pytest.mark.any_database
def test_no_screen_fails_or_is_english_to_an_administrator() -> None:
    held = furnished("bg")
    client = session("administrator", "bg")
    waiting = seeds()
    known = {kind(address) for address in waiting}
    english: dict[str, str] = {}
    screens = 0
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address)
        assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, address
        if not is_page(answer):
            continue
        screens += 1
        soup = BeautifulSoup(answer.content, "lxml")
        for link in links(soup):
            if is_screen(link) and kind(link) not in known:
                known.add(kind(link))
                waiting.append(link)
        english |= {text: address for text in texts(soup) if text not in english and english_in(text, "bg", held)}
    assert english == {}
    assert screens > FEWEST


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("Запази", "bg", []),
        ("Save draft", "bg", ["Save draft"]),
        ("Szkic: Save draft", "pl", ["draft", "save"]),
        ("Zapisz szkic", "pl", []),
        ("Vexil", "pl", []),
        ("Choose Vexil", "pl", ["choose"]),
    ],
)
def test_english_is_told_from_another_language_and_from_content(text: str, language: str, english: list[str]) -> None:
    assert english_in(text, language, frozenset({"Vexil"})) == english
