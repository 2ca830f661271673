"""The sources: what the memo rests on, and how reliable each is."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, CitedSource
from ..document import Block, Link, ListItem
from ..languages import Words
from . import HeadedOptions, Inlines, bullets, fact, in_a_line, item, plain, section


class Options(HeadedOptions):
    """The sources have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a list of the sources in the author's order; nothing where there are none."""
    items = (_item(key, source, words) for key, source in brief.sources.items())
    source = brief.key_at("sources")
    yield from section(None, options, words.heading("sources"), bullets(items, source), source)


def _item(key: str, given: CitedSource, words: Words) -> ListItem:
    """Return a source as the author cites it, else by its title or id, its address, and what is known of it."""
    source = given.source
    title = str(given.csl.get("title") or key)
    inlines: Inlines = given.citation.inlines if given.citation else plain(title, source)
    if given.url:
        link = Link(inlines=plain(given.url, source), target=given.url, source=source)
        inlines = (*inlines, *plain(" ", source), link)
    facts = (
        *fact(words.label("accessed"), words.on(given.accessed) if given.accessed else "", source),
        *fact(words.label("grade"), str(given.grade or ""), source),
        *fact(words.label("classification"), given.classification, source),
    )
    return item(inlines, source, *in_a_line(facts, source))
