"""The bodies of the library: text with the terms of the glossary, and a project's fact sections."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.blocks import BodyBlock
from cms.languages import current_language
from cms.passages import BeginsPassage, Passage, StandsInMargin
from cms.presenting import presenters
from projects.enums import FactKind
from projects.vocabulary.notes import sample_note


class FactsBlock(BeginsPassage, blocks.StructBlock):
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


class TermBlock(StandsInMargin, SnippetChooserBlock):
    """A term of the glossary, explained in the margin of the section where it stands."""

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
