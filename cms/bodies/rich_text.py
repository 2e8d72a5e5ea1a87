"""Running text as a tree: paragraphs and lists of words, line breaks and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Literal
from urllib.parse import unquote

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
from django.conf import settings
from pydantic import Field

from cms import correspondence
from cms.bodies.targets import FileTarget, Known, PageTarget, Target, WebTarget
from cms.destinations import is_allowed
from cms.links import linked
from cms.site_addresses import whole

_PARTS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "section", "pre"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # a no-break blank is none of HTML's


@dataclass(frozen=True)
class Words:
    """Words that look alike."""

    text: str
    bold: bool = False
    italic: bool = False
    type: Literal["text"] = "text"


@dataclass(frozen=True)
class Break:
    """The end of a line within a paragraph."""

    type: Literal["break"] = "break"


Unlinked = Annotated[Words | Break, Field(discriminator="type")]


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    target: Target
    children: tuple[Unlinked, ...]
    type: Literal["link"] = "link"


Inline = Annotated[Words | Break | Link, Field(discriminator="type")]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Item:
    """One entry of a list; it may hold a list of its own."""

    children: tuple[Part, ...]
    type: Literal["item"] = "item"


@dataclass(frozen=True)
class Items:
    """A list, numbered where it is ordered."""

    ordered: bool
    items: tuple[Item, ...]
    type: Literal["list"] = "list"


Part = Annotated[Paragraph | Items, Field(discriminator="type")]


def tree(source: str, known: Known) -> tuple[Paragraph | Items, ...]:
    """Return stored running text as a tree; of a link to what readers cannot see the words stay."""
    reached = ((kind, key, known.target(kind, key)) for kind, key in linked(source))
    return _tree(source, tuple(reached), settings.SITE_URL)


@lru_cache(maxsize=2000)  # texts; to read one takes longer than all else that is done with it
def _tree(
    source: str, reached: tuple[tuple[str, int, PageTarget | FileTarget | None], ...], _site: str
) -> tuple[Paragraph | Items, ...]:
    """Return the tree of a text whose links lead to what they reach, on a site that whole addresses begin with."""
    pages = {key: target for _kind, key, target in reached if isinstance(target, PageTarget)}
    files = {key: target for _kind, key, target in reached if isinstance(target, FileTarget)}
    return tuple(_parts(BeautifulSoup(source, "html.parser").children, Known("", pages, files)))


def _parts(elements: Iterable[PageElement], known: Known) -> Iterator[Paragraph | Items]:
    """Yield paragraphs and lists; words that stand in neither are a paragraph."""
    loose: list[PageElement] = []
    for element in elements:
        if not (isinstance(element, Tag) and element.name in _PARTS):
            loose.append(element)
            continue
        yield from _paragraph(loose, known)
        loose = []
        if element.name in ("ul", "ol"):
            entries = (Item(tuple(_parts(entry.children, known))) for entry in element.find_all("li", recursive=False))
            yield Items(element.name == "ol", tuple(entry for entry in entries if entry.children))
        elif element.find(list(_PARTS)):
            yield from _parts(element.children, known)
        else:
            yield from _paragraph(element.children, known)
    yield from _paragraph(loose, known)


def _paragraph(elements: Iterable[PageElement], known: Known) -> Iterator[Paragraph]:
    children = _trimmed([inline for element in elements for inline in _inlines(element, known, Words(""))])
    if children:
        yield Paragraph(children)


def _inlines(element: PageElement, known: Known, look: Words) -> Iterator[Words | Break | Link]:
    """Yield the words of an element; `look` is how they look."""
    if type(element) is NavigableString:
        if text := _BLANKS.sub(" ", str(element)):
            yield replace(look, text=correspondence.readable(text))
    elif isinstance(element, Tag):
        if element.name == "br":
            yield Break()
            return
        inner = replace(
            look, bold=look.bold or element.name in ("b", "strong"), italic=look.italic or element.name in ("i", "em")
        )
        children = [inline for child in element.children for inline in _inlines(child, known, inner)]
        target = _target(element, known) if element.name == "a" else None
        if target is None:
            yield from children
        else:
            yield Link(target, tuple(inline for inline in children if not isinstance(inline, Link)))


def _target(link: Tag, known: Known) -> PageTarget | FileTarget | WebTarget | None:
    kind, key, address = (str(link.get(name, "")) for name in ("linktype", "id", "href"))
    if kind in ("page", "document") and key.isdecimal():
        return known.target(kind, int(key))
    return WebTarget(web_address(address)) if is_allowed(address) else None


def web_address(address: str) -> str:
    """Return an address that somebody typed, whole; one that writes an e-mail leads there by this site."""
    scheme, _colon, rest = address.partition(":")
    if scheme.lower() != "mailto":
        return whole(address)
    return whole(correspondence.address(unquote(rest.partition("?")[0])))


def _trimmed(inlines: list[Words | Break | Link]) -> tuple[Words | Break | Link, ...]:
    """Return the words of a paragraph without blanks at the ends of its lines, and what looks alike in one."""
    found: list[Words | Break | Link] = []
    for inline in inlines:
        last = found[-1] if found else Break()
        if isinstance(inline, Words):
            text = inline.text.lstrip() if isinstance(last, Break) or _ends_blank(last) else inline.text
            if not text:
                continue
            if isinstance(last, Words) and (last.bold, last.italic) == (inline.bold, inline.italic):
                found[-1] = replace(last, text=last.text + text)
            else:
                found.append(replace(inline, text=text))
        elif isinstance(inline, Break):
            _strip_end(found)
            found.append(inline)
        elif inline.children:
            found.append(inline)
    while found and (isinstance(found[-1], Break) or (isinstance(found[-1], Words) and not found[-1].text.strip())):
        found.pop()
    _strip_end(found)
    while found and isinstance(found[0], Break):
        found.pop(0)
    return tuple(found)


def _ends_blank(inline: Words | Break | Link) -> bool:
    return isinstance(inline, Words) and inline.text.endswith(" ")


def _strip_end(found: list[Words | Break | Link]) -> None:
    if found and isinstance(last := found[-1], Words):
        found[-1] = replace(last, text=last.text.rstrip())
        if not last.text.strip():
            found.pop()
