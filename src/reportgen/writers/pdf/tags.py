"""The elements of nodes that take more than a word to say (ISO 32000-1, 14.8.4 and 14.8.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ...document import Cell, Figure, Row, Table
from ...document.blocks import ParagraphRole
from ...document.grid import grid
from ...document.visuals import Visual
from ...style import NumberFormat
from .structure import Element

BULLETS: Mapping[str, str] = MappingProxyType({"◦": "Circle", "○": "Circle", "▪": "Square", "■": "Square"})
"""The numberings of lists by their bullets; any other is a disc."""

NUMBERS: Mapping[NumberFormat, str] = MappingProxyType(
    {"decimal": "Decimal", "letter": "LowerAlpha", "roman": "LowerRoman"}
)


_INLINE = ("BibEntry", "Code", "Link", "Reference", "Span")


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


def note_element(words: Element) -> Element:
    """Return the element of a footnote whose mark stands in the words of an element.

    It follows the block of its mark, so as not to be heard in the middle of a sentence; where nothing else may stand
    beside that block, in a list or a table, it is a part of it (ISO 32000-1, 14.8.4.4.1; ISO 14289-1, 7.9).
    """
    block = words
    while block.kind in _INLINE and block.parent is not None:
        block = block.parent
    is_apart = block.kind in ("P", "Title") or block.kind.startswith("H")
    around = block.parent if is_apart and block.parent is not None else block
    return around.add("Note", named=True)


def cell_elements(table: Element, node: Table) -> Iterator[Element]:
    """Return the elements of a table's cells, row by row, in the order in which they begin.

    Where cells reach over others each names its headers (ISO 14289-1, 7.5); in a plain table their scopes say enough.
    """
    cells = [cell for row in (*node.head, *node.body) for cell in row.cells]
    named = len(node.head) > 1 or any(cell.columns > 1 or cell.rows > 1 for cell in cells)
    above: list[list[Element]] = [[] for _ in node.columns]
    found: list[Element] = []
    for kind, rows in (("THead", node.head), ("TBody", node.body)):
        found.extend(_cells(table.add(kind), rows, above, named))
    return iter(found)


def _cells(group: Element, rows: Sequence[Row], above: list[list[Element]], named: bool) -> Iterator[Element]:
    """Return the elements of some rows' cells; `above` has the headers over each column, and is added to."""
    head = group.kind == "THead"
    beside: list[tuple[int, Element]] = []  # the headers of rows, each behind the last row that it reaches
    for index, slots in enumerate(grid(rows, len(above))):
        row = group.add("TR")
        for slot in slots:
            columns = above[slot.column : slot.column + slot.columns]
            if slot.cell is None:
                row.add("TD")
            elif not slot.goes_on:
                over = [header for column in columns for header in column]
                headers = dict.fromkeys((*over, *(header for last, header in beside if last >= index)))
                element = _cell(row, slot.cell, head, tuple(headers) if named else (), named)
                yield element
                if head:
                    for column in columns:
                        column.append(element)
                elif slot.cell.header:
                    beside.append((index + slot.cell.rows - 1, element))


def _cell(row: Element, cell: Cell, head: bool, headers: Sequence[Element], named: bool) -> Element:
    is_header = head or cell.header
    attributes = (
        f"/Scope/{'Column' if head else 'Row'}" if is_header else "",
        f"/ColSpan {cell.columns}" if cell.columns > 1 else "",
        f"/RowSpan {cell.rows}" if cell.rows > 1 else "",
    )
    told = "/O/Table" + "".join(attributes) if any(attributes) or headers else ""
    return Element("TH" if is_header else "TD", row, attributes=told, headers=headers, named=named and is_header)
