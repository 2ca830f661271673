"""Issues and sticking points: those told at length one by one, then those told in a sentence as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..brief.models import Brief, Issue, StickingPoints
from ..document import Block, BulletList, ListItem, Paragraph, Strong
from ..languages import Words
from . import HeadedOptions, leading_in, plain, prose, section


class Options(HeadedOptions):
    """With `run_in_titles`, the text of an issue begins with the issue's title in bold."""

    run_in_titles: bool = False


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the issues' texts and sticking points in the order of the brief; nothing where there are none."""
    frame = brief.sticking_points or StickingPoints()
    source = frame.source if brief.sticking_points else brief.key_at("issues")
    items = tuple(item for issue in brief.issues for item in _item(issue))
    bullets = (BulletList(items=items, source=source),) if items else ()
    told = tuple(block for issue in brief.issues for block in _text(issue, options))
    blocks = (
        *prose(frame.intro),
        *told,
        *leading_in(frame.further),
        *bullets,
        *prose(frame.closing),
    )
    yield from section(frame.title, options, words.issues, blocks, source)


def _text(issue: Issue, options: Options) -> Iterator[Block]:
    """Return an issue's text, its title before it if that is asked for: in the first paragraph, or as a line above."""
    blocks = prose(issue.text)
    if options.run_in_titles and blocks:
        title = Strong(inlines=(*issue.title.inlines, *plain(".", issue.source)), source=issue.source)
        first = blocks[0]
        if isinstance(first, Paragraph) and first.role == "body":
            blocks = (replace(first, inlines=(title, *plain(" ", issue.source), *first.inlines)), *blocks[1:])
        else:
            blocks = (Paragraph(inlines=(title,), role="lead-in", source=issue.source), *blocks)
    yield from blocks


def _item(issue: Issue) -> Iterator[ListItem]:
    """Return an issue's sticking point as a bullet; none where it has none."""
    point = issue.sticking_point
    if point:
        name = (point.title or issue.title).inlines
        title = Strong(inlines=(*name, *plain(":", point.source)), source=point.source)
        inlines = (title, *plain(" ", point.source), *point.text.inlines)
        yield ListItem(blocks=(Paragraph(inlines=inlines, source=point.text.source),), source=point.source)
