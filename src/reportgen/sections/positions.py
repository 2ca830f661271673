"""Who wants what: a table of the parties' positions by issue, in which a gap is said aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief, Issue, Position, SharedPosition
from ..document import Block, Cell, Paragraph, Row
from ..languages import Words
from ..located import Scalar
from . import HeadedOptions, Inlines, cell, cited, fact, in_a_line, missing, names, plain, section, table


class Options(HeadedOptions):
    """The positions have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each issue and a column for each party and other actor with a position; nothing without."""
    stated = {key: brief.actors[key] for issue in brief.issues for key in issue.positions}
    shared = {key: brief.actors[key] for issue in brief.issues for key in _sharers(issue)}
    parties = {**brief.parties, **stated, **shared}
    if not any(issue.positions or issue.shared_position for issue in brief.issues) or not parties:
        return
    source = brief.key_at("issues")
    heads: tuple[str | Inlines, ...] = (words.label("issue"), *(actor.name.inlines for actor in parties.values()))
    rows = (row for issue in brief.issues for row in _rows(issue, brief, tuple(parties), words))
    yield from section(
        None, options, words.heading("positions"), table(heads, rows, (1.1, *(1.6 for _ in parties)), source), source
    )


def _sharers(issue: Issue) -> tuple[Scalar, ...]:
    return issue.shared_position.parties if issue.shared_position else ()


def _rows(issue: Issue, brief: Brief, parties: tuple[Scalar, ...], words: Words) -> Iterator[Row]:
    """Return an issue's row with what each party wants, and one across for what several want alike."""
    own = tuple(_cell(issue, issue.positions.get(party), brief, words) for party in parties)
    title = cell(issue.title.inlines, issue.source, header=True)
    if issue.shared_position is None:
        yield Row(cells=(title, *own), source=issue.source)
        return
    across = _shared(issue.shared_position, brief, len(parties), words)
    if issue.positions:
        yield Row(cells=(replace(title, rows=2), *own), source=issue.source)
        yield Row(cells=(across,), source=issue.source)
    else:
        yield Row(cells=(title, across), source=issue.source)


def _cell(issue: Issue, position: Position | None, brief: Brief, words: Words) -> Cell:
    """Return a position as it is worded, how firmly it is held, and under it what is known of it."""
    if position is None:
        return cell(missing(words, issue.source), issue.source)
    return cell(_held(position, words), position.source, *_below(position, brief, words))


def _held(position: Position | SharedPosition, words: Words) -> Inlines:
    strength = words.value("strength", position.strength)
    return (*position.position.inlines, *(plain(f" ({strength})", position.source) if strength else ()))


def _below(position: Position, brief: Brief, words: Words) -> Iterator[Paragraph]:
    source = position.source
    for key in ("interests", "red_line", "batna", "target"):
        yield from in_a_line(fact(words.label(key), getattr(position, key), source), source)
    yield from in_a_line(_ground(position, brief, words), source)


def _ground(position: Position | SharedPosition, brief: Brief, words: Words) -> Iterator[Inlines]:
    """Return how sure we are of a position, as of which day, and by which source."""
    source = position.source
    if isinstance(position, Position):
        yield from fact(words.label("confidence"), words.value("confidence", position.confidence), source)
    yield from fact(words.label("as_of"), words.on(position.as_of) if position.as_of else "", source)
    yield from cited(brief, position.sources, words, source)


def _shared(shared: SharedPosition, brief: Brief, columns: int, words: Words) -> Cell:
    """Return a cell across all parties with what those named, or all of them, want alike."""
    source = shared.source
    who = names(brief, shared.parties or brief.parties, source) or plain(words.label("shared_position"), source)
    inlines = (*who, *plain(": ", source), *_held(shared, words))
    return replace(cell(inlines, source, *in_a_line(_ground(shared, brief, words), source)), columns=columns)
