"""What a reader chose of a list, as the address of the list says it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from cms.facets import Facet

LONGEST_VALUE = 60
MOST_VALUES = 40  # of a facet
MOST_DIGITS = 6  # of the number of a page


@dataclass(frozen=True)
class Selection:
    """Values by facet, the order, and the page of the list; `sort` is "" for the order that the list has by itself."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page_number: int = 1

    @classmethod
    def read(cls, query: QueryDict, facets: Iterable[Facet], sorts: Collection[str]) -> Selection:
        """Return the selection that the parameters of an address describe; what cannot be one is left out."""
        chosen = {facet.name: _values(query.getlist(facet.name)) for facet in facets}
        sort = query.get("sort", "")
        return cls(
            chosen={name: values for name, values in chosen.items() if values},
            sort=sort if sort in sorts else "",
            page_number=_page_number(query.get("page", "")),
        )

    @property
    def chosen_count(self) -> int:
        """Return how many values are chosen."""
        return sum(map(len, self.chosen.values()))

    def pairs(self) -> list[tuple[str, str]]:
        """Return the parameters of an address, in a stable order."""
        pairs = [(name, value) for name in sorted(self.chosen) for value in sorted(self.chosen[name])]
        if self.sort:
            pairs.append(("sort", self.sort))
        if self.page_number > 1:
            pairs.append(("page", str(self.page_number)))
        return pairs

    def changed(self, **changes: Any) -> Selection:
        """Return the selection with changes, on the first page of its list unless `page_number` says otherwise."""
        return replace(self, **{"page_number": 1, **changes})

    def without(self, name: str, value: str) -> Selection:
        """Return the selection without one value of a facet."""
        left = tuple(other for other in self.chosen.get(name, ()) if other != value)
        chosen = {**self.chosen, name: left}
        return self.changed(chosen={facet: values for facet, values in chosen.items() if values})


def _values(values: Iterable[str]) -> tuple[str, ...]:
    """Return what may be values of a facet, each once, as many as anybody would choose."""
    possible = (value for value in values if 0 < len(value) <= LONGEST_VALUE and value.isprintable())
    return tuple(dict.fromkeys(possible))[:MOST_VALUES]


def _page_number(text: str) -> int:
    """Return the number of a page; 1 for what is no number."""
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return max(int(text), 1) if is_number else 1
