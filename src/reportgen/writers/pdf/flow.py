"""What can stand on a page, and stacks of it: the heights, the breaks between pages, what keeps together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from ...document import Node
from .canvas import PageCanvas

if TYPE_CHECKING:
    from .notes import Footnote

FUZZ = 0.01
"""By how many points a flowable may miss the room that it has: sums of rounded lengths."""


class Flowable:
    """Something that takes a height at a given width and may be split between pages; it never changes.

    `before` and `after` are the spaces above and below, of which the larger counts between two; none at the top and the
    bottom of a page. Lengths in points, `top` from the foot of the page, `left` from the edge where its lines begin: in
    a document from the right that is the right one. `node` is what it, or each part of it, stands for; None for what
    only holds other flowables together.

    `keep_with_next` and `keep_with_previous` hold it to its neighbours; one that is `close` has no more space above it
    than its own `before`. After one that `ends_page` nothing more stands on the page. Text that runs `against` the
    document begins at the other side.

    Where a mark of a footnote stands in it, the height that it takes on a page is its own and that of the note.
    """

    node: Node | None = None
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    close: bool = False
    ends_page: bool = False
    against: bool = False

    def height(self, width: float) -> float:
        """Return the height at a width, without the spaces around and without footnotes."""
        raise NotImplementedError

    def notes(self, width: float) -> Notes:
        """Return the footnotes whose marks stand in it, in reading order; none for most."""
        return ()

    def fits(self, width: float, height: float) -> bool:
        """Return whether the whole of it fits into a height, with as much of its footnotes as must stand there."""
        return self.height(width) + least_foot(self.notes(width)) <= height + FUZZ

    def within(self) -> Sequence[Flowable]:
        """Return the flowables right inside it, in reading order; none for most."""
        return ()

    def base_line(self, width: float) -> float:
        """Return how far below the top the first line of text stands; 0 where there is no text."""
        return 0.0

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return what fits into a height and what is left (None: nothing), or None where nothing can be placed well.

        With `force` the page is empty: anything is better than nothing, such as a single line or a smaller picture.
        """
        return None

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw on a page."""
        raise NotImplementedError


Parts: TypeAlias = "tuple[Flowable, Flowable | None]"
Stacks: TypeAlias = "tuple[Stack, Stack | None]"
Notes: TypeAlias = "tuple[Footnote, ...]"


class Stack(Flowable):
    """Flowables under one another."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        self.content = tuple(content)
        if self.content:
            first, last = self.content[0], self.content[-1]
            self.before, self.close, self.keep_with_previous = first.before, first.close, first.keep_with_previous
            self.after, self.keep_with_next, self.ends_page = last.after, last.keep_with_next, last.ends_page
        self._heights: dict[float, float] = {}
        self._notes: dict[float, Notes] = {}

    def height(self, width: float) -> float:
        """Return the height at a width; 0 for an empty stack."""
        if width not in self._heights:
            gaps = sum(gap(*pair) for pair in zip(self.content, self.content[1:], strict=False))
            self._heights[width] = gaps + sum(flowable.height(width) for flowable in self.content)
        return self._heights[width]

    def notes(self, width: float) -> Notes:
        """Return the footnotes of all flowables."""
        if width not in self._notes:
            self._notes[width] = tuple(note for flowable in self.content for note in flowable.notes(width))
        return self._notes[width]

    def fits(self, width: float, height: float) -> bool:
        """Return whether all flowables fit, without a look at those beyond the height: they may be thousands."""
        room = height
        for index, flowable in enumerate(self.content):
            room -= gap(self.content[index - 1], flowable) if index else 0.0
            ended = index and self.content[index - 1].ends_page
            if ended or not flowable.fits(width, room):
                return False
            room -= taken(flowable, width)
        return True

    def base_line(self, width: float) -> float:
        """Return where the first flowable's first line stands; 0 for an empty stack."""
        return self.content[0].base_line(width) if self.content else 0.0

    def within(self) -> Sequence[Flowable]:
        """Return the flowables."""
        return self.content

    def split(self, width: float, height: float, force: bool) -> Stacks | None:
        """Return what fits and what is left, broken where nothing that belongs together comes apart."""
        if force and self.content and self.content[0].ends_page and not self.content[0].height(width):
            # What would end an empty page has nothing to end.
            ends = (flowable.ends_page and not flowable.height(width) for flowable in self.content)
            return Stack(self.content[sum(1 for _ in takewhile(bool, ends)) :]).split(width, height, force)
        room = height
        for index, flowable in enumerate(self.content):
            room -= gap(self.content[index - 1], flowable) if index else 0.0
            if not flowable.fits(width, room):
                return self._split_at(index, width, room, force)
            if flowable.ends_page and index + 1 < len(self.content):
                return Stack(self.content[: index + 1]), Stack(self.content[index + 1 :])
            room -= taken(flowable, width)
        return self, None

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw one flowable under the other."""
        for index, flowable in enumerate(self.content):
            top -= gap(self.content[index - 1], flowable) if index else 0.0
            flowable.draw(canvas, left, top, width)
            top -= flowable.height(width)

    def _split_at(self, index: int, width: float, room: float, force: bool) -> Stacks | None:
        """Return the stack split in or before the flowable that does not fit into the room left."""
        start = self._start(index, width)
        parts = self._split_in(index, width, room, False) or self._split_above(index, width)
        if not parts and force and not start:
            parts = self._split_in(index, width, room, True)
        if parts or not (start or force):
            return parts
        # The last resort, at the top of a page: apart what should keep together, or over the edge what can't be split.
        cut = start or index or 1
        left = self.content[cut:]
        return Stack(self.content[:cut]), Stack(left) if left else None

    def _start(self, index: int, width: float) -> int:
        """Return the first of the flowables that belong on one page with the one of an index."""
        start = index
        while start and (
            self.content[start - 1].keep_with_next
            or self.content[start].keep_with_previous
            or not self.content[start - 1].height(width)
        ):
            start -= 1
        return start

    def _split_in(self, index: int, width: float, room: float, force: bool) -> Stacks | None:
        """Return the stack split inside a flowable, or None; only the first of a page may reach over its edge."""
        parts = self.content[index].split(width, room, force) if room > 0 else None
        if not parts or (index and parts[0].height(width) > room + FUZZ):
            return None
        head, tail = parts
        left = self.content[index + 1 :] if tail is None else (tail, *self.content[index + 1 :])
        return Stack((*self.content[:index], head)), Stack(left) if left else None

    def _split_above(self, index: int, width: float) -> Stacks | None:
        """Return the stack split near the end of the flowable that must be followed at once by the next, or None."""
        if not (index and self.content[index].keep_with_previous):
            return None
        above = self.content[index - 1]
        parts = above.split(width, taken(above, width) - 1, False)
        if not parts or parts[1] is None:
            return None
        return Stack((*self.content[: index - 1], parts[0])), Stack((parts[1], *self.content[index:]))


class PageEnd(Flowable):
    """The end of a page, which takes no room."""

    ends_page = True

    def __init__(self, node: Node | None = None) -> None:
        self.node = node

    def height(self, width: float) -> float:
        """Return 0."""
        return 0.0

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw nothing."""


def all_of(flowable: Flowable) -> Iterator[Flowable]:
    """Return a flowable and all that it holds, in reading order."""
    yield flowable
    for inner in flowable.within():
        yield from all_of(inner)


def gap(above: Flowable, below: Flowable) -> float:
    """Return the space between two flowables."""
    return below.before if below.close else max(above.after, below.before)


def taken(flowable: Flowable, width: float) -> float:
    """Return the height that a flowable takes on a page with all its footnotes, without the spaces around."""
    return flowable.height(width) + foot(flowable.notes(width))


def foot(notes: Iterable[Footnote]) -> float:
    """Return the height that footnotes take in all; 0 for none."""
    return sum(note.room for note in notes)


def least_foot(notes: Notes) -> float:
    """Return the height that footnotes take at least where their marks stand: the last of them may be continued."""
    return foot(notes[:-1]) + notes[-1].least if notes else 0.0


def fitting(things: Iterable[tuple[float, Notes]], room: float) -> int:
    """Return how many of the first things under one another, each of a height and with its notes, fit into a room."""
    count = 0
    for height, notes in things:
        if height + least_foot(notes) > room + FUZZ:
            break
        room -= height + foot(notes)
        count += 1
    return count
