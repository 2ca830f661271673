"""Who wants what: a table of the parties' positions by issue, in which a gap is said aloud."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Issue, Position
from ..brief.models.issues import Strength
from ..document import Block, Diagram, Paragraph, Scale, ScaleRow
from ..languages import Words
from ..pieces.positions import by_party, ground, stakeholders
from . import HeadedOptions, Inlines, fact, in_a_line, plain, section, table

STRENGTHS: tuple[Strength, ...] = ("open", "prefers", "advocates", "insists", "demands")
"""How firmly a position may be held, from the softest on."""


class Options(HeadedOptions):
    """With `scale`, a diagram shows how firmly each party holds its position on each issue."""

    scale: bool = False
    """Whether a diagram shows how firmly each party holds its position."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each issue and a column for each party and other actor with a position; nothing without."""
    parties = stakeholders(brief)
    if not any(issue.positions or issue.shared_position for issue in brief.issues) or not parties:
        return
    source = brief.key_at("issues")
    heads: tuple[str | Inlines, ...] = (words.label("issue"), *(actor.name.inlines for actor in parties.values()))
    rows = (row for issue in brief.issues for row in by_party(issue, brief, words, _below))
    shares = (1.1, *(1.6 for _ in parties))
    blocks = (*table(heads, rows, shares, source), *(_scale(brief, words) if options.scale else ()))
    yield from section(None, options, words.heading("positions"), blocks, source)


def _scale(brief: Brief, words: Words) -> Iterator[Diagram]:
    """Return where each party stands on each issue, from open to demanding; nothing where no strength is stated."""
    rows = tuple(made for issue in brief.issues if (made := _on_scale(issue, brief)).marks)
    if rows:
        source, caption = brief.key_at("issues"), words.caption("positions")
        steps = tuple(words.value("strength", strength) for strength in STRENGTHS)
        alt = f"{caption}: " + "; ".join(_told(made, steps) for made in rows)
        yield Diagram(drawn=Scale(steps=steps, rows=rows), alt=alt, caption=plain(caption, source), source=source)


def _on_scale(issue: Issue, brief: Brief) -> ScaleRow:
    held = {key: position.strength for key, position in issue.positions.items()}
    shared = issue.shared_position
    if shared:
        held |= {key: shared.strength for key in shared.parties or brief.parties if not held.get(key)}
    marks = ((brief.actors[key].name.text, STRENGTHS.index(strength)) for key, strength in held.items() if strength)
    return ScaleRow(text=issue.title.text, marks=tuple(marks), source=issue.title.source)


def _told(made: ScaleRow, steps: tuple[str, ...]) -> str:
    return f"{made.text}: " + ", ".join(f"{name} – {steps[step]}" for name, step in made.marks)


def _below(position: Position, brief: Brief, words: Words) -> Iterator[Paragraph]:
    source = position.source
    for key in ("interests", "red_line", "batna", "target"):
        yield from in_a_line(fact(words.label(key), getattr(position, key), source), source)
    yield from in_a_line(ground(position, brief, words), source)
