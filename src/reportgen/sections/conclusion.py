"""The conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import SectionOptions, lead_in, section


class Options(SectionOptions):
    """The conclusion has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the conclusion; nothing where the brief has none."""
    if brief.conclusion:
        blocks = (*lead_in(options), *brief.conclusion.text.blocks)
        yield section(brief.conclusion.title, options, words.conclusion, blocks, brief.conclusion.source)
