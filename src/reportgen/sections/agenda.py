"""The agenda: the issues that are expected on it, each with its line."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Agenda, Brief, Issue
from ..document import Block, BulletList, Inline, ListItem, Paragraph, Strong
from ..languages import Words
from . import HeadedOptions, leading_in, plain, prose, section

Options = HeadedOptions
"""The agenda has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the issues on the agenda, in the order of the brief, and what frames them; nothing without."""
    items = tuple(_item(issue) for issue in brief.issues if _is_listed(issue))
    frame = brief.agenda or Agenda()
    source = frame.source if brief.agenda else brief.key_at("issues")
    bullets = (BulletList(items=items, source=source),) if items else ()
    blocks = (*leading_in(frame.intro), *bullets, *prose(frame.closing))
    yield from section(frame.title, options, words.heading("agenda"), blocks, source)


def _is_listed(issue: Issue) -> bool:
    """Return whether an issue is on the agenda: as the author says, else if there is a line on it."""
    return issue.agenda is not None if issue.on_agenda is None else issue.on_agenda


def _item(issue: Issue) -> ListItem:
    """Return an issue's title, and its agenda line if it has one, as one bullet."""
    inlines: tuple[Inline, ...] = (Strong(inlines=issue.title.inlines, source=issue.source),)
    if issue.agenda:
        title = Strong(inlines=(*issue.title.inlines, *plain(":", issue.source)), source=issue.source)
        inlines = (title, *plain(" ", issue.source), *issue.agenda.inlines)
    return ListItem(blocks=(Paragraph(inlines=inlines, source=issue.source),), source=issue.source)
