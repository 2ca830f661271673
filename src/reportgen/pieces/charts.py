"""The author's charts, drawn over their data, with what they show in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief, DataChart, Line, is_number, texts
from ..document import Block, Chart, ChartKind, Hole, Series, Table
from ..document.walk import text_of, walk
from ..languages import Words
from .paragraphs import in_a_line
from .tables import column_head, data_table, notes_below

MOST_TOLD = 12
"""How many numbers of a series are told one by one; of more, the lowest and the highest."""


def chart(data: DataChart, brief: Brief, words: Words, with_table: bool = True) -> Iterator[Block]:
    """Return a chart over a table of its data, with notes and sources below.

    The table alone where no column can be drawn, or a hole is still open in the words: a drawing would hide it.
    """
    if not (data.drawn and data.rows) or _has_holes(data):
        yield from data_table(data, brief, words)
        yield from in_a_line((line.inlines for line in (data.alt, data.unit) if line), data.source, role="table-note")
        return
    yield Chart(
        kind=_kind(data),
        categories=tuple(_text(cell, words) for cell in data.values(data.along)),
        series=tuple(_series(name, data) for name in data.drawn),
        alt=data.alt.text if data.alt else told(data, words),
        unit=data.unit.text if data.unit else "",
        caption=data.title.inlines if data.title else (),
        id=str(data.id or ""),
        source=data.source,
    )
    if with_table:
        for block in data_table(data, brief, words):
            yield replace(block, caption=(), id="") if isinstance(block, Table) else block
    else:
        yield from notes_below(data, brief, words)


def _has_holes(data: DataChart) -> bool:
    lines = [line for line in texts(data) if isinstance(line, Line)]
    return any(isinstance(node, Hole) for line in lines for inline in line.inlines for node in walk(inline))


def _kind(data: DataChart) -> ChartKind:
    if data.kind == "bar" and len(data.drawn) > 1:
        return "grouped-bar"
    kinds: dict[str, ChartKind] = {"grouped_bar": "grouped-bar", "stacked_bar": "stacked-bar", "line": "line"}
    return kinds.get(data.kind, "bar")


def told(data: DataChart, words: Words) -> str:
    """Return what a chart shows in words: its kind, then each series with its numbers as the author wrote them."""
    kind = words.value("chart_kind", _kind(data).replace("-", "_"))
    unit = f" ({data.unit.text})" if data.unit else ""
    return f"{kind}{unit}. " + ". ".join(_told(name, data, words) for name in data.drawn) + "."


def _told(name: str, data: DataChart, words: Words) -> str:
    places = [_text(cell, words) for cell in data.values(data.along)]
    values = data.values(name)
    title = _title(name, data)
    if len(values) <= MOST_TOLD:
        pairs = zip(places, values, strict=True)
        return f"{title}: " + "; ".join(f"{place} {_text(cell, words)}" for place, cell in pairs)
    known = [(float(cell.text), cell.text, place) for cell, place in zip(values, places, strict=True) if cell]
    if not known:
        return f"{title}: {words.not_stated}"
    (_, low, low_at), (_, high, high_at) = min(known), max(known)
    return str(words.patterns.chart_range).format(name=title, low=low, low_at=low_at, high=high, high_at=high_at)


def _series(name: str, data: DataChart) -> Series:
    bounds = next((one for series, one in data.bounds.items() if series == name), None)
    low, high = (bounds.low, bounds.high) if bounds else (None, None)
    values, lows, highs = (tuple(map(_number, data.values(column))) for column in (name, low, high))
    return Series(name=_title(name, data), values=values, low=lows, high=highs, source=data.source)


def _title(name: str, data: DataChart) -> str:
    return text_of(next(column_head(one) for one in data.columns if one.name == name))


def _text(cell: Line | None, words: Words) -> str:
    return cell.text if cell else words.not_stated


def _number(cell: Line | None) -> float | None:
    return float(cell.text) if cell and is_number(cell.text) else None
