"""The risks: how likely and how grave each is, what is done about it, and who sees to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief, Risk, Risks
from ..brief.models.issues import Rating
from ..diagnostics import Source
from ..document import Block, Paragraph, Row, Table
from ..document.blocks import Tone
from ..languages import Words
from . import HeadedOptions, cell, leading_in, missing, plain, prose, row, section, table

RATINGS: tuple[Rating, ...] = ("low", "medium", "high")
TONES: tuple[Tone, ...] = ("good", "fair", "poor", "bad", "bad")
"""The grounds of the grid, by how many steps likelihood and impact are above low together."""


class Options(HeadedOptions):
    """With `grid`, a table shows the risks by their likelihood and impact, on grounds from light to dark."""

    grid: bool = False
    """Whether a table shows the risks by likelihood and impact."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each risk; nothing where there are none."""
    given = brief.risks
    if given:
        heads = (words.label(key) for key in ("risk", "likelihood", "impact", "mitigation", "owner"))
        rows = (_row(risk, words) for risk in given.items)
        blocks = (
            *leading_in(given.intro),
            *(_grid(given, words) if options.grid else ()),
            *table(heads, rows, (1.8, 0.9, 0.8, 1.6, 0.9), given.key_at("items")),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("risks"), blocks, given.source)


def _grid(given: Risks, words: Words) -> Iterator[Table]:
    """Return the rated risks, more likely ones higher, graver ones further right; nothing where none is rated."""
    source = given.key_at("items")
    rated = [risk for risk in given.items if risk.likelihood and risk.impact]
    heads = [f"{words.label('impact')}: {words.value('rating', rating)}" for rating in RATINGS]
    rows = (_likely(at, rated, words, source) for at in reversed(range(len(RATINGS))) if rated)
    for made in table(("", *heads), rows, (1.0, 1.3, 1.3, 1.3), source):
        yield replace(made, caption=plain(words.caption("risks"), source))


def _likely(at: int, rated: list[Risk], words: Words, source: Source) -> Row:
    """Return the row of the risks that are so likely, by their impact."""
    head = f"{words.label('likelihood')}: {words.value('rating', RATINGS[at])}"
    cells = []
    for column, impact in enumerate(RATINGS):
        here = [risk for risk in rated if (risk.likelihood, risk.impact) == (RATINGS[at], impact)]
        found = [Paragraph(inlines=risk.text.inlines, source=risk.text.source) for risk in here]
        cells.append(replace(cell((), source, *found), tone=TONES[at + column]))
    return row(source, cell(plain(head, source), source, header=True), *cells)


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
