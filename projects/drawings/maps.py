"""A map of places, drawn from their coordinates: no tiles, no third party.

The outlines of the countries are Natural Earth's, 1:50 million, which are in the public domain
(by way of world-atlas 2.0.2), thinned to about two kilometres: `outlines.json` holds arcs in
hundredths of a degree, each point relative to the one before it, and the rings of arcs that bound
each country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians

from babel.units import format_unit

from cms.languages import babel_locale, country_name
from projects.outlines import Point, countries, shores

WIDTH = 800
LOWEST, HIGHEST = 340, 620
MARGIN = 70  # between the outermost place and the frame
SMALLEST = 2.4  # degrees of latitude, so that one place is not lost in its own fields
OUTSIDE = 20  # outlines are cut this far beyond the frame, where the cut is not seen
TOLERANCE = 1.5  # how far a thinned outline may lie from the true one
SMALLEST_NAMED = 0.04  # the share of the frame that another country has to fill to be named
RADIUS = 5
KILOMETRES_A_DEGREE = 111.2
SCALES = (200, 100, 50, 20, 10)

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """A place to be drawn: degrees east and north, its country, its name and that name's language.

    A country as a whole is no dot: its land is marked.
    """

    longitude: float
    latitude: float
    country: str
    name: str
    language: str
    lead: bool = False
    is_country: bool = False


@dataclass(frozen=True)
class DrawnName:
    """A name at its place; `minor` where there is room for it on a wide screen only."""

    text: str
    language: str
    x: str
    y: str
    anchor: str
    minor: bool = False


@dataclass(frozen=True)
class DrawnSpot:
    """A dot."""

    x: str
    y: str
    lead: bool


@dataclass(frozen=True)
class Land:
    """The visible part of a country; `here` where the project has places."""

    path: str
    here: bool


@dataclass(frozen=True)
class Scale:
    """A length on the map, what it is in kilometres, and how low it and its words stand."""

    text: str
    length: str
    y: str
    text_y: str


@dataclass(frozen=True)
class DrawnMap:
    """Everything on a map, in the units of its view box."""

    height: str
    lands: tuple[Land, ...]
    coast: str
    spots: tuple[DrawnSpot, ...]
    names: tuple[DrawnName, ...]
    countries: tuple[DrawnName, ...]
    scale: Scale | None

    @property
    def width(self) -> int:
        """Return the width of the view box."""
        return WIDTH

    @property
    def has_lead(self) -> bool:
        """Tell whether a seat of the lead organisation is marked."""
        return any(spot.lead for spot in self.spots)


@lru_cache(maxsize=64)
def drawn(spots: tuple[Spot, ...], language: str) -> DrawnMap:
    """Return the map of some places for a reader's language."""
    here = {spot.country for spot in spots}
    dotted = tuple(spot for spot in spots if not spot.is_country)
    shown_by_dots = {spot.country for spot in dotted}
    frame = _Frame([spot for spot in spots if not spot.is_country or spot.country not in shown_by_dots])
    lands, largest = [], {}
    for code, rings in countries().items():
        pieces = [piece for ring in rings if (piece := frame.clipped(ring))]
        if pieces:
            lands.append(Land("".join(frame.path(piece, closed=True) for piece in pieces), code in here))
            largest[code] = max(pieces, key=_area)
    coast = "".join(frame.path(piece) for shore in shores() for piece in frame.cut(shore))
    points = [frame.point(spot.longitude, spot.latitude) for spot in dotted]
    names, taken = _names(dotted, points, frame.height)
    return DrawnMap(
        height=f"{frame.height:.0f}",
        lands=tuple(sorted(lands, key=lambda land: land.here)),
        coast=coast,
        spots=tuple(
            DrawnSpot(f"{x:.1f}", f"{y:.1f}", spot.lead)
            for spot, (x, y) in sorted(zip(dotted, points, strict=True), key=lambda pair: pair[0].lead)
        ),
        names=tuple(names),
        countries=tuple(_country_names(largest, here, taken, frame.height, language)),
        scale=frame.scale(taken, language),
    )


class _Frame:
    """The part of the world that a map shows, in an equirectangular projection true at its middle."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        west, east = min(spot.longitude for spot in spots), max(spot.longitude for spot in spots)
        south, north = min(spot.latitude for spot in spots), max(spot.latitude for spot in spots)
        self._squeeze = cos(radians((south + north) / 2))
        across, up = max((east - west) * self._squeeze, 0.01), max(north - south, 0.01)
        self._scale = min((WIDTH - 2 * MARGIN) / across, (HIGHEST - 2 * MARGIN) / up, LOWEST / SMALLEST)
        self.height = min(max(up * self._scale + 2 * MARGIN, LOWEST), HIGHEST)
        self._middle = ((west + east) / 2, (south + north) / 2)

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a place lies in the view box."""
        x = WIDTH / 2 + (longitude - self._middle[0]) * self._squeeze * self._scale
        return x, self.height / 2 - (latitude - self._middle[1]) * self._scale

    def clipped(self, ring: Sequence[Point]) -> list[Point]:
        """Return the part of a closed outline that is seen (Sutherland and Hodgman's algorithm)."""
        points = [self.point(*position) for position in ring]
        for axis, limit, sign in (
            (0, -OUTSIDE, 1), (0, WIDTH + OUTSIDE, -1), (1, -OUTSIDE, 1), (1, self.height + OUTSIDE, -1)
        ):  # fmt: skip
            kept: list[Point] = []
            for before, after in zip([points[-1], *points[:-1]], points, strict=True):
                inside = (after[axis] - limit) * sign >= 0
                if inside != ((before[axis] - limit) * sign >= 0):
                    part = (limit - before[axis]) / (after[axis] - before[axis])
                    kept.append((before[0] + (after[0] - before[0]) * part, before[1] + (after[1] - before[1]) * part))
                if inside:
                    kept.append(after)
            if not kept:
                return []
            points = kept
        return _thinned([*points, points[0]])[:-1]

    def cut(self, line: Sequence[Point]) -> Iterator[list[Point]]:
        """Yield the parts of an open line that are seen."""
        part: list[Point] = []
        for before, after in pairwise([self.point(*position) for position in line]):
            if self._sees(before) or self._sees(after):
                part = part or [before]
                part.append(after)
            elif part:
                yield _thinned(part)
                part = []
        if part:
            yield _thinned(part)

    def _sees(self, point: Point) -> bool:
        return -OUTSIDE <= point[0] <= WIDTH + OUTSIDE and -OUTSIDE <= point[1] <= self.height + OUTSIDE

    def path(self, points: Sequence[Point], closed: bool = False) -> str:
        """Return a line as the data of an SVG path."""
        (x, y), *rest = [(round(x), round(y)) for x, y in points]
        steps = [f"M{x} {y}"]
        for after_x, after_y in rest:
            if (after_x, after_y) != (x, y):
                # Short, as a minus sign parts two numbers too.
                steps.append(f"{'l' if len(steps) == 1 else ' '}{after_x - x} {after_y - y}".replace(" -", "-"))
                x, y = after_x, after_y
        return "".join(steps) + ("z" if closed else "")

    def scale(self, taken: Sequence[Box], language: str) -> Scale | None:
        """Return a round length that fits the lower left corner, None where something lies there."""
        a_kilometre = self._scale / KILOMETRES_A_DEGREE
        length = next((length for length in SCALES if length * a_kilometre <= WIDTH / 6), None)
        if length is None or _collides((0, self.height - 48, WIDTH / 6 + 32, self.height), taken):
            return None
        text = format_unit(length, "length-kilometer", length="short", locale=babel_locale(language))
        return Scale(text, f"{length * a_kilometre:.1f}", f"{self.height - 22:.0f}", f"{self.height - 28:.0f}")


# ----------------------------------------------------------------------------------------- names

# Where a name may stand beside its dot: the shift, and the end of the name that is tied to it.
_PLACES = (
    (11, 5, "start"), (-11, 5, "end"), (0, -12, "middle"), (0, 22, "middle"),
    (9, -9, "start"), (9, 18, "start"), (-9, -9, "end"), (-9, 18, "end"),
)  # fmt: skip
SMALL, LARGE = 13, 26  # the size of names on a wide and on a narrow screen


def _names(spots: Sequence[Spot], points: Sequence[Point], height: float) -> tuple[list[DrawnName], list[Box]]:
    """Return the names that find room, those first that do so on a narrow screen too, and what is taken."""
    dots: list[Box] = [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in points]
    found: dict[int, DrawnName] = {}
    order = sorted(range(len(spots)), key=lambda index: (not spots[index].lead, points[index]))
    taken: list[Box] = []
    for size in (LARGE, SMALL):
        large: list[Box] = []
        for index in order:
            if index in found:
                continue
            for dx, dy, anchor in _PLACES:
                x, y = points[index][0] + dx, points[index][1] + dy
                box = _text_box(spots[index].name, x, y, anchor, size)
                others = [dot for place, dot in enumerate(dots) if place != index]
                if _inside(box, height) and not _collides(box, [*others, *taken, *large]):
                    spot = spots[index]
                    found[index] = DrawnName(spot.name, spot.language, f"{x:.1f}", f"{y:.1f}", anchor, size == SMALL)
                    large.append(box)
                    taken.append(_text_box(spot.name, x, y, anchor, SMALL))
                    break
    return [found[index] for index in sorted(found)], [*dots, *taken]


def _country_names(
    largest: dict[str, list[Point]], here: set[str], taken: list[Box], height: float, language: str
) -> Iterator[DrawnName]:
    """Yield the names of the countries that find room, those of the project first."""
    named = [code for code, ring in largest.items() if code in here or _area(ring) > SMALLEST_NAMED * WIDTH * height]
    for code in sorted(named, key=lambda code: (code not in here, code)):
        text = country_name(code, language)
        size = 22 if code in here else 15
        x, y = _centre([(min(max(x, 0), WIDTH), min(max(y, 0), height)) for x, y in largest[code]])
        for dx, dy in ((0, 0), (0, 40), (0, -40), (60, 0), (-60, 0), (60, 60), (-60, -60), (0, 80), (0, -80)):
            box = _text_box(text, x + dx, y + dy, "middle", size)
            if _inside(box, height) and _within((x + dx, y + dy), largest[code]) and not _collides(box, taken):
                taken.append(box)
                yield DrawnName(text, language, f"{x + dx:.1f}", f"{y + dy:.1f}", "middle", code not in here)
                break


def _text_box(text: str, x: float, y: float, anchor: str, size: float) -> Box:
    width = len(text) * size * 0.58
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return (left, y - size * 0.8, left + width, y + size * 0.25)


def _inside(box: Box, height: float) -> bool:
    return box[0] >= 4 and box[1] >= 4 and box[2] <= WIDTH - 4 and box[3] <= height - 4


def _collides(box: Box, others: Sequence[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in others)


# -------------------------------------------------------------------------------------- geometry


def _area(ring: Sequence[Point]) -> float:
    closed = [*ring, ring[0]]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(closed))) / 2


def _centre(ring: Sequence[Point]) -> Point:
    """Return the centroid of an outline."""
    twice = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        cross = x1 * y2 - x2 * y1
        twice, x, y = twice + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (x / (3 * twice), y / (3 * twice)) if twice else ring[0]


def _within(point: Point, ring: Sequence[Point]) -> bool:
    """Tell whether a point lies in an outline, by the number of its crossings to the right."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _thinned(points: list[Point]) -> list[Point]:
    """Return a line without the points that nobody would miss (Douglas and Peucker's algorithm)."""
    keep = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = hypot(x2 - x1, y2 - y1)
        furthest, at = 0.0, 0
        for index in range(first + 1, last):
            x, y = points[index]
            away = abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / length if length else hypot(x - x1, y - y1)
            if away > furthest:
                furthest, at = away, index
        if furthest > TOLERANCE:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return [points[index] for index in sorted(keep)]
