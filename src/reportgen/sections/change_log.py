"""The change log: what each version of the memo changed."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Change
from ..document import Block, Row
from ..languages import Words
from . import HeadedOptions, cell, plain, row, section, table

Options = HeadedOptions
"""The change log has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a row for each change; nothing where there are none."""
    version = brief.version
    if version:
        heads = (words.label("version"), words.label("date"), words.label("change"))
        rows = (_row(change, words) for change in version.changes)
        blocks = table(heads, rows, (0.7, 1.1, 3.0), version.key_at("changes"))
        yield from section(None, options, words.heading("change-log"), blocks, version.source)


def _row(change: Change, words: Words) -> Row:
    source = change.source
    return row(
        source,
        cell(plain(change.version or "", source), source, header=True),
        cell(plain(words.on(change.date) if change.date else "", source), source),
        cell(change.text.inlines, change.text.source),
    )
