"""The implementation: who has committed to what by when, how it is verified, and how far it is carried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..brief.models import Brief, Commitment
from ..document import Block, Row, Tone
from ..languages import Words
from . import HeadedOptions, cell, fact, in_a_line, leading_in, missing, names, plain, prose, row, section, table, when

TONES: Mapping[str, Tone] = MappingProxyType(
    {"not_initiated": "bad", "minimal": "poor", "intermediate": "fair", "full": "good"}
)
"""How good or bad each status of a commitment is."""


class Options(HeadedOptions):
    """The implementation has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each commitment; nothing where there are none."""
    given = brief.implementation
    if given:
        heads = (
            words.label("commitment"),
            words.label("responsible"),
            words.label("due"),
            words.label("verification"),
            words.label("status"),
        )
        rows = (_row(commitment, brief, words) for commitment in given.commitments)
        blocks = (
            *leading_in(given.intro),
            *table(heads, rows, (1.6, 1.0, 1.0, 1.3, 1.1), given.key_at("commitments")),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("implementation"), blocks, given.source)


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
