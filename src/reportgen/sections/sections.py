"""The author's own sections, in the author's order."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import SectionOptions, own_sections


class Options(SectionOptions):
    """The author's own sections have their own headings: a template sets nothing."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each section that has no other place under its title; nothing where the brief has none."""
    yield from own_sections((free for free in brief.sections if not (free.before or free.after)), brief, words)
