"""A drawing: shapes on a rectangle, lengths in points from its left and top edge, colours by their palette names."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from ..frozen import dataclass
from ..style import ColourName

Anchor = Literal["start", "middle", "end"]
Mark = Literal["circle", "square", "diamond", "triangle"]
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A line through points, solid or with dashes and gaps of so many points, perhaps with an arrow head at its end."""

    points: tuple[Point, ...]
    colour: ColourName
    width: float
    dash: tuple[float, ...] = ()
    arrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle: its ground, and the colour and width of its edge; None for neither."""

    left: float
    top: float
    width: float
    height: float
    fill: ColourName | None = None
    edge: ColourName | None = None
    edge_width: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A mark at a point, `size` wide and high; hollow ones have the ground of the paper."""

    x: float
    y: float
    size: float
    mark: Mark
    colour: ColourName
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lines of text under one another: `x` is where they start, have their middle or end, as `anchor` says.

    `top` is the upper edge of the first line, `width` that of the widest; every line is as high as the leading of the
    look `visual`.
    """

    lines: tuple[str, ...]
    x: float
    top: float
    width: float
    height: float
    anchor: Anchor = "start"
    colour: ColourName = "ink"
    bold: bool = False

    @property
    def left(self) -> float:
        """Where the widest line begins."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]


Shape: TypeAlias = Path | Box | Dot | Words

ARROW = 5.0
"""The length of an arrow head in points; it is as wide at its foot."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes, those behind others first, that all lie between 0 and the width and height."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()


def moved(shape: Shape, right: float, down: float) -> Shape:
    """Return a shape at another place."""
    if isinstance(shape, Path):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    if isinstance(shape, Box):
        return replace(shape, left=shape.left + right, top=shape.top + down)
    if isinstance(shape, Dot):
        return replace(shape, x=shape.x + right, y=shape.y + down)
    return replace(shape, x=shape.x + right, top=shape.top + down)
