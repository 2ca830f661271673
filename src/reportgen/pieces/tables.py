"""Tables: cells and rows, and the author's own tables with their notes and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..brief.models import Brief, Data, is_number
from ..brief.models import Column as DataColumn
from ..diagnostics import Source
from ..document import Align, Block, Cell, Column, Paragraph, Row, Table
from ..languages import Words
from .inlines import Inlines, plain
from .paragraphs import in_a_line
from .sources import cited


def cell(inlines: Inlines, source: Source, *below: Block, header: bool = False) -> Cell:
    """Return a cell of a table: a paragraph if there are words for it, and blocks under it."""
    first = (Paragraph(inlines=inlines, source=source),) if inlines or not below else ()
    return Cell(blocks=(*first, *below), header=header, source=source)


def table(
    heads: Iterable[str | Inlines], rows: Iterable[Row], shares: Iterable[float], source: Source
) -> Iterator[Table]:
    """Return a table with headings over its columns, whose shares of the width are given; nothing without a row."""
    body = tuple(rows)
    if body:
        named = (plain(head, source) if isinstance(head, str) else head for head in heads)
        head = Row(cells=tuple(cell(name, source, header=True) for name in named), source=source)
        yield Table(columns=tuple(Column(share=share) for share in shares), head=(head,), body=body, source=source)


def row(source: Source, *cells: Cell) -> Row:
    """Return a row of a table."""
    return Row(cells=cells, source=source)


def data_table(data: Data, brief: Brief, words: Words) -> Iterator[Block]:
    """Return a table of the author's under its title, with notes and sources below; nothing without a row."""
    heads = [column_head(column) for column in data.columns]
    rows = [
        Row(cells=tuple(cell(one.inlines if one else (), data.source) for one in values), source=data.source)
        for values in data.rows
    ]
    for made in table(heads, rows, (1.0 for _ in heads), data.source):
        columns = tuple(Column(align=_align(data, at)) for at in range(len(heads)))
        yield replace(made, columns=columns, caption=data.title.inlines if data.title else (), id=str(data.id or ""))
    yield from notes_below(data, brief, words)


def notes_below(data: Data, brief: Brief, words: Words) -> Iterator[Block]:
    """Return the notes and the sources of a table or chart, a line for each; nothing for none."""
    for facts in ((data.notes.inlines,) if data.notes else (), cited(brief, data.sources, words, data.source)):
        yield from in_a_line(facts, data.source, role="table-note")


def column_head(column: DataColumn) -> Inlines:
    """Return a column's heading: its title, else its key, and what its values are counted in."""
    title = column.title.inlines if column.title else plain(column.name, column.source)
    return (
        (*title, *plain(" (", column.source), *column.unit.inlines, *plain(")", column.source))
        if column.unit
        else title
    )


def _align(data: Data, at: int) -> Align:
    """Return how a column is aligned: as the author says, else numbers at their ends, names and text on the left."""
    values = [values[at] for values in data.rows if at]
    numbers = all(value is None or is_number(value.text) for value in values)
    return data.columns[at].align or ("right" if numbers and any(values) else "left")
