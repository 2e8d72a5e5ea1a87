"""The bodies of the library: text with the terms of the glossary, and a project's fact sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.blocks import BodyBlock
from cms.bodies import markdown
from cms.bodies.targets import Known, TellsData
from cms.chosen import KnownByNumber
from cms.facets import Label
from cms.languages import current_language
from cms.passages import BeginsPassage, Passage, StandsInMargin
from cms.presenting import presenters
from projects.enums import FactKind
from projects.vocabulary.notes import sample_note


@dataclass(frozen=True)
class FactsData:
    """A section that shows the project's facts of one `kind`; `words` are what it says, a text for each fact.

    The facts themselves, as values, are told with the project.
    """

    id: str | None
    kind: str
    heading: str
    anchor: str
    words: tuple[str, ...]
    type: Literal["facts"] = "facts"

    def markdown(self) -> str:
        """Return a list below the heading."""
        items = "\n".join(f"- {markdown.plain(word)}" for word in self.words)
        return markdown.together([f"## {markdown.plain(self.heading)}", items])


@dataclass(frozen=True)
class TermData:
    """A term of the glossary, explained beside the text; `names` are what it is called in the other languages."""

    id: str | None
    key: str
    name: Label
    definition: Label
    names: tuple[Label, ...]
    type: Literal["term"] = "term"

    def markdown(self) -> str:
        """Return the term and what it means, set apart from the text."""
        return markdown.quoted(f"**{markdown.plain(self.name.text)}** – {markdown.plain(self.definition.text)}")


class FactsBlock(TellsData, BeginsPassage, blocks.StructBlock):
    """Shows the project's typed facts of one kind under a heading of the editor's choice."""

    kind = blocks.ChoiceBlock(choices=FactKind.choices, label=_("Facts"))
    heading = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Heading"),
        help_text=_("Leave empty for the usual one. A question is welcome: “What was the budget?”"),
    )

    class Meta:
        icon = "list-ul"
        label = _("Facts")
        description = _("The facts from the other tabs, shown here. Each kind once.")
        template = "projects/blocks/facts.html"
        preview_value = {"kind": "budget", "heading": "What was the budget?"}

    def as_passage(self, child: Any) -> Passage:
        """Return a section that shows facts of one kind, at the kind's anchor."""
        kind = child.value["kind"]
        return Passage(kind.replace("_", "-"), child.value["heading"], facts=kind)

    def as_data(self, child: Any, known: Known) -> FactsData:
        """Return the section with its facts in words."""
        kind = FactKind(child.value["kind"])
        with override(known.language):
            heading = child.value["heading"] or str(kind.label)
        return FactsData(child.id, kind.value, heading, kind.replace("_", "-"), tuple(known.facts.get(kind.value, ())))

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return the facts as a list of words."""
        return render_to_string("projects/blocks/facts_in_words.html", {"value": self.as_data(child, known)})


class TermBlock(TellsData, StandsInMargin, KnownByNumber, SnippetChooserBlock):
    """A term of the glossary, explained in the margin of the section where it stands by its note (`WorkView.terms`)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("projects.Term", **kwargs)

    class Meta:
        icon = "openquote"
        label = _("Term")
        description = _("A term of the glossary, explained beside the section's text.")
        preview_template = "projects/blocks/term_preview.html"

    def add_to(self, passage: Passage, child: Any) -> None:
        """Put the term beside the section."""
        passage.terms.append(child.value)

    def as_data(self, child: Any, known: Known) -> TermData | None:
        """Return the note of the term; nothing of one that is not public in any language."""
        note = known.terms.get(child.value.pk) if child.value else None
        return TermData(child.id, note.key, note.name, note.definition, note.names) if note else None

    def html(self, child: Any, context: dict[str, Any], known: Known) -> str:
        """Return the note as it stands in the margin."""
        note = self.as_data(child, known)
        return render_to_string("cms/term_note.html", {"note": note}) if note else ""

    def get_preview_value(self) -> Any:
        """Return the newest term that is public in the editor's language, or in any."""
        public = self.target_model._default_manager.filter(live=True).order_by("-pk")
        return public.filter(locale__language_code=current_language()).first() or public.first()

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what stands in the margin."""
        return {**super().get_preview_context(value, parent_context), "note": sample_note(value)}


class LibraryBodyBlock(BodyBlock):
    """The body of a page of the library."""

    term = TermBlock(group=_("Text"))

    def reserved_anchors(self) -> frozenset[str]:
        """Add the anchors of what works show beside their text, whatever their type: a text may be copied."""
        return super().reserved_anchors().union(*(one.anchors for one in presenters()))


class ProjectBodyBlock(LibraryBodyBlock):
    """A project's body."""

    facts = FactsBlock(group=_("Facts"))

    def clean(self, value: Any) -> Any:
        """Refuse a kind of facts that stands twice."""
        seen: set[str] = set()
        errors: dict[int, ValidationError] = {}
        for index, child in enumerate(value):
            if child.block_type != "facts":
                continue
            kind = child.value.get("kind")
            if kind and kind in seen:
                twice = ValidationError(
                    _("“%(kind)s” stands twice. Each kind of facts is shown once."),
                    params={"kind": FactKind(kind).label},
                )
                errors[index] = blocks.StructBlockValidationError(block_errors={"kind": twice})
            seen.add(kind)
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return super().clean(value)
