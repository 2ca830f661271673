"""The submission: the matter, what the addressee is asked for, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief, Submission
from ..document import Block, Paragraph, Section
from ..languages import Words
from . import SectionOptions, hole, plain, prose

Head = Literal["issue", "recommendation", "timing"]


class Options(SectionOptions):
    """Which heads there are, in which order; those of `required` are holes while they are open."""

    heads: tuple[Head, ...] = ("issue", "recommendation", "timing")
    """Which heads there are, in this order."""
    required: tuple[Head, ...] = ()
    """Those that are holes while they are open."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each head as a section; nothing for those that are open and may stay so."""
    given = brief.submission or Submission()
    for head in options.heads:
        source, label = given.key_at(head) if brief.submission else brief.source, words.label(head)
        blocks = prose(getattr(given, head))
        if not blocks and head in options.required:
            blocks = (Paragraph(inlines=hole(label, "text", source), source=source),)
        if blocks:
            yield Section(heading=plain(label, source), blocks=blocks, source=source)
