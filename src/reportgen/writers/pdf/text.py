"""Set text: runs of characters into words, words into a paragraph that can be measured, split and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...document import Node
from ...style import ResolvedLook
from .canvas import PageCanvas
from .drawing import Fit, TextObject, draw_lines
from .flow import FUZZ, Flowable, Parts
from .fonts import Faces
from .lines import LINE_END, Box, Broken, Ink, Line, stretches
from .looks import TextLook

__all__ = ["LINE_END", "Entry", "Run", "TextFlowable", "draw_line", "line_width", "text_flowable"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, and the element of the structure tree that they belong to.

    Without an element (None) they belong to that of their paragraph.
    """

    text: str
    look: TextLook
    element: object | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a heading adds to the outline of a document; levels count from 0."""

    title: str
    level: int


class TextFlowable(Flowable):
    """A paragraph, or those of its lines that stand on one page: from `first` up to, but without, `last`."""

    def __init__(
        self,
        broken: Broken,
        look: ResolvedLook,
        node: Node | None = None,
        entry: Entry | None = None,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        self.broken, self.look, self.node, self.entry = broken, look, node, entry
        self.first, self.last = first, last
        self.before, self.after, self.keep_with_next = look.before, look.after, look.keep_with_next

    def height(self, width: float) -> float:
        """Return the height of the lines; 0 where there are no words."""
        return len(self._lines(width)) * self.look.leading

    def base_line(self, width: float) -> float:
        """Return where the first line stands: half of what the leading adds to the type stands above it."""
        return self.broken.base

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the lines that fit and the others, at least two of them on each page unless forced."""
        count = len(self._lines(width))
        least = 1 if force else 2
        fitting = min(int((height + FUZZ) / self.look.leading), count - least)
        if fitting < least:
            return None
        middle = self.first + fitting
        head = TextFlowable(self.broken, self.look, self.node, self.entry, self.first, middle)
        return head, TextFlowable(self.broken, self.look, self.node, None, middle, self.last)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the lines, and note a heading in the outline."""
        if self.entry:
            canvas.outline(self.entry.title, self.entry.level, top)
        draw_lines(canvas, self._lines(width), self.look, left, top - self.broken.base, width)

    def _lines(self, width: float) -> list[Line]:
        return self.broken.lines(width)[self.first : self.last]


def text_flowable(
    runs: Iterable[Run], look: ResolvedLook, faces: Faces, node: Node | None = None, entry: Entry | None = None
) -> TextFlowable:
    """Return the paragraph of some runs of a node; it has no height where they hold nothing."""
    face = faces.face(look.font, look.bold, look.italic)
    base = (look.leading + (face.ascent - face.descent) * look.size) / 2
    return TextFlowable(Broken(stretches(_inked(runs), faces), look, base), look, node, entry)


def line_width(text: str, look: TextLook, faces: Faces) -> float:
    """Return the width of text in one line, in points; 0 for no text."""
    return sum(box.word.width for box in _line(text, look, faces))


def draw_line(canvas: PageCanvas, text: str, look: TextLook, faces: Faces, left: float, base: float) -> None:
    """Draw text in one line from the left on a base line; nothing for no text."""
    line = TextObject(canvas)
    line.line(_line(text, look, faces), left, base, Fit(left, 1.0, 0.0))
    line.end()


def _line(text: str, look: TextLook, faces: Faces) -> list[Box]:
    one_line = text.replace("\n", " ").replace("\t", " ")
    return [box for boxes in stretches([(one_line, Ink(look, None, 0))], faces) for box in boxes]


def _inked(runs: Iterable[Run]) -> Iterator[tuple[str, Ink]]:
    """Return texts and how they are inked, numbered by the link or underline that they belong to."""
    group, before = 0, ("", False)
    for run in runs:
        this = (run.look.link, run.look.underline)
        group, before = group + (this != before), this
        yield run.text, Ink(run.look, run.element, group)
