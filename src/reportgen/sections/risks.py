"""The risks: how likely and how grave each is, what is done about it, and who sees to it."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Risk
from ..document import Block, Row
from ..languages import Words
from . import HeadedOptions, cell, leading_in, missing, plain, prose, row, section, table


class Options(HeadedOptions):
    """The risks have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each risk; nothing where there are none."""
    given = brief.risks
    if given:
        heads = (words.label(key) for key in ("risk", "likelihood", "impact", "mitigation", "owner"))
        rows = (_row(risk, words) for risk in given.items)
        blocks = (
            *leading_in(given.intro),
            *table(heads, rows, (1.8, 0.9, 0.8, 1.6, 0.9), given.key_at("items")),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("risks"), blocks, given.source)


def _row(risk: Risk, words: Words) -> Row:
    source = risk.source
    ratings = (words.value("rating", word) for word in (risk.likelihood, risk.impact))
    lines = (risk.mitigation, risk.owner)
    return row(
        source,
        cell(risk.text.inlines, risk.text.source, header=True),
        *(cell(plain(rating, source) if rating else missing(words, source), source) for rating in ratings),
        *(cell(line.inlines if line else missing(words, source), source) for line in lines),
    )
