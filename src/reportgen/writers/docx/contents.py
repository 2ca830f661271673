"""Contents lists as fields with all their lines in them (ECMA-376 17.16.5.68), and bibliographies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ...document import Bibliography, BibliographyEntry, Block, Contents, ContentsEntry
from ...style import LookName
from .. import NUMBER_END
from .fields import END, field, opened
from .inlines import runs
from .paragraphs import indent_at, styled, written
from .place import Place, narrowed
from .properties import indent, tabs
from .targets import WORK, link
from .wml import TAB
from .writing import Writing

LOOKS: tuple[LookName, ...] = ("contents-1", "contents-2", "contents-3")
"""The looks of the levels of a contents list; deeper ones share the last."""

MARK_WIDTH = 0.62
"""How wide a sign of the mark of a work is at most, as a part of the type size."""

Write = Callable[[Iterable[Block], Place, Writing], str]


def contents_style(level: int) -> tuple[str, LookName]:
    """Return the style and the look of a line of a contents list at a level from 1."""
    shown = min(level, len(LOOKS))
    return f"TOC{shown}", LOOKS[shown - 1]


def contents_list(node: Contents, place: Place, writing: Writing) -> str:
    """Return the heading and the lines of a contents list, all of it one field; nothing where it has no lines."""
    if not node.entries:
        return ""
    heading = styled("TOCHeading", "contents-heading", node.heading, place, writing) if node.heading else ""
    kind = {"tables": '\\c "Table"', "figures": '\\c "Figure"'}.get(node.of, f'\\o "1-{node.depth}" \\u')
    last = len(node.entries) - 1
    lines = [
        _line(
            entry,
            opened(f"TOC {kind} \\h \\z") if index == 0 else "",
            END if index == last else "",
            node.of == "sections",
            writing,
        )
        for index, entry in enumerate(node.entries)
    ]
    return heading + "".join(lines)


def _line(entry: ContentsEntry, before: str, after: str, of_sections: bool, writing: Writing) -> str:
    """Return a line: number, words, and behind a leader the page, as a field of its own."""
    style_id, look = contents_style(entry.level)
    words = replace(writing.words(look), linked=True)
    number = entry.number + (NUMBER_END if of_sections else " ") if entry.number else ""
    content = writing.run(number, words, entry.source) + runs(entry.inlines, words, writing)
    target = writing.bookmarks.targets.get(entry.target)
    if entry.page:
        page = writing.run(entry.page, words, entry.source)
        content += TAB + (field(f"PAGEREF {target.bookmark} \\h", page) if target else page)
    shown = link(target, content) if target else content
    return written(style_id if of_sections else "TableofFigures", before + shown + after)


def entries(node: Bibliography, blocks: Write, place: Place, writing: Writing) -> str:
    """Return works, their marks hanging out to the left; `blocks` writes what stands below one."""
    look = writing.style.look("bibliography")
    widest = max((len(entry.mark) for entry in node.entries), default=0)
    left = max(look.left, (widest + 1) * look.size * MARK_WIDTH if widest else 0.0)
    hanging = indent(place.left + left, look.right, -left) if widest or place.left else ""
    if widest:
        hanging = tabs(left=place.left + left) + hanging
    below = replace(place, left=place.left + left, measure=narrowed(place.measure, left))
    below = replace(below, properties=indent_at(below))
    return "".join(_entry(entry, hanging, writing) + blocks(entry.blocks, below, writing) for entry in node.entries)


def _entry(entry: BibliographyEntry, properties: str, writing: Writing) -> str:
    words = writing.words("bibliography")
    mark = writing.run(entry.mark, words, entry.source) + TAB if entry.mark else ""
    content = mark + runs(entry.inlines, words, writing)
    return written("Bibliography", writing.bookmarks.around(WORK + entry.id, content), properties)
