"""The elements of nodes that take more than a word to say (ISO 32000-1, 14.8.4 and 14.8.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ...document import Cell, Figure, Row, Table
from ...document.blocks import ParagraphRole
from ...document.grid import grid
from ...document.visuals import Visual
from ...style import NumberFormat
from .structure import Element, text_string

BULLETS: Mapping[str, str] = MappingProxyType({"◦": "Circle", "○": "Circle", "▪": "Square", "■": "Square"})
"""The numberings of lists by their bullets; any other is a disc."""

NUMBERS: Mapping[NumberFormat, str] = MappingProxyType(
    {"decimal": "Decimal", "letter": "LowerAlpha", "roman": "LowerRoman"}
)


def paragraph_element(parent: Element, role: ParagraphRole) -> Element:
    """Return the element of a paragraph's words."""
    if role == "title":
        return parent.add("Title")
    element = parent.add("P")
    return element.add("Code") if role == "code" else element


def figure_elements(parent: Element, node: Figure | Visual) -> tuple[Element, Element]:
    """Return the elements of a picture, chart or diagram and of its caption.

    They stand side by side: what is inside a figure that has words of its own is not read.
    """
    around = parent.add("Div") if node.caption or node.label else parent
    return around.add("Figure", alt=node.alt), around.add("Caption")


def list_element(parent: Element, numbering: str) -> Element:
    """Return the element of a list; its items are counted in a way that its `Lbl` elements show."""
    return parent.add("L", attributes=f"/O/List/ListNumbering/{numbering}")


def item_elements(parent: Element) -> tuple[Element, Element]:
    """Return the elements of a list item's mark and of its content."""
    item = parent.add("LI")
    return item.add("Lbl"), item.add("LBody")


def cell_elements(table: Element, node: Table, key: str) -> Iterator[Element]:
    """Return the elements of a table's cells, row by row, in the order in which they begin.

    Cells that reach over others name their headers by ids (ISO 14289-1, 7.5), which begin with `key`; in a plain table
    the scope of each header says enough.
    """
    cells = [cell for row in (*node.head, *node.body) for cell in row.cells]
    named = len(node.head) > 1 or any(cell.columns > 1 or cell.rows > 1 for cell in cells)
    above: list[list[str]] = [[] for _ in node.columns]
    found: list[Element] = []
    for kind, rows in (("THead", node.head), ("TBody", node.body)):
        found.extend(_rows(table.add(kind), rows, above, key if named else ""))
    return iter(found)


def _rows(group: Element, rows: Sequence[Row], above: list[list[str]], key: str) -> Iterator[Element]:
    """Return the elements of some rows' cells; `above` has the ids of the headers over each column, and is added to."""
    head = group.kind == "THead"
    reaching: dict[int, list[str]] = {}  # the ids of row headers, by the row that they reach to
    columns = len(above)
    for index, slots in enumerate(grid(rows, columns)):
        row = group.add("TR")
        for slot in slots:
            if slot.cell is None:
                row.add("TD")
            elif not slot.goes_on:
                name = f"{key}{kind_letter(head)}{index}-{slot.column}" if key else ""
                over = [one for column in above[slot.column : slot.column + slot.columns] for one in column]
                beside = [] if head else [one for last, ids in reaching.items() if last >= index for one in ids]
                yield _cell(row, slot.cell, head, name, list(dict.fromkeys((*over, *beside))))
                if head and name:
                    for column in above[slot.column : slot.column + slot.columns]:
                        column.append(name)
                elif slot.cell.header and name:
                    reaching.setdefault(index + slot.cell.rows - 1, []).append(name)


def kind_letter(head: bool) -> str:
    """Return the letter that tells the rows of a head from those of a body in ids."""
    return "h" if head else "b"


def _cell(row: Element, cell: Cell, head: bool, name: str, headers: Sequence[str]) -> Element:
    is_header = head or cell.header
    attributes = [
        f"/Scope/{'Column' if head else 'Row'}" if is_header else "",
        f"/ColSpan {cell.columns}" if cell.columns > 1 else "",
        f"/RowSpan {cell.rows}" if cell.rows > 1 else "",
        f"/Headers[{''.join(map(text_string, headers))}]" if headers and name else "",
    ]
    told = "".join(attributes)
    return row.add(
        "TH" if is_header else "TD",
        id=name if is_header else "",
        attributes=f"/O/Table{told}" if told else "",
    )
