"""Charts and diagrams as flowables: drawn as vectors, kept together with their caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ...document import Chart, Diagram
from ...visuals import Drawing, drawing
from .canvas import PageCanvas
from .flow import Flowable, Notes, Parts, Stack
from .paragraphs import Place, set_caption
from .sketch import measure, sketch
from .structure import Element
from .tags import figure_elements
from .writing import Writing


def plate(node: Chart | Diagram, place: Place, writing: Writing) -> Plate:
    """Return the drawing of a chart or diagram over its caption, which is empty where it has none."""
    element, caption_element = figure_elements(place.element, node)
    return Plate(
        node=node,
        element=element,
        drawn=_drawn(node, writing),
        caption=set_caption(node, caption_element, place, writing),
        writing=writing,
        limit=writing.page_height,
        before=writing.style.chart.before,
        after=writing.style.chart.after,
    )


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

    def notes(self, width: float) -> Notes:
        """Return the footnotes of the caption."""
        return self.caption.notes(width)

    def within(self) -> Sequence[Flowable]:
        """Return the caption."""
        return (self.caption,)

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
        edge = canvas.across(left, across)
        canvas.figure(self.element, edge, top - down, across, down)
        sketch(drawing, canvas, edge, top, scale, self.writing)
        self.caption.draw(canvas, left, top - self.height(width) + self.caption.height(width), width)

    def _scale(self, width: float) -> float:
        drawing = self.drawn(width)
        room = max(self.limit - self._caption_height(width), 1.0)
        return min(1.0, width / drawing.width, room / max(drawing.height, 1.0))

    def _caption_height(self, width: float) -> float:
        height = self.caption.height(width)
        return height + self.caption.before if height else 0.0
