"""Plain text, in whatever encoding it was written; one code for the check at upload and the reader."""

from __future__ import annotations

import codecs

# The longer marks first: the one of UTF-32 begins like the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
# What a text without a mark of its encoding was written in, where it is no UTF-8.
_OLDER = {"bg": "cp1251", "pl": "cp1250", "ro": "cp1250", "lv": "cp1257"}
_SPOILT = "\ufffd"


def decoded(content: bytes, language: str) -> str:
    """Return a text in a language; a byte that is none of it costs one letter, a letter cut at the end is left out.

    Without a mark it is UTF-8 where more letters beyond ASCII are whole in it than spoilt: in an older encoding hardly
    any is.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if encoding:
        return _decoded(content, encoding)
    text = _decoded(content, "utf-8")
    spoilt = text.count(_SPOILT)
    if spoilt and spoilt >= sum(not sign.isascii() for sign in text) - spoilt:
        return content.decode(_OLDER.get(language, "cp1252"), errors="replace")
    return text


def has_mark(beginning: bytes) -> bool:
    """Tell whether a file that begins so says in which encoding it is."""
    return any(beginning.startswith(mark) for mark, _name in _MARKS)


def is_text(beginning: bytes) -> bool:
    """Tell whether a file that begins so is plain text: it has letters of some encoding and no NUL."""
    return "\x00" not in decoded(beginning, "en")


def _decoded(content: bytes, encoding: str) -> str:
    """Return bytes as text; an unfinished letter at the end is none."""
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(content)
