"""The sources: what the memo rests on, and how reliable each is."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, CitedSource
from ..document import Bibliography, BibliographyEntry, Block
from ..languages import Words
from . import HeadedOptions, addressed, fact, in_a_line, section

Options = HeadedOptions
"""The sources have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the sources in the author's order, which a citation style may change; nothing where there are none."""
    entries = tuple(_entry(key, source, words) for key, source in brief.sources.items())
    source = brief.key_at("sources")
    blocks = (Bibliography(entries=entries, source=source),) if entries else ()
    yield from section(None, options, words.heading("sources"), blocks, source, numbered=False)


def _entry(key: str, given: CitedSource, words: Words) -> BibliographyEntry:
    """Return a source with what is known of it below."""
    source = given.source
    facts = (
        *fact(words.label("accessed"), words.on(given.accessed) if given.accessed else "", source),
        *fact(words.label("grade"), str(given.grade or ""), source),
        *fact(words.label("classification"), given.classification, source),
    )
    below = tuple(in_a_line(facts, source))
    return BibliographyEntry(id=str(key), inlines=addressed(given, words), blocks=below, source=source)
