"""The grid of a table: which cell stands where, and how wide it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...document import Cell, Row, Table
from .wml import twips


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row of the grid: its cell, its first column, and whether that cell began in a row above.

    `cell` is None where a row has fewer cells than the table has columns.
    """

    cell: Cell | None
    column: int
    columns: int
    goes_on: bool = False


def grid(table: Table) -> list[list[Slot]]:
    """Return the slots of each row, those of the head first; every row fills every column.

    What reaches beyond the last column or row is cut off there.
    """
    width = len(table.columns)
    above: list[tuple[Slot, int] | None] = [None] * width
    rows = []
    for row in (*table.head, *table.body):
        slots = list(_slots(row, above, width))
        rows.append(slots)
    return rows


def widths(table: Table, measure: float) -> list[int]:
    """Return the width of each column in twips; together exactly the measure."""
    total = sum(column.share for column in table.columns) or 1.0
    edges, reached = [0], 0.0
    for column in table.columns:
        reached += column.share
        edges.append(twips(measure * reached / total))
    return [right - left for left, right in pairwise(edges)]


def row_headers(table: Table) -> bool:
    """Return whether the first column names the rows; False for a table without body."""
    return bool(table.body) and all(row.cells and row.cells[0].header for row in table.body)


def _slots(row: Row, above: list[tuple[Slot, int] | None], width: int) -> Iterator[Slot]:
    """Return the slots of one row, and note in `above` what reaches down from it and how far."""
    cells = iter(row.cells)
    column = 0
    while column < width:
        reaching = above[column]
        if reaching:
            slot, left = reaching
            slot = Slot(slot.cell, column, slot.columns, goes_on=True)
        else:
            cell = next(cells, None)
            span = min(cell.columns if cell else 1, _free(above, column))
            slot, left = Slot(cell, column, span), cell.rows if cell else 1
        yield slot
        above[column] = (slot, left - 1) if left > 1 else None
        column += slot.columns


def _free(above: Sequence[object], column: int) -> int:
    """Return how many columns from here on are not taken by a cell from above."""
    taken = (index for index in range(column + 1, len(above)) if above[index])
    return next(taken, len(above)) - column
