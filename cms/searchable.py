"""What a page tells the search about itself: the only thing search knows of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

BETWEEN_FACTS = " · "  # in a section's text, where no sentence ends
_SENTENCE_ENDS = re.compile(r"[.!?…:;,]\W*$")
# What is no work is less than 1: it answers only where no work does.
SITE_IMPORTANCE = 0.5  # of a page about the site
LIST_IMPORTANCE = 0.3  # of a page that leads to answers, such as a list or a front page
COLLECTION_IMPORTANCE = 0.08  # of a page of many short answers that have nothing to do with one another
_MARGIN = "margin:"  # before an anchor; no anchor has a colon
MOST_SUGGESTIONS = 8  # below a search field


@dataclass(frozen=True)
class Section:
    """A part of a page that a result can link to; the page's start has an empty anchor.

    What only the margin explains, such as a definition that many pages repeat, is a part by itself: it is found, but
    shown only where the part beside it has no words of its own to show.
    """

    anchor: str
    heading: str
    text: str

    @classmethod
    def in_margin(cls, anchor: str, text: str) -> Section:
        """Return what the margin explains beside the part with an anchor."""
        return cls(f"{_MARGIN}{anchor}", "", text)

    @property
    def beside(self) -> str | None:
        """Return the anchor of the part in whose margin the text stands, None where it stands in none."""
        return self.anchor.removeprefix(_MARGIN) if self.anchor.startswith(_MARGIN) else None


def one_after_another(texts: Iterable[str]) -> str:
    """Return texts as one in which cells, items and paragraphs stay apart, also where no sentence ends."""
    found = ""
    for text in (" ".join(one.split()) for one in texts):
        if text:
            between = "" if not found else " " if _SENTENCE_ENDS.search(found) else BETWEEN_FACTS
            found += between + text
    return found


@dataclass(frozen=True)
class FileRef:
    """A file that a page offers: the number of its document, its title, and the language of its text."""

    document: int
    title: str
    language: str


@dataclass(frozen=True)
class SearchContent:
    """The text of one page in its own language; what `ages` is wanted less as years pass.

    `importance` is what its rank is multiplied by.
    The search adds the `files` that it has read.
    """

    title: str
    summary: str
    sections: tuple[Section, ...]
    date: date | None = None
    ages: bool = False
    importance: float = 1.0
    files: tuple[FileRef, ...] = ()
