"""Set text: runs of characters into words, words into a paragraph that can be measured, split and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...document import Node
from ...frozen import dataclass
from ...languages.bidi import way_of
from ...style import ResolvedLook
from .canvas import PageCanvas
from .drawing import Fit, TextObject, draw_lines, fit
from .flow import FUZZ, Flowable, Notes, fitting
from .fonts import Faces
from .lines import LINE_END, Broken, Ink, Line, belonging, stretches
from .looks import TextLook
from .structure import Element

__all__ = [
    "LINE_END",
    "Entry",
    "Run",
    "TextFlowable",
    "draw_line",
    "draw_one",
    "line_width",
    "one_line",
    "text_flowable",
    "width_of",
]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, and the element of the structure that they belong to; None: that of their paragraph."""

    text: str
    look: TextLook
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a heading adds to the outline of a document; levels count from 0. `heading` is the title without number."""

    title: str
    level: int
    heading: str = ""


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
        element: Element | None = None,
    ) -> None:
        self.broken, self.look, self.node, self.entry = broken, look, node, entry
        self.first, self.last, self.element = first, last, element
        self.before, self.after, self.keep_with_next = look.before, look.after, look.keep_with_next
        self.against = broken.against

    def height(self, width: float) -> float:
        """Return the height of the lines; 0 where there are no words."""
        return len(self._lines(width)) * self.look.leading

    def base_line(self, width: float) -> float:
        """Return where the first line stands: half of what the leading adds to the type stands above it."""
        return self.broken.base

    def split(self, width: float, height: float, force: bool) -> tuple[TextFlowable, TextFlowable] | None:
        """Return the lines that fit and the others, at least two of them on each page unless forced."""
        count, least = len(self._lines(width)), 1 if force else 2
        if self.broken.noted:
            room = fitting(((self.look.leading, notes) for notes in self._line_notes(width)), height)
        else:
            room = int((height + FUZZ) / self.look.leading)
        room = min(max(room, 1) if force else room, count - least)
        if room < least:
            return None
        middle = self.first + room
        head = TextFlowable(self.broken, self.look, self.node, self.entry, self.first, middle, self.element)
        return head, TextFlowable(self.broken, self.look, self.node, None, middle, self.last, self.element)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the lines, note a heading in the outline, and words that are cut."""
        if not self.height(width):
            return
        if self.entry:
            canvas.outline(self.entry.title, self.entry.level, top)
        canvas.note_cut(self.node, self.broken.cut_words(width))
        base = top - self.broken.base
        edge = canvas.across(left, width)
        draw_lines(canvas, self._lines(width), self.look, edge, base, width, self.broken.decorated)

    def notes(self, width: float) -> Notes:
        """Return the footnotes whose marks stand in the lines."""
        return tuple(note for notes in self._line_notes(width) for note in notes) if self.broken.noted else ()

    def end(self, width: float) -> float:
        """Return how far from where the document's lines begin the last line ends; 0 where there are no words."""
        lines = self._lines(width)
        if not lines:
            return 0.0
        fitted, from_right = fit(lines[-1], self.look, width), (self.broken.level == 1) != self.against
        return width - fitted.left if from_right else fitted.right

    def _lines(self, width: float) -> list[Line]:
        return self.broken.lines(width)[self.first : self.last]

    def _line_notes(self, width: float) -> list[Notes]:
        return self.broken.notes(width)[self.first : self.last]


def text_flowable(
    runs: Iterable[Run],
    look: ResolvedLook,
    faces: Faces,
    node: Node | None = None,
    entry: Entry | None = None,
    element: Element | None = None,
) -> TextFlowable:
    """Return the paragraph of some runs of a node; it has no height where they hold nothing."""
    face = faces.face(look.font, look.bold, look.italic)
    base = (look.leading + (face.ascent - face.descent) * look.size) / 2
    inked = list(_inked(runs, element))
    broken = Broken(inked, look, faces, base, way_of("".join(text for text, _ in inked), faces.direction))
    return TextFlowable(broken, look, node, entry, element=element)


def line_width(text: str, look: TextLook, faces: Faces) -> float:
    """Return the width of text in one line, in points; 0 for no text."""
    return width_of(one_line(text, look, faces))


def draw_line(canvas: PageCanvas, text: str, look: TextLook, faces: Faces, left: float, base: float) -> None:
    """Draw text in one line from the left on a base line, as what the canvas is drawing; nothing for no text."""
    element = canvas.marked
    draw_one(canvas, one_line(text, look, faces, element), left, base)
    canvas.mark(element)


def draw_one(canvas: PageCanvas, line: Line, left: float, base: float) -> None:
    """Draw a line from the left on a base line."""
    text = TextObject(canvas)
    if line.level is None:
        text.line(line.boxes, left, base)
    else:
        text.line_both_ways(line, Fit(left, left + width_of(line)), left, base)
    text.end()


def width_of(line: Line) -> float:
    """Return how wide a line is by itself, in points."""
    return sum([word.width for _, word, _ in line.boxes])


def one_line(text: str, look: TextLook, faces: Faces, element: Element | None = None) -> Line:
    """Return text as one line that belongs to an element, or to none; without boxes for no text."""
    line = faces.lines.get((text, look))
    if line is None:  # bullets, numbers and what stands along the edges come again and again
        plain = text.replace("\n", " ").replace("\t", " ")
        level = way_of(plain, faces.direction)
        boxes = [box for boxes in stretches([(plain, Ink(look, None, 0))], faces, level) for box in boxes]
        line = faces.lines[text, look] = Line(boxes, True, True, level)
    return line if element is None else line._replace(boxes=belonging(line.boxes, Ink(look, element, 0)))


def _inked(runs: Iterable[Run], element: Element | None) -> Iterator[tuple[str, Ink]]:
    """Return texts and how they are inked, numbered by the link, underline or note that they belong to."""
    group = 0
    before: object = None
    for run in runs:
        its = run.element or element
        this = (run.look.link, run.look.underline, run.look.note, its)
        group, before = group + (this != before), this
        yield run.text, Ink(run.look, its, group)
