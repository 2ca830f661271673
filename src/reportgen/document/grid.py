"""The grid of a table: which cell stands where. Every writer reads it from here, so that none can lose a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from .blocks import Cell, Row


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row of a grid: its cell, its first column, how many it covers, and whether it goes on from above.

    `cell` is None where a row has fewer cells than the grid has columns.
    """

    cell: Cell | None
    column: int
    columns: int = 1
    goes_on: bool = False


def grid(rows: Sequence[Row], columns: int) -> tuple[tuple[Slot, ...], ...]:
    """Return the slots of each row, which together fill every column; none for no rows.

    Raise ValueError where a cell finds no room: in a row that is full, over a cell from above, or below the last row.
    """
    above: list[tuple[Cell, int] | None] = [None] * columns
    found = []
    for row in rows:
        slots = tuple(_slots(row, above))
        for slot in slots:
            left = _left(slot, above)
            above[slot.column : slot.column + slot.columns] = [left] * slot.columns
        found.append(slots)
    if any(above):
        raise ValueError("a cell reaches below the last row of the head or of the body")
    return tuple(found)


def _slots(row: Row, above: Sequence[tuple[Cell, int] | None]) -> Iterator[Slot]:
    """Return the slots of one row between the cells that reach into it from above."""
    cells = iter(row.cells)
    column = 0
    while column < len(above):
        reaching = above[column]
        if reaching:
            slot = Slot(reaching[0], column, reaching[0].columns, goes_on=True)
        else:
            cell = next(cells, None)
            slot = Slot(cell, column, cell.columns if cell else 1)
            if slot.columns > 1:
                free = sum(1 for _ in takewhile(lambda taken: not taken, above[column:]))
                if slot.columns > free:
                    raise ValueError(f"a cell of {slot.columns} columns stands where {free} are free")
        yield slot
        column += slot.columns
    if next(cells, None) is not None:
        raise ValueError(f"a row has more cells than its {len(above)} columns leave room for")


def _left(slot: Slot, above: Sequence[tuple[Cell, int] | None]) -> tuple[Cell, int] | None:
    """Return the cell of a slot and how many rows further down it reaches; None where it ends in this row."""
    reaching = above[slot.column]
    rows = reaching[1] if reaching else slot.cell.rows if slot.cell else 1
    return (slot.cell, rows - 1) if slot.cell and rows > 1 else None
