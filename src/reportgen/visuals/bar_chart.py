"""A chart of bars: upright where the names of the categories find room under them, else lying beside the names."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Chart
from ..frozen import dataclass
from .bars import MISSING, Bar, axis_of, bars_of, has_spans, is_stacked
from .drawing import Drawing, Shape
from .frame import BESIDE, gutter, head, numbered_rules, tick_texts
from .numbers import Axis, Figures
from .pen import Pen
from .plane import Plane
from .series import Look, colour_on, looks_of

MOST_UPRIGHT = 12
"""How many categories there may be under upright bars, and (`MOST_LINES`) how many lines the name of each."""

MOST_LINES = 3
HEIGHT = 0.36
"""The height of upright bars, as a part of the width."""

WIDEST = 40.0
SHARE = 0.72
"""The part of the room of a category that upright bars take."""

BELOW = 4.0
BETWEEN_DIGITS = 2.0
BETWEEN_NAMES = 6.0
BETWEEN_ROWS = 7.0
NAMES_SHARE = 0.4
"""The part of the width that names beside lying bars take at the most."""


def bar_chart(chart: Chart, pen: Pen, width: float, figures: Figures) -> Drawing:
    """Return a chart of bars."""
    bars = bars_of(chart, figures)
    scale = axis_of(chart, bars)
    numbers = _Numbers(chart, pen, figures, scale, bars)
    return (_upright if stands_upright(chart, pen, width, figures) else _lying)(numbers, width)


def stands_upright(chart: Chart, pen: Pen, width: float, figures: Figures) -> bool:
    """Return whether the names of all categories find room under upright bars.

    Spans of which only the bounds are known lie, since they are read along a scale.
    """
    texts = tick_texts(axis_of(chart, bars_of(chart, figures)), figures)
    room = (width - gutter(texts, pen)) / max(len(chart.categories), 1) - BETWEEN_NAMES
    names = chart.categories
    if len(names) > MOST_UPRIGHT or has_spans(chart):
        return False
    return all(pen.widest_word(name) <= room and len(pen.lines(name, room)) <= MOST_LINES for name in names)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What is to be drawn, and with what."""

    chart: Chart
    pen: Pen
    figures: Figures
    scale: Axis
    bars: tuple[Bar, ...]

    @property
    def beside(self) -> int:
        """How many bars stand side by side in a category."""
        return 1 if is_stacked(self.chart) else max(len(self.chart.series), 1)

    def drawn(self, plane: Plane, slot: float, thickness: float, numbered: bool) -> Iterator[Shape]:
        """Return the bars with their whiskers and numbers, and the line at nought on which they stand."""
        series = looks_of(self.chart, self.pen.style)
        for bar in self.bars:
            along = slot * (bar.category + 0.5) + thickness * (bar.beside - self.beside / 2)
            look = series[bar.series]
            left, top, width, height = plane.bar(along, thickness, bar.start, bar.end)
            if bar.start != bar.end:
                yield from look.bar(left, top, width, height, "muted")
            yield from plane.whisker(along + thickness / 2, (bar.low, bar.high), bar.end)
            if numbered or bar.text == MISSING:
                yield self._number(bar, plane, along + thickness / 2)
            elif not look.hatched and self.pen.measure(bar.text, False) + 4 <= width and self.pen.leading <= height:
                yield self._inside(bar, look, left + width / 2, top + height / 2)
        if self.scale.low <= 0.0 <= self.scale.high:
            yield plane.rule(0.0, self.pen, dark=True)

    def _number(self, bar: Bar, plane: Plane, along: float) -> Shape:
        """Return the number of a bar beyond its end, or beyond that of its whisker."""
        pen = self.pen
        falls = bar.end < 0
        x, y = plane.point(along, bar.least if falls else bar.most)
        if plane.upright:
            return pen.words((bar.text,), x, y + 1 if falls else y - pen.leading - 1, "middle")
        x += -BESIDE if falls else BESIDE
        return pen.words((bar.text,), x, y - pen.leading / 2, "end" if falls else "start")

    def _inside(self, bar: Bar, look: Look, x: float, y: float) -> Shape:
        top = y - self.pen.leading / 2
        return self.pen.words((bar.text,), x, top, "middle", colour_on(look.colour, self.pen.style))

    def outside(self, falling: bool) -> float:
        """Return the width of the widest number beyond the ends of falling or of rising bars; 0 for none."""
        texts = [bar.text for bar in self.bars if (bar.end < 0) == falling]
        return max((self.pen.measure(text, False) for text in texts), default=0.0)


def _upright(numbers: _Numbers, width: float) -> Drawing:
    chart, pen = numbers.chart, numbers.pen
    shapes, top = head(chart, pen, width)
    count = max(len(chart.categories), 1)

    def thick(left: float) -> float:
        return min(WIDEST, (width - left) / count * SHARE / numbers.beside)

    room = thick(0.0) / SHARE if numbers.beside == 1 else thick(0.0) - BETWEEN_DIGITS
    numbered = not is_stacked(chart) and max(numbers.outside(True), numbers.outside(False)) <= room
    texts = [] if numbered and not chart.axis else tick_texts(numbers.scale, numbers.figures)
    left = gutter(texts, pen)
    above, below = (pen.leading + 1 if numbered or texts else 0.0 for _ in range(2))
    plane = Plane(numbers.scale, left, top + above, width - left, width * HEIGHT)
    slot = plane.along / count
    shapes += numbered_rules(plane, texts, pen) if texts else ()
    shapes += numbers.drawn(plane, slot, thick(left), numbered)
    bottom = plane.top + plane.across + (below if any(bar.end < 0 for bar in numbers.bars) else BELOW)
    names = [pen.lines(name, slot - BETWEEN_NAMES) for name in chart.categories]
    shapes += [pen.words(lines, left + slot * (at + 0.5), bottom, "middle") for at, lines in enumerate(names)]
    return Drawing(width, bottom + max(map(len, names), default=0) * pen.leading, tuple(shapes))


def _lying(numbers: _Numbers, width: float) -> Drawing:
    chart, pen = numbers.chart, numbers.pen
    shapes, top = head(chart, pen, width)
    names = [pen.lines(name, width * NAMES_SHARE) for name in chart.categories]
    left = gutter([line for lines in names for line in lines], pen)
    numbered = not is_stacked(chart)
    texts = tick_texts(numbers.scale, numbers.figures) if chart.axis or not numbered else []
    ends = [numbers.outside(falling) + BESIDE if numbered else 0.0 for falling in (True, False)]
    slot = max([numbers.beside, *map(len, names)]) * pen.leading + BETWEEN_ROWS
    ends = [max(end, gutter(texts[-1:], pen)) for end in ends] if texts else ends
    start = left + (ends[0] if any(bar.end < 0 for bar in numbers.bars) else 0.0)
    across = max(width - start - ends[1], width / 8)
    plane = Plane(numbers.scale, start, top, slot * len(names), across, upright=False)
    shapes += numbered_rules(plane, texts, pen) if texts else ()
    shapes += numbers.drawn(plane, slot, pen.leading, numbered)
    for at, lines in enumerate(names):
        middle = top + slot * (at + 0.5) - len(lines) * pen.leading / 2
        shapes.append(pen.words(lines, left - BESIDE, middle, "end"))
    return Drawing(width, top + plane.along + (pen.leading + 2 if texts else 0.0), tuple(shapes))
