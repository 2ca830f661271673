"""Who wants what: a table of the parties' positions by issue, in which a gap is said aloud."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Position
from ..document import Block, Paragraph
from ..languages import Words
from ..pieces.positions import by_party, ground, stakeholders
from . import HeadedOptions, Inlines, fact, in_a_line, section, table


class Options(HeadedOptions):
    """The positions have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each issue and a column for each party and other actor with a position; nothing without."""
    parties = stakeholders(brief)
    if not any(issue.positions or issue.shared_position for issue in brief.issues) or not parties:
        return
    source = brief.key_at("issues")
    heads: tuple[str | Inlines, ...] = (words.label("issue"), *(actor.name.inlines for actor in parties.values()))
    rows = (row for issue in brief.issues for row in by_party(issue, brief, words, _below))
    shares = (1.1, *(1.6 for _ in parties))
    yield from section(None, options, words.heading("positions"), table(heads, rows, shares, source), source)


def _below(position: Position, brief: Brief, words: Words) -> Iterator[Paragraph]:
    source = position.source
    for key in ("interests", "red_line", "batna", "target"):
        yield from in_a_line(fact(words.label(key), getattr(position, key), source), source)
    yield from in_a_line(ground(position, brief, words), source)
