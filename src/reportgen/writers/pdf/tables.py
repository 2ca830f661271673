"""The grid of a Table as bands: rows of cells with what they hold, those that belong together in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...document import Cell, Row
from ...document.grid import grid
from .flow import Flowable
from .grid import Band, GridCell

Fill = Callable[[Cell, int], tuple[Flowable, str]]
"""Makes the content of a cell that begins in a column, and its ground."""


def bands(rows: Sequence[Row], columns: int, fill: Fill) -> tuple[Band, ...]:
    """Return rows with their cells in place, those tied by a cell that covers several in one band; none for none."""
    found: list[list[tuple[GridCell, ...]]] = []
    tied_to = 0
    for index, slots in enumerate(grid(rows, columns)):
        begun = [(slot.cell, slot.column) for slot in slots if slot.cell and not slot.goes_on]
        if index >= tied_to:
            found.append([])
        found[-1].append(tuple(_filled(cell, column, fill) for cell, column in begun))
        tied_to = max([tied_to, *(index + cell.rows for cell, _ in begun)])
    return tuple(Band(group) for group in found)


def _filled(cell: Cell, column: int, fill: Fill) -> GridCell:
    content, ground = fill(cell, column)
    return GridCell(content, column, cell.columns, cell.rows, ground)
