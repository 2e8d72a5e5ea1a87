"""The text of XLSX files as a reader sees it: the cells of visible sheets, rows and columns, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import IO, Any

from cms.packed import Packed
from search.files.parts import BETWEEN_CELLS, HIDDEN, TextOrMark, is_on, joined, shown_in_drawing

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# The formats that have a number and no code of their own (ECMA-376, 18.8.30).
_FORMATS = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 49: "@",
}  # fmt: skip
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  a table knows no time zones
_LAST_DAY = 2_958_466  # the first one after the year 9999
_PLACE = re.compile(r"([A-Z]+)")


def read_xlsx(file: IO[bytes], _language: str) -> Iterator[TextOrMark]:
    """Yield the names and the cells of the visible sheets in parts."""
    with Packed(file) as packed:
        workbook = _Workbook(packed)
        if not all(map(_is_visible, workbook.sheets)):
            yield HIDDEN
        yield from joined(workbook.lines())
        if workbook.has_hidden:
            yield HIDDEN


class _Workbook:
    """The sheets of a file with what their cells refer to."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.main = packed.main("xlsx")
        self.root = packed.tree(self.main)
        self.sheets = list(self.root.iter(f"{_SHEET}sheet"))
        self.has_hidden = False  # rows or columns of a visible sheet
        self.texts = [
            _text(one)
            for name in packed.referred(self.main, ["sharedStrings"])
            for one in packed.tree(name).iter(f"{_SHEET}si")
        ]
        self.formats = list(self._formats())
        properties = self.root.find(f"{_SHEET}workbookPr")
        self.epoch = _EPOCH_1904 if is_on(properties, "date1904", "0") else _EPOCH

    def lines(self) -> Iterator[str]:
        """Yield the name of each visible sheet, its rows, the texts of its drawings."""
        related = self.packed.related(self.main)
        for sheet in filter(_is_visible, self.sheets):
            yield sheet.get("name", "")
            part = related.get(sheet.get(f"{_RELATED}id", ""))
            if part and part.target in self.packed:
                yield from self._rows(self.packed.tree(part.target))
                for name in self.packed.referred(part.target, ["drawing"]):
                    yield from shown_in_drawing(self.packed.tree(name))
                    for chart in self.packed.referred(name, ["chart", "diagramData"]):
                        yield from shown_in_drawing(self.packed.tree(chart))

    def _rows(self, root: Any) -> Iterator[str]:
        """Yield the visible cells of each visible row; a row that equals the one before is left out."""
        hidden = list(_hidden_columns(root))
        before = ""
        for row in root.iter(f"{_SHEET}row"):
            if _is_hidden(row, "ht"):
                self.has_hidden |= len(row) > 0
                continue
            shown = []
            for number, cell in enumerate(row.iter(f"{_SHEET}c"), start=1):
                text = self._shown(cell)
                column = _column(cell.get("r", "")) or number
                if text and any(column in columns for columns in hidden):
                    self.has_hidden = True
                elif text:
                    shown.append(text)
            line = BETWEEN_CELLS.join(shown)
            if line and line != before:
                yield line
            before = line

    def _shown(self, cell: Any) -> str:
        """Return a cell as it is shown: what stands in it, or the result of its formula."""
        kind, code = cell.get("t", "n"), self._format_of(cell)
        value = cell.findtext(f"{_SHEET}v") or ""
        if kind == "inlineStr":
            return _shown_text("".join(map(_text, cell.iter(f"{_SHEET}is"))), code)
        if kind == "s":
            is_known = value.isdigit() and int(value) < len(self.texts)
            return _shown_text(self.texts[int(value)], code) if is_known else ""
        if kind in ("str", "d"):
            return _shown_text(value, code)
        return _shown_number(value, code, self.epoch) if kind == "n" else ""  # no truth values, no errors

    def _format_of(self, cell: Any) -> str:
        style = cell.get("s", "0")
        return self.formats[int(style)] if style.isdigit() and int(style) < len(self.formats) else ""

    def _formats(self) -> Iterator[str]:
        """Yield the code of the format of each style of cells, "" for none."""
        for name in self.packed.referred(self.main, ["styles"]):
            root = self.packed.tree(name)
            codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter(f"{_SHEET}numFmt")}
            for styles in root.iter(f"{_SHEET}cellXfs"):
                for style in styles.iter(f"{_SHEET}xf"):
                    number = style.get("numFmtId", "0")
                    yield codes.get(number) or _FORMATS.get(int(number) if number.isdigit() else 0, "")


def _text(element: Any) -> str:
    """Return the text of a string, which may have several pieces; its pronunciation is left out."""
    return "".join(
        (one.text if one.tag == f"{_SHEET}t" else one.findtext(f"{_SHEET}t")) or ""
        for one in element.iterchildren(f"{_SHEET}t", f"{_SHEET}r")
    )


def _is_visible(sheet: Any) -> bool:
    return bool(sheet.get("state", "visible") == "visible")


def _is_hidden(row: Any, size: str) -> bool:
    """Tell whether a row or column is hidden, or so small that nothing of it is seen."""
    return is_on(row, "hidden", "0") or bool(re.fullmatch(r"0+(\.0+)?", row.get(size, "1")))


def _hidden_columns(root: Any) -> Iterator[range]:
    for column in root.iter(f"{_SHEET}col"):
        first, last = column.get("min", ""), column.get("max", "")
        if _is_hidden(column, "width") and first.isdigit() and last.isdigit():
            yield range(int(first), int(last) + 1)


def _column(place: str) -> int:
    """Return the number of the column of a cell, 2 for "B7"; 0 where the cell does not say it."""
    letters = _PLACE.match(place)
    number = 0
    for letter in letters[1] if letters else "":
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


# ---------------------------------------------------------------- formats


def _section(code: str, number: int) -> str | None:
    """Return the part of a format for one sort of values, None where there is none of its own."""
    sections = _LITERAL.sub(lambda literal: literal[0].replace(";", ","), code).split(";")
    return sections[number] if number < len(sections) else None


def _shown_text(text: str, code: str) -> str:
    """Return a text as it is shown: a format whose fourth part is empty hides it."""
    return "" if _section(code, 3) == "" else text


def _shown_number(value: str, code: str, epoch: datetime) -> str:
    """Return a number as it is shown, without signs of thousands, or the day and the time that it stands for."""
    try:
        number = float(value)
    except ValueError:
        return ""
    own = _section(code, 1 if number < 0 else 2 if number == 0 else 0)
    if own == "" and code:
        return ""  # as ";;;" hides all
    plain = _LITERAL.sub("", own if own is not None else _section(code, 0) or "")
    if re.search("[dmyhs]", plain.lower()) and 0 <= number < _LAST_DAY:
        if "[h" in plain.lower():  # a duration, which may be longer than a day
            return f"{round(number * 1440) // 60}:{round(number * 1440) % 60:02}"
        return _shown_moment(epoch + timedelta(days=number), plain.lower())
    if "%" in plain:
        return f"{_rounded(number * 100, plain)} %"
    return _rounded(number, plain)


def _rounded(number: float, plain: str) -> str:
    """Return a number with as many decimals as its format shows; without one as exact as tables are."""
    if "0" in plain and "E" not in plain.upper():
        decimals = len(re.findall("[0#?]", plain.partition(".")[2])) if "/" not in plain else 15
        number = round(number, decimals)
    shown = f"{number:.15g}"
    return f"{number:.0f}" if "e" in shown and abs(number) < 1e21 and number == int(number) else shown


def _shown_moment(moment: datetime, plain: str) -> str:
    """Return a day, a time, or both, as ISO 8601 writes them."""
    has_time = bool(re.search("[hs]", plain))
    has_day = bool(re.search("[dy]|mmm", plain)) or not has_time
    shown = moment + timedelta(milliseconds=500)  # a fraction of a day is seldom exact
    return f"{shown:%Y-%m-%d}" * has_day + " " * (has_day and has_time) + f"{shown:%H:%M}" * has_time
