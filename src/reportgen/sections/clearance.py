"""The clearance: who drafted and approved the memo, and what other offices said to it."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Clearance, Person
from ..diagnostics import Source
from ..document import Block, Field, FieldList, Paragraph, Row
from ..languages import Words
from . import HeadedOptions, cell, missing, plain, row, section, table


class Options(HeadedOptions):
    """Whether drafters and approvers are named: a signature block may do that."""

    people: bool = True
    """Whether drafters and approvers are named."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return who drafted and approved the memo, and a table of clearances; nothing where there is none of them."""
    source = brief.key_at("clearances")
    named = (("drafted_by", brief.drafted_by), ("approved_by", brief.approved_by)) if options.people else ()
    fields = tuple(field for key, people in named for field in _people(key, people, words))
    heads = (words.label(key) for key in ("office", "name", "result", "date"))
    blocks = (
        *((FieldList(fields=fields, source=source),) if fields else ()),
        *table(heads, (_row(one, words) for one in brief.clearances), (1.4, 1.2, 1.0, 1.0), source),
    )
    yield from section(None, options, words.heading("clearance"), blocks, source)


def _people(key: str, people: tuple[Person, ...], words: Words) -> Iterator[Field]:
    if people:
        source = people[0].source
        paragraphs = tuple(_paragraph(person, person.source) for person in people)
        yield Field(label=plain(words.label(key), source), blocks=paragraphs, source=source)


def _paragraph(person: Person, source: Source) -> Paragraph:
    office = (*plain(", ", source), *person.office.inlines) if person.office else ()
    return Paragraph(inlines=(*person.name.inlines, *office), source=source)


def _row(one: Clearance, words: Words) -> Row:
    source, unknown = one.source, missing(words, one.source)
    result = words.value("clearance", one.result)
    return row(
        source,
        cell(one.office.inlines, source, header=True),
        cell(one.name.inlines if one.name else unknown, source),
        cell(plain(result, source) if result else unknown, source),
        cell(plain(words.on(one.date), source) if one.date else unknown, source),
    )
