"""The fact box: the talks at a glance, with what has not been announced yet."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Line
from ..document import Block, Callout
from ..languages import Words
from ..pieces.talks import TalksFact, talks_facts
from . import SectionOptions, plain


class Options(SectionOptions):
    """The box's heading, if it is not to be the language's word, and which facts stand in it, in which order."""

    heading: Line | None = None
    """The heading, if it is not to be the language's word."""
    facts: tuple[TalksFact, ...] = ("parties", "mediators", "venue", "dates", "format", "status")
    """What stands in the box, in this order."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the facts of the talks in a callout, those that are open said aloud; nothing where there are no talks."""
    talks = brief.talks
    if talks:
        heading = options.heading.inlines if options.heading else plain(words.heading("fact-box"), talks.source)
        blocks = tuple(talks_facts(options.facts, talks, brief, words, unknown=True))
        yield Callout(heading=heading, blocks=blocks, source=talks.source)
