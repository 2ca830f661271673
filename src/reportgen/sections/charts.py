"""The charts, as tables of their data with what they show in words."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, DataChart
from ..document import Block
from ..languages import Words
from . import HeadedOptions, data_table, in_a_line, section


class Options(HeadedOptions):
    """The charts have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each chart's data as a table; nothing where there are none."""
    blocks = [block for chart in brief.charts for block in _chart(chart, brief, words)]
    yield from section(None, options, words.heading("charts"), blocks, brief.key_at("charts"))


def _chart(chart: DataChart, brief: Brief, words: Words) -> Iterator[Block]:
    told = [line.inlines for line in (chart.alt, chart.unit) if line]
    yield from data_table(chart, brief, words)
    yield from in_a_line(told, chart.source)
