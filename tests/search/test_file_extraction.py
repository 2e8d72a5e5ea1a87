"""What is read of a file of each kind, whatever state it is in."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from cms.packed import MOST_UNPACKED, Packed, TooLargeError
from search.files import extraction, reader_process, rules
from search.files.parts import PART_LENGTH
from search.files.reader_process import Extracted, extract
from tests.search.files import docx, locked_pdf, odt, packed, pdf, scanned_pdf


def extracted(content: bytes, kind: str, language: str = "en") -> Extracted:
    return extract(io.BytesIO(content), kind, language)


def test_every_kind_of_file_that_is_taken_has_a_reader() -> None:
    assert list(extraction.READERS) == list(rules.KINDS)


def test_the_pages_of_a_pdf() -> None:
    content = pdf("Orchids grow.", "", "Информационно общество.")
    assert extracted(content, "pdf") == Extracted(("Orchids grow.", "", "Информационно общество."))


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    content = pdf(
        '#set text(lang: "en", hyphenate: true)\n#block(width: 60pt)[Internationalisation of municipal administration]'
    )
    assert extracted(content, "pdf").pages == ("Internationalisation of municipal administration",)


def test_the_text_of_a_docx_without_what_no_reader_sees() -> None:
    document, buffer = Document(), io.BytesIO()
    document.add_paragraph("First\tparagraph.")
    document.add_table(1, 2).cell(0, 1).text = "In a cell"
    hidden = document.add_paragraph("Seen ").add_run("hidden")
    hidden.font.hidden = True
    deleted = document.add_paragraph().add_run("deleted")._r
    deleted.getparent().replace(deleted, deleted.makeelement(qn("w:del"), {}))
    document.save(buffer)
    assert extracted(buffer.getvalue(), "docx").pages == ("First paragraph. In a cell Seen",)


def test_a_long_docx_comes_in_parts() -> None:
    pages = extracted(docx(*[f"Paragraph {number} of many." for number in range(400)]), "docx").pages
    assert len(pages) > 1
    assert all(len(page) < 2 * PART_LENGTH for page in pages)
    assert " ".join(pages).count("Paragraph") == 400


def test_the_text_of_an_odt_without_remarks_and_deleted_text() -> None:
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:h>Heading</text:h><text:p>Two<text:s/>words<office:annotation><text:p>remark</text:p>"
        "</office:annotation> <text:span>more</text:span>.</text:p>"
    )
    assert extracted(odt(body), "odt").pages == ("Heading Two words more.",)


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        ("Община;брой", "utf-8", "bg"),
        ("Община;брой", "utf-8-sig", "bg"),
        ("Община;брой", "utf-16", "bg"),
        ("Община;брой", "cp1251", "bg"),
        ("Gmina Łódź", "cp1250", "pl"),
        ("Pašvaldība", "cp1257", "lv"),
        ("Røros", "cp1252", "nb"),
    ],
)
def test_a_text_in_the_encodings_of_its_language(text: str, encoding: str, language: str) -> None:
    assert extracted(text.encode(encoding), "csv", language).pages == (text,)


def test_no_sign_that_a_database_refuses_is_left() -> None:
    assert extraction.clean("a\x00b\ud800c\x0bd\ufffee­f") == "a b c def"


# ---------------------------------------------------------------- files without text


def broken_zip() -> bytes:
    return docx("Orchids.")[:-200]


def bomb() -> bytes:
    return packed({"content.xml": " " * (MOST_UNPACKED + 1)})


def locked_odt() -> bytes:
    return packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "\x01"})


def locked_entry() -> bytes:
    """Return a packed file that says that its text is encrypted."""
    content = bytearray(odt("<text:p>Orchids.</text:p>"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "kind", "problem"),
    [
        (scanned_pdf, "pdf", "scanned"),
        (lambda: locked_pdf("Orchids", "secret"), "pdf", "encrypted"),
        (lambda: pdf("Orchids.")[:300], "pdf", "broken"),
        (lambda: b"no PDF at all", "pdf", "broken"),
        (lambda: b"", "pdf", "broken"),
        (broken_zip, "docx", "broken"),
        (lambda: b"\xd0\xcf\x11\xe0 of an office", "docx", "encrypted"),
        (lambda: docx(""), "docx", "scanned"),
        (bomb, "odt", "too_large"),
        (locked_odt, "odt", "encrypted"),
        (locked_entry, "odt", "encrypted"),
        (lambda: packed({"content.xml": "<not closed>"}), "odt", "broken"),
        (lambda: packed({"other.xml": ""}), "odt", "broken"),
        (lambda: odt("<text:p>x&i;</text:p>", ENTITIES), "odt", "broken"),
        (lambda: b"  \n", "txt", "scanned"),
    ],
)
def test_a_file_without_text_says_what_is_wrong(content: object, kind: str, problem: str) -> None:
    assert callable(content)
    assert extracted(content(), kind) == Extracted(problem=problem)


def test_nothing_outside_a_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    outside = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    assert "secret" not in " ".join(extracted(odt("<text:p>Orchids &a;</text:p>", outside), "odt").pages)


def test_a_very_long_file_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MOST_PAGES", 2)
    read = extraction.read(io.BytesIO(pdf("One", "Two", "Three")), "pdf", "en")
    assert read == {"pages": ["One", "Two"], "problem": "", "is_whole": False}
    monkeypatch.setattr(extraction, "MOST_TEXT", 4)
    read = extraction.read(io.BytesIO(pdf("One", "Two")), "pdf", "en")
    assert read == {"pages": ["One", "T"], "problem": "", "is_whole": False}


def test_a_file_larger_than_an_upload_is_not_read(settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    assert extracted(pdf("Orchids."), "pdf") == Extracted(problem="too_large")


# ---------------------------------------------------------------- a process that goes wrong


def outcome(program: str) -> Extracted:
    return extract(io.BytesIO(b""), "pdf", "en", [sys.executable, "-c", program])


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "PATIENCE", 0.2)
    assert outcome("import time; time.sleep(60)") == Extracted(problem="timed_out")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_process_that_only_reckons_is_ended_by_the_system() -> None:
    program = "from search.files import extraction as e; e.SECONDS = 1; e.limit()\nwhile True: pass"
    assert outcome(program) == Extracted(problem="timed_out")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only some systems limit memory")
def test_a_file_that_wants_more_memory_than_it_may_have_is_too_large() -> None:
    program = (
        "from search.files import extraction as e\n"
        "def greedy(file, language): yield str(bytearray(e.MEMORY))\n"
        "e.MEMORY = 300 * 1024 * 1024; e.READERS['pdf'] = greedy; e.main()"
    )
    assert outcome(program) == Extracted(problem="too_large")


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "print('no JSON')",
        "print('[]')",
        """print('{"pages": [], "problem": "another", "is_whole": true}')""",
        "",
    ],
)
def test_a_process_that_dies_or_talks_nonsense_tells_of_a_broken_file(program: str) -> None:
    assert outcome(program) == Extracted(problem="broken")


def test_the_locked_file_is_a_good_one() -> None:
    document = pypdfium2.PdfDocument(locked_pdf("Orchids", "secret"), password="secret")
    assert "Orchids" in document[0].get_textpage().get_text_range()


def test_a_packed_file_never_unpacks_beyond_what_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.packed.MOST_UNPACKED", 10)
    with Packed(io.BytesIO(odt("<text:p>Orchids.</text:p>"))) as file, pytest.raises(TooLargeError):
        file.content("content.xml")
