"""The memo's head: document type, title, and who writes what to whom, when, and in which state."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from ..brief.models import Brief, Line, Person
from ..diagnostics import Source
from ..document import Block, Field, FieldList, Hole, Paragraph, Strong
from ..languages import Words
from . import Inlines, SectionOptions, fact, plain

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
    "subject",
    "action_required",
    "deadline",
    "status",
    "handling",
]


class Options(SectionOptions):
    """`kicker` names the document type above the title; those of `fields` in `required` are holes while open."""

    kicker: Line | None = None
    fields: tuple[FieldName, ...] = ("to", "from", "date", "subject", "status")
    required: tuple[FieldName, ...] = ()


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return embargo, document type and title, and the fields that are filled in or required."""
    yield from _embargo(brief, words)
    if options.kicker:
        yield Paragraph(inlines=options.kicker.inlines, role="kicker", source=options.kicker.source)
    yield Paragraph(inlines=brief.title.inlines, role="title", source=brief.title.source)
    fields = tuple(field for name in options.fields for field in _field(name, brief, options, words))
    if fields:
        yield FieldList(fields=fields, source=brief.source)


def _embargo(brief: Brief, words: Words) -> Iterator[Block]:
    """Return until when nothing may be published: the first thing on the page."""
    embargo = brief.markings.embargo if brief.markings else None
    if embargo:
        day, _, time = embargo.until.partition(" ")
        date = words.on(datetime.date.fromisoformat(day))
        text = words.patterns.embargo.format(date=date, time=time, zone=embargo.zone)
        bold = Strong(inlines=plain(text, embargo.source), source=embargo.source)
        yield Paragraph(inlines=(bold,), source=embargo.source)


def _field(name: FieldName, brief: Brief, options: Options, words: Words) -> Iterator[Field]:
    """Return a field with one paragraph for each of its values; none where it is open and nobody asks for it."""
    key = brief.key_at("markings" if name == "handling" else name)
    source = key if key != brief.source else Source(brief.source.file, name)
    label = words.label(name)
    values = list(_VALUES[name](brief, words, source))
    if not values and name in options.required:
        values = [(Hole(label=label.lower(), expects=_EXPECTS.get(name, "name"), source=source),)]
    if values:
        paragraphs = tuple(Paragraph(inlines=inlines, source=source) for inlines in values)
        yield Field(label=plain(label, source), blocks=paragraphs, source=source)


Values = Iterator[Inlines]


def _people(name: str) -> Callable[[Brief, Words, Source], Values]:
    def values(brief: Brief, words: Words, source: Source) -> Values:
        people: tuple[Person, ...] = getattr(brief, name)
        for person in people:
            office = (*plain(", ", person.source), *person.office.inlines) if person.office else ()
            yield (*person.name.inlines, *office)

    return values


def _day(name: str) -> Callable[[Brief, Words, Source], Values]:
    def values(brief: Brief, words: Words, source: Source) -> Values:
        day: datetime.date | None = getattr(brief, name)
        if day:
            yield plain(words.on(day), source)

    return values


def _subject(brief: Brief, words: Words, source: Source) -> Values:
    if brief.subject:
        yield brief.subject.inlines


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
        "subject": _subject,
        "action_required": _action,
        "deadline": _day("deadline"),
        "status": _status,
        "handling": _handling,
    }
)
_EXPECTS: Mapping[FieldName, str] = MappingProxyType(
    {"date": "date", "as_of": "date", "deadline": "date", "subject": "text", "reference": "number"}
)
