"""The conflict: what is said of it, and the territories it is about."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Conflict, Territory
from ..document import Block, Row
from ..languages import Words, worded
from . import HeadedOptions, Inlines, cell, cited, fact, in_a_line, missing, names, prose, row, section, table

Options = HeadedOptions
"""The conflict has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the text on the conflict, its facts, and a table of territories; nothing where the brief has none."""
    conflict = brief.conflict
    if conflict:
        heads = (words.label("territory"), words.label("status"), words.label("controller"))
        rows = (_row(territory, brief, words) for territory in conflict.territories)
        blocks = (
            *prose(conflict.text),
            *in_a_line(_facts(conflict, brief, words), conflict.source),
            *table(heads, rows, (1.0, 1.4, 1.6), conflict.key_at("territories")),
        )
        yield from section(conflict.title, options, words.heading("conflict"), blocks, conflict.source)


def _facts(conflict: Conflict, brief: Brief, words: Words) -> Iterator[Inlines]:
    source = conflict.source
    yield from fact(words.label("parties"), names(brief, conflict.parties, source), source)
    yield from fact(words.label("since"), worded(conflict.since, words) if conflict.since else "", source)


def _row(territory: Territory, brief: Brief, words: Words) -> Row:
    """Return a territory's row: what it is, its status, and who controls it, as of which day and by which source."""
    source = territory.source
    controller = names(brief, (territory.controller,) if territory.controller else (), source)
    ground = (
        *fact(words.label("as_of"), words.on(territory.as_of) if territory.as_of else "", source),
        *cited(brief, territory.sources, words, source),
    )
    below = in_a_line((territory.text.inlines,) if territory.text else (), source)
    return row(
        source,
        cell(territory.name.inlines, source, header=True),
        cell(territory.status.inlines if territory.status else (), source, *below),
        cell(controller or missing(words, source), source, *in_a_line(ground, source)),
    )
