"""Numbers under one another by their decimal points: what of each stands behind the point, and how wide that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...document import Cell, Table
from ...document.grid import grid
from ...document.walk import text_of
from .text import line_width
from .writing import Writing

# A number with what may stand around it: 1,200.50 or (3.5) or −2 %. Behind the last point or comma is `end`.
_NUMBER = re.compile(r"[(+\-\u2212\u2013~\u2248<>\u20ac$\u00a3]*\s?\d[\d.,'\s]*?(?P<end>[.,]\d+)?(?P<sign>\s?%|\))?")

THOUSAND = 3
"""How many digits behind a point or comma may be a group of thousands."""


def rooms(node: Table, writing: Writing) -> Mapping[int, float]:
    """Return how far from the right edge of its cell each number ends, by the identity of the cell; in points.

    Only in columns that are aligned at the right, and that have fractions by one sign; none for other tables.
    """
    look = writing.faces.looks.of("table-cell")[1]
    found: dict[int, float] = {}
    for column, cells in enumerate(_columns(node)):
        if node.columns[column].align == "right":
            ends = _ends([text_of(cell.blocks) for cell in cells])
            widths = [None if end is None else line_width(end, look, writing.faces) for end in ends]
            widest = max((width for width in widths if width is not None), default=0.0)
            found.update(
                (id(cell), widest - width) for cell, width in zip(cells, widths, strict=True) if width is not None
            )
    return found


def _columns(node: Table) -> Iterator[list[Cell]]:
    """Return the cells of the body that stand in one column alone, column by column."""
    slots = [slot for row in grid(node.body, len(node.columns)) for slot in row if not slot.goes_on]
    for column in range(len(node.columns)):
        yield [slot.cell for slot in slots if slot.column == column and slot.cell and slot.columns == 1]


def _ends(texts: Sequence[str]) -> list[str | None]:
    """Return what of each number stands from its decimal point on; None for what is no number."""
    found = [_NUMBER.fullmatch(text) for text in texts]
    ends = [one["end"] for one in found if one and one["end"]]
    signs = {end[0] for end in ends if len(end) != THOUSAND + 1}
    if len(signs) != 1:
        return [None] * len(texts)
    point = signs.pop()
    return [
        None if one is None else ((one["end"] if (one["end"] or "").startswith(point) else "") + (one["sign"] or ""))
        for one in found
    ]
