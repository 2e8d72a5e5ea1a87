"""The sections of a body as pieces of a document: blocks, and what stands in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext

from cms.destinations import allowed
from cms.passages import Passage
from cms.pictures import renditions_of
from projects.vocabulary.notes import TermNote
from publishing.writing import Hand, Piece, Runs, heading, paragraph

# Gives the pieces of a kind of facts, and those that stand beside them.
WritesFacts = Callable[[str, Hand], tuple[list[Piece], list[Piece]]]


def body(
    passages: Iterable[Passage],
    terms: Mapping[int, TermNote],
    hand: Hand,
    *,
    level: int = 1,
    numbers: Mapping[str, str] | None = None,
    facts: WritesFacts | None = None,
) -> list[Piece]:
    """Return sections in order.

    `numbers` are the numbers of sections by anchor, `facts` writes the facts of a section.
    """
    found: list[Piece] = []
    for passage in passages:
        if passage.heading:
            number = (numbers or {}).get(passage.anchor, "")
            runs = [hand.run(f"{number}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")] if number else []
            found.append(
                heading(
                    [*runs, hand.run(passage.heading)], level, hand.prefix + passage.anchor if passage.anchor else ""
                )
            )
        pieces, beside = facts(passage.facts, hand) if facts and passage.facts else ([], [])
        pieces = [*pieces, *(piece for block in passage.blocks for piece in block_pieces(block, hand))]
        beside = [
            *beside,
            *(note(block, hand) for block in passage.notes),
            *(term_piece(terms[one.pk], hand) for one in passage.terms if one and one.pk in terms),
        ]
        found += with_margin(pieces, beside)
    return found


def with_margin(pieces: list[Piece], beside: list[Piece]) -> list[Piece]:
    """Return pieces with notes beside them, where tables leave the margin to the notes."""
    if not beside:
        return pieces
    narrow = [piece | {"narrow": True} if piece["kind"] == "table" else piece for piece in pieces]
    return [{"kind": "spread", "pieces": narrow, "beside": beside}]


def block_pieces(block: Any, hand: Hand) -> list[Piece]:
    """Return a block of a body as pieces; one of a kind without a form of its own gives its words."""
    write = _BLOCKS.get(block.block_type)
    if write is not None:
        return write(block.value, hand)
    return [paragraph(hand.plain(str(text))) for text in block.block.get_searchable_content(block.value) if text]


def note(block: Any, hand: Hand) -> Piece:
    """Return a note of the margin."""
    value = block.value
    return {
        "kind": "note",
        "title": [hand.run(value["title"])],
        "pieces": hand.paragraphs(value["text"]),
        "change": value["kind"] == "change",
    }


def term_piece(term: TermNote, hand: Hand) -> Piece:
    """Return a term with its definition and its names in the other languages."""
    name = hand.run(term.name.text, term.name.language, bold=True)
    definition = hand.run(term.definition.text, term.definition.language)
    names = [[hand.run(f"{other.language}\N{NO-BREAK SPACE}"), hand.label(other)[0]] for other in term.names]
    pieces = [paragraph([name, hand.run(" – "), definition])]
    pieces += [paragraph(hand.words(*names), small=True)] if names else []
    return {"kind": "note", "title": [hand.run(gettext("Term"))], "pieces": pieces, "change": False}


def margin_note(title: Runs, pieces: list[Piece]) -> Piece:
    """Return a note that a section of facts has beside it."""
    return {"kind": "note", "title": title, "pieces": pieces, "change": False}


def picture(image: Any, alternative: str, caption: str, hand: Hand, decorative: bool = False) -> list[Piece]:
    """Return a picture; where its file is gone, what it shows is said."""
    if image is None:
        return []
    words = hand.words(caption, image.credit if image.credit else "")
    renditions = renditions_of(image, "print")
    if not renditions or not _is_there(renditions[-1]):
        said = hand.words(alternative, words)
        return [paragraph(said)] if said else []
    rendition = renditions[-1]
    name = f"{image.pk}-{image.file_hash or rendition.pk}-{rendition.width}.jpg"
    hand.pictures[name] = rendition
    return [
        {
            "kind": "picture",
            "file": name,
            "alternative": alternative,
            "decorative": decorative or not alternative,
            "caption": words,
            "width": rendition.width,
            "height": rendition.height,
        }
    ]


def _is_there(rendition: Any) -> bool:
    return bool(rendition.file) and rendition.file.storage.exists(rendition.file.name)


def _picture(value: Any, hand: Hand) -> list[Piece]:
    image = value["image"]
    return picture(
        image,
        getattr(image, "contextual_alt_text", "") or "",
        value["caption"],
        hand,
        bool(getattr(image, "decorative", False)),
    )


def _gallery(value: Any, hand: Hand) -> list[Piece]:
    return [{"kind": "gallery", "pieces": [piece for shown in value["pictures"] for piece in _picture(shown, hand)]}]


def _text(value: Any, hand: Hand) -> list[Piece]:
    return hand.rich(value.source)


def _quote(value: Any, hand: Hand) -> list[Piece]:
    return [{"kind": "quote", "pieces": hand.paragraphs(value["text"]), "source": hand.plain(value["source"] or "")}]


def _table(value: Any, hand: Hand) -> list[Piece]:
    heads = [hand.plain(column["heading"] or "") for column in value.columns]
    rows = [[hand.plain(str(cell.value or "")) for cell in row] for row in value.rows]
    return [table(hand.plain(value.caption or ""), heads, rows)] if heads else []


def table(caption: Runs, heads: list[Runs], rows: list[list[Runs]], numbers: Iterable[int] = ()) -> Piece:
    """Return a table; columns of `numbers` stand to the right."""
    return {"kind": "table", "caption": caption, "heads": heads, "rows": rows, "numbers": list(numbers)}


def _action(value: Any, hand: Hand) -> list[Piece]:
    address = allowed(value["url"] or "")
    if not address and value["page"]:
        target = hand.links.pages.get(value["page"].pk)
        address = target.address if target else ""
    return [{"kind": "action", "runs": [hand.run(value["label"], address=address)]}] if address else []


_BLOCKS: dict[str, Callable[[Any, Hand], list[Piece]]] = {
    "text": _text,
    "quote": _quote,
    "table": _table,
    "picture": _picture,
    "gallery": _gallery,
    "action": _action,
}
