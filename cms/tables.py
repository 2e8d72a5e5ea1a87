"""Tables that are taken away: written as CSV and as Office Open XML while their rows are read, however many."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from babel.numbers import get_decimal_symbol
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from cms.languages import babel_locale
from cms.spreadsheets import as_text

# The heads of the columns, then the values of each row.
Rows = Iterable[Sequence[Any]]

SHEET = "Vademecum"
WIDE, WIDEST = 14, 28  # of a column, in characters
LONGEST_TEXT = 32_767  # characters of a cell
CHUNK = 64 * 1024  # characters or bytes that are sent together
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  a workbook knows no time zones


def as_csv(rows: Rows, language: str = "") -> Iterator[bytes]:
    """Yield a table as CSV: for programs as RFC 4180 has it, in UTF-8; with a language for an office there.

    Where the decimal sign is a comma, a spreadsheet expects the semicolon between columns. Without the mark at the
    beginning it guesses a wrong encoding.
    """
    decimal = get_decimal_symbol(babel_locale(language)) if language else "."
    text = io.StringIO("\ufeff" if language else "", newline="")
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text, delimiter=";" if decimal == "," else ",")
    for row in rows:
        writer.writerow([_text(value, decimal) for value in row])
        if text.tell() >= CHUNK:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def as_xlsx(rows: Rows, _language: str = "") -> Iterator[bytes]:
    """Yield a table as an Office Open XML workbook, whose numbers are numbers and whose days are days.

    It is written into files that are gone afterwards: its parts can be packed only when all rows are known. The same
    table is the same bytes, so that a reader who has it is not sent it again.
    """
    with TemporaryFile() as packed:
        _write(rows, packed)
        packed.seek(0)
        while chunk := packed.read(CHUNK):
            yield chunk


def _write(rows: Rows, packed: Any) -> None:
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(SHEET)
    sheet.freeze_panes = "B2"
    following = iter(rows)
    heads = [str(head) for head in next(following)]
    for number, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDEST if len(head) > WIDE else WIDE
    count = 1
    try:
        sheet.append([_bold(sheet, head) for head in heads])
        for row in following:
            sheet.append([_cell(value) for value in row])
            count += 1
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count}"
        sheet.close()
        book.properties.created = book.properties.modified = _EPOCH
        with _TimelessZip(packed, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(book, archive).write_data()
    except BaseException:
        if not sheet.closed:
            sheet.close()  # what it writes with is open, and would fail where memory is cleared
        Path(sheet._writer.out).unlink(missing_ok=True)  # openpyxl leaves it until the process ends
        raise


class _TimelessZip(ZipFile):
    """An archive without the time at which its parts were packed."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_args: Any, **_options: Any) -> None:
        """Add a part that is at hand."""
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_args: Any, **_options: Any) -> None:
        """Add a part that is in a file, some of it at a time."""
        with Path(filename).open("rb") as source, self.open(_entry(arcname), "w") as part:
            shutil.copyfileobj(source, part)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry


def _text(value: Any, decimal: str) -> str:
    """Return a value as text that no spreadsheet runs as a formula."""
    plain = _plain(value)
    if isinstance(plain, Decimal):
        return f"{plain:f}".replace(".", decimal)
    return as_text(str(plain))


def _plain(value: Any) -> str | int | Decimal | date:
    """Return a value as a number, a day, or text in one line."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).date()
    if isinstance(value, int | Decimal | date):
        return value
    return " ".join(str(value).split())


def _cell(value: Any) -> Any:
    """Return a value as a cell; a text is a text even where it begins as a formula does."""
    plain = _plain(value)
    return as_text(ILLEGAL_CHARACTERS_RE.sub("", plain))[:LONGEST_TEXT] if isinstance(plain, str) else plain


def _bold(sheet: Any, head: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=_cell(head))
    cell.font = Font(bold=True)
    return cell


@dataclass(frozen=True)
class TableFormat:
    """A format of tables: its media type, the end of a file's name, and what writes it (for a language, or for "")."""

    media_type: str
    ending: str
    write: Callable[[Rows, str], Iterator[bytes]]


CSV = TableFormat("text/csv; charset=utf-8", "csv", as_csv)
XLSX = TableFormat("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", as_xlsx)
TABLE_FORMATS = {one.ending: one for one in (CSV, XLSX)}
