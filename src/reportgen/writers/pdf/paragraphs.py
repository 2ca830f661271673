"""The words of nodes as paragraphs: in the look of their role or place, behind a number, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...document import Figure, Inline, Node, Table, Text
from ...document.blocks import Align
from ...document.visuals import Visual
from ...frozen import dataclass
from ...languages.bidi import FROM_RIGHT
from ...style import LookName
from .. import CAPTION_END, NUMBERED_INDENT
from .boxes import Item, Mark
from .flow import Flowable
from .inlines import runs
from .looks import TextLook, text_look
from .structure import Element
from .text import Entry, Run, TextFlowable, line_width, text_flowable
from .writing import Writing

WIDEST_HUNG = 4.0
"""How wide the number of a heading may be, in type sizes, for the heading's further lines to stand beside it."""


@dataclass(frozen=True, slots=True)
class OneLine:
    """Words in one line, and how wide they are in points."""

    text: TextFlowable
    width: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the element of the structure that holds it, the look of body text there, its depth in
    sections and in lists, how lines are aligned.

    `nested` says that it is part of another block than a section.
    """

    element: Element
    look: LookName = "body"
    section: int = 0
    list: int = 0
    align: Align = "left"
    nested: bool = False


def set_words(
    node: Node | None,
    words: Iterable[Inline],
    name: LookName,
    element: Element,
    place: Place,
    writing: Writing,
    entry: Entry | None = None,
    number: str = "",
    hung: bool = False,
) -> TextFlowable:
    """Return the words of a node in the look of a role or place, behind a number in the same line, as an element's.

    `hung` words stand beside something else, which keeps the indent of their look.
    """
    look, its = writing.faces.looks[name, place.align, hung]
    found = [Run(number, its)] if number else []
    if number and look.align == "left" and (room := line_width(number, its, writing.faces)) <= WIDEST_HUNG * look.size:
        look = replace(look, left=look.left + room, first=look.first - room)
    found.extend(runs(words, its, writing.of(element)))
    return text_flowable(found, look, writing.faces, node, entry, element)


def in_one_line(node: Node, words: Iterable[Inline], name: LookName, element: Element, writing: Writing) -> OneLine:
    """Return words that are to stand in one line, as an element's."""
    resolved, look = writing.faces.looks.of(name)
    found = list(runs(words, look, writing.of(element)))
    width = sum(line_width(run.text, run.look, writing.faces) for run in found)
    return OneLine(text_flowable(found, resolved, writing.faces, node, None, element), width and width + 1.0)


def first_base(name: LookName, writing: Writing) -> float:
    """Return how far below its top the first line of a look stands, in points."""
    return text_flowable((), writing.style.look(name), writing.faces).base_line(writing.measure)


def hanging(text: str, look: TextLook, writing: Writing, element: Element, first: bool = False) -> Mark:
    """Return what hangs before a paragraph, the style's distance away from it; at the `first` place, or close to it."""
    if text and writing.faces.direction == "rtl":
        text += FROM_RIGHT  # or the point behind a letter from the left would not stand towards the words
    return Mark(text, look, writing.style.list.distance, writing.faces, element, first)


def behind_number(text: TextFlowable, number: str, element: Element, writing: Writing) -> Flowable:
    """Return a paragraph behind its number, which hangs in a column as wide as the document's longest one needs.

    Number and paragraph are read as one.
    """
    if not number:
        return text
    look = text_look(text.look, writing.style)
    mark = Mark(f"{number} ", look, writing.style.list.distance, writing.faces, element, first=True)
    return Item(text, number_room(writing), mark, text.base_line(writing.measure))


def number_room(writing: Writing) -> float:
    """Return the width of the column in which the numbers of paragraphs hang; 0 where they are not numbered."""
    if not writing.facts.number:
        return 0.0
    _, look = writing.faces.looks.of("body")
    widest = line_width(f"{writing.facts.number} ", look, writing.faces) + writing.style.list.distance
    return max(NUMBERED_INDENT * writing.style.list.indent, widest)


def set_caption(node: Table | Figure | Visual, element: Element, place: Place, writing: Writing) -> TextFlowable:
    """Return the label and the caption of a table, figure, chart or diagram; without height where it has neither."""
    label = node.label + CAPTION_END if node.label and node.caption else node.label
    words: tuple[Inline, ...] = (Text(text=label), *node.caption) if label else node.caption
    return set_words(node, words, "caption", element, place, writing)
