"""The grid of a Table: which cells stand where, and how the columns share the measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...document import Cell, Row
from .flow import Flowable
from .grid import Band, GridCell, Widths

LEAST_WIDTH = 36.0
"""The width in points below which no column's share may bring it, while there is room for all."""

Fill = Callable[[Cell, int], tuple[Flowable, str]]
"""Makes the content of a cell that begins in a column, and its ground."""


def bands(rows: Sequence[Row], columns: int, fill: Fill) -> tuple[Band, ...]:
    """Return rows with their cells in place, those tied by a cell that covers several in one band; none for none.

    A cell that would reach over the last column or row ends there. Raise ValueError for a cell that finds no free
    column: whoever made the table made a mistake.
    """
    placed = list(_placed(rows, columns, fill))
    found: list[list[tuple[GridCell, ...]]] = []
    tied_to = 0
    for index, row in enumerate(placed):
        if index >= tied_to:
            found.append([])
        found[-1].append(row)
        tied_to = max([tied_to, *(index + cell.rows for cell in row)])
    return tuple(Band(group) for group in found)


def column_widths(shares: Sequence[float], width: float) -> Widths:
    """Return the widths of columns by their shares, none of them too narrow for a word; in points.

    What the narrow ones get beyond their share is taken from the others, in proportion.
    """
    least = min(LEAST_WIDTH, width / len(shares))
    narrow: set[int] = set()
    while True:
        free = width - least * len(narrow)
        whole = sum(share for index, share in enumerate(shares) if index not in narrow) or 1.0
        widths = [least if index in narrow else free * share / whole for index, share in enumerate(shares)]
        more = {index for index, one in enumerate(widths) if one < least - 1e-9} - narrow
        if not more:
            return tuple(widths)
        narrow |= more


def _placed(rows: Sequence[Row], columns: int, fill: Fill) -> Iterator[tuple[GridCell, ...]]:
    taken: list[int] = [0] * columns  # up to which row a cell from above reaches, for each column
    for index, row in enumerate(rows):
        cells = []
        for cell in row.cells:
            free = [column for column in range(columns) if taken[column] <= index]
            if not free:
                raise ValueError(f"a row has more cells than the {columns} columns leave room for: {row.source}")
            start, across = free[0], 1
            while across < cell.columns and start + across in free:
                across += 1
            down = min(cell.rows, len(rows) - index)
            taken[start : start + across] = [index + down] * across
            content, ground = fill(cell, start)
            cells.append(GridCell(content, start, across, down, ground))
        yield tuple(cells)
