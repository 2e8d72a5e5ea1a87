"""Reads the text of one file, in a process of its own: `python -m search.files.extraction KIND LANGUAGE`.

The file comes as the standard input. The answer is JSON on the standard output:
`{"pages": ["text", …], "problem": "", "is_whole": true}`. Whoever made the file may have meant harm: the
process has limits of memory, time and output, opens nothing else, and dies alone.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any

from search.files import problems

MOST_PAGES = 500
MOST_TEXT = 1_000_000  # characters of a file
MOST_OF_A_PAGE = 100_000  # characters; the rest of a longer page is left out
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of one part of a packed file
PART_LENGTH = 4_000  # characters of what stands for a page where a file has none
MEMORY = 1024 * 1024 * 1024  # bytes, what the reader itself needs included
SECONDS = 30  # of the processor
MOST_WRITTEN = 16 * 1024 * 1024  # bytes

_UNREADABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000), 0xFFFF], " ")
_HYPHENS = {0xFFFE: None, 0x00AD: None}  # where a word was broken at the end of a line
# What a text without a mark of its encoding was written in, where it is no UTF-8.
_ENCODINGS = {"bg": "cp1251", "pl": "cp1250", "ro": "cp1250", "lv": "cp1257"}

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# What no reader of the file sees: deleted text, remarks, the second telling of a drawing.
_UNSEEN = {_FALLBACK, f"{_WORD}del", f"{_WORD}moveFrom", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"}
_OLE = b"\xd0\xcf\x11\xe0"  # how an encrypted file of an office begins


class ProblemError(Exception):
    """The file has no text to be searched; `code` tells why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read(file: IO[bytes], kind: str, language: str) -> dict[str, Any]:
    """Return the pages of a file, or the problem that it has."""
    pages: list[str] = []
    is_whole, room = True, MOST_TEXT
    try:
        for page in READERS[kind](file, language):
            if len(pages) == MOST_PAGES or not room:
                is_whole = False
                break
            text = clean(page)
            is_whole = is_whole and len(text) <= min(room, MOST_OF_A_PAGE)
            pages.append(text[: min(room, MOST_OF_A_PAGE)])
            room -= len(pages[-1])
    except ProblemError as problem:
        return {"pages": [], "problem": problem.code, "is_whole": True}
    except MemoryError:
        return {"pages": [], "problem": problems.TOO_LARGE, "is_whole": True}
    except Exception:  # noqa: BLE001  whatever a library says of a broken file
        return {"pages": [], "problem": problems.BROKEN, "is_whole": True}
    if not any(pages):
        return {"pages": [], "problem": problems.SCANNED, "is_whole": True}
    return {"pages": pages, "problem": "", "is_whole": is_whole}


def clean(text: str) -> str:
    """Return a text in one line, without what is no sign, broken words joined."""
    return " ".join(text.translate(_HYPHENS).translate(_UNREADABLE).split())


# ---------------------------------------------------------------- kinds of files


def read_pdf(file: IO[bytes], _language: str) -> Iterator[str]:
    """Yield the text of each page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise ProblemError(problems.ENCRYPTED if encrypted else problems.BROKEN) from error
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        yield text.get_text_range(0, min(text.count_chars(), MOST_OF_A_PAGE)) if text.count_chars() else ""
        text.close()
        page.close()


def read_docx(file: IO[bytes], _language: str) -> Iterator[str]:
    """Yield the text, with its notes, in parts."""
    with _opened(file) as packed:
        yield from _parts(
            paragraph
            for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
            if name in packed.namelist() or name == "word/document.xml"
            for paragraph in _paragraphs(packed, name, {f"{_WORD}p"}, _word_text)
        )


def read_odt(file: IO[bytes], _language: str) -> Iterator[str]:
    """Yield the text in parts."""
    with _opened(file) as packed:
        if "META-INF/manifest.xml" in packed.namelist() and b"encryption-data" in _content(
            packed, "META-INF/manifest.xml"
        ):
            raise ProblemError(problems.ENCRYPTED)
        yield from _parts(_paragraphs(packed, "content.xml", {f"{_TEXT}p", f"{_TEXT}h"}, _open_text))


def read_xlsx(file: IO[bytes], _language: str) -> Iterator[str]:
    """Yield the words of the sheets in parts: each word once, as such a file keeps them."""
    with _opened(file) as packed:
        names = [name for name in packed.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        shared = [name for name in ("xl/sharedStrings.xml",) if name in packed.namelist()]
        yield from _parts(
            text
            for name in [*shared, *sorted(names)]
            for text in _paragraphs(packed, name, {f"{_SHEET}si", f"{_SHEET}is"}, _sheet_text)
        )


def read_text(file: IO[bytes], language: str) -> Iterator[str]:
    """Yield the text in parts, in whatever encoding it was written."""
    content = file.read(4 * MOST_TEXT)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode(_ENCODINGS.get(language, "cp1252"), errors="replace")
    yield from _parts(iter(text.splitlines()))


READERS: dict[str, Callable[[IO[bytes], str], Iterator[str]]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "odt": read_odt,
    "xlsx": read_xlsx,
    "csv": read_text,
    "txt": read_text,
}


# ---------------------------------------------------------------- packed files


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    if file.read(4) == _OLE:
        raise ProblemError(problems.ENCRYPTED)
    file.seek(0)
    return zipfile.ZipFile(file)


def _content(packed: zipfile.ZipFile, name: str) -> bytes:
    """Return a part of a packed file; it is never unpacked beyond the size that was asked for."""
    entry = packed.getinfo(name)
    if entry.flag_bits & 1:
        raise ProblemError(problems.ENCRYPTED)
    with packed.open(entry) as opened:
        content = opened.read(MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:
        raise ProblemError(problems.TOO_LARGE)
    return content


def _paragraphs(
    packed: zipfile.ZipFile, name: str, tags: set[str], text_of: Callable[[Any], Iterator[str]]
) -> Iterator[str]:
    """Yield the paragraphs of a part; one within another, as in a drawing, is told with the outer one."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(_content(packed, name), parser)
    todo = [root]
    while todo:
        element = todo.pop()
        if element.tag in tags:
            yield "".join(text_of(element))
        elif element.tag not in _UNSEEN:
            todo.extend(reversed(element))


def _seen(element: Any) -> Iterator[Any]:
    """Yield the elements below one in order but those that no reader sees."""
    todo = list(reversed(element))
    while todo:
        child = todo.pop()
        if child.tag in _UNSEEN or (child.tag == f"{_WORD}r" and child.find(f"{_WORD}rPr/{_WORD}vanish") is not None):
            continue
        yield child
        todo.extend(reversed(child))


def _word_text(paragraph: Any) -> Iterator[str]:
    for element in _seen(paragraph):
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in (f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr", f"{_WORD}p"):
            yield " "
        elif element.tag == f"{_WORD}noBreakHyphen":
            yield "-"


def _sheet_text(cell: Any) -> Iterator[str]:
    yield from (element.text or "" for element in cell.iter(f"{_SHEET}t"))


def _open_text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break", f"{_TEXT}p"):
            yield " "
        if child.tag not in _UNSEEN and isinstance(child.tag, str):
            yield from _open_text(child)
        yield child.tail or ""


def _parts(paragraphs: Iterator[str]) -> Iterator[str]:
    """Yield paragraphs together up to a length."""
    part: list[str] = []
    length = 0
    for paragraph in paragraphs:
        part.append(paragraph)
        length += len(paragraph)
        if length >= PART_LENGTH:
            yield "\n".join(part)
            part, length = [], 0
    if length:
        yield "\n".join(part)


# ---------------------------------------------------------------- the process


def limit() -> None:
    """Let the process have no more memory, time and output than a file needs, where the system has limits."""
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
            continue  # macOS knows the limit of memory, and refuses it


def main() -> None:
    """Read the standard input and answer."""
    limit()
    kind, language = sys.argv[1:]
    answer = read(sys.stdin.buffer, kind, language)
    # What the text may hold beside letters is told in JSON's own way, so that nothing can fail in writing it.
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
