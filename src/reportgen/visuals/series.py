"""How the series of a chart are told apart: by colour, by how dark it is, and by hatching, dashes and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..document import Chart
from ..frozen import dataclass
from ..style import ColourName, Style
from .bars import has_spans
from .drawing import Box, Dot, Mark, Path, Shape
from .pen import Pen

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 2.5), (1.5, 2.0), (7.0, 2.0, 1.5, 2.0))
MARKS: tuple[Mark, ...] = ("circle", "square", "diamond", "triangle")
MARK_SIZE = 5.0
HATCH_DISTANCE = 4.0

PALE = 2
"""The colour of spans of numbers, counted from 0."""

SWATCH = 9.0
"""The width of the sample of a bar in a legend; that of a line is three times as wide."""

LIGHT = 0.18
"""The luminance above which a ground is light: black words stand out from it more than white ones (WCAG 2.2)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one series looks as bars and as a line."""

    colour: ColourName
    hatched: bool
    dash: tuple[float, ...]
    mark: Mark

    def bar(self, left: float, top: float, width: float, height: float, edge: ColourName) -> Iterator[Shape]:
        """Return a bar; from the second round of colours on it is hatched."""
        yield Box(left=left, top=top, width=width, height=height, fill=self.colour)
        if self.hatched:
            yield from _hatching(left, top, width, height)
        yield Box(left=left, top=top, width=width, height=height, edge=edge)

    def dot(self, x: float, y: float) -> Dot:
        """Return the mark of a line at a point."""
        return Dot(x=x, y=y, size=MARK_SIZE, mark=self.mark, colour=self.colour, hollow=self.hatched)


def looks(count: int, style: Style) -> tuple[Look, ...]:
    """Return how each of so many series looks: no two alike among the first sixteen."""
    colours = style.chart.colours
    return tuple(
        Look(
            colours[index % len(colours)],
            index >= len(colours),
            DASHES[(index + index // len(DASHES)) % len(DASHES)],
            MARKS[index % len(MARKS)],
        )
        for index in range(count)
    )


def looks_of(chart: Chart, style: Style) -> tuple[Look, ...]:
    """Return how each series of a chart looks; bars that are nothing but a span of numbers are paler than others."""
    found = looks(len(chart.series), style)
    if len(found) == 1 and has_spans(chart):
        colours = style.chart.colours
        return (replace(found[0], colour=colours[min(PALE, len(colours) - 1)]),)
    return found


def colour_on(ground: ColourName, style: Style) -> ColourName:
    """Return the colour of words on a ground: that of the paper on a dark one."""
    return "ink" if luminance(style.colour(ground)) > LIGHT else "paper"


def luminance(digits: str) -> float:
    """Return how light a colour is, from 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legend(names: Sequence[str], bars: bool, width: float, pen: Pen) -> tuple[list[Shape], float]:
    """Return a sample and the name of each series, in rows from the top, and their height; nothing for one name."""
    shapes: list[Shape] = []
    left = top = tallest = 0.0
    sample = SWATCH if bars else 3 * SWATCH
    for name, look in zip(names, looks(len(names), pen.style), strict=True) if len(names) > 1 else ():
        lines = pen.lines(name, width - sample - 4)
        words = pen.words(lines, 0, 0)
        if left and left + sample + 4 + words.width > width:
            left, top, tallest = 0.0, top + tallest, 0.0
        middle = top + pen.leading / 2
        shapes += _sample(look, left, middle, bars, pen.style)
        shapes.append(pen.words(lines, left + sample + 4, top))
        left += sample + 4 + words.width + 14
        tallest = max(tallest, words.height)
    return shapes, top + tallest


def _sample(look: Look, left: float, middle: float, bars: bool, style: Style) -> Iterator[Shape]:
    if bars:
        yield from look.bar(left, middle - SWATCH / 2 + 1, SWATCH, SWATCH - 2, "muted")
        return
    points = ((left, middle), (left + 3 * SWATCH, middle))
    yield Path(points=points, colour=look.colour, width=style.chart.line_width, dash=look.dash)
    yield look.dot(left + 1.5 * SWATCH, middle)


def _hatching(left: float, top: float, width: float, height: float) -> Iterator[Path]:
    """Return strokes that rise to the right, cut at the edges of a bar."""
    along = HATCH_DISTANCE
    while along < width + height:
        start = (left + max(0.0, along - height), top + min(along, height))
        end = (left + min(along, width), top + max(0.0, along - width))
        yield Path(points=(start, end), colour="paper", width=1.0)
        along += HATCH_DISTANCE
