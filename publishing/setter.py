"""Sets one document, in a process of its own: `python -m publishing.setter FOLDER SECONDS`.

The content comes as JSON on the standard input, its pictures lie in the folder; SECONDS since 1970 are the moment that
the document was changed. The answer is the PDF on the standard output, else the reason on the standard error. Typst
keeps what it has set in memory for good, some megabytes a page, and cannot be interrupted: so its process ends.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
TEMPLATE = HERE / "work.typ"
FONTS = HERE / "fonts"
MEMORY = 3 * 1024 * 1024 * 1024  # bytes, those of the program itself included
MOST_TRIES = 20  # a complaint names all signs that one font lacks, often several at once
# Typst's complaint about a text of which no font has the signs.
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def set_content(content: str, changed_at: int, folder: Path) -> bytes:
    """Return content as PDF/UA-1; the same content is always the same bytes. Raises typst.TypstError.

    A sign that is in none of the fonts is told by its number, as in “[U+1F9EE]”: nothing is left out in silence.
    The fonts are ours and those in Typst, none of the system, so that all machines set alike.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    compile_document: Any = typst.compile  # its types want one type for the template and the folder
    for _try in range(MOST_TRIES):
        try:
            made: bytes = compile_document(
                TEMPLATE.read_bytes(),
                root=folder,
                font_paths=fonts,
                format="pdf",
                sys_inputs={"content": content},
                pdf_standards="ua-1",
                timestamp=changed_at,
            )
        except typst.TypstError as error:
            lacking = _lacking(str(error))
            if not lacking:
                raise
            for sign in lacking:
                content = content.replace(sign, f"[U+{ord(sign):04X}]")
        else:
            return made
    message = "The text has too many signs that no font has."
    raise ValueError(message)


def _lacking(complaint: str) -> set[str]:
    """Return the signs that Typst has no font for."""
    texts = [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), found) for found in _LACKING.findall(complaint)]
    return {sign for text in texts for sign in text if ord(sign) > 0x7F}


def limit_memory() -> None:
    """Limit the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    except (ValueError, OSError):
        return  # macOS has the limit, but refuses to set it


def main() -> int:
    """Set the standard input and answer; return the exit code."""
    limit_memory()
    folder, changed_at = sys.argv[1:]
    content = sys.stdin.buffer.read().decode()
    try:
        sys.stdout.buffer.write(set_content(content, int(changed_at), Path(folder)))
    except (typst.TypstError, ValueError, MemoryError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
