"""The timeline: what happened and what is to happen, as a table in the author's order, a diagram to scale, or both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief, Event, Timeline
from ..document import Block, Diagram, Row, TimeLine
from ..document import Event as Mark
from ..document.walk import text_of
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
    """How the events are shown."""

    show: Literal["table", "diagram", "both"] = "table"
    """A table, a diagram, or both."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the events: when, what, and in the table how each stands; nothing where there are none."""
    given = brief.timeline
    if given:
        heads = (words.label("when"), words.label("event"), words.label("status"))
        rows = (_row(event, brief, words) for event in given.events)
        blocks = (
            *leading_in(given.intro),
            *(_diagram(given, brief, words) if options.show != "table" else ()),
            *(table(heads, rows, (1.2, 2.2, 0.7), given.key_at("events")) if options.show != "diagram" else ()),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("timeline"), blocks, given.source)


def _diagram(given: Timeline, brief: Brief, words: Words) -> Iterator[Diagram]:
    """Return the events on a time line; nothing for none."""
    marks = tuple(_mark(event, brief, words) for event in given.events)
    if marks:
        source, caption = given.key_at("events"), words.caption("timeline")
        alt = f"{caption}: " + "; ".join(f"{mark.when} – {mark.text}" for mark in marks)
        yield Diagram(drawn=TimeLine(events=marks), alt=alt, caption=plain(caption, source), source=source)


def _mark(event: Event, brief: Brief, words: Words) -> Mark:
    """Return an event as it stands on a time line; open where its date is not sure, or an end of it is not known."""
    when_text = text_of(when(event, brief, words)) or words.not_stated
    known, source = event.date, event.event.source
    if known is None:
        return Mark(when=when_text, text=event.event.text, source=source)
    points = (known.start, known.end)
    unsure = any(point is None or point.about or point.uncertain or "X" in point.year for point in points)
    start, end = known.earliest if known.start else None, known.latest if known.end else None
    return Mark(when=when_text, text=event.event.text, start=start, end=end, open=unsure, source=source)


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
