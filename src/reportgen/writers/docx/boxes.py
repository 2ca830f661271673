"""Tables and callouts as `w:tbl` (ECMA-376 17.4), and the gaps above and below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...document import Table
from ...document.grid import Slot
from ...document.walk import text_of
from ...style import Style
from .. import CAPTION_END
from .place import Place, narrowed
from .properties import shading
from .tables import Slots, row_headers, slots
from .wml import escape, twips, val
from .writing import Writing

BOXES = ("Table", "Callout")

GAP_BELOW = {name: f'<w:p><w:pPr><w:pStyle w:val="{name}Below"/></w:pPr></w:p>' for name in BOXES}
"""A paragraph of one point below each box: tables have no space after them, two that touch become one, and a cell or
document must not end with one."""

CURRENT = 15
"""The compatibility mode of Word 2013 and later (MS-DOCX 2.4)."""

Fill = Callable[[Slot, float], str]


def gap_above(box_name: str, style: Style) -> str:
    """Return a like paragraph above a box, or nothing where body text leaves as much space below it anyway."""
    space = style.table.before if box_name == "Table" else style.callout.before
    if space <= style.look("body").after:
        return ""
    return f'<w:p><w:pPr><w:pStyle w:val="{box_name}Above"/></w:pPr></w:p>'


def native_table(table: Table, columns: Sequence[int], place: Place, fill: Fill, writing: Writing) -> str:
    """Return a table whose columns are so many twips wide; `fill` gives the content of a slot of so many points."""
    grid, style = slots(table), writing.style
    row_names = row_headers(grid[len(table.head) :])
    look = f'<w:tblLook w:val="{0x04A0 if row_names else 0x0420:04X}" w:firstRow="1" w:lastRow="0" '
    look += f'w:firstColumn="{int(row_names)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    # Its caption is in its properties too, for screen readers.
    named = CAPTION_END.join(filter(None, (table.label, text_of(table.caption))))
    properties = _properties(
        "MemoTable", columns, place.left + _inset(style.table.padding_x, style), look, named, writing
    )
    done = []
    for index, row in enumerate(grid):
        head = index < len(table.head)
        # A table style's first row is only one row, whatever the number of head rows.
        ground = shading(style.table.head_fill, style) if head and index else ""
        done.append(_row(row, columns, head, ground, fill, style))
    return f"<w:tbl>{properties}{''.join(done)}</w:tbl>"


def box(content: str, caption: str, place: Place, writing: Writing) -> str:
    """Return content in a callout, with the gaps around it."""
    style = writing.style
    columns = [twips(_width(place.measure, style))]
    look = '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    look += 'w:noHBand="1" w:noVBand="1"/>'
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{columns[0]}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
    row = f"<w:tr>{cell}</w:tr>"
    left = place.left + _inset(style.callout.padding, style)
    properties = _properties("MemoCallout", columns, left, look, caption, writing)
    return f"{gap_above('Callout', style)}<w:tbl>{properties}{row}</w:tbl>{GAP_BELOW['Callout']}"


def inner_measure(measure: float, style: Style) -> float:
    """Return the width of the text in a callout as wide as the measure."""
    return narrowed(_width(measure, style), 2 * style.callout.padding)


def _width(measure: float, style: Style) -> float:
    """Return the width of a callout's table: its grid begins in the middle of the bar, the bar at the margin."""
    return measure - style.callout.bar_width / 2


def _inset(padding: float, style: Style) -> float:
    """Return what brings a table's edge to the margin on a letterhead of an older Word, which puts its words there."""
    return padding if style.letterhead and style.letterhead.mode < CURRENT else 0.0


def _properties(name: str, columns: Sequence[int], left: float, look: str, caption: str, writing: Writing) -> str:
    # Of the direction (17.4.1) each table tells: Word's schema has no place for it in a style.
    way = "<w:bidiVisual/>" if writing.meta.direction == "rtl" else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tblPr><w:tblStyle w:val="{name}"/>{way}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        + (f'<w:tblInd w:w="{twips(left)}" w:type="dxa"/>' if left else "")
        + '<w:tblLayout w:type="fixed"/>'
        + look
        + (val("tblCaption", escape(caption)) if caption else "")
        + f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _row(row: Slots, columns: Sequence[int], head: bool, ground: str, fill: Fill, style: Style) -> str:
    cells = "".join(_cell(slot, columns, _toned(slot, style) or ground, fill) for slot in row)
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _toned(slot: Slot, style: Style) -> str:
    """Return the ground of a cell that says how good something is; nothing for others."""
    if slot.cell is None or slot.cell.tone == "plain":
        return ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{getattr(style.tones, slot.cell.tone)}"/>'


def _cell(slot: Slot, columns: Sequence[int], ground: str, fill: Fill) -> str:
    width = sum(columns[slot.column : slot.column + slot.columns])
    span = val("gridSpan", slot.columns) if slot.columns > 1 else ""
    merged = slot.cell is not None and slot.cell.rows > 1
    merge = val("vMerge", "continue" if slot.goes_on else "restart") if merged else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{ground}</w:tcPr>'
    return f"<w:tc>{properties}{fill(slot, width / 20)}</w:tc>"
