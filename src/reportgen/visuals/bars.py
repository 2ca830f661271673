"""The bars of a chart: from which number to which each reaches, before it is known which way they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Chart
from ..frozen import dataclass
from .numbers import Axis, Figures, axis

MISSING = "\u2013"
"""What stands where a bar is missing, so that it is not taken for nothing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a series in a category: its ends, its place beside others, the bounds of its uncertainty, its number.

    A number of which only the bounds are known is a bar from the one to the other.
    """

    category: int
    series: int
    start: float
    end: float
    beside: int = 0
    low: float | None = None
    high: float | None = None
    text: str = ""

    @property
    def least(self) -> float:
        """The lowest number that it reaches, its uncertainty counted in."""
        return min(one for one in (self.start, self.end, self.low, self.high) if one is not None)

    @property
    def most(self) -> float:
        """The highest number that it reaches, its uncertainty counted in."""
        return max(one for one in (self.start, self.end, self.low, self.high) if one is not None)


def is_stacked(chart: Chart) -> bool:
    """Return whether the series stand on top of one another."""
    return chart.kind == "stacked-bar"


def has_spans(chart: Chart) -> bool:
    """Return whether of some numbers only the bounds are known."""
    return any(
        value is None and low is not None and high is not None
        for series in chart.series
        for value, low, high in zip(series.values, series.low, series.high, strict=False)
    )


def bars_of(chart: Chart, figures: Figures) -> tuple[Bar, ...]:
    """Return the bars of a chart, category by category; none for no numbers."""
    made = _stacked if is_stacked(chart) else _beside
    return tuple(bar for category in range(len(chart.categories)) for bar in made(chart, category, figures))


def axis_of(chart: Chart, bars: Sequence[Bar]) -> Axis:
    """Return the axis that holds all bars, and nought: a bar cut off would lie about its length."""
    if chart.axis:
        return axis(*chart.axis)
    return axis(min((bar.least for bar in bars), default=0.0), max((bar.most for bar in bars), default=1.0))


def _beside(chart: Chart, category: int, figures: Figures) -> Iterator[Bar]:
    for index, series in enumerate(chart.series):
        value = series.values[category]
        low = series.low[category] if series.low else None
        high = series.high[category] if series.high else None
        if value is not None:
            yield Bar(category, index, 0.0, value, index, low, high, figures.text(value))
        elif low is not None and high is not None:
            yield Bar(category, index, low, high, index, text=figures.span(low, high))
        else:
            yield Bar(category, index, 0.0, 0.0, index, text=MISSING)


def _stacked(chart: Chart, category: int, figures: Figures) -> Iterator[Bar]:
    """Return the bars of one stack: what is above nought upwards, what is below it downwards."""
    up = down = 0.0
    for index, series in enumerate(chart.series):
        value = series.values[category]
        if value is None:
            continue
        start = up if value >= 0 else down
        yield Bar(category, index, start, start + value, text=figures.text(value))
        up, down = (start + value, down) if value >= 0 else (up, start + value)
    if all(series.values[category] is None for series in chart.series):
        yield Bar(category, 0, 0.0, 0.0, text=MISSING)
