"""The timeline: what happened and what is to happen, as a table in the author's order."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Event
from ..document import Block, Row
from ..languages import Words
from . import (
    HeadedOptions,
    cell,
    cited,
    fact,
    in_a_line,
    leading_in,
    missing,
    names,
    plain,
    prose,
    row,
    section,
    table,
    when,
)


class Options(HeadedOptions):
    """The timeline has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each event: when, what, and how it stands; nothing where there are none."""
    given = brief.timeline
    if given:
        heads = (words.label("when"), words.label("event"), words.label("status"))
        rows = (_row(event, brief, words) for event in given.events)
        blocks = (
            *leading_in(given.intro),
            *table(heads, rows, (1.2, 2.2, 0.7), given.key_at("events")),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("timeline"), blocks, given.source)


def _row(event: Event, brief: Brief, words: Words) -> Row:
    source = event.source
    facts = (
        *fact(words.label("actors"), names(brief, event.actors, source), source),
        *cited(brief, event.sources, words, source),
    )
    return row(
        source,
        cell(when(event, brief, words) or missing(words, source), source, header=True),
        cell(event.event.inlines, event.event.source, *in_a_line(facts, source)),
        cell(plain(words.value("event_status", event.status), source), source),
    )
