"""What other packages may add to the saving of a page, inside its one transaction.

A receiver that raises undoes the whole save. `page_saving` comes before the content of a page is
written: a receiver refuses by raising RefusedError. `page_saved` comes after the page and
its facets are written. Both send `page`, the page as its own type; `page_saved` as it is stored, not as
a draft has it, with `is_whole` false where only its book-keeping was saved.

`words_changed` comes where words that pages show from elsewhere have changed, as when an entry of a
vocabulary was renamed, inside that transaction; it sends `pages`, the numbers of those pages.

`facets_changed` comes where facet values of a page were written that differ from those before, inside
that transaction, also when another page made them change; it sends `page`, the number of the page.

`concept_saved` comes with the saving or deleting of an entry of a vocabulary, inside its transaction; it
sends `names`, what the entry is publicly called from now on (`cms.concepts.ConceptNames`).

`changes_told` comes with each recording of what became of items for the public, inside its transaction; it sends
`changes`, the rows of `PublicChange` in their order.

`time_passed` comes about once a minute, after what was due by the clock was published or taken down.

`process_started` comes once in a process that serves readers, before the first of them.
"""

from __future__ import annotations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.dispatch import Signal


class RefusedError(ValidationError):
    """What somebody asks for may not be; `reason` is for the editor and says the way on."""

    def __init__(self, reason: str) -> None:
        super().__init__({NON_FIELD_ERRORS: [reason]})
        self.reason = reason


page_saving = Signal()
page_saved = Signal()
words_changed = Signal()
facets_changed = Signal()
concept_saved = Signal()
changes_told = Signal()
time_passed = Signal()
process_started = Signal()
