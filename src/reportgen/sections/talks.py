"""The talks: what is said of them as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import SectionOptions, lead_in, prose, section


class Options(SectionOptions):
    """The talks have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the section on the talks; nothing where the brief has no text on them."""
    if brief.talks and brief.talks.text:
        blocks = (*lead_in(options), *prose(brief.talks.text))
        yield section(brief.talks.title, options, words.talks, blocks, brief.talks.source)
