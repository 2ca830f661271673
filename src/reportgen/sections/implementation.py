"""The implementation: who has committed to what by when, how it is verified, and how far it is carried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..brief.models import Action, Brief, Commitment, Implementation
from ..document import Block, Row, Tone
from ..languages import Words
from . import (
    HeadedOptions,
    cell,
    fact,
    in_a_line,
    joined,
    leading_in,
    missing,
    names,
    plain,
    prose,
    row,
    section,
    table,
    when,
)

TONES: Mapping[str, Tone] = MappingProxyType(
    {"not_initiated": "bad", "minimal": "poor", "intermediate": "fair", "full": "good"}
)
"""How good or bad each status of a commitment is."""


class Options(HeadedOptions):
    """With `actions`, recommended actions that no commitment comes from have rows too."""

    actions: bool = False
    """Whether recommended actions that no commitment comes from have rows too."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each commitment, then for actions that are to be carried out; nothing where there are none."""
    given = brief.implementation or Implementation()
    source = given.source if brief.implementation else brief.key_at("recommendations")
    heads = (words.label(key) for key in ("commitment", "responsible", "due", "verification", "status"))
    rows = [_row(commitment, brief, words) for commitment in given.commitments]
    if options.actions:
        rows.extend(_planned(action, brief, words) for action in _uncommitted(given, brief))
    blocks = (
        *leading_in(given.intro),
        *table(heads, rows, (1.6, 1.0, 1.0, 1.3, 1.1), source),
        *prose(given.closing),
    )
    yield from section(given.title, options, words.heading("implementation"), blocks, source)


def _row(commitment: Commitment, brief: Brief, words: Words) -> Row:
    source, unknown = commitment.source, missing(words, commitment.source)
    indicator = fact(words.label("indicator"), commitment.indicator, source)
    verification = commitment.verification.inlines if commitment.verification else ()
    status = words.value("implementation_status", commitment.status)
    evidence = (commitment.evidence.inlines,) if commitment.evidence else ()
    carried_out = cell(plain(status, source) if status else unknown, source, *in_a_line(evidence, source))
    return row(
        source,
        cell(commitment.text.inlines, commitment.text.source, header=True),
        cell(names(brief, commitment.responsible, source) or unknown, source),
        cell(when(commitment.due, brief, words) or unknown, source),
        cell(verification, source, *in_a_line(indicator, source)),
        replace(carried_out, tone=TONES.get(commitment.status or "", "plain")),
    )


def _uncommitted(given: Implementation, brief: Brief) -> Iterator[Action]:
    """Return the recommended actions that no commitment comes from."""
    committed = {commitment.action for commitment in given.commitments if commitment.action}
    actions = brief.recommendations.actions if brief.recommendations else ()
    yield from (action for action in actions if action.id not in committed)


def _planned(action: Action, brief: Brief, words: Words) -> Row:
    """Return an action's row: by whom and when it is to be done, and by which milestones that can be seen."""
    source, unknown = action.source, missing(words, action.source)
    milestones = brief.outcomes.milestones if brief.outcomes else ()
    served = (one.indicator or one.text for one in milestones if one.id and one.id in action.milestones)
    indicator = fact(words.label("indicator"), joined((line.inlines for line in served), "; ", source), source)
    owner = action.owner.inlines if action.owner else names(brief, action.addressee, source)
    return row(
        source,
        cell(action.text.inlines, action.text.source, header=True),
        cell(owner or unknown, source),
        cell(when(action.due, brief, words) or unknown, source),
        cell((), source, *in_a_line(indicator, source)),
        cell(unknown, source),
    )
