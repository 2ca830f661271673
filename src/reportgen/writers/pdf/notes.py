"""Footnotes: what stands at the foot of the page where their marks stand, and goes on at the next one's if it must."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ...document import Note
from .canvas import PageCanvas
from .flow import Flowable, Notes, foot
from .structure import Element

PART_LINES = 3
"""How many lines of a long footnote stand at least on the page of its mark; one hardly longer stands there whole."""

SEPARATOR = 11.0
"""The height in points of the rule over the footnotes of a page, with the space around it."""

_RULE_ABOVE, _RULE_WIDTH, _RULE_LENGTH = 6.0, 0.5, 85.0


class Footnote:
    """A footnote, or what of it stands on one page, `width` points wide.

    One that is `continued` began on an earlier page. `room` is the height it takes with the space below it, `least`
    what it takes at least of the page where its mark stands.
    """

    def __init__(
        self,
        node: Note,
        element: Element,
        content: Flowable,
        width: float,
        leading: float,
        continued: bool = False,
    ) -> None:
        self.node, self.element, self.content, self.width = node, element, content, width
        self.leading, self.continued = leading, continued

    @property
    def target(self) -> str:
        """The name by which its mark leads to it."""
        return f"note {self.node.number}"

    @property
    def mark(self) -> str:
        """The name by which its own number leads back to its mark."""
        return mark_of(self.node)

    @cached_property
    def room(self) -> float:
        """The height that it takes, in points."""
        return self.content.height(self.width) + self.content.after

    @cached_property
    def least(self) -> float:
        """The height that it takes at least of the page where it begins, in points."""
        part = PART_LINES * self.leading
        return self.room if self.room <= part + 2 * self.leading else part

    def with_inner(self) -> Notes:
        """Return this footnote and those whose marks stand in it."""
        return (self, *self.content.notes(self.width))

    def split(self, height: float, force: bool) -> tuple[Footnote, Footnote | None] | None:
        """Return what of it fits into a height and what is left, or None where nothing can be placed well."""
        parts = self.content.split(self.width, height, force)
        if not parts:
            return None
        head, tail = parts
        begun = Footnote(self.node, self.element, head, self.width, self.leading, self.continued)
        return begun, Footnote(self.node, self.element, tail, self.width, self.leading, True) if tail else None


def mark_of(node: Note) -> str:
    """Return the name of the place where the mark of a footnote stands."""
    return f"mark {node.number}"


def placed(notes: Sequence[Footnote], height: float, force: bool) -> tuple[Notes, Notes]:
    """Return the footnotes that fit into a height, the last of them perhaps a part, and those that are left.

    With `force`, something of them is placed even where nothing fits.
    """
    found: list[Footnote] = []
    for index, note in enumerate(notes):
        free = height - foot(found)
        if note.room - note.content.after <= free:
            found.append(note)
            continue
        parts = note.split(free, force and not found)
        begun, left = parts or (None, note)
        rest = (left, *notes[index + 1 :])
        return tuple(filter(None, (*found, begun))), tuple(filter(None, rest))
    return tuple(found), ()


def draw_notes(canvas: PageCanvas, notes: Notes, digits: str, left: float, bottom: float, width: float) -> None:
    """Draw footnotes that end at a height, under a rule of a colour: a long one where a note goes on from before."""
    if not notes:
        return
    last = notes[-1].content.after
    top = bottom + foot(notes) - last
    length = width if notes[0].continued else min(_RULE_LENGTH, width)
    with canvas.artifact():
        canvas.block(left, top + SEPARATOR - _RULE_ABOVE, length, _RULE_WIDTH, digits)
    for note in notes:
        canvas.target(note.target, top)
        note.content.draw(canvas, left, top, note.width)
        top -= note.room
