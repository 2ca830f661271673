"""The charts that no section and no annex shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, chart, section, unshown


class Options(HeadedOptions):
    """The charts have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each chart's data as a table; nothing where there are none."""
    blocks = [block for one in unshown("charts", brief.charts, brief) for block in chart(one, brief, words)]
    yield from section(None, options, words.heading("charts"), blocks, brief.key_at("charts"))
