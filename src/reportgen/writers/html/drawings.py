"""Charts and diagrams as vector graphics in the page itself (SVG 2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ...document import Chart, Diagram
from ...style import ColourName, Style
from ...visuals import ARROW, Box, Dot, Path, Shape, Words, drawing
from ...visuals.letters import measure
from .markup import element, escape
from .writing import Writing

SIDES = {"start": "start", "middle": "middle", "end": "end"}

CORNERS: Mapping[str, tuple[tuple[float, float], ...]] = MappingProxyType(
    {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
        "triangle": ((0, -1), (1, 1), (-1, 1)),
    }
)
"""The corners of marks, from their middle, in halves of their size."""


def drawn(node: Chart | Diagram, writing: Writing) -> str:
    """Return a visual as a graphic as wide as the text, with what it shows in words for those who can't see it."""
    style = writing.style
    made = drawing(node, writing.meta, style, style.page.measure, measure(style))
    shapes = "".join(_SHAPES[type(shape)](shape, style) for shape in made.shapes)
    return element(
        "svg",
        element("title", escape(node.alt)) + shapes,
        viewBox=f"0 0 {_length(made.width)} {_length(made.height)}",
        width=f"{_length(made.width)}pt",
        role="img",
        aria_label=node.alt,
    )


def _path(shape: Path, style: Style) -> str:
    points = " ".join(f"{_length(x)},{_length(y)}" for x, y in shape.points)
    line = element(
        "polyline",
        points=points,
        fill="none",
        stroke=_colour(shape.colour, style),
        stroke_width=_length(shape.width),
        stroke_dasharray=_dashes(shape.dash),
    )
    return line + (_arrow_head(shape, style) if shape.arrow else "")


def _arrow_head(shape: Path, style: Style) -> str:
    """Return a triangle at a line's end, in the direction of its last piece."""
    (x0, y0), (x, y) = shape.points[-2:]
    length = max(((x - x0) ** 2 + (y - y0) ** 2) ** 0.5, 1e-6)
    right, down = (x - x0) / length * ARROW, (y - y0) / length * ARROW
    corners = ((x, y), (x - right - down / 2, y - down + right / 2), (x - right + down / 2, y - down - right / 2))
    return _polygon(corners, _colour(shape.colour, style))


def _box(shape: Box, style: Style) -> str:
    return element(
        "rect",
        x=_length(shape.left),
        y=_length(shape.top),
        width=_length(shape.width),
        height=_length(shape.height),
        fill=_colour(shape.fill, style) if shape.fill else "none",
        stroke=_colour(shape.edge, style) if shape.edge else None,
        stroke_width=_length(shape.edge_width) if shape.edge else None,
        stroke_dasharray=_dashes(shape.dash),
    )


def _dot(shape: Dot, style: Style) -> str:
    half, colour = shape.size / 2, _colour(shape.colour, style)
    fill = _colour("paper", style) if shape.hollow else colour
    if shape.mark == "circle":
        return element("circle", cx=_length(shape.x), cy=_length(shape.y), r=_length(half), fill=fill, stroke=colour)
    corners = tuple((shape.x + across * half, shape.y + down * half) for across, down in CORNERS[shape.mark])
    return _polygon(corners, fill, colour)


def _words(shape: Words, style: Style) -> str:
    """Return lines of text, each on the base line that its leading gives it."""
    look = style.look("visual")
    rise = (look.leading + 0.7 * look.size) / 2
    lines = (
        element("tspan", escape(line), x=_length(shape.x), y=_length(shape.top + rise + number * look.leading))
        for number, line in enumerate(shape.lines)
    )
    return element(
        "text",
        # The space between lines keeps their words apart where the graphic is read as text.
        " ".join(lines),
        text_anchor=SIDES[shape.anchor],
        fill=_colour(shape.colour, style),
        font_weight="bold" if shape.bold else None,
    )


_SHAPES: Mapping[type[Shape], Callable[[Any, Style], str]] = MappingProxyType(
    {Path: _path, Box: _box, Dot: _dot, Words: _words}
)


def _polygon(corners: tuple[tuple[float, float], ...], fill: str, stroke: str = "") -> str:
    points = " ".join(f"{_length(x)},{_length(y)}" for x, y in corners)
    return element("polygon", points=points, fill=fill, stroke=stroke)


def _colour(name: ColourName, style: Style) -> str:
    return f"#{style.colour(name)}"


def _dashes(dash: tuple[float, ...]) -> str:
    return " ".join(map(_length, dash))


def _length(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")
