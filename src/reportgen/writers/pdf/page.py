"""Pages as they are drawn: what stands on each, and its head and foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TypeAlias

from ...document import Meta
from ...frozen import dataclass
from ...style import LookName, Style
from ...style.forms import Form
from .. import Along, Blank, Edge, Words, along
from .canvas import Artifact, PageCanvas
from .fonts import Faces
from .layout import Sheet
from .lines import Line
from .looks import TextLook
from .notes import draw_notes
from .places import headings
from .text import draw_one, one_line, width_of
from .watermark import watermark

ELLIPSIS = "…"
"""What stands for the end of a running head that is too long."""

GUTTER = 12.0
"""The least space in points between the head and the marking beside it."""

Known: TypeAlias = Mapping[Blank, str]
"""What only a writer knows of a page: its number, that of the last one, and the section that it is part of."""


def draw(sheets: Sequence[Sheet], furniture: Furniture, canvas: PageCanvas) -> None:
    """Draw what stands on each page, and its head and foot."""
    style = furniture.style
    rule = style.colour(style.divider.rule)
    last = last_pages(sheets)
    for index, (sheet, section) in enumerate(zip(sheets, headings(sheets), strict=True)):
        known = {Blank.PAGE: sheet.label, Blank.PAGES: last[sheet.form.numbers], Blank.SECTION: section}
        width, height = sheet.form.size(style)
        canvas.begin(width, height)
        furniture.draw_behind(canvas, sheet)
        left, top = furniture.margins[0], height - style.page.top
        for placed in sheet.placed:
            placed.content.draw(canvas, left + placed.left, top - placed.top, placed.width)
        for foot in sheet.feet:
            draw_notes(canvas, foot.notes, rule, left + foot.left, top - foot.bottom, foot.width)
        furniture.draw(canvas, sheet, index == 0, known)
        canvas.showPage()


def last_pages(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return what is printed as the number of the last page of each kind of numbers."""
    return {sheet.form.numbers: sheet.label for sheet in sheets}


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on the pages of a document besides its text: head, foot and the mark of a draft."""

    meta: Meta
    style: Style
    faces: Faces
    _marks: dict[Form, str] = field(default_factory=dict)
    _slots: dict[tuple[Edge, bool, bool], Along] = field(default_factory=dict)

    @property
    def margins(self) -> tuple[float, float]:
        """The widths of the margins where lines begin and where they end, in points."""
        page = self.style.page
        return (page.right, page.left) if self.meta.direction == "rtl" else (page.left, page.right)

    def draw_behind(self, canvas: PageCanvas, sheet: Sheet) -> None:
        """Draw the mark of a draft across a page, if it has a number, before anything else is drawn on it."""
        if not (self.meta.draft_mark and self.style.draft_watermark and sheet.label):
            return
        if sheet.form not in self._marks:
            self._marks[sheet.form] = watermark(self.meta.draft_mark, sheet.form, self.style, self.faces)
        if self._marks[sheet.form]:
            with canvas.artifact("watermark"):
                canvas.stamp(self._marks[sheet.form])

    def draw(self, canvas: PageCanvas, sheet: Sheet, is_first: bool, known: Known) -> None:
        """Draw the head and the foot of one page, of which something is known.

        A page without a number has no more than what marks every page.
        """
        page = self.style.page
        height = sheet.form.size(self.style)[1]
        self._draw_line(canvas, "header", height - page.header - self._look("marking").size, sheet, is_first, known)
        self._draw_line(canvas, "footer", page.footer, sheet, is_first, known)

    def _draw_line(
        self, canvas: PageCanvas, edge: Edge, base: float, sheet: Sheet, is_first: bool, known: Known
    ) -> None:
        """Draw a line along an edge, the marking last: its words, cut where they would run into one another.

        Those at the right have half of the line at most, those in the middle too unless the sides leave more, those at
        the left what the others leave.
        """
        left, right = self.margins[0], sheet.form.size(self.style)[0] - self.margins[1]
        line = self._along(edge, is_first, not sheet.label)
        begin, middle, end = (_told(words, known) for words in (line.left, line.center, line.right))
        marking = self._width(self.meta.marking, "marking")
        room = right - marking - (GUTTER if marking else 0.0)
        end = self._fitted(end, edge, (right - left) / 2)
        sides = max(self._width(begin, edge), right - room + self._width(end, edge)) + GUTTER
        middle = self._fitted(middle, edge, max((right - left) / 2, right - left - 2 * sides))
        self._draw(canvas, self.meta.marking, "marking", right - marking, base, edge)
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
                draw_one(canvas, self._line(text, name), canvas.across(left, self._width(text, name)), base)

    def _width(self, text: str, name: LookName) -> float:
        return width_of(self._line(text, name)) if text else 0.0

    def _along(self, edge: Edge, is_first: bool, bare: bool) -> Along:
        """Return what stands along an edge; most pages have the same."""
        key = (edge, is_first, bare)
        if key not in self._slots:
            self._slots[key] = along(edge, self.meta, self.style, is_first, bare=bare)
        return self._slots[key]

    def _line(self, text: str, name: LookName) -> Line:
        return one_line(text, self._look(name), self.faces)

    def _look(self, name: LookName) -> TextLook:
        return self.faces.looks.of(name)[1]


def _told(words: Words, known: Known) -> str:
    """Return words with what is known of a page in them."""
    return "".join(word if isinstance(word, str) else known[word] for word in words)
