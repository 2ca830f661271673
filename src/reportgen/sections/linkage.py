"""The links between issues: as a diagram of boxes and arrows, and as a list that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief, Issue, Linkage
from ..document import Arrow, Block, Diagram, Graph, ListItem
from ..languages import Words
from . import HeadedOptions, bullets, item, plain, section, titles


class Options(HeadedOptions):
    """How the links are shown."""

    show: Literal["diagram", "list", "both"] = "both"
    """A diagram, a list, or both."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the links between issues; nothing where there are none."""
    links = [(issue, link) for issue in brief.issues for link in issue.linkage]
    source = brief.key_at("issues")
    blocks = (
        *(_diagram(links, brief, words) if options.show != "list" else ()),
        *(bullets((_item(*one, brief, words) for one in links), source) if options.show != "diagram" else ()),
    )
    yield from section(None, options, words.heading("linkage"), blocks, source)


def _diagram(links: list[tuple[Issue, Linkage]], brief: Brief, words: Words) -> Iterator[Diagram]:
    """Return the issues that are tied to others, and an arrow for each link; nothing where there are none."""
    tied = {str(id) for issue, link in links if issue.id != link.issue for id in (issue.id, link.issue)}
    issues = [issue for issue in brief.issues if issue.id in tied]
    places = {str(issue.id): at for at, issue in enumerate(issues)}
    arrows = tuple(
        Arrow(
            start=places[issue.id],
            end=places[link.issue],
            text=words.value("linkage", link.kind),
            source=link.source,
        )
        for issue, link in links
        if issue.id != link.issue
    )
    if arrows:
        source, caption = brief.key_at("issues"), words.caption("linkage")
        boxes = tuple(issue.title.text for issue in issues)
        told = (f"{boxes[arrow.start]} – {arrow.text}: {boxes[arrow.end]}" for arrow in arrows)
        alt = f"{caption}: " + "; ".join(told)
        yield Diagram(drawn=Graph(boxes=boxes, arrows=arrows), alt=alt, caption=plain(caption, source), source=source)


def _item(issue: Issue, link: Linkage, brief: Brief, words: Words) -> ListItem:
    source = link.source
    kind = plain(f" – {words.value('linkage', link.kind)}: ", source)
    more = (*plain(" – ", source), *link.text.inlines) if link.text else ()
    return item((*issue.title.inlines, *kind, *titles(brief, (link.issue,), source), *more), source)
