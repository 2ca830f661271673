"""The positions compared, issue by issue: what each party wants, the common ground, how far apart they are."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Issue, Position
from ..document import Block, Cell, Section
from ..languages import Words
from ..located import Scalar
from ..pieces.positions import held, sharing, stakeholders
from . import HeadedOptions, Inlines, cell, fact, in_a_line, missing, plain, prose, row, section, table


class Options(HeadedOptions):
    """With `between`, common ground stands between two parties; else, or with more of them, behind what all want."""

    between: bool = True
    """Whether common ground stands between two parties."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a table for each issue on which somebody has a position, under the issue's title; nothing for none."""
    parties = tuple(stakeholders(brief))
    compared = [issue for issue in brief.issues if issue.positions or issue.shared_position]
    blocks = [_issue(issue, parties, brief, options, words) for issue in compared if parties]
    yield from section(None, options, words.heading("positions-comparison"), blocks, brief.key_at("issues"))


def _issue(issue: Issue, parties: tuple[Scalar, ...], brief: Brief, options: Options, words: Words) -> Section:
    source = issue.source
    heads: list[Inlines] = [brief.actors[party].name.inlines for party in parties]
    cells = [_position(issue, issue.positions.get(party), words) for party in parties]
    at = 1 if options.between and len(parties) == 2 else len(parties)
    heads.insert(at, plain(words.label("common_ground"), source))
    cells.insert(at, _common(issue, brief, words))
    compared = table(heads, [row(source, *cells)], (1.0 for _ in heads), source)
    distance = in_a_line(fact(words.label("distance"), issue.distance, source), source)
    return Section(heading=issue.title.inlines, blocks=(*compared, *distance), source=source)


def _position(issue: Issue, position: Position | None, words: Words) -> Cell:
    source = position.source if position else issue.source
    return cell(held(position, words) if position else missing(words, source), source)


def _common(issue: Issue, brief: Brief, words: Words) -> Cell:
    """Return what parties want alike and what they have in common besides, or that neither is stated."""
    shared, source = issue.shared_position, issue.source
    alike: Inlines = ()
    if shared:
        alike = (*sharing(shared, brief, words), *plain(": ", shared.source), *held(shared, words))
    below = prose(issue.common_ground)
    return cell(alike or (() if below else missing(words, source)), source, *below)
