"""What a check is given, a text and its translation, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from typing import Any

from translation.enums import Severity

Span = tuple[int, int]  # from and to, in the target as it is stored, markup and all
_MARKUP = re.compile(r"<[^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_TAG = re.compile(r"<(?P<closes>/)?\s*(?P<name>[a-zA-Z]\w*)(?P<attributes>[^<>]*)>")
_ID = re.compile(r"""\bid=["']?([^"'\s>/]+)""")
# Addresses, placeholders, names of files, codes with signs in them, and lines of which the code of a language says that
# they are in another one: no words of this language.
_NO_WORDS = re.compile(
    r"(?m:^[a-z]{2}: .*$)|(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)”“»’]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|%\(\w+\)[a-z]|%[sd]|\{\{?[^{}]*\}\}?"
    r"|\w+_\w+|\b[\w-]+(?:\.[a-zA-Z]{2,4})+\b(?!\.\w)|[#@]\w+"
)
_KEPT = 4096
NOTHING = "\ufffc"  # stands for each sign of what is no word


@dataclass(frozen=True)
class Tag:
    """A tag in a text: its name, its `id` where it has one, and where it stands."""

    name: str
    key: str
    closes: bool
    empty: bool
    span: Span


@dataclass(frozen=True)
class Text:
    """A text as it is stored, read: what a reader sees of it, and its tags."""

    raw: str
    plain: str
    tags: tuple[Tag, ...]
    starts: tuple[int, ...] = field(repr=False)  # where each visible sign begins in the raw text, and where it ends

    def span(self, start: int, end: int) -> Span:
        """Return where visible signs stand in the text as it is stored."""
        ends = self.raw.find(";", self.starts[end - 1]) + 1 if end > start and self._is_entity(end - 1) else 0
        return self.starts[start], ends or (self.starts[end - 1] + 1 if end > start else self.starts[start])

    def _is_entity(self, number: int) -> bool:
        start = self.starts[number]
        return self.raw[start] == "&" and _MARKUP.match(self.raw, start) is not None

    @cached_property
    def prose(self) -> str:
        """Return what is visible, sign by sign, without what is no word of a language."""
        return _NO_WORDS.sub(lambda match: NOTHING * len(match[0]), self.plain)

    @cached_property
    def words(self) -> tuple[re.Match[str], ...]:
        """Return the words with their places in what is visible."""
        return tuple(_WORD.finditer(self.prose))


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@lru_cache(_KEPT)
def read(raw: str) -> Text:
    """Return a stored text with what a reader sees of it."""
    plain: list[str] = []
    starts: list[int] = []
    tags: list[Tag] = []
    at = 0
    for match in _MARKUP.finditer(raw):
        plain += raw[at : match.start()]
        starts += range(at, match.start())
        at = match.end()
        if tag := _TAG.fullmatch(match[0]):
            key = _ID.search(tag["attributes"])
            empty = tag["attributes"].rstrip().endswith("/") or tag["name"] == "br"
            tags.append(Tag(tag["name"].lower(), key[1] if key else "", bool(tag["closes"]), empty, match.span()))
            seen = "\n" if tag["name"] == "br" else ""
        else:
            seen = unescape(match[0])
        plain += seen
        starts += [match.start()] * len(seen)
    plain += raw[at:]
    starts += range(at, len(raw) + 1)
    return Text(raw, "".join(plain), tuple(tags), tuple(starts))


@dataclass(frozen=True)
class Term:
    """A term of the source with how the language says it: what is right, and what is never said."""

    source: str
    preferred: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unit:
    """A text of the source and its translation, both as localize keeps them: HTML, links as `<a id="a1">`.

    `max_length` counts visible signs. `elsewhere` are other translations of the same text in the object.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    rich: bool = True
    max_length: int | None = None
    terms: tuple[Term, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def original(self) -> Text:
        """Return the source as it is read."""
        return read(self.source)

    @cached_property
    def translated(self) -> Text:
        """Return the target as it is read."""
        return read(self.target)

    @cached_property
    def words_of_source(self) -> frozenset[str]:
        """Return the words of the source, names among them, in small letters."""
        return frozenset(word[0].lower() for word in self.original.words)


@dataclass(frozen=True)
class Finding:
    """What a check found: the check's `id`, how bad it is, and where in the target, where that can be said."""

    check: str
    severity: Severity
    text: Any = field(compare=False)  # a lazy text: each reader has it in their language
    said: Mapping[str, Any] = field(default_factory=dict, compare=False)
    span: Span | None = None

    @property
    def message(self) -> str:
        """Return what was found, in words, in the language of who reads it."""
        return str(self.text) % {name: str(value) for name, value in self.said.items()} if self.said else str(self.text)


def listed(parts: Sequence[str]) -> str:
    """Return a few parts of a text as a message names them."""
    return ", ".join(parts[:3]) + (" …" if len(parts) > 3 else "")
