"""Reads the text of one file, in a process of its own: `python -m search.files.extraction KIND LANGUAGE`.

The file comes as the standard input. The answer is JSON on the standard output:
`{"pages": ["text", …], "problem": "", "is_whole": true}`, with `"has_hidden": true` where parts of it are hidden.
The file may have been made to do harm. So the process has limits of memory, time and output, opens nothing else, and
takes nothing down with it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

from cms.decoding import decoded
from cms.packed import LockedError, TooLargeError
from search.files import problems
from search.files.docx import read_docx
from search.files.odt import read_odt
from search.files.parts import HIDDEN, TextOrMark, joined
from search.files.pdf import MOST_OF_A_PAGE, EncryptedError, read_pdf
from search.files.rules import MOST_WRITTEN
from search.files.xlsx import read_xlsx

MOST_PAGES = 500
MOST_TEXT = 1_000_000  # characters of a file
MEMORY = 1024 * 1024 * 1024  # bytes, those of the program itself included
SECONDS = 30  # of the processor

_UNREADABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000), 0xFFFF], " ")
_HYPHENS = {0xFFFE: None, 0x00AD: None}  # stand where a word was broken at the end of a line


def read(file: IO[bytes], kind: str, language: str) -> dict[str, Any]:
    """Return the pages of a file, or the problem that it has."""
    pages: list[str] = []
    is_whole, room, has_hidden = True, MOST_TEXT, False
    try:
        for page in READERS[kind](file, language):
            if page is HIDDEN:
                has_hidden = True
                continue
            if len(pages) == MOST_PAGES or not room:
                is_whole = False
                break
            text = clean(str(page))
            is_whole = is_whole and len(text) <= min(room, MOST_OF_A_PAGE)
            pages.append(text[: min(room, MOST_OF_A_PAGE)])
            room -= len(pages[-1])
    except (LockedError, EncryptedError):
        return {"pages": [], "problem": problems.ENCRYPTED, "is_whole": True}
    except (TooLargeError, MemoryError):
        return {"pages": [], "problem": problems.TOO_LARGE, "is_whole": True}
    except Exception:  # noqa: BLE001  a library may raise anything for a broken file
        return {"pages": [], "problem": problems.BROKEN, "is_whole": True}
    hidden = {"has_hidden": True} if has_hidden else {}
    if not any(pages):
        return {"pages": [], "problem": problems.SCANNED, "is_whole": True, **hidden}
    return {"pages": pages, "problem": "", "is_whole": is_whole, **hidden}


def clean(text: str) -> str:
    """Return a text in one line, with broken words joined and unreadable signs left out."""
    return " ".join(text.translate(_HYPHENS).translate(_UNREADABLE).split())


# ---------------------------------------------------------------- kinds of files


def read_text(file: IO[bytes], language: str) -> Iterator[TextOrMark]:
    """Yield the text in parts, in whatever encoding it was written."""
    yield from joined(iter(decoded(file.read(4 * MOST_TEXT), language).splitlines()))


READERS: dict[str, Callable[[IO[bytes], str], Iterator[TextOrMark]]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "odt": read_odt,
    "xlsx": read_xlsx,
    "csv": read_text,
    "txt": read_text,
}


# ---------------------------------------------------------------- the process


def limit() -> None:
    """Limit the memory, time and output of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    wanted = {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": SECONDS, "RLIMIT_FSIZE": MOST_WRITTEN, "RLIMIT_CORE": 0}
    for name, value in wanted.items():
        kind = getattr(resource, name)
        _soft, hard = resource.getrlimit(kind)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (allowed, hard))
        except (ValueError, OSError):
            continue  # macOS has the limit of memory, but refuses to set it


def main() -> None:
    """Read the standard input and answer."""
    limit()
    kind, language = sys.argv[1:]
    answer = read(sys.stdin.buffer, kind, language)
    # JSON writes signs that are not ASCII as escapes, so that no text can fail to be written.
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
