"""The blocks of a page's body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images import get_image_model
from wagtail.rich_text import RichText
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue

from cms.alternatives import NAME_ONLY, is_name_only
from cms.bodies.data import (
    ActionData,
    GalleryData,
    HeadingData,
    NoteData,
    PictureData,
    QuoteData,
    TableData,
    TextData,
    captioned,
)
from cms.bodies.rich_text import tree, web_address
from cms.bodies.targets import Known, TellsData, WebTarget
from cms.choosers import PageChooser, PictureOfBody
from cms.correspondence import protected, readable
from cms.destinations import check_html, is_allowed, refusal
from cms.enums import NoteKind
from cms.links import linked
from cms.passages import BeginsPassage, Passage, StandsInMargin
from cms.slugs import ascii_slug

MOST_ALIKE = 2  # pictures of a gallery; of more the first one is wide
RICH_TEXT_FEATURES = ["bold", "ol", "ul", "link", "document-link"]
# As word processors leave them between paragraphs: nothing but blanks, breaks and marks around nothing.
_EMPTY_PARAGRAPH = re.compile(
    r"<p\b[^>]*>(?:\s|&nbsp;|&#160;|[\u200b\ufeff]|<br\s*/?>|</?(?:b|i|em|strong|span|u)\b[^>]*>)*</p>"
)


def without_empty_paragraphs(html: str) -> str:
    """Return a rich text without the paragraphs in which nothing stands."""
    return _EMPTY_PARAGRAPH.sub("", html)


class HeadingBlock(TellsData, BeginsPassage, blocks.StructBlock):
    """A section's heading with an anchor that is the same in every language."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    # A regular-expression block, since every character block would be sent to the translators.
    anchor = blocks.RegexBlock(
        regex=r"^[a-z0-9][a-z0-9-]*$",
        required=False,
        max_length=60,
        label=_("Anchor"),
        help_text=_(
            "The end of the section's address. Made once from the heading; later changes of the heading leave it "
            "alone, so that links to this section keep working in every language."
        ),
        error_messages={"invalid": _("An anchor has small Latin letters, digits and hyphens only.")},
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Begins a section. Readers can link to it.")
        template = "cms/blocks/heading.html"
        preview_value = {"text": "Budget and sources", "anchor": "budget"}

    def as_passage(self, child: Any) -> Passage:
        """Return the section below the heading; one without an anchor of its own has the block's identity."""
        return Passage(child.value["anchor"] or child.id or "", child.value["text"])

    def as_data(self, child: Any, known: Known) -> HeadingData:
        """Return the heading with the anchor that the page gives it."""
        return HeadingData(child.id, child.value["text"], child.value["anchor"] or child.id or "")

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return the heading without the link to itself, which is the site's."""
        return format_html('<h2 id="{}">{}</h2>', child.value["anchor"], child.value["text"])


class TextBlock(TellsData, blocks.RichTextBlock):
    """Running text."""

    def clean(self, value: Any) -> Any:
        """Refuse a link to where none may lead."""
        value = super().clean(value)
        check_html(value.source)
        return value

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    def value_from_form(self, value: Any) -> RichText:
        """Drop empty paragraphs, which come with what is pasted."""
        return RichText(without_empty_paragraphs(value))

    def as_data(self, child: Any, known: Known) -> TextData:
        """Return paragraphs and lists as a tree."""
        return TextData(child.id, tree(child.value.source, known))

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return the text as its template shows it; most of a body is text, and a template takes longer."""
        return protected(context["links"].written(child.value.source))

    def links(self, value: Any) -> list[tuple[str, int]]:
        """Return the pages and documents that the text links to."""
        return list(linked(value.source))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs and lists.")
        template = "cms/blocks/text.html"
        preview_value = "<p>Municipalities share what they have learned.</p>"


class QuoteBlock(TellsData, blocks.StructBlock):
    """A quotation with its source."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=200)

    def as_data(self, child: Any, known: Known) -> QuoteData:
        """Return the words and where they are from."""
        return QuoteData(child.id, readable(child.value["text"]), child.value["source"] or None)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words.")
        template = "cms/blocks/quote.html"
        preview_value = {"text": "A guide is a promise.", "source": "Handbook"}


class TextTableBlock(TellsData, TypedTableBlock):
    """A table of text whose caption, column heads and cells can be translated.

    All texts belong to one context of the translation, in reading order.
    """

    text = blocks.CharBlock(required=False, label=_("Text"))

    @staticmethod
    def _texts(value: Any) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield each text with its place: () caption, (column,) head, (row, column) cell."""
        if value is None:
            return
        if value.caption:
            yield value.caption, ()
        for column, head in enumerate(value.columns):
            if head["heading"]:
                yield head["heading"], (column,)
        for row_number, row in enumerate(value.row_data):
            for column, cell in enumerate(row["values"]):
                if cell:
                    yield str(cell), (row_number, column)

    def as_data(self, child: Any, known: Known) -> TableData:
        """Return heads and cells."""
        table = child.value
        return TableData(
            child.id,
            table.caption or None,
            tuple(column["heading"] for column in table.columns),
            tuple(tuple(readable(str(cell or "")) for cell in row["values"]) for row in table.row_data),
        )

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """Return one segment a text, in reading order."""
        return [StringSegmentValue("", text) for text, _place in self._texts(value)]

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Return the table with its texts replaced by the translated ones."""
        translated = sorted(segments, key=lambda segment: segment.order)
        for (_text, place), segment in zip(list(self._texts(value)), translated, strict=True):
            text = segment.render_text()
            if not place:
                value.caption = text
            elif len(place) == 1:
                value.columns[place[0]]["heading"] = text
            else:
                row, column = place
                value.row_data[row]["values"][column] = text
        return value

    def merged(self, new: Any, own: Any, translated: Sequence[str | None]) -> Any:
        """Return a table that follows its source as far as its texts are translated.

        `new` is the source's table as it is stored, `own` the one in the language, `translated` what the source's
        texts are there, None where that is not known. A row whose text is not known keeps what it said, with the
        source's numbers; a new one waits. With other columns the whole table waits.
        """
        source, before = self.to_python(new), self.to_python(own)
        if len(source.columns) != len(before.columns):
            return own
        places = [place for _text, place in self._texts(source)]
        told = {place: text and StringValue(text).render_text() for place, text in zip(places, translated, strict=True)}
        source.caption = told.get((), "") or (before.caption if source.caption else "")
        for number, head in enumerate(source.columns):
            if head["heading"]:
                head["heading"] = told[number,] or before.columns[number]["heading"]
        rows = [
            [told.get((number, column), "") for column in range(len(source.columns))]
            for number in range(len(source.row_data))
        ]
        earlier = [[str(cell or "") for cell in row["values"]] for row in before.row_data]
        source.row_data = [{"values": row} for row in _merged_rows(earlier, rows)]
        return self.get_prep_value(source)

    def get_preview_value(self) -> Any:
        """Return the sample table as a value."""
        return self.to_python(self.meta.preview_value)

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns of text; the first cell of a row is its head.")
        template = "cms/blocks/table.html"
        preview_value = {
            "caption": "Ways to carry out a task",
            "columns": [{"type": "text", "heading": "Way"}, {"type": "text", "heading": "When it proves itself"}],
            "rows": [{"values": ["Own unit", "steady tasks"]}, {"values": ["Contract", "tasks that can be measured"]}],
        }


def _merged_rows(earlier: list[list[str]], rows: list[list[str | None]]) -> list[list[str]]:
    """Return the rows of a table of which some cells are not known, None, with what stood there before."""

    def words(row: Sequence[str | None]) -> tuple[str, ...]:
        return tuple(cell for cell in row if cell and any(map(str.isalpha, cell)))

    had = [words(row) for row in earlier]
    has = [("", str(number)) if None in row else words(row) for number, row in enumerate(rows)]
    found: list[list[str]] = []
    for _kind, start, end, new_start, new_end in SequenceMatcher(None, had, has, autojunk=False).get_opcodes():
        old, new = earlier[start:end], rows[new_start:new_end]
        if len(old) == len(new):
            found += [
                [before if cell is None else cell for before, cell in zip(*pair, strict=True)]
                for pair in zip(old, new, strict=True)
            ]
        elif old and any(None in row for row in new):
            found += old
        else:
            found += [[cell or "" for cell in row] for row in new if None not in row]
    return found


class NoteBlock(TellsData, StandsInMargin, blocks.StructBlock):
    """A note in the margin of its section."""

    kind = blocks.ChoiceBlock(choices=NoteKind.choices, default=NoteKind.PLAIN, label=_("Kind"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"))

    def as_data(self, child: Any, known: Known) -> NoteData:
        """Return the note with its kind."""
        return NoteData(child.id, child.value["kind"], child.value["title"], readable(child.value["text"]))

    class Meta:
        icon = "info-circle"
        label = _("Margin note")
        description = _("Stands beside the section's text.")
        template = "cms/blocks/note.html"
        preview_value = {"kind": "plain", "title": "How it was counted", "text": "The source states the total only."}


def _has_hidden(value: Any) -> bool:
    return bool(value["image"]) and bool(value["image"].is_hidden)


def sample_picture() -> dict[str, Any]:
    """Return the newest picture with its title as caption, for a preview."""
    image = get_image_model().objects.order_by("-pk").first()
    if image is not None:
        image.contextual_alt_text, image.decorative = image.title, False
    return {"image": image, "caption": image.title if image else ""}


class PictureBlock(TellsData, blocks.StructBlock):
    """A picture with its caption."""

    image = PictureOfBody(label=_("Picture"))
    image.child_blocks["image"].label = _("Picture")  # else it is the attribute's name, in English
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    def clean(self, value: Any) -> Any:
        """Refuse as alternative text what only names the picture or its file."""
        value = super().clean(value)
        image = value.get("image")
        if image and not image.decorative and is_name_only(image.contextual_alt_text or "", image):
            fault = blocks.StructBlockValidationError(block_errors={"alt_text": ValidationError(NAME_ONLY)})
            raise blocks.StructBlockValidationError(block_errors={"image": fault})
        return value

    def as_data(self, child: Any, known: Known) -> PictureData:
        """Return the whole picture with its caption."""
        shown = captioned(child.value, "whole")
        return PictureData(shown.picture, shown.caption, child.id)

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return nothing where readers cannot have the picture."""
        return "" if _has_hidden(child.value) else super().html(child, context, known)

    def shown_pictures(self, value: Any) -> list[Any]:
        """Return the picture."""
        return [value["image"]] if value["image"] else []

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with alternative text and a caption.")
        template = "cms/blocks/picture.html"

    def get_preview_value(self) -> Any:
        """Return the newest picture."""
        return self.normalize(sample_picture())


class GalleryBlock(TellsData, blocks.StructBlock):
    """Several pictures; of more than two the first one is wide."""

    pictures = blocks.ListBlock(PictureBlock(), min_num=2, label=_("Pictures"))

    def as_data(self, child: Any, known: Known) -> GalleryData:
        """Return the pictures in the sizes in which they are shown."""
        several = child.value["pictures"]
        shapes = ["wide" if len(several) > MOST_ALIKE and place == 0 else "plate" for place in range(len(several))]
        shown = (captioned(value, shape) for value, shape in zip(several, shapes, strict=True))
        return GalleryData(child.id, tuple(shown))

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return the gallery of the pictures that readers can have."""
        seen = [value for value in child.value["pictures"] if not _has_hidden(value)]
        return str(self.render({"pictures": seen}, context)) if seen else ""

    def shown_pictures(self, value: Any) -> list[Any]:
        """Return all pictures."""
        return [shown["image"] for shown in value["pictures"] if shown["image"]]

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Two pictures or more; of three or more the first one is shown wide.")
        template = "cms/blocks/gallery.html"

    def get_preview_value(self) -> Any:
        """Return a gallery of the newest picture."""
        return self.normalize({"pictures": [sample_picture(), sample_picture()]})


class ActionBlock(TellsData, blocks.StructBlock):
    """A call to action: a link that stands for itself."""

    label = blocks.CharBlock(label=_("Label"), max_length=120)
    page = PageChooser(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("Address"))

    def clean(self, value: Any) -> Any:
        """Require exactly one target, one where a link may lead."""
        value = super().clean(value)
        if value.get("url") and not is_allowed(value["url"]):
            message = ValidationError(refusal(value["url"]))
            raise blocks.StructBlockValidationError(block_errors={"url": message})
        if bool(value.get("page")) == bool(value.get("url")):
            message = ValidationError(_("Choose a page or enter an address, one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"page": message})
        return value

    def as_data(self, child: Any, known: Known) -> ActionData:
        """Return the label and where it leads."""
        address, page = child.value["url"], child.value["page"]
        if is_allowed(address or ""):
            return ActionData(child.id, child.value["label"], WebTarget(web_address(address)))
        return ActionData(child.id, child.value["label"], known.pages.get(page.pk) if page else None)

    def links(self, value: Any) -> list[tuple[str, int]]:
        """Return the page, where one was chosen."""
        return [("page", value["page"].pk)] if value.get("page") else []

    class Meta:
        icon = "link"
        label = _("Call to action")
        description = _("A link to a page or to another site.")
        template = "cms/blocks/action.html"
        preview_value = {"label": "Open the platform", "url": "https://example.org/"}


class BodyBlock(blocks.StreamBlock):
    """The body of a page: sections of text with their notes."""

    heading = HeadingBlock(group=_("Text"))
    text = TextBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    table = TextTableBlock(group=_("Text"))
    note = NoteBlock(group=_("Text"))
    picture = PictureBlock(group=_("Pictures"))
    gallery = GalleryBlock(group=_("Pictures"))
    action = ActionBlock(group=_("Links"))

    def reserved_anchors(self) -> frozenset[str]:
        """Return the anchors of what stands around the text, which no heading may have."""
        return frozenset({"main", "quick"})

    def clean(self, value: Any) -> Any:
        """Give each heading without an anchor one of its own; refuse an anchor used twice."""
        value = super().clean(value)
        taken: set[str] = set(self.reserved_anchors())
        errors: dict[int, ValidationError] = {}
        headings = [(index, child) for index, child in enumerate(value) if child.block_type == "heading"]
        for index, child in headings:
            anchor = child.value.get("anchor")
            if anchor and anchor in taken:
                taken_already = ValidationError(
                    _("The anchor “%(anchor)s” is taken on this page. Choose another one."), params={"anchor": anchor}
                )
                errors[index] = blocks.StructBlockValidationError(block_errors={"anchor": taken_already})
            taken.add(anchor)
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        for _index, child in headings:
            if not child.value.get("anchor"):
                base = ascii_slug(child.value["text"])[:50].strip("-") or "section"
                anchor, number = base, 2
                while anchor in taken:
                    anchor, number = f"{base}-{number}", number + 1
                child.value["anchor"] = anchor
                taken.add(anchor)
        return value
