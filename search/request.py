"""What the address of a search says: the text, the language, the choices, the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from cms.facets import Facet
from cms.languages import LANGUAGE_CODES
from search.analysis.typed_words import clean
from search.engines.query import Sort

LONGEST_VALUE = 60
MOST_VALUES = 40
MOST_PAGES = 100


@dataclass(frozen=True)
class Search:
    """A search as an address asks for it; what does not fit is as if it were not there.

    `reader` is the language of the page, `language` that of the results. `verbatim` looks for the words
    as they are typed.
    """

    reader: str
    language: str
    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    number: int = 1
    verbatim: bool = False

    @classmethod
    def read(cls, query: QueryDict, facets: Iterable[Facet], reader: str) -> Search:
        """Return the search that the parameters of an address describe."""
        chosen = {facet.name: _values(query.getlist(facet.name)) for facet in facets}
        language, sort, page = query.get("lang", ""), query.get("sort", ""), query.get("page", "")
        return cls(
            reader=reader,
            language=language if language in LANGUAGE_CODES else reader,
            text=clean(query.get("q", "")),
            chosen={name: values for name, values in chosen.items() if values},
            sort=next((one for one in Sort if one.value == sort), Sort.RELEVANCE),
            number=min(max(int(page), 1), MOST_PAGES) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
            verbatim=query.get("verbatim") == "1",
        )

    def pairs(self) -> list[tuple[str, str]]:
        """Return the parameters of the address in a stable order."""
        pairs = [("q", self.text)] if self.text else []
        if self.language != self.reader:
            pairs.append(("lang", self.language))
        if self.verbatim:
            pairs.append(("verbatim", "1"))
        pairs += [(name, value) for name in sorted(self.chosen) for value in sorted(self.chosen[name])]
        if self.sort is not Sort.RELEVANCE:
            pairs.append(("sort", self.sort.value))
        if self.number > 1:
            pairs.append(("page", str(self.number)))
        return pairs

    def address(self, **changes: Any) -> str:
        """Return the address of this search with changes, on its first page where none is named."""
        changed = replace(self, **{"number": 1, **changes})
        pairs = changed.pairs()
        return f"/{changed.reader}/search/" + (f"?{urlencode(pairs)}" if pairs else "")

    def kept(self) -> list[tuple[str, str]]:
        """Return what a form that chooses facets carries along."""
        return replace(self, chosen={}, number=1).pairs()

    def without(self, name: str, value: str) -> str:
        """Return the address without one chosen value."""
        return self.address(chosen=self.chosen_without(name, value))

    def chosen_without(self, name: str, value: str) -> dict[str, tuple[str, ...]]:
        """Return the choices without one value."""
        kept = {**self.chosen, name: tuple(other for other in self.chosen.get(name, ()) if other != value)}
        return {facet: values for facet, values in kept.items() if values}


def _values(values: list[str]) -> tuple[str, ...]:
    fitting = (value for value in values if 0 < len(value) <= LONGEST_VALUE and value.isprintable())
    return tuple(dict.fromkeys(fitting))[:MOST_VALUES]
