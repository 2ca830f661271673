"""Charts of the author's data, and what they show in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ..brief.models import DataChart, Line, is_number
from ..document import Chart, Series
from ..document.visuals import ChartKind
from ..languages import Words
from .inlines import Inlines

MOST_TOLD = 12
"""How many numbers of a series are told one by one; of more, the lowest and the highest."""


def drawn(data: DataChart, words: Words) -> Iterator[Chart]:
    """Return the chart of some data under its title; nothing without a row, or a column to draw."""
    if not data.rows or not data.drawn:
        return
    categories = tuple(_text(cell, words) for cell in data.values(data.along))
    caption: Inlines = data.title.inlines if data.title else ()
    yield Chart(
        kind=cast(ChartKind, data.kind.replace("_", "-")),
        categories=categories,
        series=tuple(_series(name, data) for name in data.drawn),
        alt=data.alt.text if data.alt else told(data, words),
        unit=data.unit.text if data.unit else "",
        caption=caption,
        id=str(data.id or ""),
        source=data.source,
    )


def told(data: DataChart, words: Words) -> str:
    """Return what a chart shows in words: its kind, then each series with its numbers as the author wrote them."""
    kind = words.value("chart_kind", data.kind)
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
    return next(one.title.text if one.title else name for one in data.columns if one.name == name)


def _text(cell: Line | None, words: Words) -> str:
    return cell.text if cell else words.not_stated


def _number(cell: Line | None) -> float | None:
    return float(cell.text) if cell and is_number(cell.text) else None
