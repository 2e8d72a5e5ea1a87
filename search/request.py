"""A search as its address describes it: the text, the language, and what is chosen of the results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from cms.facets import Facet
from cms.languages import LANGUAGE_CODES
from cms.selection import Selection
from search.analysis.typed_words import clean
from search.engines.query import SortOrder

MOST_PAGES = 100


def order_in_address(order: SortOrder) -> str:
    """Return how an address names an order of the results; it does not name the usual one."""
    return "" if order is SortOrder.RELEVANCE else order.value


@dataclass(frozen=True)
class SearchRequest:
    """A search that a reader asks for.

    `reader` is the language of the page, `language` that of the results. A `verbatim` search makes no second tries: it
    looks for the words as they are typed.
    """

    reader: str
    language: str
    text: str = ""
    selection: Selection = field(default_factory=Selection)
    verbatim: bool = False

    @classmethod
    def read(cls, query: QueryDict, facets: Iterable[Facet], reader: str) -> SearchRequest:
        """Return the search that the parameters of an address describe; what cannot be a part of one is left out."""
        language = query.get("lang", "")
        selection = Selection.read(query, facets, {*map(order_in_address, SortOrder)})
        return cls(
            reader=reader,
            language=language if language in LANGUAGE_CODES else reader,
            text=clean(query.get("q", "")),
            selection=replace(selection, page_number=min(selection.page_number, MOST_PAGES)),
            verbatim=query.get("verbatim") == "1",
        )

    @property
    def order(self) -> SortOrder:
        """Return the order of the results."""
        return SortOrder(self.selection.sort) if self.selection.sort else SortOrder.RELEVANCE

    def pairs(self) -> list[tuple[str, str]]:
        """Return the parameters of the address, in a stable order."""
        pairs = [("q", self.text)] if self.text else []
        if self.language != self.reader:
            pairs.append(("lang", self.language))
        if self.verbatim:
            pairs.append(("verbatim", "1"))
        return pairs + self.selection.pairs()

    def address(self, *, selection: Selection | None = None, **changes: Any) -> str:
        """Return the address of this search with changes, on its first page unless another selection is given."""
        changed = replace(self, selection=selection or self.selection.changed(), **changes)
        pairs = changed.pairs()
        return f"/{changed.reader}/search/" + (f"?{urlencode(pairs)}" if pairs else "")

    def kept(self) -> list[tuple[str, str]]:
        """Return the parameters that a form which chooses values of facets sends along."""
        return replace(self, selection=self.selection.changed(chosen={})).pairs()

    def without(self, name: str, value: str) -> str:
        """Return the address without one chosen value."""
        return self.address(selection=self.selection.without(name, value))
