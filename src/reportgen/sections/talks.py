"""The talks: what is said of them as a whole, the facts, the rounds, and what the parties said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from ..brief.models import Brief, Round, Statement, Talks
from ..diagnostics import Source
from ..document import Block, Field, FieldList, Paragraph, Quote, Row
from ..languages import Words, worded
from . import (
    HeadedOptions,
    Inlines,
    cell,
    cited,
    in_a_line,
    joined,
    listed,
    names,
    plain,
    prose,
    row,
    section,
    table,
    under_label,
)

Parameter = Literal[
    "purpose",
    "format",
    "mandate",
    "participation",
    "agenda",
    "timetable",
    "decision_making",
    "confidence_building",
    "implementation",
    "venue",
]
Fact = Literal["parties", "mediators", "status", "stage", "track", "dates", "announced", "readiness"] | Parameter


class Options(HeadedOptions):
    """Which facts stand under the text, in which order."""

    facts: tuple[Fact, ...] = (
        "parties",
        "mediators",
        "status",
        "stage",
        "track",
        "venue",
        "dates",
        "announced",
        "purpose",
        "format",
        "mandate",
        "participation",
        "agenda",
        "timetable",
        "decision_making",
        "confidence_building",
        "implementation",
        "readiness",
    )


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the section on the talks; nothing where the brief says nothing of them."""
    talks = brief.talks
    if talks:
        fields = tuple(field for name in options.facts for field in _field(name, talks, brief, words))
        blocks = (
            *prose(talks.text),
            *((FieldList(fields=fields, source=talks.source),) if fields else ()),
            *_rounds(talks, words),
            *listed(words.label("drivers"), talks.drivers, talks.source),
            *(block for statement in talks.statements for block in _statement(statement, brief, words)),
            *under_label(words.label("significance"), talks.significance, talks.source),
            *listed(words.label("gaps"), talks.gaps, talks.source),
        )
        yield from section(talks.title, options, words.heading("talks"), blocks, talks.source)


def _field(name: Fact, talks: Talks, brief: Brief, words: Words) -> Iterator[Field]:
    """Return a fact behind its label, each value a paragraph; nothing where it is open."""
    source = talks.key_at(name)
    if name in get_args(Parameter):
        line = getattr(talks, name)
        values = [line.inlines] if line else []
    else:
        values = [value for value in _VALUES[name](talks, brief, words, source) if value]
    if values:
        paragraphs = tuple(Paragraph(inlines=value, source=source) for value in values)
        yield Field(label=plain(words.label(name), source), blocks=paragraphs, source=source)


def _parties(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    yield names(brief, talks.parties, source)


def _mediators(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    yield names(brief, talks.mediators, source)


def _status(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    before = words.value("talks_status", talks.previous_status)
    told = f" ({words.label('previous_status').lower()}: {before})" if before else ""
    if talks.status:
        yield plain(words.value("talks_status", talks.status) + told, source)


def _stage(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    if talks.stage:
        yield plain(words.value("stage", talks.stage), source)


def _track(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    if talks.track:
        yield plain(talks.track, source)


def _dates(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    told = _from_to(talks, words)
    if told:
        yield plain(told, source)


def _announced(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    """Return who announced the talks, when, and who confirmed it."""
    announced = talks.announced
    if announced:
        date = plain(f", {words.on(announced.date)}", source) if announced.date else ()
        yield (*names(brief, (announced.by,), source), *date)
        if announced.confirmed_by:
            label = plain(f"{words.label('confirmed_by')}: ", source)
            yield (*label, *names(brief, announced.confirmed_by, source))


def _readiness(talks: Talks, brief: Brief, words: Words, source: Source) -> Iterator[Inlines]:
    for actor, line in talks.readiness.items():
        yield (*names(brief, (actor,), source), *plain(": ", source), *line.inlines)


_VALUES = {
    "parties": _parties,
    "mediators": _mediators,
    "status": _status,
    "stage": _stage,
    "track": _track,
    "dates": _dates,
    "announced": _announced,
    "readiness": _readiness,
}


def _from_to(told: Talks | Round, words: Words) -> str:
    """Return from when to when something goes on, as far as that is known."""
    patterns, start, end = words.patterns, told.start, told.end
    if start and end:
        return str(patterns.span).format(start=worded(start, words), end=worded(end, words))
    if end:
        return str(patterns.until).format(date=worded(end, words))
    return worded(start, words) if start else ""


def _rounds(talks: Talks, words: Words) -> Iterator[Block]:
    source = talks.key_at("rounds")
    heads = (words.label("round"), words.label("when"), words.label("venue"), words.label("result"))
    yield from table(heads, (_round(one, words) for one in talks.rounds), (1.0, 1.2, 0.8, 2.0), source)


def _round(one: Round, words: Words) -> Row:
    """Return a round as a row: its number and title, when, where, and what came of it."""
    source = one.source
    named = (plain(one.number, source) if one.number else (), one.title.inlines if one.title else ())
    outcome = one.outcome.inlines if one.outcome else ()
    return row(
        source,
        cell(joined(filter(None, named), ". ", source), source, header=True),
        cell(plain(_from_to(one, words), source), source),
        cell(one.venue.inlines if one.venue else (), source),
        cell(outcome, source, *prose(one.text)),
    )


def _statement(statement: Statement, brief: Brief, words: Words) -> Iterator[Block]:
    """Return who said something and when, the words as a quotation, and where they can be read."""
    source = statement.source
    date = f", {words.on(statement.date)}" if statement.date else ""
    inlines = (*names(brief, (statement.by,), source), *plain(f"{date}:", source))
    yield Paragraph(inlines=inlines, role="lead-in", source=source)
    yield Quote(blocks=statement.text.blocks, source=source)
    yield from in_a_line(cited(brief, statement.sources, words, source), source)
