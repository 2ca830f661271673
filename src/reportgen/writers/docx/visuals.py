"""Charts as native chart parts and diagrams as groups of shapes, each kept with its caption below it."""

from __future__ import annotations

from ...document import Chart, Diagram, words_of
from ...visuals import Drawing, Pen, drawing
from ...visuals.letters import measure
from .charts import native_chart
from .drawings import CAPTION_LINES
from .paragraphs import caption, has_caption, indent_at, written
from .place import Place
from .shapes import group
from .wml import emu, escape
from .writing import Writing

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart(node: Chart, place: Place, writing: Writing) -> str:
    """Return a chart that Word can edit, as wide as the measure."""
    pen = Pen(writing.style, measure(writing.style))
    drawn = drawing(node, writing.meta, writing.style, place.measure, pen.measure)
    across, down = _size(drawn, node, place, writing)
    id = writing.chart(native_chart(node, pen, place.measure, writing.meta))
    number, told = writing.drawing(), escape(writing.check(node.alt, node.source))
    _check(node, writing)
    shown = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(across)}" cy="{emu(down)}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{told}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{id}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    return _captioned(node, shown, place, writing)


def diagram(node: Diagram, place: Place, writing: Writing) -> str:
    """Return a diagram as shapes that Word can edit."""
    drawn = drawing(node, writing.meta, writing.style, place.measure, measure(writing.style))
    size = _size(drawn, node, place, writing)
    return _captioned(node, group(drawn, size, node.alt, node.source, writing), place, writing)


def _size(drawn: Drawing, node: Chart | Diagram, place: Place, writing: Writing) -> tuple[float, float]:
    """Return the width and height of a drawing: as it is, or as large as the page can hold with its caption."""
    look = writing.style.look("caption")
    kept_free = look.leading * CAPTION_LINES + look.before + look.after if has_caption(node) else 0.0
    room = (place.form.text_height(writing.style) if place.form else writing.style.page.text_height) - kept_free
    scale = min(1.0, place.measure / drawn.width, room / max(drawn.height, 1.0))
    return drawn.width * scale, max(drawn.height, 1.0) * scale


def _check(node: Chart, writing: Writing) -> None:
    """Note the characters of a chart that no XML file can hold."""
    for text, source in words_of(node):
        writing.check(text, source)


def _captioned(node: Chart | Diagram, picture: str, place: Place, writing: Writing) -> str:
    """Return what shows a node, and its label and caption below it."""
    below = caption(node, "FigureCaption", place, writing)
    shown = picture if below else writing.bookmarks.around(node.id, picture)
    return written("Figure", shown, ("<w:keepNext/>" if below else "") + indent_at(place)) + below
