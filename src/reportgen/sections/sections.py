"""The author's own sections, in the author's order."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block, Section
from ..languages import Words
from . import SectionOptions


class Options(SectionOptions):
    """The author's own sections have their own headings: a template sets nothing."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each section under its title; nothing where the brief has none."""
    for free in brief.sections:
        yield Section(heading=free.title.inlines, blocks=free.text.blocks, source=free.source)
