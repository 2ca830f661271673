"""The named styles of tables and callouts, of the text in them and of the gaps around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...style import LookName, Style
from .named import Named, paragraph_style
from .properties import border, shading, spacing
from .wml import twips, val

GAP = 1
"""The height of the line in a gap, in points: the least that Word sets."""

NOTE_DISTANCE = 4
"""The space in points between a table and the line below it that says where it comes from."""

CELLS: tuple[tuple[LookName, str, str, int], ...] = (
    ("table-cell", "TableText", "Table Text", 38),
    ("table-head", "TableHead", "Table Head", 38),
)


def box_styles(style: Style, rtl: bool) -> Iterator[Named]:
    """Return the styles of tables, callouts and what is in and around them."""
    yield from _cells(style, rtl)
    yield from _callouts(style)
    yield from _gaps(style)
    yield _box("TableNormal", "Normal Table", _defaults(), "")
    yield _box("MemoTable", "Memo Table", _table(style), _first_row(style))
    yield _box("MemoCallout", "Memo Callout", _callout(style), f"<w:tcPr>{shading(style.callout.fill, style)}</w:tcPr>")


def _cells(style: Style, rtl: bool) -> Iterator[Named]:
    # In paragraphs from the right, left is where they begin: at their right.
    sides = {"Center": "center", "Right": "left" if rtl else "right"}
    for look, id, name, rank in CELLS:
        plain = replace(style.look(look), keep_with_next=False)
        yield paragraph_style(id, name, plain, style, rank=rank, own=True)
        for align, side in sides.items():
            jc = f"<w:pPr>{val('jc', side)}</w:pPr>"
            yield Named(id=id + align, name=f"{name} {align}", parent=id, rank=rank, own=True, properties=jc)


def _callouts(style: Style) -> Iterator[Named]:
    yield paragraph_style("Callout", "Callout", style.look("callout"), style, rank=13, own=True)
    heading = style.look("callout-heading")
    yield paragraph_style("CalloutHeading", "Callout Heading", heading, style, following="Callout", rank=13, own=True)


def _gaps(style: Style) -> Iterator[Named]:
    """Return the styles of the gaps around boxes; with their own line they are as high as the style says."""
    for name, look in (("Table", style.table), ("Callout", style.callout)):
        yield _gap(f"{name}Above", f"{name} Above", look.before, 0, style)
        yield _gap(f"{name}Below", f"{name} Below", 0, look.after, style)
    yield _gap("TableNoteAbove", "Table Note Above", 0, NOTE_DISTANCE, style)
    yield _gap("PageEnd", "Page End", 0, 0, style)


def _gap(id: str, name: str, before: float, after: float, style: Style) -> Named:
    above, below = (max(0.0, points - GAP) for points in (before, after))
    line = spacing(replace(style.look("body"), before=above, after=below, leading=GAP), "exact")
    keep = "<w:keepNext/>" if before else ""
    size = f"<w:rPr>{val('sz', 2 * GAP)}{val('szCs', 2 * GAP)}</w:rPr>"
    properties = f"<w:pPr>{keep}{line}</w:pPr>{size}"
    return Named(id=id, name=name, parent="Normal", following="BodyText", own=True, properties=properties)


def _box(id: str, name: str, table: str, more: str) -> Named:
    properties = f"<w:tblPr>{table}</w:tblPr>{more}"
    if id == "TableNormal":
        return Named(id=id, name=name, kind="table", default=True, properties=properties)
    return Named(id=id, name=name, kind="table", parent="TableNormal", rank=39, own=True, properties=properties)


def _defaults() -> str:
    return '<w:tblInd w:w="0" w:type="dxa"/>' + _margins(0, 5.4, 0)


def _table(style: Style) -> str:
    look = style.table
    rules = "".join(border(side, look.rule, look.rule_width, style) for side in ("top", "bottom", "insideH"))
    # A row is higher by its rule (17.4.38), which is part of the padding above its text.
    above = max(0.0, look.padding_y - look.rule_width)
    return f"<w:tblBorders>{rules}</w:tblBorders>" + _margins(above, look.padding_x, look.padding_y)


def _first_row(style: Style) -> str:
    return f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shading(style.table.head_fill, style)}</w:tcPr></w:tblStylePr>'


def _callout(style: Style) -> str:
    look = style.callout
    bar = f"<w:tblBorders>{border('left', look.bar, look.bar_width, style)}</w:tblBorders>"
    # The last paragraph's space counts too: together they are the padding.
    bottom = max(0.0, look.padding - style.look("callout").after)
    return bar + _margins(look.padding, look.padding, bottom)


def _margins(top: float, side: float, bottom: float) -> str:
    edges = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    found = "".join(f'<w:{edge} w:w="{twips(points)}" w:type="dxa"/>' for edge, points in edges)
    return f"<w:tblCellMar>{found}</w:tblCellMar>"
