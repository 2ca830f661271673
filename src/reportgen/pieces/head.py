"""The head of a memo: its title, and what is known of it, field by field."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from ..brief.models import Brief, Line
from ..diagnostics import Source
from ..document import Block, Cell, Column, Field, FieldList, Paragraph, Row, Strong, Table
from ..languages import Words
from .headed import SectionOptions
from .inlines import Inlines, fact, hole, named, plain

FieldName = Literal[
    "to",
    "through",
    "from",
    "cc",
    "attention",
    "date",
    "as_of",
    "reference",
    "version",
    "title",
    "subject",
    "action_required",
    "deadline",
    "status",
    "organisation",
    "drafted_by",
    "approved_by",
    "marking",
    "distribution_limit",
    "handling",
]

ACROSS = 4
"""How many fields stand beside one another in a grid: more would be too narrow for a name."""


class HeadOptions(SectionOptions):
    """What a template may set for the head of a memo."""

    kicker: Line | None = None
    """The name of the document type, above the title."""
    fields: tuple[FieldName, ...] = ()
    """What is told of the memo, in this order; a title among them stands nowhere else."""
    required: tuple[FieldName, ...] = ()
    """Those that are holes while they are open."""
    labels: dict[FieldName, Line] = {}
    """What stands before a field, if not the language's word: `{to: MEMORANDUM FOR}`."""
    layout: Literal["list", "grid"] = "list"
    """Fields under one another, or in a table, each under its label."""


def embargoed(brief: Brief, words: Words) -> Iterator[Block]:
    """Return until when nothing may be published: the first thing on the page; nothing without an embargo."""
    embargo = brief.markings.embargo if brief.markings else None
    if embargo:
        day, _, time = embargo.until.partition(" ")
        date = words.on(datetime.date.fromisoformat(day))
        text = words.patterns.embargo.format(date=date, time=time, zone=embargo.zone)
        bold = Strong(inlines=plain(text, embargo.source), source=embargo.source)
        yield Paragraph(inlines=(bold,), source=embargo.source)


def entitled(brief: Brief, options: HeadOptions) -> Iterator[Block]:
    """Return the document type, then title and subtitle where they are none of the fields."""
    yield from kicker(options.kicker)
    if "title" in options.fields:
        return
    yield Paragraph(inlines=brief.title.inlines, role="title", source=brief.title.source)
    if brief.subtitle:
        yield Paragraph(inlines=brief.subtitle.inlines, role="subtitle", source=brief.subtitle.source)


def kicker(line: Line | None) -> Iterator[Paragraph]:
    """Return a line that stands above a title; nothing without one."""
    if line:
        yield Paragraph(inlines=line.inlines, role="kicker", source=line.source)


def fields(brief: Brief, options: HeadOptions, words: Words) -> Iterator[Block]:
    """Return the fields that are filled in or required, as the template lays them out; nothing for none."""
    found = tuple(field for name in options.fields for field in _field(name, brief, options, words))
    if found and options.layout == "grid":
        yield from (_grid(found[at : at + ACROSS]) for at in range(0, len(found), ACROSS))
    elif found:
        yield FieldList(fields=found, source=brief.source)


def _grid(some: tuple[Field, ...]) -> Table:
    """Return fields as a table: their labels over their values."""
    head = tuple(
        Cell(blocks=(Paragraph(inlines=one.label, source=one.source),), header=True, source=one.source) for one in some
    )
    body = tuple(Cell(blocks=one.blocks, source=one.source) for one in some)
    source = some[0].source
    rows = (Row(cells=head, source=source),), (Row(cells=body, source=source),)
    return Table(columns=tuple(Column() for _ in some), head=rows[0], body=rows[1], source=source)


def _field(name: FieldName, brief: Brief, options: HeadOptions, words: Words) -> Iterator[Field]:
    """Return a field with one paragraph for each of its values; none where it is open and nobody asks for it."""
    key = brief.key_at(_KEYS.get(name, name))
    source = key if key != brief.source else Source(brief.source.file, name)
    word = words.label(name)
    values = list(_VALUES[name](brief, words, source))
    if not values and name in options.required:
        values = [hole(word, _EXPECTS.get(name, "name"), source)]
    if values:
        given = options.labels.get(name)
        paragraphs = tuple(Paragraph(inlines=inlines, source=source) for inlines in values)
        yield Field(label=given.inlines if given else plain(word, source), blocks=paragraphs, source=source)


Values = Iterator[Inlines]


def _people(name: str) -> Callable[[Brief, Words, Source], Values]:
    def values(brief: Brief, words: Words, source: Source) -> Values:
        yield from (named(person) for person in getattr(brief, name))

    return values


def _day(name: str) -> Callable[[Brief, Words, Source], Values]:
    def values(brief: Brief, words: Words, source: Source) -> Values:
        day: datetime.date | None = getattr(brief, name)
        if day:
            yield plain(words.on(day), source)

    return values


def _title(brief: Brief, words: Words, source: Source) -> Values:
    yield from (line.inlines for line in (brief.title, brief.subtitle) if line)


def _line(name: str) -> Callable[[Brief, Words, Source], Values]:
    def values(brief: Brief, words: Words, source: Source) -> Values:
        line: Line | None = getattr(brief, name)
        if line:
            yield line.inlines

    return values


def _reference(brief: Brief, words: Words, source: Source) -> Values:
    if brief.reference:
        yield plain(brief.reference, source)


def _version(brief: Brief, words: Words, source: Source) -> Values:
    version = brief.version
    if version:
        before = f" ({words.label('supersedes')} {version.supersedes})" if version.supersedes else ""
        yield plain(f"{version.number}{before}", source)


def _action(brief: Brief, words: Words, source: Source) -> Values:
    if brief.action_required:
        yield plain(words.value("action_required", brief.action_required), source)


def _status(brief: Brief, words: Words, source: Source) -> Values:
    yield plain(words.value("memo_status", brief.status), source)


def _marking(brief: Brief, words: Words, source: Source) -> Values:
    if brief.markings and brief.markings.banner:
        yield plain(brief.markings.banner, source)


def _limit(brief: Brief, words: Words, source: Source) -> Values:
    limit = brief.markings.distribution if brief.markings else None
    if limit:
        yield plain(words.value("distribution_limit", limit), source)


def _handling(brief: Brief, words: Words, source: Source) -> Values:
    """Return what the markings say besides the banner on each page."""
    markings = brief.markings
    if markings:
        number = str(markings.copy_number or "")
        declassified = words.on(markings.declassify_on) if markings.declassify_on else ""
        yield from fact(words.label("copy_number"), number, source)
        yield from fact(words.label("declassify_on"), declassified, source)
        yield from fact(words.label("release_exemption"), markings.release_exemption, source)
        if markings.chatham_house_rule:
            yield plain(words.label("chatham_house_rule"), source)


_VALUES: Mapping[FieldName, Callable[[Brief, Words, Source], Values]] = MappingProxyType(
    {
        "to": _people("to"),
        "through": _people("through"),
        "from": _people("from_"),
        "cc": _people("cc"),
        "attention": _people("attention"),
        "date": _day("date"),
        "as_of": _day("as_of"),
        "reference": _reference,
        "version": _version,
        "title": _title,
        "subject": _line("subject"),
        "organisation": _line("organisation"),
        "drafted_by": _people("drafted_by"),
        "approved_by": _people("approved_by"),
        "marking": _marking,
        "distribution_limit": _limit,
        "action_required": _action,
        "deadline": _day("deadline"),
        "status": _status,
        "handling": _handling,
    }
)
_EXPECTS: Mapping[FieldName, str] = MappingProxyType(
    {"date": "date", "as_of": "date", "deadline": "date", "subject": "text", "reference": "number"}
)
_KEYS: Mapping[FieldName, str] = MappingProxyType(
    {"handling": "markings", "marking": "markings", "distribution_limit": "markings"}
)
"""The keys of the brief where fields are found that have no key of their own."""
