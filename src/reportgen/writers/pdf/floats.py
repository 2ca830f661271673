"""Floats: figures and captioned tables that wait for the top of the next page rather than leave a hole on this one.

Text behind a float fills the hole. A float never stands before its place in the text, nor in another order than the
figures and tables around it; it never passes a heading that ends its section, a forced end of the page, or the end of
pages of a form. The structure tree, which is made before anything is laid out, keeps the order of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from ...document import Chart, Diagram, Figure, Node, Table
from ...frozen import dataclass
from .boxes import Anchored
from .flow import Flowable, Stack, all_of
from .text import Entry, TextFlowable

HOLE_LINES = 4
"""How many lines of body text fit at least into a hole that is filled."""


class Float(Stack):
    """A figure or table under or over its caption, in a section of a depth: 1 for the outermost and outside of any."""

    def __init__(self, content: Sequence[Flowable], depth: int) -> None:
        super().__init__(content)
        self.depth = max(depth, 1)


@dataclass(frozen=True, slots=True)
class Parted:
    """What is left of a story: text that may stand before some floats, these, and what follows the text."""

    text: Stack
    floats: Sequence[Flowable]
    others: Sequence[Flowable]


def is_captioned(node: Node | None) -> bool:
    """Return whether a node is a figure, chart, diagram or table that readers find by a number or a caption."""
    return isinstance(node, Chart | Diagram | Figure | Table) and bool(node.caption or node.label)


def parted(rest: Stack, width: float, hole: float, height: float) -> Parted | None:
    """Return what is left of a story, parted where a float stands first or under headings, which go with the text.

    None where no float does, or where no text may fill a hole before it. `height` is that of a page.
    """
    headings = list(takewhile(_entry, rest.content))
    behind = rest.content[len(headings) :]
    floats = _floats(behind, width, height)
    behind = behind[len(floats) :]
    count = _count(behind, floats, width, hole) if floats else 0
    if not count:
        return None
    return Parted(Stack((*headings, *behind[:count])), floats, behind[count:])


def _floats(content: Sequence[Flowable], width: float, height: float) -> Sequence[Flowable]:
    """Return the floats at the beginning of something; none where one stands behind them that nothing may come before.

    With them goes what stands close to them: notes, and a table without a caption, for it may hold a chart's numbers.
    Several wait only if there is room for all on one page: text must not come pages before its place.
    """
    if not (content and isinstance(content[0], Float)):
        return ()
    found: list[Flowable] = [content[0]]
    room = height - content[0].height(width)
    for flowable in islice(content, 1, None):
        if not (flowable.close or isinstance(flowable, Float) or isinstance(_bare(flowable).node, Table)):
            return () if flowable.keep_with_previous else found
        found.append(flowable)
        room -= flowable.height(width)
        if room < 0:
            return ()
    return found


def _count(content: Sequence[Flowable], floats: Sequence[Flowable], width: float, hole: float) -> int:
    """Return how many flowables behind some floats may stand before them, of those that a hole has room to begin.

    None with footnotes where floats have some too: the numbers of footnotes would be out of order.
    """
    depth = next(flowable.depth for flowable in floats if isinstance(flowable, Float))
    noted = any(flowable.notes(width) for flowable in floats)
    count = 0
    for flowable in content:
        if hole <= 0 or _is_bar(flowable, depth) or (noted and flowable.notes(width)):
            break
        hole -= flowable.height(width)
        count += 1
    while count and _are_kept(content, count):
        count -= 1
    return count


def _are_kept(content: Sequence[Flowable], at: int) -> bool:
    """Return whether what stands before a place keeps together with what stands there."""
    return content[at - 1].keep_with_next or (at < len(content) and content[at].keep_with_previous)


def _is_bar(flowable: Flowable, depth: int) -> bool:
    """Return whether floats of a section of a depth must not pass something."""
    return any(
        one.ends_page or is_captioned(one.node) or ((entry := _entry(one)) and entry.level < depth)
        for one in all_of(flowable)
    )


def _entry(flowable: Flowable) -> Entry | None:
    """Return what a heading adds to the outline; None for anything else."""
    bare = _bare(flowable)
    return bare.entry if isinstance(bare, TextFlowable) else None


def _bare(flowable: Flowable) -> Flowable:
    """Return a flowable without what links lead to."""
    return flowable.content if isinstance(flowable, Anchored) else flowable
