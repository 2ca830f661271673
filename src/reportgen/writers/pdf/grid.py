"""Rows of cells under one another: tables and field lists, with their page breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import accumulate
from typing import TypeAlias

from ...frozen import dataclass
from .canvas import PageCanvas
from .flow import FUZZ, Flowable, Notes, Parts, Stack, fitting, foot

KEPT_WHOLE = 150.0
"""The height in points up to which a table is not parted."""

LEAST_ROWS = 2
"""How many rows of a parted table stand at least on each page, but on one that they fill alone."""

Widths: TypeAlias = tuple[float, ...]
"""The widths of a grid's columns, in points."""


@dataclass(frozen=True, slots=True)
class GridLook:
    """How the columns share a width, the padding in cells, and the rules under them (none of width 0); in points."""

    widths: Callable[[float], Widths]
    padding_x: float
    padding_y: float
    rule: str = ""
    rule_width: float = 0.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a cell, its first column, how many columns and rows it covers; `fill` is its ground."""

    content: Flowable
    column: int
    columns: int = 1
    rows: int = 1
    fill: str = ""


Row: TypeAlias = tuple[GridCell, ...]


class Band:
    """Rows that cells tie together by reaching down from one into the next; most often a single row."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self._measured: dict[Widths, Measured] = {}
        self._height: dict[Widths, float] = {}

    def height(self, widths: Widths, look: GridLook) -> float:
        """Return the height of all its rows."""
        if widths not in self._height:
            self._height[widths] = sum(self.measured(widths, look)[0])
        return self._height[widths]

    def notes(self, widths: Widths, look: GridLook) -> Notes:
        """Return the footnotes of its cells, row by row."""
        cells = [cell for row in self.rows for cell in row]
        return tuple(note for cell in cells for note in cell.content.notes(room(cell, widths, look)))

    def measured(self, widths: Widths, look: GridLook) -> Measured:
        """Return the heights of the rows, and the rows with the drop of each cell's content below the row's top.

        The drops put the first lines of a row on one base line. A cell that covers several rows makes the last of them
        higher if need be.
        """
        if widths not in self._measured:
            rows = tuple(tuple(_aligned(row, widths, look)) for row in self.rows)
            heights = [2 * look.padding_y] * len(rows)
            starts = [(start, cell, drop) for start, row in enumerate(rows) for cell, drop in row]
            for start, cell, drop in sorted(starts, key=lambda placed: placed[1].rows):
                need = drop + cell.content.height(room(cell, widths, look)) + look.padding_y
                end = start + cell.rows
                heights[end - 1] += max(need - sum(heights[start:end]), 0.0)
            self._measured[widths] = tuple(heights), rows
        return self._measured[widths]


Measured: TypeAlias = "tuple[tuple[float, ...], tuple[tuple[tuple[GridCell, float], ...], ...]]"


class Grid(Flowable):
    """Rows of cells, of which those of the head stand on each page that the grid reaches.

    The footnotes of the head stand on the first of these pages alone: on a further one, whose grid `goes_on`,
    nothing of the head is read again.
    """

    def __init__(self, head: Sequence[Band], body: Sequence[Band], look: GridLook, goes_on: bool = False) -> None:
        self.head, self.body, self.look, self.goes_on = tuple(head), tuple(body), look, goes_on

    def height(self, width: float) -> float:
        """Return the height of all rows; 0 where there are none."""
        return self._total(self.head, width) + self._total(self.body, width)

    def fits(self, width: float, height: float) -> bool:
        """Return whether all rows fit, without a look at those beyond the height: they may be thousands."""
        return self._fitting(width, height - self._total(self.head, width)) == len(self.body)

    def notes(self, width: float) -> Notes:
        """Return the footnotes of all cells."""
        widths = self.look.widths(width)
        return tuple(note for band in self._told() for note in band.notes(widths, self.look))

    def within(self) -> Sequence[Flowable]:
        """Return what the cells hold."""
        return [cell.content for band in self._told() for row in band.rows for cell in row]

    def base_line(self, width: float) -> float:
        """Return where the first line of the first row stands."""
        widths = self.look.widths(width)
        rows = [row for band in (*self.head, *self.body)[:1] for row in band.measured(widths, self.look)[1]][:1]
        lines = [drop + cell.content.base_line(room(cell, widths, self.look)) for row in rows for cell, drop in row]
        return max(lines, default=0.0)

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the rows that fit under the head and the others under a head of their own.

        A row is split only where it is higher than the page (`force`), which also parts what is better not parted.
        """
        if not force and self._is_short(width):
            return None
        widths = self.look.widths(width)
        left = height - self._total(self.head, width)
        if self.head and left < -FUZZ:
            return self._headless().split(width, height, force) if force else None
        count = self._fitting(width, left)
        if not count and force and self.body and self.body[0].height(widths, self.look) <= left + FUZZ:
            count = 1  # only its footnotes are too long for a page
        if count == len(self.body):
            return self, None
        if not force:
            count = min(count, len(self.body) - LEAST_ROWS)
            count = count if count >= LEAST_ROWS else 0
        if count:
            return self._with(self.body[:count]), self._rest(self.body[count:])
        return self._split_first(width, height, left) if force else None

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the grounds of all cells, their content, then the rules, which no ground may cover."""
        widths = self.look.widths(width)
        placed = list(self._placed(left, top, widths))
        if any(cell.fill for cell, *_ in placed):
            with canvas.artifact():
                for cell, _, x, y, height in placed:
                    if cell.fill:
                        canvas.block(x, y - height, _span(cell, widths), height, cell.fill)
        repeated = {id(cell) for band in self.head for row in band.rows for cell in row} if self.goes_on else set()
        for cell, drop, x, y, _ in placed:
            place = (x + padding_x(cell, widths, self.look), y - drop, room(cell, widths, self.look))
            with canvas.artifact("repeated") if id(cell) in repeated else nullcontext():
                cell.content.draw(canvas, *place)
        if self.look.rule_width:
            with canvas.artifact():
                for cell, _, x, y, height in placed:
                    bottom = y - height - self.look.rule_width / 2
                    canvas.block(x, bottom, _span(cell, widths), self.look.rule_width, self.look.rule)

    def _placed(self, left: float, top: float, widths: Widths) -> Iterator[tuple[GridCell, float, float, float, float]]:
        """Return each cell with the drop of its content below its top, its upper left corner and its height."""
        edges = [left, *accumulate(widths, initial=left)][1:]
        for band in (*self.head, *self.body):
            heights, rows = band.measured(widths, self.look)
            for index, row in enumerate(rows):
                for cell, drop in row:
                    yield cell, drop, edges[cell.column], top, sum(heights[index : index + cell.rows])
                top -= heights[index]

    def _total(self, bands: Sequence[Band], width: float) -> float:
        widths = self.look.widths(width)
        return sum(band.height(widths, self.look) for band in bands)

    def _is_short(self, width: float) -> bool:
        """Return whether this is a whole grid that is not to be parted."""
        widths = self.look.widths(width)
        rows = ((band.height(widths, self.look), ()) for band in self.body)
        room = KEPT_WHOLE - self._total(self.head, width)
        return not self.goes_on and fitting(rows, room) == len(self.body)

    def _fitting(self, width: float, left: float) -> int:
        """Return how many rows fit into a height below the head, with the footnotes of both."""
        widths = self.look.widths(width)
        noted = () if self.goes_on else [note for band in self.head for note in band.notes(widths, self.look)]
        rows = ((band.height(widths, self.look), band.notes(widths, self.look)) for band in self.body)
        return fitting(rows, left - foot(noted)) if left >= foot(noted) - FUZZ else 0

    def _told(self) -> Sequence[Band]:
        """Return the rows that stand for the first time here."""
        return self.body if self.goes_on else (*self.head, *self.body)

    def _with(self, body: Sequence[Band]) -> Grid:
        return self._of(self.head, body, self.goes_on)

    def _rest(self, body: Sequence[Band]) -> Grid:
        return self._of(self.head, body, True)

    def _headless(self) -> Grid:
        """Return the grid with a head that no page has the room to repeat."""
        return self._of((), self._told(), True)

    def _of(self, head: Sequence[Band], body: Sequence[Band], goes_on: bool) -> Grid:
        """Return a part of the same grid."""
        part = Grid(head, body, self.look, goes_on)
        part.node, part.before, part.after, part.keep_with_next = (
            self.node,
            self.before,
            self.after,
            self.keep_with_next,
        )
        return part

    def _split_first(self, width: float, height: float, left: float) -> Parts | None:
        """Return the grid split inside its first rows, which are higher than a page."""
        if self.head and left < height / 2:
            return self._headless().split(width, height, True)
        first, *others = self.body
        if len(first.rows) > 1:
            untied = [Band([tuple(replace(cell, rows=1) for cell in row)]) for row in first.rows]
            return self._with((*untied, *others)).split(width, height, True)
        widths = self.look.widths(width)
        halves = [self._halves(cell, drop, widths, left) for cell, drop in first.measured(widths, self.look)[1][0]]
        if not any(above.content.height(room(above, widths, self.look)) for above, _ in halves):
            return (self._with((first,)), self._rest(others)) if others else None
        above, below = (Band([tuple(row)]) for row in zip(*halves, strict=True))
        return self._with((above,)), self._rest((below, *others))

    def _halves(self, cell: GridCell, drop: float, widths: Widths, left: float) -> tuple[GridCell, GridCell]:
        """Return what of a cell fits into the height left on a page, and the rest of it."""
        inner, free = room(cell, widths, self.look), left - drop - self.look.padding_y
        nothing = Stack(())
        if cell.content.height(inner) <= free + FUZZ:
            return cell, replace(cell, content=nothing)
        head, tail = cell.content.split(inner, free, True) or (nothing, cell.content)
        return replace(cell, content=head), replace(cell, content=tail or nothing)


def _aligned(row: Row, widths: Widths, look: GridLook) -> list[tuple[GridCell, float]]:
    lines = [cell.content.base_line(room(cell, widths, look)) for cell in row]
    deepest = max(lines, default=0.0)
    return [(cell, look.padding_y + (deepest - line if line else 0.0)) for cell, line in zip(row, lines, strict=True)]


def room(cell: GridCell, widths: Widths, look: GridLook) -> float:
    """Return the width of what a cell holds."""
    span = _span(cell, widths)
    return span - 2 * min(look.padding_x, span / 4)


def padding_x(cell: GridCell, widths: Widths, look: GridLook) -> float:
    """Return the padding at a cell's sides: less than the look's where a narrow cell would have no room left."""
    return min(look.padding_x, _span(cell, widths) / 4)


def _span(cell: GridCell, widths: Widths) -> float:
    return sum(widths[cell.column : cell.column + cell.columns])
