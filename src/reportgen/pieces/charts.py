"""The author's charts, drawn, with what they show in words."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, DataChart, Line, texts
from ..document import Block, Chart, ChartKind, Hole, Series
from ..document.walk import text_of, walk
from ..languages import Words
from .paragraphs import in_a_line
from .tables import column_head, data_table, notes_below


def chart(data: DataChart, brief: Brief, words: Words) -> Iterator[Block]:
    """Return a chart with its notes and sources below.

    Where no column can be drawn, or a hole is still open in its words, a table of its data stands in for it.
    """
    names = [column.name for column in data.columns]
    axis = names.index(data.x) if data.x else 0
    drawn = [names.index(name) for name in data.series] or [at for at in range(len(names)) if at != axis]
    if not (drawn and data.rows) or _has_holes(data):
        yield from data_table(data, brief, words)
        yield from in_a_line((line.inlines for line in (data.alt, data.unit) if line), data.source, role="table-note")
        return
    categories = tuple(cell.text if (cell := row[axis]) else "" for row in data.rows)
    series = tuple(_series(data, at) for at in drawn)
    yield Chart(
        kind=_kind(data, series),
        categories=categories,
        series=series,
        alt=data.alt.text if data.alt else _told(categories, series),
        unit=data.unit.text if data.unit else "",
        caption=data.title.inlines if data.title else (),
        id=str(data.id or ""),
        source=data.source,
    )
    yield from notes_below(data, brief, words)


def _has_holes(data: DataChart) -> bool:
    lines = [line for line in texts(data) if isinstance(line, Line)]
    return any(isinstance(node, Hole) for line in lines for inline in line.inlines for node in walk(inline))


def _kind(data: DataChart, series: tuple[Series, ...]) -> ChartKind:
    if data.kind == "bar" and len(series) > 1:
        return "grouped-bar"
    kinds: dict[str, ChartKind] = {"grouped_bar": "grouped-bar", "stacked_bar": "stacked-bar", "line": "line"}
    return kinds.get(data.kind, "bar")


def _series(data: DataChart, at: int) -> Series:
    values = tuple(float(cell.text) if (cell := row[at]) else None for row in data.rows)
    return Series(name=text_of(column_head(data.columns[at])), values=values, source=data.source)


def _told(categories: tuple[str, ...], series: tuple[Series, ...]) -> str:
    """Return the numbers in words, series by series, where the author has not said what they show."""
    return "; ".join(f"{one.name}: {_pairs(categories, one)}" for one in series)


def _pairs(categories: tuple[str, ...], series: Series) -> str:
    values = zip(categories, series.values, strict=True)
    return ", ".join(f"{category} {value:g}" for category, value in values if value is not None)
