"""Drawings on a canvas: vector shapes, and words in the style's own fonts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import hypot
from types import MappingProxyType
from typing import Any

from ...style import ColourName, Style
from ...visuals import ARROW, Box, Dot, Drawing, Measure, Path, Point, Words
from .canvas import PageCanvas
from .looks import TextLook, colour, text_look
from .text import draw_line, line_width
from .writing import Writing

CORNERS = MappingProxyType(
    {
        "square": ((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)),
        "diamond": ((0.0, -0.6), (0.6, 0.0), (0.0, 0.6), (-0.6, 0.0)),
        "triangle": ((-0.5, -0.4), (0.5, -0.4), (0.0, 0.6)),
    }
)
"""The corners of marks, in parts of their size from their middle, upwards and to the right."""

EDGE = 1.0
"""The width in points of the edge of a hollow mark."""


def measure(writing: Writing) -> Measure:
    """Return what measures words in drawings."""
    looks = {bold: _look(bold, "ink", writing.style) for bold in (False, True)}
    return lambda text, bold: line_width(text, looks[bold], writing.faces)


def sketch(drawing: Drawing, canvas: PageCanvas, left: float, top: float, size: float, writing: Writing) -> None:
    """Draw a drawing from its left and top edge, `size` times as large as it is."""
    canvas.saveState()
    canvas.translate(left, top)
    canvas.scale(size, size)
    for shape in drawing.shapes:
        SHAPES[type(shape)](shape, canvas, writing)
    canvas.restoreState()


def _path(shape: Path, canvas: PageCanvas, writing: Writing) -> None:
    points = list(shape.points)
    canvas.setStrokeColor(colour(writing.style.colour(shape.colour)))
    canvas.setLineWidth(shape.width)
    canvas.setDash(*((list(shape.dash), 0) if shape.dash else ()))
    if shape.arrow:
        points[-1] = _head(points[-2:], shape, canvas, writing)
    line = canvas.beginPath()
    line.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        line.lineTo(x, -y)
    canvas.drawPath(line, stroke=1, fill=0)


def _head(last: list[Point], shape: Path, canvas: PageCanvas, writing: Writing) -> Point:
    """Draw an arrow head at the end of a path; return the middle of its foot, where the line ends."""
    (x1, y1), (x2, y2) = last
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across, down = (x2 - x1) / length * ARROW, (y2 - y1) / length * ARROW
    foot = (x2 - across, y2 - down)
    corners = ((foot[0] - down / 2, foot[1] + across / 2), (foot[0] + down / 2, foot[1] - across / 2))
    canvas.setFillColor(colour(writing.style.colour(shape.colour)))
    _polygon(canvas, [(x, -y) for x, y in ((x2, y2), *corners)], stroke=0)
    return foot


def _box(shape: Box, canvas: PageCanvas, writing: Writing) -> None:
    if shape.fill:
        canvas.setFillColor(colour(writing.style.colour(shape.fill)))
    if shape.edge:
        canvas.setStrokeColor(colour(writing.style.colour(shape.edge)))
        canvas.setLineWidth(shape.edge_width)
        canvas.setDash(*((list(shape.dash), 0) if shape.dash else ()))
    bottom = -shape.top - shape.height
    canvas.rect(shape.left, bottom, shape.width, shape.height, stroke=bool(shape.edge), fill=bool(shape.fill))


def _dot(shape: Dot, canvas: PageCanvas, writing: Writing) -> None:
    canvas.setFillColor(colour(writing.style.colour("paper" if shape.hollow else shape.colour)))
    canvas.setStrokeColor(colour(writing.style.colour(shape.colour)))
    canvas.setLineWidth(EDGE)
    canvas.setDash()
    if shape.mark == "circle":
        canvas.circle(shape.x, -shape.y, shape.size / 2 - EDGE / 2, stroke=1, fill=1)
        return
    size = shape.size - EDGE
    corners = [(shape.x + across * size, -shape.y + up * size) for across, up in CORNERS[shape.mark]]
    _polygon(canvas, corners, stroke=1)


def _polygon(canvas: PageCanvas, corners: list[Point], stroke: int) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=1)


def _words(shape: Words, canvas: PageCanvas, writing: Writing) -> None:
    style, faces = writing.style, writing.faces
    look, face = _look(shape.bold, shape.colour, style), faces.face(style.look("visual").font, shape.bold)
    leading = style.look("visual").leading
    base = shape.top + (leading + (face.ascent - face.descent) * look.size) / 2
    part = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    for line in shape.lines:
        draw_line(canvas, line, look, faces, shape.x - part * line_width(line, look, faces), -base)
        base += leading


def _look(bold: bool, name: ColourName, style: Style) -> TextLook:
    plain = text_look(style.look("visual"), style)
    return replace(plain, bold=plain.bold or bold, colour=style.colour(name))


SHAPES: Mapping[type, Callable[[Any, PageCanvas, Writing], None]] = MappingProxyType(
    {Path: _path, Box: _box, Dot: _dot, Words: _words}
)
"""What draws each shape."""
