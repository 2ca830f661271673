"""The plane that bars and lines are drawn on: categories along one side, numbers along the other."""

from __future__ import annotations

from collections.abc import Iterator

from ..frozen import dataclass
from .drawing import Path, Point
from .numbers import Axis
from .pen import Pen

CAP = 2.5
"""Half the length of the stroke at the end of a whisker."""

HALO = 2.25


@dataclass(frozen=True, slots=True)
class Plane:
    """A rectangle from its left and top, so long along the categories and so long across them, along the numbers.

    Numbers rise upwards where it is upright, else to the right.
    """

    scale: Axis
    left: float
    top: float
    along: float
    across: float
    upright: bool = True

    def point(self, along: float, value: float) -> Point:
        """Return the point at a distance along the categories and a number."""
        part = self.scale.part(value)
        if self.upright:
            return self.left + along, self.top + self.across * (1 - part)
        return self.left + self.across * part, self.top + along

    def bar(self, along: float, thickness: float, start: float, end: float) -> tuple[float, float, float, float]:
        """Return left, top, width and height of a bar between two numbers."""
        (x1, y1), (x2, y2) = self.point(along, start), self.point(along + thickness, end)
        return min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)

    def rule(self, value: float, pen: Pen, dark: bool = False) -> Path:
        """Return a rule across the whole plane at a number."""
        look = pen.style.chart
        points = (self.point(0.0, value), self.point(self.along, value))
        width = look.rule_width * (1.5 if dark else 1.0)
        return Path(points=points, colour="muted" if dark else look.rule, width=width)

    def whisker(self, along: float, bounds: tuple[float | None, float | None], value: float) -> Iterator[Path]:
        """Return the stroke from one bound of a number to the other, or from it to the only one, with caps."""
        low, high = (value if bound is None else bound for bound in bounds)
        caps = [bound for bound in bounds if bound is not None]
        strokes = [((along, low), (along, high)), *(((along - CAP, cap), (along + CAP, cap)) for cap in caps)]
        points = [(self.point(*start), self.point(*end)) for start, end in strokes] if caps else []
        # Under the strokes wider ones in the colour of the paper, so that they stand out from dark bars.
        yield from (Path(points=ends, colour="paper", width=HALO) for ends in points)
        yield from (Path(points=ends, colour="ink", width=0.75) for ends in points)
