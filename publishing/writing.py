"""What a document is set from: pieces of JSON that name their kind, made of runs of text.

Nothing here is markup: the template `work.typ` lays out what it is given and reads no text as code. A run has its
`text`; `bold`, `lang` where they differ from what is around it; and where it leads: `href`, `to` inside the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from cms import correspondence
from cms.bodies.rich_text import Break, Items, Link, Paragraph, Words, tree
from cms.bodies.targets import Known
from cms.destinations import allowed
from cms.facets import Label
from cms.links import Links
from cms.site_addresses import whole

Run = dict[str, Any]
Runs = list[Run]
Piece = dict[str, Any]


@dataclass
class Hand:
    """What writes a document: its language, where its links lead, and the pictures that it has shown so far.

    `places` are the parts of the document by their address on the site, so that a link to one leads there; `prefix`
    goes before the anchors of a part, so that those of several parts differ. `pictures` are renditions by the name
    that stands in the document.
    """

    language: str
    links: Links
    places: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    pictures: dict[str, Any] = field(default_factory=dict)

    def run(self, text: Any, language: str = "", address: str = "", bold: bool = False) -> Run:
        """Return a run; a language that is the document's own is not said again."""
        made: Run = {"text": str(text)}
        if bold:
            made["bold"] = True
        if language and language != self.language:
            made["lang"] = language
        return made | self._leading(address)

    def _leading(self, address: str) -> Run:
        """Return where a link leads: to a part of this document, else to an address that links may lead to.

        A link into another part leads to its section, or to the part where that has no such section.
        """
        address = allowed(address)
        path, _sign, anchor = address.removeprefix(settings.SITE_URL).partition("#")
        if address.startswith("#"):
            return {"to": self.prefix + address[1:]}
        if path in self.places:
            part = self.places[path]
            return {"to": f"{part}-{anchor}", "within": part} if anchor else {"to": part}
        if address.startswith("?"):
            return {}
        return {"href": whole(address)} if address else {}

    def label(self, label: Label | str | None, address: str = "") -> Runs:
        """Return a name, in its own language where that is another one."""
        if isinstance(label, Label):
            return [self.run(label.text, label.language, address)]
        return [self.run(label, address=address)] if label else []

    def labels(self, several: Iterable[Label | str], between: str = ", ") -> Runs:
        """Return names with something between them."""
        found: Runs = []
        for label in several:
            found += [*([self.run(between)] if found else []), *self.label(label)]
        return found

    def words(self, *parts: Any, between: str = " · ") -> Runs:
        """Return what is there of some parts, each a text, a label or runs, with something between them."""
        found: Runs = []
        for part in parts:
            runs = part if isinstance(part, list) else self.label(part)
            if runs:
                found += [*([self.run(between)] if found else []), *runs]
        return found

    def plain(self, text: str, **about: Any) -> Runs:
        """Return plain text whose e-mail addresses can be used by people; `about` as for a run."""
        found: Runs = []
        end = 0
        for email in correspondence.EMAIL.finditer(text):
            before = text[end : email.start()]
            found += [*([self.run(before, **about)] if before else []), self.email(email[0])]
            end = email.end()
        rest = text[end:]
        return [*found, *([self.run(rest, **about)] if rest else [])]

    def email(self, address: str, words: str = "") -> Run:
        """Return a link that writes to an e-mail address, which people can read and harvesters do not find."""
        shown = words or correspondence.readable(address)
        return self.run(shown, address=correspondence.address(address))

    def paragraphs(self, text: str, **about: Any) -> list[Piece]:
        """Return plain text as paragraphs, parted where a line is empty."""
        parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
        return [paragraph(self.plain(part, **about)) for part in parts if part.strip()]

    # ------------------------------------------------------------------------------- rich text

    def rich(self, source: str) -> list[Piece]:
        """Return stored rich text as paragraphs and lists, its links leading to the reader's language."""
        return [self._piece(part) for part in tree(self.links.written(source), Known(self.language))]

    def _piece(self, part: Paragraph | Items) -> Piece:
        if isinstance(part, Items):
            return listing(([self._piece(inner) for inner in item.children] for item in part.items), part.ordered)
        return paragraph([run for inline in part.children for run in self._runs(inline)])

    def _runs(self, inline: Words | Break | Link) -> Runs:
        if isinstance(inline, Break):
            return [self.run("\n")]
        if isinstance(inline, Words):
            return self.plain(inline.text, bold=inline.bold)
        address = inline.target.address
        if address.lower().startswith("mailto:"):
            words = "".join(one.text if isinstance(one, Words) else " " for one in inline.children).strip()
            return [self.email(address[7:].partition("?")[0], "" if "@" in words else words)]
        return [
            self.run(one.text, address=address, bold=one.bold) if isinstance(one, Words) else self.run("\n")
            for one in inline.children
        ]


def paragraph(runs: Runs, **more: Any) -> Piece:
    """Return a paragraph."""
    return {"kind": "paragraph", "runs": runs, **more}


def heading(runs: Runs, level: int, anchor: str = "") -> Piece:
    """Return the heading of a section; its anchor is where links to it lead."""
    return {"kind": "heading", "runs": runs, "level": level, "anchor": anchor}


def listing(items: Iterable[list[Piece]], numbered: bool = False) -> Piece:
    """Return a list of items of one piece or more."""
    return {"kind": "list", "numbered": numbered, "items": list(items)}
