"""The issue matrix: position and red line of each party, and how each issue stands, in word and colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from ..brief.models import Brief, Issue, Position
from ..document import Block, Cell, Paragraph, Row, Tone
from ..languages import Words
from ..pieces.positions import by_party, stakeholders
from . import HeadedOptions, Inlines, capital, cell, fact, in_a_line, missing, plain, section, table

Facet = Literal["interests", "red_line", "batna", "target"]

TONES: Mapping[str, Tone] = MappingProxyType(
    {
        "agreed": "good",
        "agreed_in_principle": "fair",
        "narrowing": "fair",
        "open": "plain",
        "disputed": "poor",
        "stalled": "bad",
    }
)
"""How good or bad each status of an issue is."""


class Options(HeadedOptions):
    """What is told below each position."""

    facets: tuple[Facet, ...] = ("red_line",)
    """What is told below each position, in this order."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each issue, with a column for each party and one for the status.

    Nothing where no issue has a position or a status.
    """
    if not any(issue.positions or issue.shared_position or issue.status for issue in brief.issues):
        return
    parties, source = stakeholders(brief), brief.key_at("issues")
    heads: tuple[str | Inlines, ...] = (words.label("issue"), *(actor.name.inlines for actor in parties.values()))
    rows = (row for issue in brief.issues for row in _rows(issue, brief, options, words))
    made = table((*heads, words.label("status")), rows, (1.1, *(1.6 for _ in parties), 1.3), source)
    yield from section(None, options, words.heading("issue-matrix"), made, source)


def _rows(issue: Issue, brief: Brief, options: Options, words: Words) -> Iterator[Row]:
    def below(position: Position, brief: Brief, words: Words) -> Iterator[Paragraph]:
        for key in options.facets:
            yield from in_a_line(fact(words.label(key), getattr(position, key), position.source), position.source)

    yield from by_party(issue, brief, words, below, (_status(issue, words),))


def _status(issue: Issue, words: Words) -> Cell:
    """Return how an issue stands and, under it, how contentious it is."""
    source = issue.key_at("status")
    status = capital(words.value("issue_status", issue.status))
    rating = fact(words.label("contentiousness"), words.value("rating", issue.contentiousness), source)
    inlines = plain(status, source) if status else missing(words, source)
    return replace(cell(inlines, source, *in_a_line(rating, source)), tone=TONES.get(issue.status or "", "plain"))
