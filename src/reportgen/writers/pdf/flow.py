"""What can stand on a page, and stacks of it: the heights, the breaks between pages, what keeps together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ...document import Node
from .canvas import PageCanvas

FUZZ = 0.01
"""By how many points a flowable may miss the room that it has: sums of rounded lengths."""


class Flowable:
    """Something that takes a height at a given width and may be split between pages; it never changes.

    `before` and `after` are the spaces above and below, of which the larger counts between two; none at the top and the
    bottom of a page. Lengths in points, `left` and `top` from the lower left corner of the page. `node` is what it, or
    each part of it, stands for; None for what only holds other flowables together.
    """

    node: Node | None = None
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height at a width, without the spaces around."""
        raise NotImplementedError

    def fits(self, width: float, height: float) -> bool:
        """Return whether the whole of it fits into a height."""
        return self.height(width) <= height + FUZZ

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


class Stack(Flowable):
    """Flowables under one another."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        self.content = tuple(content)
        if self.content:
            self.before, self.after = self.content[0].before, self.content[-1].after
            self.keep_with_next = self.content[-1].keep_with_next
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """Return the height at a width; 0 for an empty stack."""
        if width not in self._heights:
            gaps = sum(gap(*pair) for pair in zip(self.content, self.content[1:], strict=False))
            self._heights[width] = gaps + sum(flowable.height(width) for flowable in self.content)
        return self._heights[width]

    def fits(self, width: float, height: float) -> bool:
        """Return whether all flowables fit, without a look at those beyond the height: they may be thousands."""
        room = height
        for index, flowable in enumerate(self.content):
            room -= gap(self.content[index - 1], flowable) if index else 0.0
            if not flowable.fits(width, room):
                return False
            room -= flowable.height(width)
        return True

    def base_line(self, width: float) -> float:
        """Return where the first flowable's first line stands; 0 for an empty stack."""
        return self.content[0].base_line(width) if self.content else 0.0

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return what fits and what is left, broken where nothing that belongs together comes apart."""
        room = height
        for index, flowable in enumerate(self.content):
            room -= gap(self.content[index - 1], flowable) if index else 0.0
            if not flowable.fits(width, room):
                return self._split_at(index, width, room, force)
            room -= flowable.height(width)
        return self, None

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw one flowable under the other."""
        for index, flowable in enumerate(self.content):
            top -= gap(self.content[index - 1], flowable) if index else 0.0
            flowable.draw(canvas, left, top, width)
            top -= flowable.height(width)

    def _split_at(self, index: int, width: float, room: float, force: bool) -> Parts | None:
        """Return the stack split in or before the flowable that does not fit into the room left."""
        start = index
        while start and (self.content[start - 1].keep_with_next or not self.content[start - 1].height(width)):
            start -= 1
        attempts = (False, True) if force and not start else (False,)
        for forced in attempts:
            parts = self.content[index].split(width, room, forced) if room > 0 else None
            if parts:
                head, tail = parts
                left = self.content[index + 1 :] if tail is None else (tail, *self.content[index + 1 :])
                return Stack((*self.content[:index], head)), Stack(left) if left else None
        if not start and not force:
            return None
        # The last resort, at the top of a page: apart what should keep together, or over the edge what can't be split.
        cut = start or index or 1
        left = self.content[cut:]
        return Stack(self.content[:cut]), Stack(left) if left else None


def gap(above: Flowable, below: Flowable) -> float:
    """Return the space between two flowables."""
    return max(above.after, below.before)
