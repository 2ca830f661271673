"""The charts that no section and no annex shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, chart, section, unshown


class Options(HeadedOptions):
    """With `table`, each chart stands over the table of its data."""

    table: bool = True
    """Whether the table of its data stands under each chart."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each chart, and its data as a table; nothing where there are none."""
    shown = unshown("charts", brief.charts, brief)
    blocks = [block for one in shown for block in chart(one, brief, words, with_table=options.table)]
    yield from section(None, options, words.heading("charts"), blocks, brief.key_at("charts"))
