"""What is expected of the talks: milestones, and the outlook beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief, Milestone
from ..document import Block, ListItem
from ..languages import Words
from . import (
    HeadedOptions,
    bullets,
    fact,
    in_a_line,
    item,
    leading_in,
    likely,
    listed,
    plain,
    prose,
    section,
    when,
)

Options = HeadedOptions
"""The outcomes have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return milestones as a list between what leads them in and the outlook; nothing where there is none of them."""
    outcomes = brief.outcomes
    if outcomes:
        blocks = (
            *leading_in(outcomes.intro),
            *bullets((_item(milestone, brief, words) for milestone in outcomes.milestones), outcomes.source),
            *listed(words.label("not_expected"), outcomes.not_expected, outcomes.key_at("not_expected")),
            *prose(outcomes.outlook),
        )
        yield from section(outcomes.title, options, words.heading("outcomes"), blocks, outcomes.source)


def _item(milestone: Milestone, brief: Brief, words: Words) -> ListItem:
    """Return a milestone with its date, and under it how likely it is and by what it can be seen."""
    source = milestone.source
    due = when(milestone.due, brief, words)
    dated = (*plain(f" ({words.label('due')}: ", source), *due, *plain(")", source)) if due else ()
    facts = (
        *fact(words.label("likelihood"), likely(milestone.likelihood, brief, words), source),
        *fact(words.label("indicator"), milestone.indicator, source),
    )
    made = item((*milestone.text.inlines, *dated), milestone.text.source, *in_a_line(facts, source))
    return replace(made, id=milestone.id or "")
