"""Tables: their columns, their rows of cells, and which cells name which (HTML 4.9)."""

from __future__ import annotations

from collections.abc import Callable

from ...document import Cell, Table
from ...document.grid import Slot, grid
from ...style.columns import column_widths
from .markup import element
from .writing import Writing

Fill = Callable[[Cell], str]


def table_parts(node: Table, name: str, fill: Fill, writing: Writing) -> str:
    """Return the columns, head and body of a table; `name` is its class, `fill` gives the content of a cell."""
    columns = len(node.columns)
    widths = column_widths([column.share for column in node.columns], writing.style.page.measure)
    whole = sum(widths) or 1.0
    # Widths stand in the style sheet: a strict Content-Security-Policy allows no style attributes.
    writing.rules += [
        f".{name} col:nth-child({number}) {{ width: {100 * width / whole:.2f}% }}"
        for number, width in enumerate(widths, start=1)
    ]
    parts = [element("colgroup", "<col>" * columns)]
    for group, rows in (("thead", node.head), ("tbody", node.body)):
        found = "".join(_row(slots, node, group, fill, writing) for slots in grid(rows, columns))
        parts += [element(group, found)] if rows else []
    return "".join(parts)


def _row(slots: tuple[Slot, ...], node: Table, group: str, fill: Fill, writing: Writing) -> str:
    return element("tr", "".join(_cell(slot, node, group, fill, writing) for slot in slots if not slot.goes_on))


def _cell(slot: Slot, node: Table, group: str, fill: Fill, writing: Writing) -> str:
    """Return a cell; one that names others says whether it names columns or rows (4.9.10)."""
    cell = slot.cell or Cell(blocks=())
    align, tone = node.columns[slot.column].align, cell.tone
    classes = " ".join(name for name in (align if align != "left" else "", tone if tone != "plain" else "") if name)
    names = cell.header or group == "thead"
    scope = ("colgroup" if cell.columns > 1 else "col") if group == "thead" else "row"
    return writing.element(
        "th" if names else "td",
        fill(cell),
        scope=scope if names else None,
        colspan=cell.columns if cell.columns > 1 else None,
        rowspan=cell.rows if cell.rows > 1 else None,
        class_=classes,
    )
