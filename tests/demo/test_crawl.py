"""The whole site as a visitor without an account meets it, page by page from the sitemap."""

from __future__ import annotations

import collections
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit
from xml.etree import ElementTree
from zlib import crc32

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from django.conf import settings
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("library")]

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
CYRILLIC = re.compile(r"[А-Яа-я]")
LATIN_SENTENCE = re.compile(r"(?:\b[a-zà-ž]{3,}\b[\s,]+){4,}", re.IGNORECASE)
SHARE = int(os.environ.get("TEST_LINKS", "1"))  # of so many links beyond the pages one is followed
# Hundreds of searches for one term each and PDF files of one work each take longest: of these a share of the share.
LONG = re.compile(r"/[a-z]{2}/(search|pdf)/")
HEAVIEST = 100_000  # bytes of a page without its pictures


@dataclass(frozen=True)
class Listed:
    """A page of the sitemap with its other languages as the sitemap tells them."""

    address: str
    alternates: dict[str, str]


def local(address: str) -> str:
    """Return the path of an address, which has to be one of ours."""
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == settings.SITE_URL, address
    return parts.path


def sitemap() -> list[Listed]:
    client = Client()
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = []
    for entry in index.findall("s:sitemap/s:loc", NAMESPACES):
        part = ElementTree.fromstring(client.get(local(str(entry.text))).content)
        for url in part.findall("s:url", NAMESPACES):
            address = url.findtext("s:loc", namespaces=NAMESPACES)
            links = {
                link.get("hreflang", ""): local(link.get("href", "")) for link in url.findall("x:link", NAMESPACES)
            }
            found.append(Listed(local(str(address)), links))
    return found


def texts(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield each text that a reader sees with the language it is marked with."""
    for node in soup.find_all(string=True):
        parent = node.parent
        if type(node) is not NavigableString or parent is None or parent.name in ("script", "style"):
            continue
        marked = parent if parent.has_attr("lang") else parent.find_parent(attrs={"lang": True})
        if isinstance(marked, Tag) and node.strip():
            yield str(marked["lang"]), node.strip()


CRAWLED: dict[str, tuple[Listed, BeautifulSoup, int]] = {}  # by address; nothing here changes a page


@pytest.fixture
def crawled() -> dict[str, tuple[Listed, BeautifulSoup, int]]:
    client = Client()
    for listed in sitemap() if not CRAWLED else ():
        response = client.get(listed.address)
        assert response.status_code == HTTPStatus.OK, listed.address
        CRAWLED[listed.address] = (listed, BeautifulSoup(response.content, "html.parser"), len(response.content))
    return CRAWLED


def test_every_page_is_right(crawled: dict[str, tuple[Listed, BeautifulSoup, int]]) -> None:
    """One crawl, several questions: each fault is a line."""
    faults = []
    linked: set[str] = set()
    for address, (listed, soup, size) in crawled.items():
        language = address.split("/")[1]
        html = soup.find("html")
        assert isinstance(html, Tag)
        if html.get("lang") != language:
            faults.append(f"{address}: lang is {html.get('lang')}")
        if size > HEAVIEST:
            faults.append(f"{address}: {size} bytes")
        for marked, text in texts(soup):
            if marked != "bg" and len(CYRILLIC.findall(text)) > 1:
                faults.append(f"{address}: marked {marked}: {text[:60]}")
            if marked == "bg" and not CYRILLIC.search(text) and LATIN_SENTENCE.search(text):
                faults.append(f"{address}: marked bg: {text[:60]}")
        alternates = {
            str(link["hreflang"]): local(str(link["href"]))
            for link in soup.find_all("link", rel="alternate", hreflang=True)
        }
        if alternates.get(language) != address:
            faults.append(f"{address}: is not among its own languages")
        if {code: path for code, path in alternates.items() if code != "x-default"} != {
            code: path for code, path in listed.alternates.items() if code != "x-default"
        }:
            faults.append(f"{address}: page and sitemap differ in languages")
        faults += [
            f"{address}: {other} does not point back"
            for code, other in alternates.items()
            if code != "x-default" and crawled[other][0].alternates.get(language) != address
        ]
        faults += [
            f"{address}: loads {tag.get('src') or tag.get('href')}"
            for tag in soup.find_all(["img", "script", "link", "iframe", "source"])
            if tag.get("rel") not in (["canonical"], ["alternate"])
            and urlsplit(str(tag.get("src") or tag.get("href") or "")).netloc
        ]
        faults += [f"{address}: inline style" for _tag in soup.find_all(style=True)]
        if len(soup.find_all("h1")) != 1:
            faults.append(f"{address}: {len(soup.find_all('h1'))} h1")
        linked |= {
            urlsplit(str(link["href"])).path for link in soup.find_all("a", href=True) if link["href"] != address
        }
    faults += [f"{address}: no page links to it" for address in crawled if address not in linked]
    assert not faults, "\n".join(faults[:60])


def test_every_link_leads_somewhere(crawled: dict[str, tuple[Listed, BeautifulSoup, int]]) -> None:
    client = Client()

    def status_of(target: str) -> int:
        response = client.get(target)
        if response.streaming:  # a file stays open until it is read; close() would close the database too
            collections.deque(response, maxlen=0)
        return response.status_code

    targets: dict[str, str] = {}
    for address, (_listed, soup, _size) in crawled.items():
        for link in soup.find_all("a", href=True):
            parts = urlsplit(str(link["href"]))
            if not parts.netloc and parts.scheme in ("", "http", "https") and parts.path:
                targets.setdefault(str(link["href"]).split("#")[0], address)
    asked = [
        one
        for one in targets
        if one not in crawled and crc32(one.encode()) % (SHARE**2 if LONG.match(one) else SHARE) == 0
    ]
    assert any(map(LONG.match, asked))
    broken = [
        f"{target} (on {targets[target]}): {status}"
        for target in asked
        if (status := status_of(target)) not in (HTTPStatus.OK, HTTPStatus.FOUND)
    ]
    assert not broken


def test_every_anchor_on_a_page_has_its_place(crawled: dict[str, tuple[Listed, BeautifulSoup, int]]) -> None:
    faults = set()
    for address, (_listed, soup, _size) in crawled.items():
        ids = [str(tag["id"]) for tag in soup.find_all(id=True)]
        faults |= {f"{address}: id {name} twice" for name in ids if ids.count(name) > 1}
        for link in soup.find_all("a", href=re.compile("^#.")):
            if str(link["href"])[1:] not in ids:
                faults.add(f"{address}: {link['href']}")
    assert not faults
