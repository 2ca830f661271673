"""Pages as they are drawn: what stands on each, and its head and foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...document import Meta
from ...style import LookName, Style
from .. import Blank, Edge, Words, along
from .canvas import Artifact, PageCanvas
from .fonts import Faces
from .layout import Sheet
from .looks import TextLook, text_look
from .notes import draw_notes
from .text import draw_line, line_width

ELLIPSIS = "…"
"""What stands for the end of a running head that is too long."""

GUTTER = 12.0
"""The least space in points between the head and the marking beside it."""


def draw(sheets: Sequence[Sheet], furniture: Furniture, canvas: PageCanvas) -> None:
    """Draw what stands on each page, and its head and foot."""
    style = furniture.style
    rule = style.colour(style.divider.rule)
    last = last_pages(sheets)
    for index, sheet in enumerate(sheets):
        width, height = sheet.form.size(style)
        canvas.begin(width, height)
        left, top = style.page.left, height - style.page.top
        for placed in sheet.placed:
            placed.content.draw(canvas, left + placed.left, top - placed.top, placed.width)
        for foot in sheet.feet:
            draw_notes(canvas, foot.notes, rule, left + foot.left, top - foot.bottom, foot.width)
        furniture.draw(canvas, sheet, index == 0, last[sheet.form.numbers])
        canvas.showPage()


def last_pages(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return what is printed as the number of the last page of each kind of numbers."""
    return {sheet.form.numbers: sheet.label for sheet in sheets}


@dataclass(frozen=True, slots=True)
class Furniture:
    """Head and foot of the pages of a document."""

    meta: Meta
    style: Style
    faces: Faces

    def draw(self, canvas: PageCanvas, sheet: Sheet, is_first: bool, last: str) -> None:
        """Draw the head and the foot of one page, `last` being the number of the last one.

        A page without a number has no more than what marks every page.
        """
        page = self.style.page
        height = sheet.form.size(self.style)[1]
        self._draw_line(canvas, "header", height - page.header - self._look("marking").size, sheet, is_first, last)
        self._draw_line(canvas, "footer", page.footer, sheet, is_first, last)

    def _draw_line(self, canvas: PageCanvas, edge: Edge, base: float, sheet: Sheet, is_first: bool, last: str) -> None:
        """Draw a line along an edge: its left words, cut where they would run into the others, and the marking last."""
        left, right = self.style.page.left, sheet.form.size(self.style)[0] - self.style.page.right
        line = along(edge, self.meta, self.style, is_first, bare=not sheet.label)
        begin, middle, end = (_numbered(words, sheet.label, last) for words in (line.left, line.center, line.right))
        room = right - self._width(self.meta.marking, "marking")
        self._draw(canvas, self.meta.marking, "marking", room, base, edge)
        room -= GUTTER if self.meta.marking else 0.0
        self._draw(canvas, end, edge, room - self._width(end, edge), base, edge)
        centered = (left + right - self._width(middle, edge)) / 2
        self._draw(canvas, middle, edge, centered, base, edge)
        if middle:
            room = centered - GUTTER
        elif end:
            room -= self._width(end, edge) + GUTTER
        self._draw(canvas, self._fitted(begin, edge, room - left), edge, left, base, edge)

    def _fitted(self, text: str, edge: Edge, width: float) -> str:
        """Return a text, cut at a word's end where it is wider than the room for it."""
        fitted = text
        while fitted and self._width(fitted, edge) > width:
            fitted = fitted.removesuffix(ELLIPSIS).rpartition(" ")[0]
            fitted = fitted and fitted + ELLIPSIS
        return fitted

    def _draw(self, canvas: PageCanvas, text: str, name: LookName, left: float, base: float, kind: Artifact) -> None:
        if text:
            with canvas.artifact(kind):
                draw_line(canvas, text, self._look(name), self.faces, left, base)

    def _width(self, text: str, name: LookName) -> float:
        return line_width(text, self._look(name), self.faces)

    def _look(self, name: LookName) -> TextLook:
        return text_look(self.style.look(name), self.style)


def _numbered(words: Words, label: str, last: str) -> str:
    """Return words with the number of a page and of the last one in them."""
    numbers = {Blank.PAGE: label, Blank.PAGES: last}
    return "".join(word if isinstance(word, str) else numbers[word] for word in words)
