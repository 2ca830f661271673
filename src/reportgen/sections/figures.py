"""The figures: pictures from files, with what they show in words for those who can't see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, cited, in_a_line, section


class Options(HeadedOptions):
    """The figures have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each picture with its caption and source; nothing where there are none."""
    blocks: list[Block] = []
    for picture in brief.figures:
        said = cited(brief, picture.sources, words, picture.source)
        blocks.append(replace(picture.figure, id=picture.id or ""))
        blocks.extend(in_a_line(said, picture.source, role="table-note"))
    yield from section(None, options, words.heading("figures"), blocks, brief.key_at("figures"))
