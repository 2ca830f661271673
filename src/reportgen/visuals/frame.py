"""What frames the numbers of a chart: what they are counted in, the legend, and the round numbers along the axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Chart
from .drawing import Shape, moved
from .numbers import Axis, Figures, decimals
from .pen import Pen
from .plane import Plane
from .series import legend

BELOW_HEAD = 6.0
BESIDE = 5.0
"""The space between an axis and what is written beside it."""

BETWEEN_NUMBERS = 8.0


def head(chart: Chart, pen: Pen, width: float, with_legend: bool = True) -> tuple[list[Shape], float]:
    """Return the unit and the legend, from the top, and the height that they take; nothing for neither."""
    lines = pen.lines("" if chart.unit == "%" else chart.unit, width)
    shapes: list[Shape] = [pen.words(lines, 0, 0, colour="muted")] if lines else []
    names = [series.name for series in chart.series] if with_legend else []
    found, height = legend(names, chart.kind != "line", width, pen)
    top = len(lines) * pen.leading + (2 if found and lines else 0)
    shapes += [moved(shape, 0, top) for shape in found]
    return shapes, top + height + (BELOW_HEAD if shapes else 0)


def tick_texts(scale: Axis, figures: Figures) -> list[str]:
    """Return the round numbers of an axis as they are printed, all with as many decimals."""
    places = decimals([scale.step])
    even = Figures(figures.decimal_mark, figures.group_mark, places, figures.end)
    return [even.text(round(tick, places)) for tick in scale.ticks]


def gutter(texts: Sequence[str], pen: Pen) -> float:
    """Return the room that words take beside an axis; 0 for none."""
    return max((pen.measure(text, False) for text in texts), default=-BESIDE) + BESIDE


def numbered_rules(plane: Plane, texts: Sequence[str], pen: Pen) -> Iterator[Shape]:
    """Return the rules at round numbers, and these: left of an upright plane, below a lying one where they fit."""
    taken = -BETWEEN_NUMBERS
    for tick, text in zip(plane.scale.ticks, texts, strict=True):
        yield plane.rule(tick, pen)
        x, y = plane.point(0.0 if plane.upright else plane.along, tick)
        if plane.upright:
            yield pen.words((text,), x - BESIDE, y - pen.leading / 2, "end", "muted")
            continue
        half = pen.measure(text, False) / 2
        if x - half >= taken + BETWEEN_NUMBERS:
            yield pen.words((text,), x, y + 2, "middle", "muted")
            taken = x + half
