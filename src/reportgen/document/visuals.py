"""The visual nodes: charts and diagrams as the data that they show, never as pixels.

Each has words for those who can't see it. A writer draws them in its format's own way.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal, TypeAlias

from ..diagnostics import Source
from ..frozen import dataclass
from .inlines import Inline, Node

ChartKind = Literal["bar", "grouped-bar", "stacked-bar", "line"]
"""Bars of one series, bars of several side by side or on top of one another, or lines."""


LARGEST = 1e100
"""The largest number that is drawn: beyond it, sums and steps of axes would pass what a computer can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Node):
    """One row of numbers of a chart, a number or nothing for each category.

    `low` and `high`, where they are given, are the bounds of each number's uncertainty; without a number between them,
    the bounds are all that is known.
    """

    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Node):
    """Numbers drawn over categories; `unit` is what they are counted in, `alt` what the chart shows in words.

    `axis` are the numbers from which to which the axis reaches, where that does not follow from the numbers drawn.
    Raise ValueError where a series has not one value for each category, or one that can't be drawn.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    unit: str = ""
    axis: tuple[float, float] | None = None
    caption: tuple[Inline, ...] = ()
    id: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        for series in self.series:
            if any(len(row) != len(self.categories) for row in (series.values, series.low, series.high) if row):
                raise ValueError("a series needs a value, or None, for each category")
            numbers = (*series.values, *series.low, *series.high)
            if not all(abs(number) <= LARGEST for number in numbers if number is not None):
                raise ValueError("a number of a chart is finite, and not beyond 10 to the 100th")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Node):
    """Something on a time line: when in words, what, and from when to when as far as that is known.

    Without `start` it hangs on another event, and is drawn in its order between the others; `open` says that its dates
    are uncertain or that it has no end.
    """

    when: str
    text: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine(Node):
    """Events along a line of time."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow(Node):
    """One matter, and where on the scale each of some parties stands: their names by the number of the step, from 0."""

    text: str
    marks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Node):
    """Where parties stand on each of some matters, between the first and the last of some steps.

    Raise ValueError for a mark at a step that there is none of.
    """

    steps: tuple[str, ...]
    rows: tuple[ScaleRow, ...]

    def __post_init__(self) -> None:
        if not all(0 <= step < len(self.steps) for row in self.rows for _, step in row.marks):
            raise ValueError("a mark on a scale stands at one of its steps")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow(Node):
    """An arrow from one box of a graph to another, by their numbers from 0, and what it says."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph(Node):
    """Boxes and the arrows between them.

    Raise ValueError for an arrow from or to a box that there is none of, or from a box to itself.
    """

    boxes: tuple[str, ...]
    arrows: tuple[Arrow, ...]

    def __post_init__(self) -> None:
        for arrow in self.arrows:
            if arrow.start == arrow.end or not all(0 <= box < len(self.boxes) for box in (arrow.start, arrow.end)):
                raise ValueError("an arrow leads from one box of its graph to another")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Node):
    """A time line, a scale or a graph; `alt` is what it shows in words."""

    drawn: TimeLine | Scale | Graph
    alt: str
    caption: tuple[Inline, ...] = ()
    id: str = ""
    label: str = ""


Visual: TypeAlias = Chart | Diagram


def words_of(node: Visual) -> Iterator[tuple[str, Source]]:
    """Return the words that stand in a chart or diagram, each with the place that it comes from; not its caption."""
    if isinstance(node, Chart):
        yield from ((text, node.source) for text in (node.label, node.unit, *node.categories))
        yield from ((series.name, series.source) for series in node.series)
        return
    yield node.label, node.source
    drawn = node.drawn
    if isinstance(drawn, TimeLine):
        yield from ((text, event.source) for event in drawn.events for text in (event.when, event.text))
    elif isinstance(drawn, Scale):
        yield from ((step, drawn.source) for step in drawn.steps)
        yield from ((text, row.source) for row in drawn.rows for text in (row.text, *(name for name, _ in row.marks)))
    else:
        yield from ((box, drawn.source) for box in drawn.boxes)
        yield from ((arrow.text, arrow.source) for arrow in drawn.arrows)
