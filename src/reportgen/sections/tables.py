"""The author's tables that no section and no annex shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, data_table, section, unshown

Options = HeadedOptions
"""The tables have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the tables with their titles, notes and sources; nothing where there are none."""
    blocks = [block for table in unshown("tables", brief.tables, brief) for block in data_table(table, brief, words)]
    yield from section(None, options, words.heading("tables"), blocks, brief.key_at("tables"))
