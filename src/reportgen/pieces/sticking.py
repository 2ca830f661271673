"""Where talks are stuck: points told in a sentence, of one issue or of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief, Issue, Line, StickingPoint, StickingPoints
from ..diagnostics import Source
from ..document import Block, ListItem, Strong
from ..languages import Words
from .inlines import Inlines, fact, plain, titles
from .paragraphs import bullets, in_a_line, item, leading_in


def sticking_points(brief: Brief, words: Words) -> Iterator[Block]:
    """Return the sticking points of the issues, then the others, in a list with what leads it in; nothing for none."""
    frame = brief.sticking_points or StickingPoints()
    source = frame.source if brief.sticking_points else brief.key_at("issues")
    stuck = [item for issue in brief.issues for item in _of(issue)]
    points = [_point(point, brief, words) for point in frame.points]
    yield from leading_in(frame.further)
    yield from bullets([*stuck, *points], source)


def _of(issue: Issue) -> Iterator[ListItem]:
    """Return an issue's sticking point as a bullet, named by the issue's id where nothing else is; none without one."""
    point = issue.sticking_point
    if point:
        made = item(_titled(point.title or issue.title, point.text, point.source), point.source)
        yield made if issue.is_told else replace(made, id=issue.id, label=issue.title.text)


def _point(point: StickingPoint, brief: Brief, words: Words) -> ListItem:
    """Return a sticking point as a bullet, with what must be done first and the issues it is about under it."""
    source = point.source
    inlines = _titled(point.title, point.text, source) if point.title else point.text.inlines
    facts = (
        *fact(words.label("precondition"), point.precondition, source),
        *fact(words.label("issues"), titles(brief, point.issues, source), source),
    )
    label = point.title.text if point.title else ""
    return replace(item(inlines, source, *in_a_line(facts, source)), id=point.id or "", label=label)


def _titled(title: Line, text: Line, source: Source) -> Inlines:
    bold = Strong(inlines=(*title.inlines, *plain(":", source)), source=source)
    return (bold, *plain(" ", source), *text.inlines)
