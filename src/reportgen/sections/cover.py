"""The cover: a page of its own with title, authors, date and markings, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Line
from ..document import Block, Pages
from ..languages import Words
from ..pieces.head import FieldName, HeadOptions, embargoed, entitled, fields, kicker


class Options(HeadOptions):
    """The cover's organisation, where the brief names none, and its fields."""

    organisation: Line | None = None
    """The organisation, where the brief names none."""
    fields: tuple[FieldName, ...] = ("from", "date", "reference", "version", "status")


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a cover with embargo, organisation, document type and title, and the fields filled in or required."""
    blocks = (
        *embargoed(brief, words),
        *kicker(brief.organisation or options.organisation),
        *entitled(brief, options),
        *fields(brief, options, words),
    )
    yield Pages(form="cover", blocks=blocks, source=brief.title.source)
