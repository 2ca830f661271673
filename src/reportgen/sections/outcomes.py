"""What is expected of the talks: milestones, and the outlook beyond them."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Milestone
from ..document import Block, BulletList, Inline, ListItem, Paragraph
from ..languages import Words
from . import HeadedOptions, leading_in, plain, prose, section


class Options(HeadedOptions):
    """The outcomes have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return milestones as a list between what leads them in and the outlook; nothing where there is none of them."""
    outcomes = brief.outcomes
    if outcomes:
        items = tuple(_item(milestone, words) for milestone in outcomes.milestones)
        bullets = (BulletList(items=items, source=outcomes.source),) if items else ()
        blocks = (*leading_in(outcomes.intro), *bullets, *prose(outcomes.outlook))
        yield from section(outcomes.title, options, words.outcomes, blocks, outcomes.source)


def _item(milestone: Milestone, words: Words) -> ListItem:
    due: tuple[Inline, ...] = ()
    if milestone.due:
        due = plain(f" ({words.due}: {words.on(milestone.due)})", milestone.source)
    paragraph = Paragraph(inlines=(*milestone.text.inlines, *due), source=milestone.text.source)
    return ListItem(blocks=(paragraph,), source=milestone.source)
