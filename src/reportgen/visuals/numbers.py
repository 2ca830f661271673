"""Numbers as they are printed in a chart, and the round ones along its axis."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor, isclose, log10

from ..document import Chart, Meta
from ..frozen import dataclass

MINUS = "\u2212"
LONGEST = 18
"""How many characters of a number are printed in full; longer ones are given as a power of ten."""

MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Figures:
    """How numbers are printed: the marks of decimals and of thousands, how many decimals, and what they end in."""

    decimal_mark: str = "."
    group_mark: str = ","
    decimals: int = 0
    end: str = ""

    def text(self, value: float) -> str:
        """Return a number with the decimals that all have."""
        return self._signed(value, self.decimals)

    def span(self, low: float, high: float) -> str:
        """Return two numbers as a span, what they end in behind the second only."""
        return f"{self.text(low).removesuffix(self.end)}\u2013{self.text(high)}"

    def _signed(self, value: float, places: int) -> str:
        digits = f"{abs(value):,.{places}f}"
        if len(digits) > LONGEST:
            digits = f"{abs(value):.3g}"
        marks = str.maketrans({",": self.group_mark, ".": self.decimal_mark})
        sign = MINUS if value < 0 and digits.strip("0.,") else ""
        return f"{sign}{digits.translate(marks)}{self.end}"


def figures(chart: Chart, meta: Meta) -> Figures:
    """Return how the numbers of a chart are printed: all with the decimals of the most exact, percent behind each."""
    rows = (row for series in chart.series for row in (series.values, series.low, series.high))
    places = decimals(value for row in rows for value in row if value is not None)
    return Figures(meta.decimal_mark, meta.group_mark, places, "%" if chart.unit == "%" else "")


def decimals(values: Iterable[float]) -> int:
    """Return the number of decimals that it takes to print numbers as they are, nine at most; 0 for none."""
    exponents = (Decimal(repr(value)).normalize().as_tuple().exponent for value in values)
    return max(0, min(MOST_DECIMALS, max((-int(exponent) for exponent in exponents), default=0)))


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of numbers from `low` to `high`, and the round numbers on it, which are a step apart."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers, from the lowest."""
        return tuple(self.low + number * self.step for number in range(round((self.high - self.low) / self.step) + 1))

    def part(self, value: float) -> float:
        """Return where a number stands: 0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
COUNT = 5
"""About how many spaces the round numbers part an axis into."""


def axis(low: float, high: float) -> Axis:
    """Return an axis between round numbers that holds two numbers; it has a length though they be the same."""
    if isclose(low, high, rel_tol=1e-12, abs_tol=1e-300):
        low, high = low - (abs(low) / 2 or 1.0) * (low != 0), high + (abs(high) / 2 or 1.0)
    step = _step((high - low) / COUNT)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Axis(first * step, last * step, step)


def _step(least: float) -> float:
    """Return the smallest round number that is not below another."""
    power = 10.0 ** floor(log10(least))
    return next(step for step in STEPS if step * power >= least * (1 - 1e-9)) * power
