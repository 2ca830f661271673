"""The grid of a table in Word's terms: the slots of its rows, and the widths of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ...document import Table
from ...document.grid import Slot, grid
from ...style.columns import column_widths
from .wml import twips

Slots = Sequence[Slot]


def slots(table: Table) -> tuple[Slots, ...]:
    """Return the slots of each row, those of the head first; every row fills every column."""
    columns = len(table.columns)
    return (*grid(table.head, columns), *grid(table.body, columns))


def widths(table: Table, measure: float) -> list[int]:
    """Return the width of each column in twips; together exactly the measure."""
    shared = column_widths([column.share for column in table.columns], measure)
    edges = [twips(edge) for edge in accumulate(shared, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def row_headers(rows: Sequence[Slots]) -> bool:
    """Return whether the first column of some rows names them; False for no rows."""
    return bool(rows) and all(row[0].cell is not None and row[0].cell.header for row in rows)
