"""The annexes, each under a heading of its own, with the tables, charts and figures that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from ..brief.models import Brief
from ..document import Block, Section
from ..languages import Words
from . import SectionOptions, exhibits, plain, prose


class Options(SectionOptions):
    """The annexes have their own headings: a template sets nothing."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the annexes, told apart by letters where there are several; nothing where there are none."""
    for at, annex in enumerate(brief.annexes):
        letter = _letter(at) if len(brief.annexes) > 1 else ""
        label = " ".join(filter(None, (words.label("annex"), letter)))
        heading = (*plain(f"{label}. ", annex.source), *annex.title.inlines)
        blocks = (*prose(annex.text), *exhibits(annex, brief, words))
        yield Section(heading=heading, blocks=blocks, id=str(annex.id or ""), source=annex.source)


def _letter(at: int) -> str:
    """Return the letter of an annex: A to Z, then AA and so on."""
    before, letter = divmod(at, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[letter]
