"""The signature block: room to sign for those who answer for the memo, never parted nor alone on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief, Person
from ..document import Block, Field, PageBreak, Paragraph, SignatureBlock
from ..languages import Words
from . import SectionOptions, hole, named, plain

Part = Literal["from", "through", "drafted_by", "approved_by"]


class Options(SectionOptions):
    """Who signs; those of `required` are holes while nobody is named. It can stand on a page of its own."""

    parts: tuple[Part, ...] = ("drafted_by", "approved_by")
    """Who signs, in this order."""
    required: tuple[Part, ...] = ()
    """Those that are holes while nobody is named."""
    dated: bool = True
    """Whether there is room for the day."""
    new_page: bool = False
    """Whether it begins a page."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return room to sign for each person, with what each does; nothing where there is nobody."""
    fields = tuple(field for part in options.parts for field in _fields(part, brief, options, words))
    if fields:
        source = fields[0].source
        date = plain(words.label("date"), source) if options.dated else ()
        yield from (PageBreak(source=source),) if options.new_page else ()
        yield SignatureBlock(fields=fields, date=date, source=source)


def _fields(part: Part, brief: Brief, options: Options, words: Words) -> Iterator[Field]:
    """Return a field for each person of a part: each signs alone."""
    people: tuple[Person, ...] = getattr(brief, "from_" if part == "from" else part)
    signing = [(named(person), person.source) for person in people]
    label, place = words.label(part), brief.key_at(part)
    if not signing and part in options.required:
        signing = [(hole(label, "name", place), place)]
    for inlines, source in signing:
        paragraph = Paragraph(inlines=inlines, source=source)
        yield Field(label=plain(label, source), blocks=(paragraph,), source=source)
