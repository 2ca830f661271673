"""The layout: what stands on each page, nothing of it drawn yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from math import inf

from ...diagnostics import refuse
from ...frozen import dataclass
from ...limits import NORMAL, raising
from ...style import Style
from ...style.forms import COLUMN_GAP, PLAIN, Form
from .floats import HOLE_LINES
from .flow import Flowable, Notes, Stack
from .frame import Columns, Frame, balanced, columns
from .numbers import counted

LOWERED = 0.382
"""The part of a cover's free height that stands above what it holds: the golden section, a little over the middle."""


class Sheets(Flowable):
    """Flowables on pages of a form of their own; the layout takes it apart before anything is measured."""

    def __init__(self, content: Sequence[Flowable], form: Form) -> None:
        self.content, self.form = tuple(content), form


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands on a page: how far its upper left corner is from that of the text, and its width; in points."""

    content: Flowable
    left: float
    top: float
    width: float


@dataclass(frozen=True, slots=True)
class Foot:
    """Footnotes on a page: how far their lower left corner is from the upper left of the text, and their width."""

    notes: Notes
    left: float
    bottom: float
    width: float


@dataclass(slots=True)
class Sheet:
    """A page: its form and what stands on it; `number` counts the pages with numbers of the same kind, from 1.

    `floated` says whether a float from it waits for the next.
    """

    form: Form
    number: int = 0
    placed: list[Placed] = field(default_factory=list)
    feet: list[Foot] = field(default_factory=list)
    floated: bool = False

    @property
    def label(self) -> str:
        """What is printed as the page's number; empty for a page without one."""
        if self.form.numbers == "none":
            return ""
        return counted(self.number, "roman" if self.form.numbers == "roman" else "decimal")


def paginate(story: Iterable[Flowable], style: Style, most: int = NORMAL.pages) -> tuple[Sheet, ...]:
    """Return the pages of a story; one page without content for an empty one.

    Raise BriefError as soon as there are more than `most`.
    """
    found = list(parts(story, PLAIN))
    layout = Layout(style, most)
    for index, (form, content) in enumerate(found):
        is_last = index + 1 == len(found) or not form.is_same_sheet(found[index + 1][0])
        layout.add(Stack(content), form, is_last)
    return layout.finished()


def parts(story: Iterable[Flowable], form: Form) -> Iterator[tuple[Form, list[Flowable]]]:
    """Return the stretches of a story that have one form, in order; none for an empty story."""
    found: list[Flowable] = []
    for flowable in story:
        if not isinstance(flowable, Sheets):
            found.append(flowable)
            continue
        if found:
            yield form, found
        yield from parts(flowable.content, flowable.form)
        found = []
    if found:
        yield form, found


class Layout:
    """Pages being filled, one after the other."""

    def __init__(self, style: Style, most: int) -> None:
        self.style, self.most = style, most
        self.hole = HOLE_LINES * style.look("body").leading if style.floats else inf
        self.sheets: list[Sheet] = []
        self.frame = Frame(0.0, 0.0)

    def add(self, story: Stack, form: Form, is_last: bool) -> None:
        """Fill pages with a story, from the current page on where it has the form for that.

        `is_last` says that what comes next begins a page.
        """
        if not self.sheets or not self.sheets[-1].form.is_same_sheet(form):
            self._end_notes()
            self._turn(form)
        rest: Stack | None = story
        carried: Notes = ()
        while True:
            if form.columns > 1:
                rest, carried = self._columns(rest, carried, form, is_last)
            else:
                rest = self._fill(rest)
            if rest is None and not carried:
                return
            self._turn(form)

    def finished(self) -> tuple[Sheet, ...]:
        """Return all pages, with their numbers."""
        if not self.sheets:
            self._turn(PLAIN)
        self._end_notes()
        self._close()
        counts: dict[str, int] = {}
        for sheet in self.sheets:
            counts[sheet.form.numbers] = sheet.number = counts.get(sheet.form.numbers, 0) + 1
        return tuple(self.sheets)

    def _fill(self, story: Stack | None) -> Stack | None:
        """Fill the page in its whole width and return what is left."""
        if story is None:
            return None
        filled = len(self.frame.content)
        rest = self.frame.take(story)
        placed = [Placed(content, 0.0, top, self.frame.width) for top, content in self.frame.content[filled:]]
        self.sheets[-1].placed.extend(placed)
        self.sheets[-1].floated |= self.frame.floated
        return rest

    def _columns(self, story: Stack | None, carried: Notes, form: Form, is_last: bool) -> tuple[Stack | None, Notes]:
        """Fill the page below what stands on it with columns, of one height where they end.

        Return what is left of the story and of the footnotes that go on.
        """
        page = self.frame
        if page.carried or page.ended:
            return story, carried
        before = story.before if story else 0.0
        height = page.room(before)
        found = columns(story, form.columns, form.column(self.style), height, carried, page.is_empty, self.hole)
        if found.is_empty:
            return story, carried
        if found.is_all and story and not found.ended:
            found = balanced(found, story, carried)
        top = page.next_top(before)
        if found.is_all and not is_last:
            height = found.height
        self._place(found, top, height)
        page.occupy(top, height, found.after, found.ended)
        return found.rest, found.carried

    def _place(self, found: Columns, top: float, height: float) -> None:
        """Place columns on the page, their footnotes at the foot of each."""
        sheet = self.sheets[-1]
        for index, frame in enumerate(found.frames):
            left = index * (frame.width + COLUMN_GAP)
            sheet.placed.extend(Placed(content, left, top + down, frame.width) for down, content in frame.content)
            sheet.feet.append(Foot(frame.notes, left, top + height, frame.width))
            sheet.floated |= frame.floated

    def _turn(self, form: Form) -> None:
        """Begin a page of a form, at the foot of which the page before goes on with its footnotes."""
        self._close()
        if len(self.sheets) == self.most:
            message = f"the memo has more than {self.most:,} pages"
            raise refuse("too-large", message, hint=f"make it shorter, {raising('pages')}")
        self.sheets.append(Sheet(form))
        width, height = form.text_width(self.style), form.text_height(self.style)
        self.frame = Frame(width, height, self.frame.carried, self.hole)

    def _close(self) -> None:
        """Put the footnotes of the page in place, and what stands on a cover a little over the middle."""
        if not self.sheets:
            return
        sheet, frame = self.sheets[-1], self.frame
        sheet.feet.append(Foot(frame.notes, 0.0, frame.height, frame.width))
        if sheet.form.numbers == "none":
            down = max(frame.height - frame.foot - frame.used, 0.0) * LOWERED
            sheet.placed = [replace(placed, top=placed.top + down) for placed in sheet.placed]

    def _end_notes(self) -> None:
        """Add as many pages as the footnotes of the last one still take."""
        while self.frame.carried:
            self._turn(self.sheets[-1].form)
