"""Charts and diagrams as flowables: drawn as vectors, kept together with their caption."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...document import Chart, Diagram, Inline, Text
from ...visuals import Drawing, drawing
from .. import CAPTION_END
from .canvas import PageCanvas
from .flow import Flowable, Parts, Stack
from .inlines import runs
from .looks import text_look
from .sketch import measure, sketch
from .structure import Element
from .tags import figure_elements
from .text import text_flowable
from .writing import Writing

if TYPE_CHECKING:
    from .paragraphs import Place


def visual(node: Chart | Diagram, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the drawing of a chart or diagram over its caption, which is empty where it has none."""
    style, look = writing.style, writing.style.look("caption")
    element, caption = figure_elements(place.element, node)
    words = runs(_caption(node), text_look(look, style), writing)
    yield Plate(
        node=node,
        element=element,
        drawn=_drawn(node, writing),
        caption=text_flowable(words, replace(look, keep_with_next=False), writing.faces, node, element=caption),
        writing=writing,
        limit=writing.page_height,
        before=style.chart.before,
        after=style.chart.after,
    )


def _caption(node: Chart | Diagram) -> tuple[Inline, ...]:
    """Return the label of a node and its caption behind it."""
    if not node.label:
        return node.caption
    return (Text(text=node.label + (CAPTION_END if node.caption else ""), source=node.source), *node.caption)


def _drawn(node: Chart | Diagram, writing: Writing) -> Callable[[float], Drawing]:
    """Return what draws a node at a width, once for each."""
    done: dict[float, Drawing] = {}
    ruler = measure(writing)

    def draw(width: float) -> Drawing:
        if width not in done:
            done[width] = drawing(node, writing.meta, writing.style, width, ruler)
        return done[width]

    return draw


@dataclass(frozen=True, kw_only=True)
class Plate(Flowable):
    """A drawing over its caption, as wide as there is room, smaller where it would be higher than `limit`."""

    node: Chart | Diagram
    element: Element
    drawn: Callable[[float], Drawing]
    caption: Flowable
    writing: Writing
    limit: float
    before: float
    after: float

    def height(self, width: float) -> float:
        """Return the height of drawing and caption."""
        return self.drawn(width).height * self._scale(width) + self._caption_height(width)

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the drawing made smaller, or apart from its caption, where an empty page is too low for them."""
        if not force:
            return None
        smaller = replace(self, limit=height)
        if smaller.height(width) <= height:
            return smaller, None
        return replace(smaller, caption=Stack(())), self.caption

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the drawing, and the caption under it."""
        drawing, scale = self.drawn(width), self._scale(width)
        across, down = drawing.width * scale, drawing.height * scale
        canvas.figure(self.element, left, top - down, across, down)
        sketch(drawing, canvas, left, top, scale, self.writing)
        self.caption.draw(canvas, left, top - self.height(width) + self.caption.height(width), width)

    def _scale(self, width: float) -> float:
        drawing = self.drawn(width)
        room = max(self.limit - self._caption_height(width), 1.0)
        return min(1.0, width / drawing.width, room / max(drawing.height, 1.0))

    def _caption_height(self, width: float) -> float:
        height = self.caption.height(width)
        return height + self.caption.before if height else 0.0
