"""The glossary: what terms and acronyms mean."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block, Field, FieldList, Paragraph
from ..languages import Words
from . import HeadedOptions, plain, section

Options = HeadedOptions
"""The glossary has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the terms and what they mean, in the author's order; nothing where there are none."""
    source = brief.key_at("glossary")
    fields = tuple(
        Field(
            label=plain(term, line.source),
            blocks=(Paragraph(inlines=line.inlines, source=line.source),),
            source=line.source,
        )
        for term, line in brief.glossary.items()
    )
    blocks = (FieldList(fields=fields, source=source),) if fields else ()
    yield from section(None, options, words.heading("glossary"), blocks, source)
