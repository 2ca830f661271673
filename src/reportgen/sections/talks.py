"""The talks: what is said of them as a whole, the facts, the rounds, and what the parties said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from ..brief.models import Brief, Round, Statement, Talks
from ..document import Block, Paragraph, Quote, Row
from ..languages import Words
from ..pieces.talks import TalksFact, from_to, talks_facts
from . import (
    HeadedOptions,
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

Part = Literal["rounds", "drivers", "statements", "significance", "gaps"]


class Options(HeadedOptions):
    """Which facts stand under the text, and which parts after them, in which order."""

    facts: tuple[TalksFact, ...] = (
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
    """Which facts stand under the text, in this order."""
    parts: tuple[Part, ...] = ("rounds", "drivers", "statements", "significance", "gaps")
    """Which parts follow them, in this order."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the section on the talks; nothing where the brief says nothing of them."""
    talks = brief.talks
    if talks:
        blocks = (
            *prose(talks.text),
            *talks_facts(options.facts, talks, brief, words),
            *(block for part in options.parts for block in _PARTS[part](talks, brief, words)),
        )
        yield from section(talks.title, options, words.heading("talks"), blocks, talks.source)


def _rounds(talks: Talks, brief: Brief, words: Words) -> Iterator[Block]:
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
        cell(plain(from_to(one, words), source), source),
        cell(one.venue.inlines if one.venue else (), source),
        cell(outcome, source, *prose(one.text)),
    )


def _drivers(talks: Talks, brief: Brief, words: Words) -> Iterator[Block]:
    yield from listed(words.label("drivers"), talks.drivers, talks.source)


def _statements(talks: Talks, brief: Brief, words: Words) -> Iterator[Block]:
    for statement in talks.statements:
        yield from _statement(statement, brief, words)


def _statement(statement: Statement, brief: Brief, words: Words) -> Iterator[Block]:
    """Return who said something and when, the words as a quotation, and where they can be read."""
    source = statement.source
    date = f", {words.on(statement.date)}" if statement.date else ""
    inlines = (*names(brief, (statement.by,), source), *plain(f"{date}:", source))
    yield Paragraph(inlines=inlines, role="lead-in", source=source)
    yield Quote(blocks=statement.text.blocks, source=source)
    yield from in_a_line(cited(brief, statement.sources, words, source), source)


def _significance(talks: Talks, brief: Brief, words: Words) -> Iterator[Block]:
    yield from under_label(words.label("significance"), talks.significance, talks.source)


def _gaps(talks: Talks, brief: Brief, words: Words) -> Iterator[Block]:
    yield from listed(words.label("gaps"), talks.gaps, talks.source)


_PARTS: Mapping[Part, Callable[[Talks, Brief, Words], Iterator[Block]]] = MappingProxyType(
    {
        "rounds": _rounds,
        "drivers": _drivers,
        "statements": _statements,
        "significance": _significance,
        "gaps": _gaps,
    }
)
