"""The outlines of the countries that a map can show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

Point = tuple[float, float]  # degrees east, degrees north
NEAR = 1.0  # degrees: small islands are not in the outlines


@cache
def _outlines() -> tuple[list[list[Point]], dict[str, list[list[int]]]]:
    """Return the arcs in degrees, and for each country the rings as numbers of arcs (~n: backwards)."""
    data = json.loads((Path(__file__).parent / "outlines.json").read_text(encoding="utf-8"))
    arcs = []
    for steps in data["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            arc.append((x / 100, y / 100))
        arcs.append(arc)
    return arcs, data["countries"]


@cache
def countries() -> dict[str, list[list[Point]]]:
    """Return the outlines of each country."""
    arcs, rings_of = _outlines()
    return {
        code: [[point for number in ring for point in _arc(arcs, number)[:-1]] for ring in rings]
        for code, rings in rings_of.items()
    }


@cache
def shores() -> list[list[Point]]:
    """Return the arcs that bound one country only: there is water on the other side."""
    arcs, rings_of = _outlines()
    uses: dict[int, int] = {}
    for rings in rings_of.values():
        for number in (number if number >= 0 else ~number for ring in rings for number in ring):
            uses[number] = uses.get(number, 0) + 1
    return [arcs[number] for number, times in uses.items() if times == 1]


def _arc(arcs: Sequence[list[Point]], number: int) -> list[Point]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def is_near(country: str, longitude: float, latitude: float) -> bool | None:
    """Tell whether a point lies in the frame of a country, or not far from it; None where its outline is not known."""
    points = [point for ring in countries().get(country, ()) for point in ring]
    if not points:
        return None
    east, north = zip(*points, strict=True)
    return min(east) - NEAR <= longitude <= max(east) + NEAR and min(north) - NEAR <= latitude <= max(north) + NEAR
