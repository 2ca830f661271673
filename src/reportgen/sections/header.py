"""The memo's head: document type, title, and who writes what to whom, when, and in which state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from ..brief.models import Brief, Line, Person
from ..diagnostics import Source
from ..document import Block, Field, FieldList, Hole, Inline, Paragraph
from ..languages import Words
from . import SectionOptions, plain

FieldName = Literal["to", "from", "date", "as_of", "subject", "status"]


class Options(SectionOptions):
    """`kicker` names the document type above the title; those of `fields` in `required` are holes while open."""

    kicker: Line | None = None
    fields: tuple[FieldName, ...] = ("to", "from", "date", "subject", "status")
    required: tuple[FieldName, ...] = ()


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the title under the document type, and the fields that are filled in or required."""
    if options.kicker:
        yield Paragraph(inlines=options.kicker.inlines, role="kicker", source=options.kicker.source)
    yield Paragraph(inlines=brief.title.inlines, role="title", source=brief.title.source)
    fields = tuple(field for name in options.fields for field in _field(name, brief, options, words))
    if fields:
        yield FieldList(fields=fields, source=brief.source)


def _field(name: FieldName, brief: Brief, options: Options, words: Words) -> Iterator[Field]:
    """Return a field with one paragraph for each of its values; none where it is open and nobody asks for it."""
    key = brief.key_at(name)
    source = key if key != brief.source else Source(brief.source.file, name)
    label = words.word(name)
    values = list(_VALUES[name](brief, words, source))
    if not values and name in options.required:
        values = [(Hole(label=label.lower(), expects=_EXPECTS.get(name, "name"), source=source),)]
    if values:
        paragraphs = tuple(Paragraph(inlines=inlines, source=source) for inlines in values)
        yield Field(label=plain(label, source), blocks=paragraphs, source=source)


Values = Iterator[tuple[Inline, ...]]


def _people(people: tuple[Person, ...]) -> Values:
    for person in people:
        office = (*plain(", ", person.source), *person.office.inlines) if person.office else ()
        yield (*person.name.inlines, *office)


def _to(brief: Brief, words: Words, source: Source) -> Values:
    yield from _people(brief.to)


def _from(brief: Brief, words: Words, source: Source) -> Values:
    yield from _people(brief.from_)


def _date(brief: Brief, words: Words, source: Source) -> Values:
    if brief.date:
        yield plain(words.on(brief.date), source)


def _as_of(brief: Brief, words: Words, source: Source) -> Values:
    if brief.as_of:
        yield plain(words.on(brief.as_of), source)


def _subject(brief: Brief, words: Words, source: Source) -> Values:
    if brief.subject:
        yield brief.subject.inlines


def _status(brief: Brief, words: Words, source: Source) -> Values:
    yield plain(words.word(brief.status), source)


_VALUES: Mapping[FieldName, Callable[[Brief, Words, Source], Values]] = MappingProxyType(
    {"to": _to, "from": _from, "date": _date, "as_of": _as_of, "subject": _subject, "status": _status}
)
_EXPECTS: Mapping[FieldName, str] = MappingProxyType({"date": "date", "as_of": "date", "subject": "text"})
