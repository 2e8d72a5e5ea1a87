"""Files of offices made of markup, with their parts listed as the standard wants it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.search.files import packed

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:r="{RELATION}"'
)
_SHEET = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATION}"'

Parts = Mapping[str, str]


def office(main: str, main_type: str, content: str, others: Parts) -> dict[str, str]:
    """Return the parts of a file; `others` are those that the main part refers to, by their type."""
    folder, name = main.rsplit("/", 1)
    named = {kind: f"{folder}/{kind}.xml" for kind in others}
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{RELATION}/{kind.rstrip("0123456789")}" Target="/{part}"/>'
        for kind, part in named.items()
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{RELATION}/officeDocument" Target="{main}"/></Relationships>',
        main: content,
        f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        **{named[kind]: markup for kind, markup in others.items()},
    }


def word_parts(body: str, main: str = "word/document.xml", **others: str) -> dict[str, str]:
    """Return the parts of a DOCX with this body; others are the insides of parts by their type."""
    roots = {"header": "hdr", "footer": "ftr", "diagramData": "dgm:dataModel"}
    content = f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"
    filled = {}
    for kind, inside in others.items():
        plain = kind.rstrip("0123456789")
        root = roots.get(plain, plain)
        root = root if ":" in root else f"w:{root}"
        filled[kind] = f"<{root} {_WORD}>{inside}</{root}>"
    return office(main, _WORD_TYPE, content, filled)


def word(body: str, **others: str) -> bytes:
    """Return a DOCX with this body."""
    return packed(word_parts(body, **others))


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def sheet_parts(sheets: Mapping[str, str], states: Parts | None = None, **others: str) -> dict[str, str]:
    """Return the parts of an XLSX with these sheets by name, each the inside of its markup."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{(states or {}).get(name, "visible")}" '
        f'r:id="worksheet{number}"/>'
        for number, name in enumerate(sheets, start=1)
    )
    content = f"<workbook {_SHEET}><sheets>{listed}</sheets></workbook>"
    roots = {"sharedStrings": "sst", "styles": "styleSheet"}
    inside = {
        f"worksheet{number}": f"<worksheet {_SHEET}>{one}</worksheet>" for number, one in enumerate(sheets.values(), 1)
    }
    inside |= {kind: f"<{roots[kind]} {_SHEET}>{one}</{roots[kind]}>" for kind, one in others.items()}
    return office("xl/workbook.xml", _SHEET_TYPE, content, inside)


def sheets(tables: Mapping[str, str], states: Parts | None = None, **others: str) -> bytes:
    """Return an XLSX with these sheets."""
    return packed(sheet_parts(tables, states, **others))


def cells(*values: str, row: str = "") -> str:
    """Return a table of one row with these cells."""
    return f"<sheetData><row {row}>{''.join(values)}</row></sheetData>"


def said(text: str) -> str:
    """Return a cell with a text."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'
