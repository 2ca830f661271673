"""The meeting: whom the addressee meets, what each side wants, and what is to be said, head by head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief, Line, Meeting, Prose
from ..diagnostics import Source
from ..document import Block, Field, FieldList, Paragraph, Section
from ..languages import Words
from . import HeadedOptions, Inlines, bullets, hole, item, named, plain, prose, section

Head = Literal[
    "our_objectives",
    "points_to_make",
    "tactical_arguments",
    "their_objectives",
    "our_response",
    "press_line",
    "background",
]


class Options(HeadedOptions):
    """Which heads there are, in which order; those of `required` are holes while they are open.

    With `top`, the heads are sections of the memo, rather than sections under one on the meeting.
    """

    heads: tuple[Head, ...] = (
        "our_objectives",
        "points_to_make",
        "tactical_arguments",
        "their_objectives",
        "our_response",
        "press_line",
        "background",
    )
    """Which heads there are, in this order."""
    required: tuple[Head, ...] = ()
    """Those that are holes while they are open."""
    top: bool = False
    """Whether the heads are sections of the memo, rather than of the meeting."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return with whom, where and when the meeting is, and each head; nothing where the brief has no meeting."""
    meeting = brief.meeting
    if meeting:
        fields = tuple(_fields(meeting, words))
        opening = (*((FieldList(fields=fields, source=meeting.source),) if fields else ()), *prose(meeting.text))
        heads = tuple(section for head in options.heads for section in _head(head, meeting, options, words))
        under = opening if options.top else (*opening, *heads)
        yield from section(meeting.title, options, words.heading("meeting"), under, meeting.source)
        yield from heads if options.top else ()


def _fields(meeting: Meeting, words: Words) -> Iterator[Field]:
    with_ = [named(person) for person in meeting.with_]
    venue = [meeting.venue.inlines] if meeting.venue else []
    date = [plain(words.on(meeting.date), meeting.key_at("date"))] if meeting.date else []
    for key, values in (("with", with_), ("venue", venue), ("date", date)):
        if values:
            yield _field(words.label(key), values, meeting.key_at(key))


def _field(label: str, values: list[Inlines], source: Source) -> Field:
    paragraphs = tuple(Paragraph(inlines=inlines, source=source) for inlines in values)
    return Field(label=plain(label, source), blocks=paragraphs, source=source)


def _head(head: Head, meeting: Meeting, options: Options, words: Words) -> Iterator[Section]:
    """Return a head with what stands under it; nothing where it is open and may stay so."""
    source, label = meeting.key_at(head), words.label(head)
    blocks = tuple(_under(getattr(meeting, head), source))
    if not blocks and head in options.required:
        blocks = (Paragraph(inlines=hole(label, "text", source), source=source),)
    if blocks:
        yield Section(heading=plain(label, source), blocks=blocks, source=source)


def _under(said: Prose | tuple[Line, ...] | None, source: Source) -> Iterator[Block]:
    """Return prose as it is, one line as a paragraph, several as a list."""
    if isinstance(said, Prose):
        yield from said.blocks
    elif said and len(said) == 1:
        yield Paragraph(inlines=said[0].inlines, source=said[0].source)
    elif said:
        yield from bullets((item(line.inlines, line.source) for line in said), source)
