"""What has changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_TOKEN = re.compile(r"⟨[^⟨⟩]*⟩|\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Part:
    """A piece of text: `kind` is "" where both texts have it, "new" or "old" where one has."""

    kind: str
    text: str


def compared(old: str, new: str) -> list[Part]:
    """Return the pieces of two texts in their order; neighbours of a kind are one piece."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    parts: list[Part] = []
    for kind, from_old, to_old, from_new, to_new in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("", "".join(after[from_new:to_new])))
            continue
        parts.append(Part("old", "".join(before[from_old:to_old])))
        parts.append(Part("new", "".join(after[from_new:to_new])))
    return _joined(part for part in parts if part.text)


def _joined(parts: Iterable[Part]) -> list[Part]:
    return [Part(kind, "".join(one.text for one in same)) for kind, same in groupby(parts, lambda one: one.kind)]
