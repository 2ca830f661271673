"""Writers: a document and a style in, the bytes of a file out.

A writer is a package `writers/<format>/` with `write(document, style) -> Written`. It reads no file and no clock, and
says what it could not do as diagnostics. Its `blocks.py` and `inlines.py` end in a table, one function for each node of
the document model, in the model's order: twins, whose difference shows what one format lacks. What stands along the
edges of pages is the same in all of them: the style's words with their fields filled in (`along`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from string import Formatter
from types import MappingProxyType
from typing import Literal, TypeAlias

from ..diagnostics import Diagnostic
from ..document import Direction, Meta
from ..frozen import dataclass
from ..languages.bidi import FROM_RIGHT
from ..style import Style

NUMBER_END = "\u2003"
"""What stands between a heading's number and its words, in contents lists as well."""

CAPTION_END = ". "
"""What stands between the label of a table or figure and its caption."""

NUMBERED_INDENT = 1.5
"""How far the words of a numbered paragraph stand from its number's beginning, in indents of the style's lists."""


@dataclass(frozen=True, slots=True)
class Written:
    """A written file: its bytes, its number of pages where the format has fixed ones, and what could not be done.

    `page_of` has what is printed as the number of the page of each id in the document, `last_pages` as that of the last
    page of each kind of numbers; none where pages are not fixed. `floated` says whether a figure or table stands on a
    later page than the text around it, as the style's `floats` lets it.
    """

    data: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    page_of: Mapping[str, str] = field(default_factory=dict)
    last_pages: Mapping[str, str] = field(default_factory=dict)
    floated: bool = False


_BETWEEN: Mapping[Direction, str] = MappingProxyType({"ltr": "\u2003", "rtl": f"\u2003{FROM_RIGHT}"})

LONG_MARKING = 24
"""How many characters of a marking leave room in the middle of a line."""

Edge = Literal["header", "footer"]


class Blank(Enum):
    """What only a writer knows, page by page."""

    PAGE = "{page}"
    PAGES = "{pages}"
    SECTION = "{section}"


Words: TypeAlias = "tuple[str | Blank, ...]"


@dataclass(frozen=True, slots=True)
class Along:
    """What stands at the left, in the middle and at the right of a line, the marking not among it."""

    left: Words = ()
    center: Words = ()
    right: Words = ()


def along(edge: Edge, meta: Meta, style: Style, first: bool, bare: bool) -> Along:
    """Return what stands along an edge of a page, on the document's first one or another.

    A bare page has the mark of a draft and no more. A long marking needs the middle: what would stand there moves left.
    """
    if bare:
        return Along(left=(meta.draft_mark,) if meta.draft_mark and edge == "header" else ())
    running = getattr(style, edge)
    line = running.first if first else running.others
    left, center, right = (_joined(slot, meta) for slot in (line.left, line.center, line.right))
    if center and len(meta.marking) > LONG_MARKING:
        return Along((*left, *((between(meta),) if left else ()), *center), (), right)
    return Along(left, center, right)


def between(meta: Meta) -> str:
    """Return what stands between two texts of a line, and between a text and the marking.

    In a document from the right with a mark of that, or a number behind words from the left would join them (UAX #9).
    """
    return _BETWEEN[meta.direction]


def words_along(meta: Meta, style: Style) -> Iterator[str]:
    """Return all words that stand along the pages of a document, but for the numbers of the pages."""
    for edge in ("header", "footer"):
        for first in (True, False):
            line = along(edge, meta, style, first, bare=False)
            yield from (part for part in (*line.left, *line.center, *line.right) if isinstance(part, str))
    yield meta.draft_mark
    yield meta.marking


def _joined(slot: tuple[str, ...], meta: Meta) -> Words:
    """Return the texts of a slot with a wide space between, those left away that have nothing to tell."""
    words: list[str | Blank] = []
    for text in slot:
        filled = tuple(_filled(text, meta))
        if filled:
            words.extend((between(meta), *filled) if words else filled)
    return tuple(words)


def _filled(text: str, meta: Meta) -> Iterator[str | Blank]:
    """Return a text with its fields filled in; nothing where it has fields and all of them are empty."""
    parts = [(words, _field(name, meta)) for words, name, _, _ in Formatter().parse(text)]
    told = [value for _, value in parts if value is not None]
    if told and not any(told):
        return
    for words, value in parts:
        yield from (words,) if words else ()
        yield from value or ()


def _field(name: str | None, meta: Meta) -> Words | None:
    """Return the value of a field; None where there is no field, nothing where it is empty."""
    if name is None:
        return None
    if name == "page_number":
        parts = re.split(r"(\{pages?\})", meta.page_number)
        blanks = {blank.value: blank for blank in Blank}
        return tuple(blanks.get(part, part) for part in parts if part)
    if name in ("page", "pages", "section"):
        return (Blank(f"{{{name}}}"),)
    values = {
        "title": meta.running_head,
        "author": meta.author,
        "date": meta.date_text,
        "reference": meta.reference,
        "version": meta.version,
        "status": meta.status_text,
        "subject": meta.subject,
        "draft": meta.draft_mark,
    }
    return (values[name],) if values[name] else ()
