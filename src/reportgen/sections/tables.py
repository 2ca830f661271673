"""The author's tables that stand in no annex."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, data_table, section


class Options(HeadedOptions):
    """The tables have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the tables with their titles, notes and sources; nothing where there are none."""
    in_annexes = {table for annex in brief.annexes for table in annex.tables}
    shown = (table for table in brief.tables if table.id not in in_annexes)
    blocks = [block for table in shown for block in data_table(table, brief, words)]
    yield from section(None, options, words.heading("tables"), blocks, brief.key_at("tables"))
