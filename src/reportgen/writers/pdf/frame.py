"""A frame: the room that a flow of text fills on a page, with the footnotes of that text at its foot."""

from __future__ import annotations

from math import inf

from ...frozen import dataclass
from .floats import parted
from .flow import Flowable, Notes, Stack, foot
from .notes import SEPARATOR, placed


class Frame:
    """A width and a height that are filled from the top by text, and from the foot by the footnotes of it.

    `used` is the height that is filled from the top and `after` the space that the last of it wants below; `carried`
    are the footnotes, or the rest of one, that go on in the next frame. Where a float would leave a hole as high as
    `hole`, text behind it stands there and the float waits for the next frame; `floated` says whether one does.
    """

    def __init__(self, width: float, height: float, carried: Notes = (), hole: float = inf) -> None:
        self.width, self.height, self.hole, self.floated = width, height, hole, False
        self.used, self.after, self.ended = 0.0, 0.0, False
        self.content: list[tuple[float, Flowable]] = []
        self.notes, self.carried = placed(carried, height - SEPARATOR, True) if carried else ((), ())

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.used and not self.notes

    @property
    def foot(self) -> float:
        """The height of its footnotes and the rule over them; 0 without any."""
        return foot(self.notes) + SEPARATOR if self.notes else 0.0

    def room(self, before: float) -> float:
        """Return the height that is free for something that wants some space before it."""
        return self.height - self.foot - self.next_top(before)

    def take(self, story: Stack, force: bool = True) -> Stack | None:
        """Fill the frame with the beginning of a story and return what is left, None for nothing.

        With `force`, something of it is placed in an empty frame even where it does not fit.
        """
        rest = self._take(story, force)
        if rest is None or self.room(0.0) < self.hole or self.carried or self.ended:
            return rest
        return self._fill(rest)

    def next_top(self, before: float) -> float:
        """Return how far below the top the next thing stands that wants some space before it."""
        return self.used + (max(self.after, before) if self.used else 0.0)

    def occupy(self, top: float, height: float, after: float, ended: bool) -> None:
        """Count a height as filled, as far down as that."""
        self.used, self.after, self.ended = top + height, after, ended

    def _take(self, story: Stack, force: bool) -> Stack | None:
        """Fill the frame with the beginning of a story in its own order, and return what is left."""
        if self.carried or self.ended:
            return story
        room, force = self.room(story.before), force and self.is_empty
        parts = story.split(self.width, room, force)
        if parts and not self.notes and parts[0].notes(self.width):
            parts = story.split(self.width, room - SEPARATOR, force)
        if not parts:
            return story
        self._add(parts[0])
        return parts[1]

    def _fill(self, rest: Stack) -> Stack:
        """Fill the hole that a float would leave with text behind it, and return what is left, the float first."""
        found = parted(rest, self.width, self.room(0.0), self.height)
        left = self._take(found.text, False) if found else None
        if found is None or left is found.text:
            return rest
        self.floated = True
        return Stack((*found.floats, *(left.content if left else ()), *found.others))

    def _add(self, head: Flowable) -> None:
        top = self.next_top(head.before)
        self.content.append((top, head))
        self.occupy(top, head.height(self.width), head.after, head.ends_page)
        new = head.notes(self.width)
        if new:
            free = self.height - self.used - foot(self.notes) - SEPARATOR
            begun, self.carried = placed(new, free, False)
            self.notes = (*self.notes, *begun)


def columns(
    story: Stack | None, count: int, width: float, height: float, carried: Notes, force: bool, hole: float
) -> Columns:
    """Return frames of a width and height beside one another, filled with the beginning of a story."""
    frames: list[Frame] = []
    rest = story
    for _ in range(count):
        frame = Frame(width, height, carried, hole)
        rest = frame.take(rest, force) if rest and not (frames and frames[-1].ended) else rest
        carried = frame.carried
        frames.append(frame)
    return Columns(tuple(frames), rest, carried)


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns beside one another, what is left of their story, and the footnotes that go on in the next ones."""

    frames: tuple[Frame, ...]
    rest: Stack | None
    carried: Notes

    @property
    def is_all(self) -> bool:
        """Whether nothing is left over."""
        return self.rest is None and not self.carried

    @property
    def height(self) -> float:
        """The height of the highest column."""
        return max(frame.used + frame.foot for frame in self.frames)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in any column."""
        return all(frame.is_empty for frame in self.frames)

    @property
    def ended(self) -> bool:
        """Whether nothing more may stand on the page."""
        return any(frame.ended for frame in self.frames)

    @property
    def after(self) -> float:
        """The space that the columns want below them."""
        return max(frame.after for frame in self.frames)


def balanced(found: Columns, story: Stack, carried: Notes) -> Columns:
    """Return columns that hold a whole story, made as low as they can be: of one height, as far as lines allow."""
    first, count = found.frames[0], len(found.frames)
    low, high = found.height / count / 2, found.height
    while high - low > 1.0:
        middle = (low + high) / 2
        tried = columns(story, count, first.width, middle, carried, False, first.hole)
        if tried.is_all:
            found, high = tried, middle
        else:
            low = middle
    return found
