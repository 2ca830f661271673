"""The figures that no section and no annex shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, figure, section, unshown

Options = HeadedOptions
"""The figures have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each picture with its caption and source; nothing where there are none."""
    blocks = [block for one in unshown("figures", brief.figures, brief) for block in figure(one, brief, words)]
    yield from section(None, options, words.heading("figures"), blocks, brief.key_at("figures"))
