"""The approaches of the actors: how each goes about the talks."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block, Section
from ..languages import Words
from . import HeadedOptions, prose, section


class Options(HeadedOptions):
    """The approaches have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the analysis of one actor as it is, of several under their names; nothing where there is none."""
    analysis = brief.approach_analysis
    if analysis:
        blocks = (*prose(analysis.intro), *_by_actor(brief), *prose(analysis.closing))
        yield from section(analysis.title, options, words.approach, blocks, analysis.source)


def _by_actor(brief: Brief) -> Iterator[Block]:
    assert brief.approach_analysis
    several = len(brief.approach_analysis.by_actor) > 1
    for analysed in brief.approach_analysis.by_actor:
        if several:
            name = brief.actors[analysed.actor].name.inlines
            yield Section(heading=name, blocks=analysed.text.blocks, source=analysed.source)
        else:
            yield from analysed.text.blocks
