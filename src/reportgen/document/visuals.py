"""The visual nodes: charts and diagrams as the data that they show, never as pixels.

Each has words for those who can't see it. A writer draws them in its format's own way.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .inlines import Inline, Node

ChartKind = Literal["bar", "grouped-bar", "stacked-bar", "line"]
"""Bars of one series, bars of several side by side or on top of one another, or lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Node):
    """One row of numbers of a chart, a number or nothing for each category.

    `low` and `high`, where they are given, are the bounds of each number's uncertainty.
    """

    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Node):
    """Numbers drawn over categories; `unit` is what they are counted in, `alt` what the chart shows in words.

    Raise ValueError where a series has not one value for each category.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    unit: str = ""
    caption: tuple[Inline, ...] = ()
    id: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        for series in self.series:
            if any(len(row) != len(self.categories) for row in (series.values, series.low, series.high) if row):
                raise ValueError("a series needs a value, or None, for each category")


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
    """Where parties stand on each of some matters, between the first and the last of some steps."""

    steps: tuple[str, ...]
    rows: tuple[ScaleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow(Node):
    """An arrow from one box of a graph to another, by their numbers from 0, and what it says."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph(Node):
    """Boxes and the arrows between them."""

    boxes: tuple[str, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Node):
    """A time line, a scale or a graph; `alt` is what it shows in words."""

    drawn: TimeLine | Scale | Graph
    alt: str
    caption: tuple[Inline, ...] = ()
    id: str = ""
    label: str = ""


Visual: TypeAlias = Chart | Diagram
