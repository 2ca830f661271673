"""The proposals: who tabled what, when, and what became of each point."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Point, Proposal
from ..document import Block, ListItem, NumberedList, Section
from ..languages import Words, worded
from . import (
    HeadedOptions,
    Inlines,
    cited,
    fact,
    in_a_line,
    item,
    leading_in,
    names,
    prose,
    section,
    titles,
)


class Options(HeadedOptions):
    """The proposals have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each proposal under its title, with its points numbered; nothing where there are none."""
    given = brief.proposals
    if given:
        blocks = (
            *leading_in(given.intro),
            *(_proposal(proposal, brief, words) for proposal in given.items),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("proposals"), blocks, given.source)


def _proposal(proposal: Proposal, brief: Brief, words: Words) -> Section:
    points = tuple(_point(point, brief, words) for point in proposal.points)
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
