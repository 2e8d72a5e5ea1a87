"""Texts as translators write them: what is formatted or linked stands between tags that cannot be mistaken for text.

Localize keeps a text as HTML, `See <a id="a1">the <b>guide</b></a> &amp; ask.<br>`; in the editor it is
`See ⟨a1⟩the ⟨b⟩guide⟨/b⟩⟨/a1⟩ & ask.` with a new line for `<br>`. The tags of a translation are those of its source.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from django.utils.translation import gettext as _

_TAG = re.compile(r"⟨(/?)([A-Za-z][A-Za-z0-9]*)⟩|<(/?)([A-Za-z][A-Za-z0-9]*)>")
_NEW_LINE = "br"
_UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")  # no database or no browser keeps these


class MarkupError(ValueError):
    """The tags of a text do not fit together; the message says which, in the language of who wrote them."""


class _Reader(HTMLParser):
    """Writes the HTML of a text in the notation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.tags: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == _NEW_LINE:
            self.written.append("\n")
            return
        name = dict(attrs).get("id") or tag
        self._open.append(name)
        self.tags.append(name)
        self.written.append(f"⟨{name}⟩")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag != _NEW_LINE:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != _NEW_LINE and self._open:
            self.written.append(f"⟨/{self._open.pop()}⟩")

    def handle_data(self, data: str) -> None:
        self.written.append(data)


@lru_cache(4096)
def _read(html: str) -> tuple[str, tuple[str, ...]]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.written), tuple(reader.tags)


def notation(html: str) -> str:
    """Return a text of localize as translators write it."""
    return _read(html)[0]


def tags(html: str) -> tuple[str, ...]:
    """Return the names of what is formatted or linked in a text of localize, in their order."""
    return _read(html)[1]


def html_of(written: str, allowed: Collection[str]) -> str:
    """Return what a translator wrote as localize keeps it.

    `allowed` are the names of the source's tags. What stands between < and > is a tag where the source has that one,
    text otherwise. Raises MarkupError.
    """
    if unusable := _UNUSABLE.search(written):
        raise MarkupError(
            _("The text has a character that cannot be kept: %(name)s.") % {"name": f"U+{ord(unusable[0]):04X}"}
        )
    said: list[str] = []
    standing: list[str] = []
    for text, tag, closes, name in _parts(written.replace("\r\n", "\n").replace("\r", "\n").strip()):
        said.append("<br>".join(escape(line, quote=False) for line in text.split("\n")))
        if not tag:
            continue
        if name not in allowed:
            if tag[0] == "<":
                said.append(escape(tag, quote=False))
                continue
            raise MarkupError(_("The original has no %(tag)s.") % {"tag": tag})
        if not closes:
            standing.append(name)
        elif not standing or standing[-1] != name:
            raise MarkupError(_("%(tag)s closes what is not open there.") % {"tag": tag})
        else:
            standing.pop()
        said.append(_html_tag(name, closes=bool(closes)))
    if standing:
        raise MarkupError(_("⟨%(name)s⟩ is not closed.") % {"name": standing[-1]})
    return "".join(said)


def _parts(written: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield text, the tag after it, whether it closes, and its name; the last is a text without a tag."""
    at = 0
    for found in _TAG.finditer(written):
        name = found[2] or found[4]
        yield written[at : found.start()], found[0], found[1] or found[3] or "", name
        at = found.end()
    yield written[at:], "", "", ""


def _html_tag(name: str, *, closes: bool) -> str:
    """Return the HTML of a tag: one with a number has its attributes in the source."""
    element = name.rstrip("0123456789")
    if closes:
        return f"</{element}>"
    return f"<{element}>" if element == name else f'<{element} id="{name}">'
