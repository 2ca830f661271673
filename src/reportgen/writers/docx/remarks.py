"""What was found in a memo as comments at its places (ECMA-376 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ...diagnostics import Diagnostic, Source
from ...document import Document, Node, Paragraph, Section
from ...document.walk import walk
from .targets import HOLDERS
from .wml import DECLARED, XML, escape

NEVER = 10**6
"""A distance larger than any in a brief."""

AUTHOR, INITIALS = "reportgen", "rg"
MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'


@dataclass(slots=True)
class Remarks:
    """The findings that stand at each block, by the blocks' identity, and those that have been placed."""

    at: dict[int, list[Diagnostic]] = field(default_factory=dict)
    placed: list[Diagnostic] = field(default_factory=list)

    def around(self, node: Node, content: str) -> str:
        """Return the content of a block with the marks of the comments on it; as it is where there are none."""
        for remark in self.at.pop(id(node), ()):
            number = len(self.placed)
            self.placed.append(remark)
            content = (
                f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
                f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
            )
        return content


def remarks_of(document: Document) -> Remarks:
    """Return the findings of a document at the paragraphs and headings that they are about.

    That is the one which comes from the finding's place, else from the nearest value around it or in it, else from the
    nearest line; what is about none of them stands at the first.
    """
    found = Remarks()
    if not document.remarks:
        return found
    places = [(node, tuple(_sources(node))) for node in _lines(document.blocks)]
    for remark in document.remarks:
        if places:
            node = min(places, key=lambda place: _distance(remark.source, place[1]))[0]
            found.at.setdefault(id(node), []).append(remark)
    return found


def comments_part(placed: Sequence[Diagnostic]) -> str:
    """Return the part with the comments; nothing where there are none.

    They carry no date: the same brief must give the same bytes.
    """
    if not placed:
        return ""
    found = "".join(
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">{_words(remark)}</w:comment>'
        for number, remark in enumerate(placed)
    )
    return f"{XML}<w:comments {DECLARED}>{found}</w:comments>"


def _words(remark: Diagnostic) -> str:
    lines = (f"{remark.severity}: {remark.message} [{remark.code}]", remark.hint, str(remark.source))
    paragraphs = (f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines if line)
    start = '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
    return start + MARK + start.join(paragraphs)


def _lines(nodes: Iterable[Node]) -> Iterator[Paragraph | Section]:
    """Return the blocks that can carry a comment, in reading order: a footnote can't."""
    for node in nodes:
        if isinstance(node, Paragraph | Section):
            yield node
        for name in HOLDERS:
            held = getattr(node, name, ())
            if held and isinstance(held, tuple):
                yield from _lines(held)


def _sources(node: Paragraph | Section) -> Iterator[Source]:
    yield node.source
    for inline in node.heading if isinstance(node, Section) else node.inlines:
        yield from (one.source for one in walk(inline))


def _distance(wanted: Source, sources: Iterable[Source]) -> tuple[int, int]:
    """Return how far a place is from the nearest of some: first in the tree of values, then in lines of its file."""
    apart = []
    for one in sources:
        lines = abs(wanted.line - one.line) if wanted.file == one.file else NEVER
        apart.append((_steps(wanted, one), lines))
    return min(apart, default=(NEVER, NEVER))


def _steps(wanted: Source, other: Source) -> int:
    """Return 0 for the same value, the more the deeper one is in the other, and NEVER where neither is."""
    if wanted.file != other.file or not other.path or not wanted.path:
        return NEVER
    short, long = sorted((wanted.path, other.path), key=len)
    if long == short:
        return 0
    inside = long.startswith(short) and long[len(short)] in ".["
    return long[len(short) :].count(".") + long[len(short) :].count("[") if inside else NEVER
