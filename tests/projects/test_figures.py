"""Results in figures: only like things are compared, and nothing is added up."""

from __future__ import annotations

from decimal import Decimal

from projects.drawings.figures import DrawnFigure, arranged
from projects.values import Figure
from projects.vocabulary.labels import ConceptLabel


def shown(value: str, unit: str = "officer", kind: str = "achieved", *, part: bool = False) -> Figure:
    name = ConceptLabel(unit, "en", unit, f"{unit}\n{unit}s")
    return Figure(Decimal(value), name, unit, "trained", kind, part, counts=True)


def dots(drawn: DrawnFigure) -> list[tuple[int, bool]]:
    """Return each line of a drawing as its number of dots and whether they are off."""
    assert drawn.drawing is not None
    return [(int(line.path.split("h")[1].split(".")[0]) // 10 + 1, line.off) for line in drawn.drawing.lines]


def test_a_number_without_its_like_stands_alone() -> None:
    figures = arranged([shown("3", "language"), shown("13", "agreement")], "en")
    assert [one.drawing for one in figures.all] == [None, None]
    assert figures.reading == []


def test_up_to_two_hundred_like_things_are_dots_fifty_to_a_line() -> None:
    figures = arranged([shown("142"), shown("40")], "en")
    assert [dots(one) for one in figures.all] == [[(50, False), (50, False), (42, False)], [(40, False)]]
    assert figures.reading[0] == "One dot: 1 officer."


def test_more_are_bars_on_one_scale() -> None:
    figures = arranged([shown("3000", "copy"), shown("1000", "copy"), shown("2", "expert")], "en")
    assert [one.drawing.bar if one.drawing else None for one in figures.all] == ["1000.0", "333.3", None]


def test_half_a_thing_is_no_dot() -> None:
    figures = arranged([shown("2.5"), shown("5")], "en")
    assert [one.drawing.bar for one in figures.all if one.drawing] == ["500.0", "1000.0"]


def test_a_part_is_drawn_as_so_many_of_its_whole() -> None:
    figures = arranged(
        [shown("180", "participant"), shown("100", part=True), shown("80", "councillor", part=True)], "en"
    )
    whole, officers, councillors = figures.all
    assert whole.drawing is None
    assert (officers.whole, councillors.whole) == ("180", "180")
    assert dots(officers) == [(50, False), (50, False), (50, True), (30, True)]
    assert dots(councillors) == [(50, False), (30, False), (20, True), (50, True), (30, True)]


def test_a_part_larger_than_its_whole_is_not_drawn() -> None:
    assert arranged([shown("5"), shown("9", part=True)], "en").all[1].drawing is None


def test_a_part_at_the_beginning_is_a_whole() -> None:
    assert arranged([shown("5", part=True)], "en").wholes[0].whole == ""


def test_what_is_only_planned_is_drawn_as_not_reached_and_named() -> None:
    figures = arranged([shown("13"), shown("5", kind="planned")], "en")
    assert [dots(one) for one in figures.all] == [[(13, False)], [(5, True)]]
    assert figures.tells_kind
    assert "Grey: planned, not yet a result." in figures.reading


def test_results_alone_need_not_be_named_as_such() -> None:
    assert not arranged([shown("13")], "en").tells_kind


def test_a_percentage_is_drawn_on_the_scale_of_a_hundred() -> None:
    (one,) = arranged([shown("46", "percent")], "en").all
    assert one.drawing is not None
    assert one.drawing.bar == "460.0"


def test_a_number_of_nothing_is_no_drawing_of_dots() -> None:
    figures = arranged([shown("0"), shown("0")], "en")
    assert [one.drawing for one in figures.all] == [None, None]


def test_a_unit_without_a_name_in_the_reader_s_language_is_no_part_of_a_sentence_in_it() -> None:
    assert not [said for said in arranged([shown("40", "copy"), shown("40", "copy")], "lv").reading if "copy" in said]
