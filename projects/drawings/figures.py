"""Results in figures, and their drawing.

Only like things are compared: a drawing stands where several figures have one unit, or where a
figure has parts. Up to 200 whole things are drawn one by one, more as bars on one scale; each part
is drawn as so many of its whole. Nothing is ever added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext

from cms.facets import Label
from cms.formats import number
from projects.enums import FigureKind
from projects.values import Figure
from projects.wording import unit_form

MOST_DOTS = 200
DOTS_A_LINE = (18, 50)  # few things are drawn large, many small
STEP = 10  # from one dot to the next, in the units of the drawing
BAR_LENGTH = 1000
PERCENT = "percent"  # the key of the unit whose scale is known: a hundred


@dataclass(frozen=True)
class Line:
    """A line of a drawing: a path of dots; `off` for what is not reached or belongs to another part."""

    path: str
    off: bool


@dataclass(frozen=True)
class Drawing:
    """Dots, one a thing, or a bar on the scale of its group; sizes are attributes of the SVG."""

    lines: tuple[Line, ...] = ()
    width: int = 0
    height: int = 0
    bar: str = ""


@dataclass
class DrawnFigure:
    """A figure with its unit in the right form, the words for its kind, its drawing and its parts."""

    value: str
    unit: Label | None
    what: str
    kind: str
    kind_name: str
    amount: Decimal
    group: str
    drawing: Drawing | None = None
    one: str = ""
    parts: list[DrawnFigure] = field(default_factory=list)
    whole: str = ""

    @property
    def is_achieved(self) -> bool:
        """Tell whether the figure is a result, not an intention."""
        return self.kind == FigureKind.ACHIEVED


def _shown(figure: Figure, language: str) -> DrawnFigure:
    """Return a figure for a reader."""
    one = unit_form(figure.unit, 1)
    return DrawnFigure(
        value=number(figure.value, language),
        unit=unit_form(figure.unit, figure.value),
        what=figure.what,
        kind=figure.kind,
        kind_name=str(FigureKind(figure.kind).label),
        amount=figure.value,
        group=figure.unit_key,
        # Part of a sentence in the reader's language: a unit without a name in it makes none.
        one=f"{number(1, language)} {one.text}" if one and one.language == language else "",
    )


@dataclass(frozen=True)
class DrawnFigures:
    """Figures with their parts below them."""

    wholes: tuple[DrawnFigure, ...]

    @property
    def all(self) -> list[DrawnFigure]:
        """Return all figures, a part after its whole."""
        return [shown for whole in self.wholes for shown in (whole, *whole.parts)]

    @property
    def tells_kind(self) -> bool:
        """Tell whether some are intentions, so that results have to be named as such."""
        return not all(shown.is_achieved for shown in self.all)

    @property
    def reading(self) -> list[str]:
        """Return how the drawings are to be read, a sentence each; nothing where there is none."""
        drawn = [shown for shown in self.all if shown.drawing]
        if not drawn:
            return []
        dots = dict.fromkeys(
            whole.one
            for whole in self.wholes
            if any(one.drawing and one.drawing.lines for one in (whole, *whole.parts))
        )
        sentences = [gettext("One dot: %(one)s.") % {"one": one} for one in dots if one]
        if any(shown.drawing and shown.drawing.bar and shown.group != PERCENT for shown in drawn):
            sentences.append(gettext("Bars of one unit share one scale."))
        if any(not shown.is_achieved and not shown.whole for shown in drawn):
            sentences.append(gettext("Grey: planned, not yet a result."))
        if any(shown.whole for shown in drawn):
            sentences.append(gettext("Grey in a part: the rest of its whole."))
        return [*sentences, gettext("Figures are never added up here.")]


def arranged(figures: Iterable[Figure], language: str) -> DrawnFigures:
    """Return figures for a reader, with their parts below them, each with its drawing."""
    wholes: list[DrawnFigure] = []
    for figure in figures:
        shown = _shown(figure, language)
        if figure.part and wholes:
            shown.whole = wholes[-1].value
            wholes[-1].parts.append(shown)
        else:
            wholes.append(shown)
    alike = Counter(shown.group for shown in wholes)
    for shown in wholes:
        like = [other.amount for other in wholes if other.group == shown.group]
        scale, countable = max(like), all(map(_countable, like))
        if shown.group == PERCENT:
            shown.drawing = _bar(min(shown.amount / 100, Decimal(1)))
        elif alike[shown.group] > 1 and scale:
            shown.drawing = _dots(shown, int(scale)) if countable else _bar(shown.amount / scale)
        if shown.group != PERCENT and countable:
            for part in shown.parts:
                if _countable(part.amount) and part.amount <= shown.amount:
                    part.drawing = _dots(part, int(scale), int(shown.amount))
    return DrawnFigures(tuple(wholes))


def _countable(amount: Decimal) -> bool:
    """Tell whether an amount can be shown as dots, one a thing."""
    return amount == amount.to_integral_value() and 0 < amount <= MOST_DOTS


def _dots(shown: DrawnFigure, scale: int, of: int | None = None) -> Drawing:
    """Return `shown.amount` dots, of `of` in all, as large as a group up to `scale` allows.

    What is only planned is drawn as what is not reached.
    """
    a_line = next((length for length in DOTS_A_LINE if scale <= length), DOTS_A_LINE[-1])
    full, total = int(shown.amount), of or int(shown.amount)
    lines: list[Line] = []
    for first in range(0, total, a_line):
        last = min(first + a_line, total)
        y = first // a_line * STEP + STEP // 2
        if full > first:
            lines.append(Line(_path(0, min(full, last) - first, y), not shown.is_achieved and of is None))
        if last > full:
            start = max(full - first, 0)
            lines.append(Line(_path(start, last - first, y), off=True))
    return Drawing(tuple(lines), a_line * STEP, -(-total // a_line) * STEP)


def _path(start: int, end: int, y: int) -> str:
    """Return a path on which a dash pattern of one step sets the dots from `start` up to `end`."""
    return f"M{start * STEP + STEP // 2} {y}h{(end - start - 1) * STEP}.01"


def _bar(share: Decimal) -> Drawing:
    """Return a bar as long as its share of the longest one."""
    return Drawing(bar=f"{share * BAR_LENGTH:.1f}")
