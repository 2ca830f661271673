"""Who wants what: the rows of tables with a column for each party."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..brief.models import Actor, Brief, Issue, Position, SharedPosition
from ..document import Block, Cell, Row
from ..languages import Words
from ..located import Scalar
from .inlines import Inlines, fact, missing, names, plain
from .paragraphs import in_a_line
from .sources import cited
from .tables import cell


def stakeholders(brief: Brief) -> dict[Scalar, Actor]:
    """Return the parties, then other actors with a position on some issue, by their ids; empty for none."""
    stated = {key: brief.actors[key] for issue in brief.issues for key in issue.positions}
    shared = {key: brief.actors[key] for issue in brief.issues for key in _sharers(issue)}
    return {**brief.parties, **stated, **shared}


def _sharers(issue: Issue) -> tuple[Scalar, ...]:
    return issue.shared_position.parties if issue.shared_position else ()


def by_party(
    issue: Issue,
    brief: Brief,
    words: Words,
    below: Callable[[Position, Brief, Words], Iterable[Block]],
    more: tuple[Cell, ...] = (),
) -> Iterator[Row]:
    """Return an issue's row with what each party wants, and one across for what several want alike.

    Under each position stands what `below` says of it; `more` are cells after those of the parties.
    """
    parties, source = stakeholders(brief), issue.source
    own = tuple(_cell(issue, issue.positions.get(party), brief, words, below) for party in parties)
    title = cell(issue.title.inlines, source, header=True)
    if issue.shared_position is None or not parties:
        yield Row(cells=(title, *own, *more), source=source)
        return
    across = _shared(issue.shared_position, brief, len(parties), words)
    if issue.positions:
        both = tuple(replace(one, rows=2) for one in (title, *more))
        yield Row(cells=(both[0], *own, *both[1:]), source=source)
        yield Row(cells=(across,), source=source)
    else:
        yield Row(cells=(title, across, *more), source=source)


def _cell(
    issue: Issue,
    position: Position | None,
    brief: Brief,
    words: Words,
    below: Callable[[Position, Brief, Words], Iterable[Block]],
) -> Cell:
    """Return a position as it is worded, how firmly it is held, and under it what is known of it."""
    if position is None:
        return cell(missing(words, issue.source), issue.source)
    return cell(held(position, words), position.source, *below(position, brief, words))


def held(position: Position | SharedPosition, words: Words) -> Inlines:
    """Return a position as it is worded, and how firmly it is held."""
    strength = words.value("strength", position.strength)
    return (*position.position.inlines, *(plain(f" ({strength})", position.source) if strength else ()))


def ground(position: Position | SharedPosition, brief: Brief, words: Words) -> Iterator[Inlines]:
    """Return how sure we are of a position, as of which day, and by which source; nothing where that is open."""
    source = position.source
    if isinstance(position, Position):
        yield from fact(words.label("confidence"), words.value("confidence", position.confidence), source)
    yield from fact(words.label("as_of"), words.on(position.as_of) if position.as_of else "", source)
    yield from cited(brief, position.sources, words, source)


def _shared(shared: SharedPosition, brief: Brief, columns: int, words: Words) -> Cell:
    """Return a cell across all parties with what those named, or all of them, want alike."""
    source = shared.source
    inlines = (*sharing(shared, brief, words), *plain(": ", source), *held(shared, words))
    return replace(cell(inlines, source, *in_a_line(ground(shared, brief, words), source)), columns=columns)


def sharing(shared: SharedPosition, brief: Brief, words: Words) -> Inlines:
    """Return the names of those who share a position: those named, else all parties."""
    who = names(brief, shared.parties or brief.parties, shared.source)
    return who or plain(words.label("shared_position"), shared.source)
