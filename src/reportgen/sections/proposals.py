"""The proposals: what was put on the table, by whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Issue, Point, Proposal, Proposals
from ..document import Block, Cell, ListItem, NumberedList, Row, Section
from ..languages import Words, worded
from . import (
    HeadedOptions,
    Inlines,
    bullets,
    cell,
    cited,
    fact,
    in_a_line,
    item,
    leading_in,
    missing,
    names,
    plain,
    prose,
    row,
    section,
    table,
    titles,
)


class Options(HeadedOptions):
    """With `compared`, points of several proposals stand in one table by issue, rather than under each proposal."""

    compared: bool = False
    """Whether points of several proposals stand in one table by issue."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each proposal under its title, then the table, if one is asked for; nothing where there are none."""
    given = brief.proposals
    if given:
        compared = [one for one in given.items if one.points] if options.compared else []
        listed = len(compared) < 2
        blocks = (
            *leading_in(given.intro),
            *(_proposal(proposal, brief, listed, words) for proposal in given.items),
            *(() if listed else _compared(given, compared, brief, words)),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("proposals"), blocks, given.source)


def _proposal(proposal: Proposal, brief: Brief, listed: bool, words: Words) -> Section:
    points = tuple(_point(point, brief, words) for point in proposal.points if listed)
    blocks = (
        *in_a_line(_facts(proposal, brief, words), proposal.source),
        *prose(proposal.text),
        *((NumberedList(items=points, source=proposal.key_at("points")),) if points else ()),
        *in_a_line(cited(brief, proposal.sources, words, proposal.source), proposal.source),
    )
    return Section(heading=proposal.title.inlines, blocks=blocks, id=proposal.id or "", source=proposal.source)


def _facts(proposal: Proposal, brief: Brief, words: Words) -> Iterator[Inlines]:
    source = proposal.source
    earlier = {other.id: other.title.inlines for other in (brief.proposals.items if brief.proposals else ())}
    yield from fact(words.label("tabled_by"), names(brief, proposal.tabled_by, source), source)
    yield from fact(words.label("date"), worded(proposal.date, words) if proposal.date else "", source)
    yield from fact(words.label("version"), str(proposal.version or ""), source)
    yield from fact(words.label("supersedes"), earlier[proposal.supersedes] if proposal.supersedes else (), source)
    yield from fact(words.label("status"), words.value("proposal_status", proposal.status), source)


def _point(point: Point, brief: Brief, words: Words) -> ListItem:
    facts = (
        *fact(words.label("issues"), titles(brief, point.issues, point.source), point.source),
        *fact(words.label("status"), words.value("proposal_status", point.status), point.source),
    )
    return item(point.text.inlines, point.text.source, *in_a_line(facts, point.source))


def _compared(given: Proposals, proposals: list[Proposal], brief: Brief, words: Words) -> Iterator[Block]:
    """Return a row for each issue that a point is about, one for points about none, and a column for each proposal."""
    heads: tuple[str | Inlines, ...] = (words.label("issue"), *(one.title.inlines for one in proposals))
    rows = (row for issue in (*brief.issues, None) for row in _row(issue, proposals, given, words))
    yield from table(heads, rows, (1.0, *(1.6 for _ in proposals)), given.source)


def _row(issue: Issue | None, proposals: list[Proposal], given: Proposals, words: Words) -> Iterator[Row]:
    """Return what each proposal says on an issue, or besides all issues; nothing where none says anything."""
    found = [[point for point in one.points if _is_about(point, issue)] for one in proposals]
    if any(found):
        title = issue.title.inlines if issue else plain(words.label("other_points"), given.source)
        cells = (_cell(points, one, words) for points, one in zip(found, proposals, strict=True))
        yield row(given.source, cell(title, given.source, header=True), *cells)


def _is_about(point: Point, issue: Issue | None) -> bool:
    return issue.id in point.issues if issue else not point.issues


def _cell(points: list[Point], proposal: Proposal, words: Words) -> Cell:
    """Return what a proposal says on an issue: one point as it is, several as a list, none said aloud."""
    source = proposal.source
    items = [item(point.text.inlines, point.source, *_status(point, words)) for point in points]
    if len(items) == 1:
        return Cell(blocks=items[0].blocks, source=source)
    return cell((), source, *bullets(items, source)) if items else cell(missing(words, source), source)


def _status(point: Point, words: Words) -> Iterator[Block]:
    status = fact(words.label("status"), words.value("proposal_status", point.status), point.source)
    yield from in_a_line(status, point.source)
