"""Visuals: what charts and diagrams look like, as shapes on a rectangle, before any format draws them.

Pure geometry: a node, a style, a width and a measure of text in, a drawing out; the same for the same.
"""

from __future__ import annotations

from ..document import Chart, Diagram, Meta, Scale, TimeLine
from ..style import Style
from .bar_chart import bar_chart, stands_upright
from .bars import has_spans
from .drawing import ARROW, Box, Dot, Drawing, Path, Point, Shape, Words
from .graph import graph
from .line_chart import line_chart, stride
from .numbers import Figures, figures
from .pen import Measure, Pen
from .scale import scale
from .series import Look, colour_on, looks_of
from .time_line import time_line

__all__ = [
    "ARROW",
    "Box",
    "Dot",
    "Drawing",
    "Figures",
    "Look",
    "Measure",
    "Path",
    "Pen",
    "Point",
    "Shape",
    "Words",
    "colour_on",
    "drawing",
    "figures",
    "has_spans",
    "looks_of",
    "stands_upright",
    "stride",
]


def drawing(node: Chart | Diagram, meta: Meta, style: Style, width: float, measure: Measure) -> Drawing:
    """Return the drawing of a chart or diagram that is to be so many points wide.

    It is wider only where a graph finds no room for its boxes side by side: it is then to be scaled down.
    """
    pen = Pen(style, measure)
    if isinstance(node, Chart):
        draw = line_chart if node.kind == "line" else bar_chart
        return draw(node, pen, width, figures(node, meta))
    drawn = node.drawn
    if isinstance(drawn, TimeLine):
        return time_line(drawn, pen, width)
    return scale(drawn, pen, width) if isinstance(drawn, Scale) else graph(drawn, pen, width)
