"""A chart of lines, each named at its end where the names find room there, else in a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from ..document import Chart, Series
from .drawing import Drawing, Path, Shape, Words
from .frame import gutter, head, numbered_rules, tick_texts
from .numbers import Axis, Figures, axis
from .pen import Pen
from .plane import Plane
from .series import MARK_SIZE, Look, looks
from .spread import spread

HEIGHT = 0.42
"""The height of the lines, as a part of the width."""

NAMES_SHARE = 0.28
MOST_NAMED = 6
MOST_LINES = 3
MOST_MARKS = 24
"""How many categories there may be for a mark at each number of a line."""

FARTHEST = 1.5
"""How many lines of text the name of a line may stand away from its end."""

NEAR_NOUGHT = 0.4
"""Up to which part of the highest number the lowest may be left in sight of nought."""

BELOW = 5.0
FUZZ = 0.01
BETWEEN_NAMES = 6.0


def line_chart(chart: Chart, pen: Pen, width: float, figures: Figures) -> Drawing:
    """Return a chart of lines."""
    scale = _axis(chart)
    texts = tick_texts(scale, figures)
    left = gutter(texts, pen)
    names = _names(chart, pen, width)
    for at_ends in (True, False):
        shapes, top = head(chart, pen, width, with_legend=not at_ends)
        right = max((words.width + 2 * MARK_SIZE for words in names), default=MARK_SIZE) if at_ends else MARK_SIZE
        plane = Plane(scale, left, top + pen.leading / 2, width - left - right, width * HEIGHT)
        placed = _at_ends(chart, names, plane, pen) if at_ends else []
        if placed or len(chart.series) < 2:
            break
    shapes += numbered_rules(plane, texts, pen)
    for series, look in zip(chart.series, looks(len(chart.series), pen.style), strict=True):
        shapes += _line(series, look, plane, pen)
    bottom = plane.top + plane.across + max(BELOW, pen.leading / 2 + 1)
    below = list(_categories(chart, plane, bottom, width, pen))
    height = max((words.height for words in below), default=0.0)
    return Drawing(width, bottom + height, (*shapes, *placed, *below))


def _axis(chart: Chart) -> Axis:
    """Return the axis of all numbers and their bounds, nought among them where it is near."""
    rows = (row for series in chart.series for row in (series.values, series.low, series.high))
    found = [value for row in rows for value in row if value is not None] or [0.0, 1.0]
    low, high = min(found), max(found)
    if chart.axis:
        return axis(min(low, chart.axis[0]), max(high, chart.axis[1]))
    if 0 < low <= NEAR_NOUGHT * high:
        low = 0.0
    if NEAR_NOUGHT * low <= high < 0:
        high = 0.0
    return axis(low, high)


def _names(chart: Chart, pen: Pen, width: float) -> list[Words]:
    """Return the names of several series, not in place yet; none for one series, or for too many."""
    if not 1 < len(chart.series) <= MOST_NAMED:
        return []
    return [pen.words(pen.lines(series.name, width * NAMES_SHARE), 0, 0) for series in chart.series]


def _at_ends(chart: Chart, names: Sequence[Words], plane: Plane, pen: Pen) -> list[Shape]:
    """Return the names of series, each behind its mark, at the ends of their lines; none where too far away."""
    ends = []
    for words, series, look in zip(names, chart.series, looks(len(names), pen.style), strict=False):
        told = [value for value in series.values if value is not None]
        ends.append((plane.point(0.0, told[-1] if told else plane.scale.low)[1], words, look))
    ends.sort(key=lambda end: end[0])
    levels, heights = [level for level, _, _ in ends], [words.height for _, words, _ in ends]
    half = pen.leading / 2
    middles = spread(levels, heights, plane.top - half, plane.top + plane.across + half)
    far = any(abs(middle - level) > FARTHEST * pen.leading for middle, level in zip(middles, levels, strict=True))
    if far or sum(heights) > plane.across:
        return []
    x = plane.left + plane.along + MARK_SIZE
    placed: list[Shape] = []
    for middle, (_, words, look) in zip(middles, ends, strict=True):
        top = middle - words.height / 2
        placed += [look.dot(x, top + half), replace(words, x=x + MARK_SIZE, top=top)]
    return placed


def _line(series: Series, look: Look, plane: Plane, pen: Pen) -> Iterator[Shape]:
    """Return the whiskers of a series, the pieces of its line between gaps, and the marks at its numbers."""
    slot = plane.along / max(len(series.values), 1)
    for at, value in enumerate(series.values):
        bounds = tuple(row[at] if row else None for row in (series.low, series.high))
        if value is not None or None not in bounds:
            start = value if value is not None else bounds[0] or 0.0
            yield from plane.whisker(slot * (at + 0.5), (bounds[0], bounds[1]), start)
    for known, group in groupby(enumerate(series.values), key=lambda pair: pair[1] is not None):
        points = [plane.point(slot * (at + 0.5), value) for at, value in group if value is not None]
        if known and len(points) > 1:
            yield Path(points=tuple(points), colour=look.colour, width=pen.style.chart.line_width, dash=look.dash)
        if known and (len(series.values) <= MOST_MARKS or len(points) == 1):
            yield from (look.dot(*point) for point in points)


def stride(chart: Chart, room: float, pen: Pen) -> int:
    """Return 1 where the names of all categories find room below lines so wide, else in which steps some of them do."""
    slot = room / max(len(chart.categories), 1)
    broken = [pen.lines(name, slot - BETWEEN_NAMES) for name in chart.categories]
    whole = all(pen.widest_word(name) <= slot - BETWEEN_NAMES for name in chart.categories)
    if whole and max(map(len, broken), default=0) <= MOST_LINES:
        return 1
    widest = max((pen.measure(name, False) for name in chart.categories), default=0.0)
    return max(2, min(len(chart.categories), ceil((widest + BETWEEN_NAMES) / slot)))


def _categories(chart: Chart, plane: Plane, top: float, width: float, pen: Pen) -> Iterator[Words]:
    """Return the names of the categories below the lines: all of them, or as many in even steps as find room."""
    slot, step = plane.along / max(len(chart.categories), 1), stride(chart, plane.along, pen)
    taken = -BETWEEN_NAMES
    for at in range(0, len(chart.categories), step):
        lines = pen.lines(chart.categories[at], slot - BETWEEN_NAMES if step == 1 else width)
        words = pen.words(lines, 0, top, "middle")
        half = words.width / 2
        x = min(max(plane.left + slot * (at + 0.5), half), width - half)
        if x - half >= taken + BETWEEN_NAMES - FUZZ:
            yield replace(words, x=x)
            taken = x + half
