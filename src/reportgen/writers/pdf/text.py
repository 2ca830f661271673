"""Set text: runs of characters into words, words into a paragraph that can be measured, split and drawn.

This is the one place that knows ReportLab's paragraphs. They are given words cut already, never text: their own cutting
takes every blank of Unicode for a space, joins rows of spaces, and finds no place to break but a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportlab.lib.abag import ABag
from reportlab.platypus.paragraph import _FK_BREAK, _FK_TEXT, Paragraph, ParaLines, _HSFrag

from ...document import Node
from ...style import ResolvedLook
from .annotations import INSIDE
from .canvas import PageCanvas
from .characters import BREAK, printed
from .flow import FUZZ, Flowable, Notes, fitting
from .fonts import NO_BREAK_SPACE, Face, Faces
from .looks import TextLook, colour, paragraph_style
from .structure import Element

if TYPE_CHECKING:
    from .notes import Footnote

LINE_END = "\n"
"""What a run holds where the line is to end."""

LEAST_WIDTH = 1.0
"""The width in points that lines have at least, in a column too narrow for its padding: one character in each."""

_SEPARATORS = re.compile(f"([ {LINE_END}{BREAK}])")
_DOUBLED_SPACE = re.compile(" (?= )")
_AFTER_HYPHEN = re.compile(r"(?<=\w[-/\u2010\u2013\u2014])(?=[^\W\d_])")
_UNDERLINE = (0.13, 0.05)
_RISE = 0.5

Word = list[Any]
"""A word as ReportLab breaks lines of it: its width, then pairs of a fragment and the characters that have its look."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look."""

    text: str
    look: TextLook


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
        element: Element | None = None,
    ) -> None:
        self.broken, self.look, self.node, self.entry = broken, look, node, entry
        self.first, self.last, self.element = first, last, element
        self.before, self.after, self.keep_with_next = look.before, look.after, look.keep_with_next

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
            fit = fitting(((self.look.leading, notes) for notes in self._line_notes(width)), height)
        else:
            fit = int((height + FUZZ) / self.look.leading)
        fit = min(max(fit, 1) if force else fit, count - least)
        if fit < least:
            return None
        middle = self.first + fit
        head = TextFlowable(self.broken, self.look, self.node, self.entry, self.first, middle, self.element)
        return head, TextFlowable(self.broken, self.look, self.node, None, middle, self.last, self.element)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the lines, and note a heading in the outline."""
        if not self.height(width):
            return
        canvas.mark(self.element)
        if self.entry:
            canvas.outline(self.entry.title, self.entry.level, top)
        look = replace(self.look, first=0.0) if self.first else self.look
        lines = Paragraph(None, paragraph_style(look), frags=[])
        lines.blPara = ParaLines(kind=1, lines=self._lines(width))
        lines.width, lines.height = width, self.height(width)
        lines._JustifyLast = self.last is not None
        lines.drawOn(canvas, left, top - lines.height)

    def notes(self, width: float) -> Notes:
        """Return the footnotes whose marks stand in the lines."""
        return tuple(note for notes in self._line_notes(width) for note in notes) if self.broken.noted else ()

    def end(self, width: float) -> float:
        """Return how far from the left the last line ends; 0 where there are no words."""
        lines = self._lines(width)
        return width - self.look.right - lines[-1].extraSpace if lines else 0.0

    def _lines(self, width: float) -> list[Any]:
        return self.broken.lines(width)[self.first : self.last]

    def _line_notes(self, width: float) -> list[Notes]:
        return self.broken.notes(width)[self.first : self.last]


class Broken:
    """Words broken into lines, anew for each width; `base` is how far below its top a line stands, in points."""

    def __init__(self, words: Sequence[Word], look: ResolvedLook, base: float) -> None:
        self.base = base
        self.noted = any(fragment.note for word in words for fragment, _ in word[1:])
        self._words, self._style = words, paragraph_style(look)
        self._lines: dict[float, list[Any]] = {}

    def lines(self, width: float) -> list[Any]:
        """Return the lines at a width; none for no words."""
        if width not in self._lines:
            paragraph = Paragraph(None, self._style, frags=list(self._words))
            paragraph.wrap(max(width, LEAST_WIDTH), 0)
            self._lines[width] = paragraph.blPara.lines
            for line in self._lines[width]:
                # ReportLab hangs the first line by its type size or by the tallest of its fonts, as a setting says.
                line.fontSize = line.ascent = self.base
                # In a justified line it counts a space for each word, also for those that no space follows.
                line.wordCount = 1 + sum(fragment.text.count(" ") for fragment in line.words)
        return self._lines[width]

    def notes(self, width: float) -> list[Notes]:
        """Return the footnotes of each line at a width; a mark that two lines share is that of the first."""
        seen: set[Footnote | None] = {None}
        found: list[Notes] = []
        for line in self.lines(width):
            begun = [note for note in dict.fromkeys(fragment.note for fragment in line.words) if note not in seen]
            seen.update(begun)
            found.append(tuple(note for one in begun if one for note in one.with_inner()))
        return found


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
    return TextFlowable(Broken(list(_words(runs, faces)), look, base), look, node, entry, element=element)


def line_width(text: str, look: TextLook, faces: Faces) -> float:
    """Return the width of text in one line, in points; 0 for no text."""
    return sum(face.width(piece, look.size) for face, piece in _line(text, look, faces))


def draw_line(canvas: PageCanvas, text: str, look: TextLook, faces: Faces, left: float, base: float) -> None:
    """Draw text in one line from the left on a base line; nothing for no text."""
    canvas.setFillColor(colour(look.colour))
    for face, piece in _line(text, look, faces):
        canvas.setFont(face.name, look.size)
        canvas.drawString(left, base, piece)
        left += face.width(piece, look.size)


def _line(text: str, look: TextLook, faces: Faces) -> Iterator[tuple[Face, str]]:
    """Return text in one line as pieces of one face."""
    characters = printed(text).replace(BREAK, "").replace("\n", " ").replace("\t", " ")
    yield from faces.runs(characters, look.font, look.bold, look.italic)


def _words(runs: Iterable[Run], faces: Faces) -> Iterator[Word]:
    """Return the words of runs, each of the kind that tells ReportLab what follows: a space, nothing or a line end."""
    word: Word = [0.0]
    for look, group, text in _grouped(runs):
        for piece in _SEPARATORS.split(_prepared(text)):
            if piece == " ":
                yield _HSFrag(word if len(word) > 1 else _blank(look, group, faces))
            elif piece == LINE_END:
                yield from (word,) if len(word) > 1 else ()
                yield _line_end(look, group, faces)
            elif piece == BREAK:
                yield from (word,) if len(word) > 1 else ()
            else:
                for face, characters in faces.runs(piece, look.font, look.bold, look.italic):
                    word[0] += face.width(characters, look.size)
                    word.append((_fragment(look, group, face), characters))
                continue
            word = [0.0]
    if len(word) > 1:
        yield word


def _grouped(runs: Iterable[Run]) -> Iterator[tuple[TextLook, int, str]]:
    """Return runs with the number of the link or underline that they belong to: neighbours share one, others do not."""
    group = 0
    before: object = None
    for run in runs:
        this = (run.look.link, run.look.underline, run.look.note)
        group, before = group + (this != before), this
        yield run.look, group, run.text


def _prepared(text: str) -> str:
    """Return text with a zero-width space wherever a line may end without a space, and one breaking space in a row."""
    return _AFTER_HYPHEN.sub(BREAK, _DOUBLED_SPACE.sub(NO_BREAK_SPACE, printed(text)))


def _blank(look: TextLook, group: int, faces: Faces) -> Word:
    return [0.0, (_fragment(look, group, faces.face(look.font, look.bold, look.italic)), "")]


def _line_end(look: TextLook, group: int, faces: Faces) -> Word:
    word = _blank(look, group, faces)
    word[1][0]._fkind = _FK_BREAK
    return word


def _fragment(look: TextLook, group: int, face: Face) -> ABag:
    """Return a look in ReportLab's terms: what its paragraph parser would have made of marked-up text."""
    drop, width = (part * look.size for part in _UNDERLINE)
    return ABag(
        text="",
        fontName=face.name,
        fontSize=look.size,
        textColor=colour(look.colour),
        backColor=colour(look.fill) if look.fill else None,
        # ReportLab joins fragments that look alike: the marks of two notes must not.
        rise=(_RISE + group * 1e-7) * look.size if look.superior else 0,
        note=look.note,
        us_lines=[(group, "underline", None, width, -drop, 0, 1, 0)] if look.underline else [],
        link=[(group, _outside(look.link))] if look.link else [],
        _fkind=_FK_TEXT,
    )


def _outside(target: str) -> str:
    """Return an address in a form that ReportLab does not take for one inside the document."""
    inside = target.partition(":")[0].lower() in ("document", "pdf") and not target.startswith(INSIDE)
    return f"./{target}" if inside else target
