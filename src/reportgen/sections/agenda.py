"""The agenda: the issues that are expected on it, each with its line."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Agenda, Brief, Issue
from ..document import Block, BulletList, ListItem, Paragraph, Strong
from ..languages import Words
from . import SectionOptions, lead_in, leading_in, plain, prose, section


class Options(SectionOptions):
    """The agenda has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the issues that have an agenda line, in the order of the brief, and what frames them; nothing without."""
    items = tuple(_item(issue) for issue in brief.issues if issue.agenda)
    frame = brief.agenda or Agenda()
    source = frame.source if brief.agenda else brief.key_at("issues")
    bullets = (BulletList(items=items, source=source),) if items else ()
    blocks = (*lead_in(options), *leading_in(frame.intro), *bullets, *prose(frame.closing))
    if brief.agenda or items:
        yield section(frame.title, options, words.agenda, blocks, source)


def _item(issue: Issue) -> ListItem:
    """Return an issue's title and agenda line as one bullet."""
    assert issue.agenda
    title = Strong(inlines=(*issue.title.inlines, *plain(":", issue.source)), source=issue.source)
    inlines = (title, *plain(" ", issue.source), *issue.agenda.inlines)
    return ListItem(blocks=(Paragraph(inlines=inlines, source=issue.agenda.source),), source=issue.source)
