"""The distribution: who receives the memo."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, bullets, item, section

Options = HeadedOptions
"""The distribution has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a list of the recipients; nothing where there are none."""
    source = brief.key_at("distribution")
    items = (item(line.inlines, line.source) for line in brief.distribution)
    yield from section(None, options, words.heading("distribution"), bullets(items, source), source)
