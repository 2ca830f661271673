"""The approaches of the actors: how each goes about the talks."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import ActorAnalysis, Brief
from ..document import Block, ListItem, Section
from ..languages import Words
from . import HeadedOptions, bullets, cited, fact, in_a_line, item, names, plain, prose, section, under_label

Options = HeadedOptions
"""The approaches have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the analysis of one actor as it is, of several under their names; nothing where there is none."""
    analysis = brief.approach_analysis
    if analysis:
        missing = names(brief, analysis.not_covered, analysis.source)
        blocks = (
            *prose(analysis.intro),
            *_by_actor(brief, words),
            *in_a_line(fact(words.label("not_covered"), missing, analysis.source), analysis.source),
            *prose(analysis.closing),
        )
        yield from section(analysis.title, options, words.heading("approach"), blocks, analysis.source)


def _by_actor(brief: Brief, words: Words) -> Iterator[Block]:
    assert brief.approach_analysis
    several = len(brief.approach_analysis.by_actor) > 1
    for analysed in brief.approach_analysis.by_actor:
        blocks = tuple(_analysis(analysed, brief, words))
        if several:
            name = brief.actors[analysed.actor].name.inlines
            yield Section(heading=name, blocks=blocks, source=analysed.source)
        else:
            yield from blocks


def _analysis(analysed: ActorAnalysis, brief: Brief, words: Words) -> Iterator[Block]:
    """Return what is said of one actor: the text, what is known point by point, others' views, the judgement."""
    source = analysed.source
    yield from prose(analysed.text)
    for key in ("style", "sequencing", "aims"):
        yield from under_label(words.label(key), getattr(analysed, key), source)
    if analysed.attributed_views:
        yield from in_a_line([plain(f"{words.label('attributed_views')}:", source)], source)
        yield from bullets(_views(analysed, brief, words), source)
    yield from under_label(words.label("assessment"), analysed.assessment, source)


def _views(analysed: ActorAnalysis, brief: Brief, words: Words) -> Iterator[ListItem]:
    for view in analysed.attributed_views:
        inlines = (*view.by.inlines, *plain(": ", view.source), *view.text.inlines)
        yield item(inlines, view.source, *in_a_line(cited(brief, view.sources, words, view.source), view.source))
