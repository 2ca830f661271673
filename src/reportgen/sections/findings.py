"""The principal findings: what is new, why it matters, what should be done."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Line
from ..document import Block, Callout
from ..languages import Words
from . import SectionOptions, plain, prose, run_in


class Options(SectionOptions):
    """The findings' heading, if it is not to be the language's word."""

    heading: Line | None = None
    """The heading, if it is not to be the language's word."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the findings in a callout, each behind its question; nothing where the brief has none."""
    findings = brief.findings
    if findings:
        source = findings.source
        blocks = tuple(
            block
            for key in ("whats_new", "why_it_matters", "what_should_be_done")
            for block in run_in(plain(words.label(key), source), prose(getattr(findings, key)), source, "")
        )
        title = findings.title or options.heading
        heading = title.inlines if title else plain(words.heading("findings"), source)
        yield from (Callout(heading=heading, blocks=blocks, source=source),) if blocks or findings.title else ()
