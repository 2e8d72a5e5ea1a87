"""What a reader chose of a list is read from its address, and written into the addresses of its links."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from cms.facets import Facet
from cms.selection import LONGEST_VALUE, MOST_VALUES, Selection

FACETS = [Facet(name, name, lambda values, language: {}) for name in ("topic", "status")]


def read(query: str) -> Selection:
    return Selection.read(QueryDict(query), FACETS, {"title", "date"})


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ("", Selection()),
        ("topic=waste&topic=water&topic=waste", Selection({"topic": ("waste", "water")})),
        ("topic=&status=running", Selection({"status": ("running",)})),
        ("sort=title&page=3", Selection(sort="title", page_number=3)),
    ],
)
def test_an_address_describes_a_selection(query: str, selection: Selection) -> None:
    assert read(query) == selection


@pytest.mark.parametrize(
    "query",
    ["colour=red", "topic=a%00b", f"topic={'a' * (LONGEST_VALUE + 1)}", "sort=colour"]
    + [f"page={number}" for number in ("0", "-1", "x", "1.5", "²", "٣", "9999999")],
)
def test_what_cannot_be_a_selection_is_left_out(query: str) -> None:
    assert read(query) == Selection()


def test_nobody_chooses_more_values_than_a_facet_shows() -> None:
    assert len(read("&".join(f"topic={number}" for number in range(2 * MOST_VALUES))).chosen["topic"]) == MOST_VALUES


def test_parameters_come_in_a_stable_order() -> None:
    one = read("page=2&topic=water&status=running&sort=title&topic=waste")
    assert one.pairs() == read("sort=title&topic=waste&status=running&topic=water&page=2").pairs()
    assert read("&".join(f"{name}={value}" for name, value in one.pairs())).pairs() == one.pairs()


def test_a_change_leads_to_the_first_page() -> None:
    chosen = Selection({"topic": ("waste", "water")}, "title", 3)
    assert chosen.changed(sort="date") == Selection({"topic": ("waste", "water")}, "date", 1)
    assert chosen.without("topic", "waste") == Selection({"topic": ("water",)}, "title", 1)
    assert chosen.without("topic", "waste").without("topic", "water").chosen == {}
    assert chosen.changed(page_number=2).page_number == 2
