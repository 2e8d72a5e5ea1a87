"""Results in figures: only like things are compared, and nothing is added up."""

from __future__ import annotations

from decimal import Decimal

from cms.facets import Label
from projects.drawings.figures import Figure, arranged, figure
from projects.models import ProjectFigure


def shown(value: str, unit: str = "officer", kind: str = "achieved") -> Figure:
    row = ProjectFigure(value=Decimal(value), what="trained", kind=kind)
    return figure(row, Label(f"{unit}s", "en"), Label(unit, "en"), unit, "en")


def dots(drawn: Figure) -> list[tuple[int, bool]]:
    """Return each line of a drawing as its number of dots and whether they are off."""
    assert drawn.drawing is not None
    return [(int(line.path.split("h")[1].split(".")[0]) // 10 + 1, line.off) for line in drawn.drawing.lines]


def test_a_number_without_its_like_stands_alone() -> None:
    figures = arranged([(shown("3", "language"), False), (shown("13", "agreement"), False)])
    assert [one.drawing for one in figures.all] == [None, None]
    assert figures.reading == []


def test_up_to_two_hundred_like_things_are_dots_fifty_to_a_line() -> None:
    figures = arranged([(shown("142"), False), (shown("40"), False)])
    assert [dots(one) for one in figures.all] == [[(50, False), (50, False), (42, False)], [(40, False)]]
    assert figures.reading[0] == "One dot: 1 officer."


def test_more_are_bars_on_one_scale() -> None:
    figures = arranged([(shown("3000", "copy"), False), (shown("1000", "copy"), False), (shown("2", "expert"), False)])
    assert [one.drawing.bar if one.drawing else None for one in figures.all] == ["1000.0", "333.3", None]


def test_half_a_thing_is_no_dot() -> None:
    figures = arranged([(shown("2.5"), False), (shown("5"), False)])
    assert [one.drawing.bar for one in figures.all if one.drawing] == ["500.0", "1000.0"]


def test_a_part_is_drawn_as_so_many_of_its_whole() -> None:
    figures = arranged([(shown("180", "participant"), False), (shown("100"), True), (shown("80", "councillor"), True)])
    whole, officers, councillors = figures.all
    assert whole.drawing is None
    assert (officers.whole, councillors.whole) == ("180", "180")
    assert dots(officers) == [(50, False), (50, False), (50, True), (30, True)]
    assert dots(councillors) == [(50, False), (30, False), (20, True), (50, True), (30, True)]


def test_a_part_larger_than_its_whole_is_not_drawn() -> None:
    assert arranged([(shown("5"), False), (shown("9"), True)]).all[1].drawing is None


def test_a_part_at_the_beginning_is_a_whole() -> None:
    assert arranged([(shown("5"), True)]).wholes[0].whole == ""


def test_what_is_only_planned_is_drawn_as_not_reached_and_named() -> None:
    figures = arranged([(shown("13"), False), (shown("5", kind="planned"), False)])
    assert [dots(one) for one in figures.all] == [[(13, False)], [(5, True)]]
    assert figures.tells_kind
    assert "Grey: planned, not yet a result." in figures.reading


def test_results_alone_need_not_be_named_as_such() -> None:
    assert not arranged([(shown("13"), False)]).tells_kind


def test_a_percentage_is_drawn_on_the_scale_of_a_hundred() -> None:
    (one,) = arranged([(shown("46", "percent"), False)]).all
    assert one.drawing is not None
    assert one.drawing.bar == "460.0"


def test_a_number_of_nothing_is_no_drawing_of_dots() -> None:
    figures = arranged([(shown("0"), False), (shown("0"), False)])
    assert [one.drawing for one in figures.all] == [None, None]


def test_a_unit_without_a_name_in_the_reader_s_language_is_no_part_of_a_sentence_in_it() -> None:
    row = ProjectFigure(value=Decimal(40), what="")
    several = [figure(row, Label("copies", "en"), Label("copy", "en"), "copy", "lv") for _again in range(2)]
    assert not [said for said in arranged([(one, False) for one in several]).reading if "copy" in said]
