"""The conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, section

Options = HeadedOptions
"""The conclusion has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the conclusion; nothing where the brief has none."""
    if brief.conclusion:
        told = brief.conclusion
        yield from section(told.title, options, words.heading("conclusion"), told.text.blocks, told.source)
