"""Who wants what: a table of the parties' positions by issue, in which a gap is said aloud."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Issue, Position
from ..diagnostics import Source
from ..document import Block, Cell, Column, Inline, Paragraph, Row, Span, Table
from ..languages import Words
from ..located import Scalar
from . import HeadedOptions, plain, section


class Options(HeadedOptions):
    """The positions have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each issue and a column for each party and other actor with a position; nothing without."""
    stated = {key: brief.actors[key] for issue in brief.issues for key in issue.positions}
    parties = {**brief.parties, **stated}
    if not any(issue.positions for issue in brief.issues):
        return
    source = brief.key_at("issues")
    names = (plain(words.issue, source), *(actor.name.inlines for actor in parties.values()))
    table = Table(
        columns=(Column(share=1.1), *(Column(share=1.6) for _ in parties)),
        head=(Row(cells=tuple(_cell(name, source, header=True) for name in names), source=source),),
        body=tuple(_row(issue, tuple(parties), words) for issue in brief.issues),
        source=source,
    )
    yield from section(None, options, words.positions, (table,), source)


def _row(issue: Issue, parties: tuple[Scalar, ...], words: Words) -> Row:
    title = _cell(issue.title.inlines, issue.source, header=True)
    cells = (_cell(_position(issue.positions.get(party), issue.source, words), issue.source) for party in parties)
    return Row(cells=(title, *cells), source=issue.source)


def _position(position: Position | None, source: Source, words: Words) -> tuple[Inline, ...]:
    """Return a position as it is worded and, in brackets, how firmly it is held."""
    if position is None:
        return (Span(inlines=plain(words.not_stated, source), role="missing", source=source),)
    strength = plain(f" ({words.word(position.strength)})", position.source) if position.strength else ()
    return (*position.position.inlines, *strength)


def _cell(inlines: tuple[Inline, ...], source: Source, header: bool = False) -> Cell:
    return Cell(blocks=(Paragraph(inlines=inlines, source=source),), header=header, source=source)
