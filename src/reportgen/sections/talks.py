"""The talks: what is said of them as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from . import HeadedOptions, prose, section


class Options(HeadedOptions):
    """The talks have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the section on the talks; nothing where the brief has no text on them."""
    if brief.talks and brief.talks.text:
        talks = brief.talks
        yield from section(talks.title, options, words.talks, prose(talks.text), talks.source)
