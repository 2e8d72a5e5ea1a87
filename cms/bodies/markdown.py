r"""CommonMark, with the tables of GitHub's: a tree or plain texts as a program or a person can read them on.

Every sign that could mean something is escaped, so that words stay words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from cms.bodies.rich_text import Break, Items, Link, Paragraph, Words

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>|~&]")
_AT_A_LINE_S_START = re.compile(r"^(\s*)([#+=-]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_IN_ADDRESS = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}


def plain(text: str) -> str:
    """Return a text on one line as words without meaning."""
    return _line_start(_escaped(" ".join(text.split())))


def paragraphs(text: str) -> str:
    """Return a text of several paragraphs, as somebody typed it: an empty line parts two, a line ends where it ends."""
    several = (part.strip().splitlines() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
    return "\n\n".join("\\\n".join(map(plain, lines)) for lines in several if lines)


def link(words: str, address: str) -> str:
    """Return a link; `words` are Markdown."""
    return f"[{words}]({_address(address)})"


def picture(alt: str, address: str) -> str:
    """Return a picture."""
    return f"!{link(_escaped(' '.join(alt.split())), address)}"


def quoted(text: str) -> str:
    """Return Markdown as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of plain texts."""
    lines = [columns, *rows]
    written = [f"| {' | '.join(_escaped(' '.join(cell.split())) for cell in cells)} |" for cells in lines]
    return "\n".join([written[0], f"|{' --- |' * len(columns)}", *written[1:]])


def together(parts: Iterable[str]) -> str:
    """Return parts as one text, an empty line between two of them."""
    return "\n\n".join(filter(None, parts))


def tree(parts: Iterable[Paragraph | Items]) -> str:
    """Return running text."""
    written: list[str] = []
    last: Paragraph | Items | None = None
    for part in parts:
        if isinstance(part, Items) and isinstance(last, Items) and part.ordered == last.ordered:
            written.append("<!-- -->")  # else the two lists were one
        written.append(_items(part) if isinstance(part, Items) else _line_start(_inlines(part.children)))
        last = part
    return together(written)


def _items(several: Items) -> str:
    entries = []
    for number, item in enumerate(several.items, start=1):
        mark = f"{number}. " if several.ordered else "- "
        entries.append(mark + tree(item.children).replace("\n", "\n" + " " * len(mark)))
    text = "\n".join(entries)
    return re.sub(r"^ +$", "", text, flags=re.MULTILINE)


def _inlines(inlines: Sequence[Words | Break | Link]) -> str:
    written = ""
    for place, inline in enumerate(inlines):
        if isinstance(inline, Break):
            written += "\\\n"
        elif isinstance(inline, Link):
            written += link(_inlines(inline.children), inline.target.address)
        else:
            following = inlines[place + 1] if place + 1 < len(inlines) else None
            after = following.text[:1] if isinstance(following, Words) else ""
            written += _emphasised(inline, written[-1:], after)
    return written


def _emphasised(words: Words, before: str, after: str) -> str:
    """Return words with their emphasis; where stars would not be read as such it is written in HTML."""
    inner = words.text.strip()
    if not (inner and (words.bold or words.italic)):
        return _escaped(words.text)
    stars = "*" * (2 * words.bold + words.italic)
    start, end = words.text.split(inner, 1)
    before, after = start[-1:] or before, end[:1] or after
    misread = (_is_sign(inner[0]) and not _is_open(before)) or (_is_sign(inner[-1]) and not _is_open(after))
    if misread or before == "*" or after == "*":
        opening = "<strong>" * words.bold + "<em>" * words.italic
        closing = "</em>" * words.italic + "</strong>" * words.bold
        return f"{start}{opening}{_escaped(inner)}{closing}{end}"
    return f"{start}{stars}{_escaped(inner)}{stars}{end}"


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _is_open(sign: str) -> bool:
    return not sign or sign.isspace() or _is_sign(sign)


def _escaped(text: str) -> str:
    return _MEANS_SOMETHING.sub(r"\\\g<0>", text)


def _line_start(text: str) -> str:
    """Return Markdown in which no line begins a heading or a list."""
    return _AT_A_LINE_S_START.sub(lambda found: _guarded(found[1], found[2]), text)


def _guarded(blanks: str, sign: str) -> str:
    # After a number it is the dot or the bracket that makes it an item.
    return f"{blanks}{sign}\\" if sign.isdecimal() else f"{blanks}\\{sign}"


def _address(address: str) -> str:
    return "".join(_IN_ADDRESS.get(sign, sign) for sign in address)
