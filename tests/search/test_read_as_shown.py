"""What a person would read in a file is read, what is hidden never; the check at upload takes what the reader reads."""

from __future__ import annotations

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.forms import check_content
from search.files import extraction
from search.files.reader_process import Extracted
from tests.search.files import odt, packed
from tests.search.offices import cells, paragraph, said, sheet_parts, sheets, word, word_parts


def read(content: bytes, kind: str, language: str = "en") -> Extracted:
    check_content(SimpleUploadedFile(f"file.{kind}", content))
    told = extraction.read(io.BytesIO(content), kind, language)
    return Extracted(tuple(told["pages"]), told["problem"], told["is_whole"], told.get("has_hidden", False))


def text_of(content: bytes, kind: str, language: str = "en") -> str:
    return " ".join(read(content, kind, language).pages)


# ---------------------------------------------------------------- where the parts are


def with_backslashes(parts: dict[str, str]) -> dict[str, str]:
    return {name.replace("/", "\\"): content for name, content in parts.items()}


def in_strict_form(parts: dict[str, str]) -> dict[str, str]:
    names = {
        "http://schemas.openxmlformats.org/officeDocument/2006": "http://purl.oclc.org/ooxml/officeDocument",
        "http://schemas.openxmlformats.org/wordprocessingml/2006": "http://purl.oclc.org/ooxml/wordprocessingml",
        "http://schemas.openxmlformats.org/spreadsheetml/2006": "http://purl.oclc.org/ooxml/spreadsheetml",
    }
    for usual, strict in names.items():
        parts = {name: content.replace(usual, strict) for name, content in parts.items()}
    return parts


WORDS = word_parts(paragraph("Orchids"), main="word/document2.xml")
TABLE = sheet_parts({"First": cells(said("Orchids"))})
PLACES = [
    ("docx", WORDS),
    ("docx", with_backslashes(WORDS)),
    ("docx", {name.upper(): content for name, content in WORDS.items()}),
    ("docx", in_strict_form(WORDS)),
    ("docx", {"word/document.xml": WORDS["word/document2.xml"]}),
    ("xlsx", TABLE),
    ("xlsx", with_backslashes(TABLE)),
    ("xlsx", in_strict_form(TABLE)),
]


@pytest.mark.parametrize(("kind", "parts"), PLACES)
def test_parts_are_found_as_the_standard_names_them(kind: str, parts: dict[str, str]) -> None:
    assert "Orchids" in text_of(packed(parts), kind)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("docx", TABLE),
        ("xlsx", WORDS),
        ("odt", WORDS),
        ("docx", {"_rels/.rels": WORDS["_rels/.rels"]}),
        ("docx", WORDS | {"[Content_Types].xml": "<not closed>"}),
        ("odt", {"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    ],
)
def test_a_file_of_another_kind_is_refused_and_not_read(kind: str, parts: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=f"not a .{kind} file"):
        check_content(SimpleUploadedFile(f"file.{kind}", packed(parts)))
    assert extraction.read(io.BytesIO(packed(parts)), kind, "en")["problem"] == "broken"


OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def test_a_locked_file_is_taken_and_said_to_be_locked_one_of_an_older_office_is_refused() -> None:
    locked = OLD + "EncryptedPackage".encode("utf-16-le")
    assert read(locked, "docx") == Extracted(problem="encrypted")
    with pytest.raises(ValidationError, match="not a"):
        check_content(SimpleUploadedFile("file.docx", OLD))


# ---------------------------------------------------------------- plain text


@pytest.mark.parametrize(
    ("content", "language", "text"),
    [
        ("Община".encode() + b"\xff" + " и общини".encode(), "bg", "Община\ufffd и общини"),
        ("Gmina Łódź ".encode() + b"\xb3" + " żółć".encode(), "pl", "Gmina Łódź \ufffd żółć"),
        ("Община".encode()[:-1], "bg", "Общин"),
        ("Община, 5 € – и общини".encode("cp1251"), "bg", "Община, 5 € – и общини"),
        ("Zażółć gęślą".encode("cp1250"), "pl", "Zażółć gęślą"),
        ("Øl ÆØÅ".encode("cp1252"), "nb", "Øl ÆØÅ"),
        ("Община".encode("utf-16"), "bg", "Община"),
        ("Community".encode("utf-16"), "en", "Community"),
        ("Община".encode("utf-32"), "bg", "Община"),
        ("Община".encode("utf-16")[:-1], "bg", "Общин"),
    ],
)
@pytest.mark.parametrize("kind", ["txt", "csv"])
def test_a_spoilt_byte_costs_one_letter(content: bytes, language: str, text: str, kind: str) -> None:
    assert text_of(content, kind, language) == text


def test_a_table_that_is_cut_inside_a_letter_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MOST_TEXT", 5)
    assert extraction.read(io.BytesIO("aщщщщщщщщщщщ".encode()), "csv", "bg")["pages"] == ["aщщщщ"]
    monkeypatch.setattr(extraction, "MOST_TEXT", 25)
    content = ("x" + "щ" * 60).encode()  # 4 × 25 bytes end inside a letter
    assert extraction.read(io.BytesIO(content), "csv", "bg")["pages"] == ["x" + "щ" * 24]


# ---------------------------------------------------------------- words


HIDDEN_STYLES = (
    '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Based"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:styleId="Shown"><w:basedOn w:val="Base"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("body", "text", "has_hidden"),
    [
        (paragraph("shown", '<w:vanish w:val="0"/>'), "shown", False),
        (paragraph("shown", '<w:vanish w:val="false"/>'), "shown", False),
        (paragraph("shown") + paragraph("hidden", "<w:vanish/>"), "shown", True),
        (paragraph("shown") + paragraph("hidden", '<w:vanish w:val="true"/>'), "shown", True),
        (paragraph("shown", '<w:rStyle w:val="Shown"/>'), "shown", False),
        (paragraph("shown") + paragraph("hidden", '<w:rStyle w:val="Based"/>'), "shown", True),
        (
            paragraph("shown") + '<w:p><w:pPr><w:pStyle w:val="Base"/></w:pPr><w:r><w:t>hidden</w:t></w:r></w:p>',
            "shown",
            True,
        ),
        ("<w:p><w:r><w:t>left</w:t><w:ptab/><w:t>right</w:t></w:r></w:p>", "left right", False),
        ("<w:p><w:r><w:t>soft</w:t><w:softHyphen/><w:t>ly</w:t></w:r></w:p>", "softly", False),
        ("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>", "kept", False),
        (
            "<w:p><m:oMath><m:f><m:num><m:r><m:t>gain</m:t></m:r></m:num><m:den><m:r><m:t>cost</m:t></m:r></m:den></m:f>"
            "</m:oMath></w:p>",
            "gain cost",
            False,
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>hidden</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:tc><w:p><w:r><w:t>shown</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "shown",
            True,
        ),
    ],
)
def test_the_words_of_a_docx_are_those_that_are_shown(body: str, text: str, has_hidden: bool) -> None:
    assert read(word(body, styles=HIDDEN_STYLES), "docx") == Extracted((text,), has_hidden=has_hidden)


def section(*references: str, properties: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{properties}</w:sectPr>"


FIRST_HEADER = '<w:headerReference w:type="first" r:id="header1"/>'
HEADER = '<w:headerReference w:type="default" r:id="header2"/>'
FOOTER = '<w:footerReference w:type="default" r:id="footer"/>'


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ("", "above text below"),
        ("<w:titlePg/>", "first above text below"),
        ('<w:titlePg w:val="0"/>', "above text below"),
    ],
)
def test_headers_and_footers_are_read_where_they_are_shown(properties: str, text: str) -> None:
    content = word(
        paragraph("text") + section(FIRST_HEADER, HEADER, FOOTER, properties=properties),
        header1=paragraph("first"),
        header2=paragraph("above"),
        header3=paragraph("nowhere"),
        footer=paragraph("below"),
    )
    assert text_of(content, "docx") == text


def test_notes_are_read_that_the_text_refers_to() -> None:
    notes = "".join(f'<w:footnote w:id="{number}">{paragraph(f"note {number}")}</w:footnote>' for number in (1, 2))
    body = '<w:p><w:r><w:t>text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    assert text_of(word(body, footnotes=notes), "docx") == "text. note 2"


def test_the_words_of_a_diagram_are_read() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><a:graphicData><dgm:relIds r:dm="diagramData"/></a:graphicData></w:drawing></w:r></w:p>'
    )
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{one}</a:t></a:r></a:p></dgm:t></dgm:pt>" for one in ("plan", "do it")
    )
    assert text_of(word(drawing, diagramData=points), "docx") == "plan do it"


def test_a_hidden_drawing_is_not_read() -> None:
    box = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
    drawings = "".join(
        f'<w:drawing><wp:anchor><wp:docPr hidden="{hidden}"/>{box.format(said)}</wp:anchor></w:drawing>'
        for hidden, said in (("1", "hidden"), ("0", "shown"))
    )
    assert read(word(f"<w:p><w:r>{drawings}</w:r></w:p>"), "docx") == Extracted(("shown",), has_hidden=True)


# ---------------------------------------------------------------- sheets


FORMATS = (
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode=";;;"/>'
    '<numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;days&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/>'
    '<xf numFmtId="20"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c><v>7654321</v></c>", "7654321"),
        ("<c><f>A1*2</f><v>15308642</v></c>", "15308642"),
        ('<c t="str"><f>A1&amp;B1</f><v>Orchid house</v></c>', "Orchid house"),
        ('<c t="s"><v>0</v></c>', "Rørosby"),
        ('<c t="e"><v>#REF!</v></c>', ""),
        ("<c><v>1489666.8200000001</v></c>", "1489666.82"),
        ('<c s="1"><v>42845</v></c>', "2017-04-20"),
        ('<c s="2"><v>42845</v></c>', ""),
        ('<c s="2" t="inlineStr"><is><t>hidden by its format</t></is></c>', ""),
        ('<c s="3"><v>1250000.126</v></c>', "1250000.13"),
        ('<c s="4"><v>0.46</v></c>', "46 %"),
        ('<c s="5"><v>0.4375</v></c>', "10:30"),
        ('<c t="s"><v>99</v></c><c s="99"><v>x</v></c>', ""),
    ],
)
def test_a_cell_is_read_as_it_is_shown(cell: str, text: str) -> None:
    shared = '<si><r><t>Røros</t></r><r><t>by</t></r><rPh sb="0" eb="2"><t>phonetics</t></rPh></si>'
    content = sheets({"Figures": cells(cell)}, sharedStrings=shared, styles=FORMATS)
    assert text_of(content, "xlsx") == f"Figures {text}".strip()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_never_read_and_the_editor_is_told(state: str) -> None:
    tables = {"Shown": cells(said("Orchids"), said("Lilies")), "Secret": cells(said("salaries"))}
    assert read(sheets(tables), "xlsx") == Extracted(("Shown Orchids · Lilies Secret salaries",))
    assert read(sheets(tables, {"Secret": state}), "xlsx") == Extracted(("Shown Orchids · Lilies",), has_hidden=True)


@pytest.mark.parametrize(
    "table",
    [
        cells(said("hidden"), row='hidden="1"') + cells(said("shown")),
        '<cols><col min="2" max="3" hidden="1"/></cols>' + cells(said("shown"), said("hidden")),
        '<cols><col min="2" max="3" width="0"/></cols>' + cells(said("shown"), said("hidden")),
        '<cols><col min="27" max="27" hidden="true"/></cols>'
        + cells(said("shown"), '<c r="AA1" t="inlineStr"><is><t>hidden</t></is></c>'),
    ],
)
def test_hidden_rows_and_columns_are_never_read(table: str) -> None:
    assert read(sheets({"Table": table}), "xlsx") == Extracted(("Table shown",), has_hidden=True)


# ---------------------------------------------------------------- open documents


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<text:p>municipality<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>A note.</text:p></text:note-body></text:note>and more</text:p>",
            "municipality A note. and more",
        ),
        ('<text:section text:display="none"><text:p>hidden</text:p></text:section><text:p>shown</text:p>', "shown"),
        ('<text:p>shown<text:span text:style-name="T1">hidden</text:span></text:p>', "shown"),
        ('<text:p>shown<text:hidden-text text:is-hidden="true">hidden</text:hidden-text></text:p>', "shown"),
        ('<text:p>hidden<text:hidden-paragraph text:is-hidden="true"/></text:p><text:p>shown</text:p>', "shown"),
    ],
)
def test_the_words_of_an_odt_are_those_that_are_shown(body: str, text: str) -> None:
    style = (
        '<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" style:name="T1">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    assert text_of(odt(style + body), "odt") == text


# ---------------------------------------------------------------- forms


def form(*fields: str) -> bytes:
    """Return a PDF of one page with these fields of a form."""
    numbers = " ".join(f"{number} 0 R" for number in range(4, 4 + len(fields)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{numbers}]/DA(/Helv 0 Tf)>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Annots[{numbers}]>>",
        *(f"<</Type/Annot/Rect[10 10 90 30]{field}>>" for field in fields),
    ]
    content, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj{body} endobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return f"{content}{end}startxref\n{len(content)}\n%%EOF".encode("latin-1")


FIELD = "/Subtype/Widget/FT/Tx/T(name)"
CHOICE = "/Subtype/Widget/FT/Ch/T(choice)/Opt[[(k1) (Orchid)] [(k2) (Lily)]]"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (f"{FIELD}/V(Orchidville filled value)", "Orchidville filled value"),
        (f"{FIELD}/V<FEFF041E043104490438043D0430>", "Община"),
        (f"{FIELD}/V(hidden)/F 2", ""),
        (f"{FIELD}/V(not viewed)/F 32", ""),
        (f"{FIELD}/V(password)/Ff 8192", ""),
        (f"{CHOICE}/Ff 131072/V(k2)", "Lily"),
        (f"{CHOICE}/V(k1)", "Orchid"),
        ("/Subtype/FreeText/Contents(typed onto the page)", "typed onto the page"),
        ("/Subtype/Text/Contents(a remark)", ""),
    ],
)
def test_what_a_form_is_filled_in_with_is_read(field: str, text: str) -> None:
    assert text_of(form(field), "pdf") == text
