"""The gaps: what is not known, of the talks, of each issue, and beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief
from ..diagnostics import Source
from ..document import Block, ListItem, Strong
from ..languages import Words
from . import HeadedOptions, Inlines, bullets, item, plain, section

Of = Literal["memo", "talks", "issues"]


class Options(HeadedOptions):
    """Whose gaps are gathered: those of the memo, of the talks, of the issues."""

    of: tuple[Of, ...] = ("memo", "talks", "issues")
    """Whose gaps are gathered."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the gaps as a list, each behind what it is a gap of; nothing where there are none."""
    items = tuple(item for of in options.of for item in _items(of, brief, words))
    source = items[0].source if items else brief.source
    yield from section(None, options, words.heading("gaps"), bullets(items, source), source)


def _items(of: Of, brief: Brief, words: Words) -> Iterator[ListItem]:
    if of == "memo":
        yield from (item(gap.inlines, gap.source) for gap in brief.gaps)
    elif of == "talks" and brief.talks:
        title = brief.talks.title
        name = title.inlines if title else plain(words.heading("talks"), brief.talks.source)
        yield from (_behind(name, gap.inlines, gap.source) for gap in brief.talks.gaps)
    elif of == "issues":
        for issue in brief.issues:
            yield from (_behind(issue.title.inlines, gap.inlines, gap.source) for gap in issue.gaps)


def _behind(name: Inlines, gap: Inlines, source: Source) -> ListItem:
    bold = Strong(inlines=(*name, *plain(":", source)), source=source)
    return item((bold, *plain(" ", source), *gap), source)
