"""The lines of a contents list: words, a row of dots, and the number of the page that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...document import Contents, ContentsEntry
from ...document.walk import text_of
from ...frozen import dataclass
from ...style import LookName
from ...style.looks import contents_look
from .. import NUMBER_END
from .boxes import Indented, Item, Mark
from .canvas import PageCanvas
from .flow import Flowable, Parts
from .fonts import Faces
from .looks import TextLook, colour
from .paragraphs import Place, set_words
from .structure import Element, heading_kind
from .text import TextFlowable, draw_line, line_width
from .writing import Writing

LEADER = 24.0
"""The width in points that is kept for the dots at least, and that between them and the words around them."""

_DISTANCE, _PITCH, _DOT = 5.0, 4.5, 0.9
_WIDEST = "000"


def contents(node: Contents, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the heading and the entries, with the numbers of their pages; nothing for no entries."""
    around = place.element.add("Sect")
    if node.entries and node.heading:
        heading = around.add(heading_kind(place.section + 1))
        yield set_words(node, node.heading, "contents-heading", heading, place, writing)
    lists = [around.add("TOC")]
    rooms: dict[tuple[LookName, bool], float] = {}
    for entry in node.entries:
        name = contents_look(entry.level)
        _, look = writing.faces.looks.of(name)
        room = line_width(entry.number + NUMBER_END, look, writing.faces)
        rooms[name, _is_worded(entry)] = max(rooms.get((name, _is_worded(entry)), 0.0), room)
    for entry in node.entries:
        name = contents_look(entry.level)
        room = rooms[name, _is_worded(entry)]
        yield _line(entry, name, room, replace(place, element=_list_of(entry, lists).add("TOCI")), writing)


def _list_of(entry: ContentsEntry, lists: list[Element]) -> Element:
    """Return the element of the list that an entry stands in: of those of the levels above it, the last is added to."""
    del lists[entry.level :]
    while len(lists) < entry.level:
        lists.append(lists[-1].add("TOC"))
    return lists[-1]


def _is_worded(entry: ContentsEntry) -> bool:
    """Return whether a word is part of an entry's number, as in `Annex A.`: the others need less room."""
    return " " in entry.number


def _line(entry: ContentsEntry, name: LookName, room: float, place: Place, writing: Writing) -> ContentsLine:
    """Return a line of a contents list, its words behind a number as wide as the room that is kept for it."""
    resolved, look = writing.faces.looks.of(name)
    number = place.element.add("Lbl")
    link = place.element.add("Reference").add("Link", alt=text_of(entry.inlines))
    text = set_words(entry, entry.inlines, name, link, place, writing, hung=True)
    content: Flowable = text
    if entry.number:
        mark = Mark(entry.number, look, 0.0, writing.faces, number, first=True)
        content = Item(text, room, mark, text.base_line(writing.measure))
    pointer = Pointer(entry.target, writing.page_of, look, writing.faces, link)
    return ContentsLine(Indented(content, resolved.left, 0.0, entry), text, pointer)


@dataclass(frozen=True, slots=True)
class Pointer:
    """What stands at the end of a line: the number of the page of a target, looked up when the line is drawn.

    Until the pages have been laid out nobody knows it, so that room is kept for every number of three figures.
    """

    target: str
    page_of: Mapping[str, str]
    look: TextLook
    faces: Faces
    element: Element

    @property
    def room(self) -> float:
        """The width that is kept for the number and the dots, in points."""
        return line_width(_WIDEST, self.look, self.faces) + LEADER


class ContentsLine(Indented):
    """An entry of a contents list: its words, perhaps behind a number, and the number of the page that they lead to."""

    def __init__(self, content: Flowable, text: TextFlowable, pointer: Pointer) -> None:
        super().__init__(content, 0.0, pointer.room)
        self.text, self.pointer = text, pointer

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return None, for an entry stands on one page; where it is higher than that, its parts, the last with dots."""
        parts = self.content.split(self.inner(width), height, True) if force else None
        if parts is None:
            return None
        head, tail = parts
        if tail is None:
            return self, None
        return Indented(head, 0.0, self.right), ContentsLine(tail, self.text, self.pointer)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the entry, the dots, and the page's number at the end; all of it leads to the page."""
        super().draw(canvas, left, top, width)
        look, faces = self.pointer.look, self.pointer.faces
        label = self.pointer.page_of.get(self.pointer.target, "")
        element = self.pointer.element
        if self.pointer.target in self.pointer.page_of:
            edge = canvas.across(left, width)
            canvas.link((edge, top - self.height(width), edge + width, top), f"#{self.pointer.target}", element)
        if not label:
            return
        base = top - self.height(width) + self.text.look.leading - self.text.base_line(width)
        right = left + width - line_width(label, look, faces)
        canvas.mark(element)
        behind_blank = f" {label}"
        wide = line_width(behind_blank, look, faces)
        draw_line(canvas, behind_blank, look, faces, canvas.across(left + width - wide, wide), base)
        self._draw_dots(canvas, self._end(left, width) + _DISTANCE, right - _DISTANCE, left + width, base)

    def _end(self, left: float, width: float) -> float:
        """Return where the last line of the words ends."""
        inner = self.inner(width)
        begun, holder = left, self.content
        while isinstance(holder, Indented):
            begun, inner, holder = begun + holder.indent(inner), holder.inner(inner), holder.content
        return begun + self.text.end(inner)

    def _draw_dots(self, canvas: PageCanvas, start: float, end: float, edge: float, base: float) -> None:
        """Draw dots between two places, those of all lines under one another."""
        first = edge - int((edge - start) / _PITCH) * _PITCH
        if first >= end:
            return
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(colour(self.pointer.look.colour))
            canvas.setLineWidth(_DOT)
            canvas.setLineCap(1)
            canvas.setDash([0, _PITCH])
            canvas.line(canvas.across(first), base + _DOT / 2, canvas.across(end), base + _DOT / 2)
            canvas.restoreState()
