"""The facts of the talks, each behind its label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from ..brief.models import Brief, Round, Talks
from ..diagnostics import Source
from ..document import Field, FieldList, Paragraph
from ..languages import Words, worded
from .inlines import Inlines, names, plain, unannounced

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
TalksFact = Literal["parties", "mediators", "status", "stage", "track", "dates", "announced", "readiness"] | Parameter


def talks_facts(
    facts: tuple[TalksFact, ...], talks: Talks, brief: Brief, words: Words, unknown: bool = False
) -> Iterator[FieldList]:
    """Return some facts of the talks in a list; of `unknown` ones that they are not announced, else nothing of them."""
    fields = tuple(field for name in facts for field in _field(name, talks, brief, words, unknown))
    if fields:
        yield FieldList(fields=fields, source=talks.source)


def _field(name: TalksFact, talks: Talks, brief: Brief, words: Words, unknown: bool) -> Iterator[Field]:
    """Return a fact behind its label, each value a paragraph; nothing where it is open and may stay so."""
    source = talks.key_at(name)
    if name in get_args(Parameter):
        line = getattr(talks, name)
        values = [line.inlines] if line else []
    else:
        values = [value for value in _VALUES[name](talks, brief, words, source) if value]
    if unknown and not values:
        values = [unannounced(words, source)]
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
    told = from_to(talks, words)
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


def from_to(told: Talks | Round, words: Words) -> str:
    """Return from when to when something goes on, as far as that is known."""
    patterns, start, end = words.patterns, told.start, told.end
    if start and end:
        return str(patterns.span).format(start=worded(start, words), end=worded(end, words))
    if end:
        return str(patterns.until).format(date=worded(end, words))
    return worded(start, words) if start else ""
