"""Issues and sticking points: those told at length one by one, then those told in a sentence as a list."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Issue, Line, StickingPoint, StickingPoints
from ..diagnostics import Source
from ..document import Block, ListItem, Strong
from ..languages import Words
from . import (
    HeadedOptions,
    Inlines,
    bullets,
    fact,
    in_a_line,
    item,
    leading_in,
    listed,
    plain,
    prose,
    run_in,
    section,
    titles,
    under_label,
)


class Options(HeadedOptions):
    """With `run_in_titles`, the text of an issue begins with the issue's title in bold."""

    run_in_titles: bool = False


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the issues' texts and sticking points in the order of the brief; nothing where there are none."""
    frame = brief.sticking_points or StickingPoints()
    source = frame.source if brief.sticking_points else brief.key_at("issues")
    stuck = [item for issue in brief.issues for item in _stuck(issue)]
    points = [_point(point, brief, words) for point in frame.points]
    told = tuple(block for issue in brief.issues for block in _told(issue, brief, options, words))
    blocks = (
        *prose(frame.intro),
        *told,
        *leading_in(frame.further),
        *bullets([*stuck, *points], source),
        *prose(frame.closing),
    )
    yield from section(frame.title, options, words.heading("issues"), blocks, source)


def _told(issue: Issue, brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return what is told of an issue at length; its title comes first if that is asked for."""
    source = issue.source
    blocks = (
        *prose(issue.text),
        *in_a_line(fact(words.label("scope"), issue.scope, source), source),
        *under_label(words.label("common_ground"), issue.common_ground, source),
        *under_label(words.label("implications"), issue.implications, source),
        *in_a_line(_links(issue, brief, words), source),
        *listed(words.label("gaps"), issue.gaps, source),
    )
    yield from run_in(issue.title.inlines, blocks, source) if options.run_in_titles else blocks


def _links(issue: Issue, brief: Brief, words: Words) -> Iterator[Inlines]:
    """Return those links to other issues of which the author says something."""
    for link in issue.linkage:
        if link.text:
            label = words.value("linkage", link.kind)
            named = (*titles(brief, (link.issue,), link.source), *plain(" – ", link.source), *link.text.inlines)
            yield from fact(label[:1].upper() + label[1:], named, link.source)


def _stuck(issue: Issue) -> Iterator[ListItem]:
    """Return an issue's sticking point as a bullet; none where it has none."""
    point = issue.sticking_point
    if point:
        yield item(_titled(point.title or issue.title, point.text, point.source), point.source)


def _point(point: StickingPoint, brief: Brief, words: Words) -> ListItem:
    """Return a sticking point as a bullet, with what must be done first and the issues it is about under it."""
    source = point.source
    inlines = _titled(point.title, point.text, source) if point.title else point.text.inlines
    facts = (
        *fact(words.label("precondition"), point.precondition, source),
        *fact(words.label("issues"), titles(brief, point.issues, source), source),
    )
    return item(inlines, source, *in_a_line(facts, source))


def _titled(title: Line, text: Line, source: Source) -> Inlines:
    bold = Strong(inlines=(*title.inlines, *plain(":", source)), source=source)
    return (bold, *plain(" ", source), *text.inlines)
