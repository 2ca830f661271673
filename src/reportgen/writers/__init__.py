"""Writers: a document and a style in, the bytes of a file out.

A writer is a package `writers/<format>/` with `write(document, style) -> Written`. It reads no file and no clock, and
says what it could not do as diagnostics. Its `blocks.py` and `inlines.py` end in a table, one function for each node of
the document model, in the model's order: twins, whose difference shows what one format lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from ..document import Meta

BETWEEN = "\u2003"
"""What stands between the draft mark and the running head."""

NUMBER_END = "\u2003"
"""What stands between a heading's number and its words, in contents lists as well."""

CAPTION_END = ". "
"""What stands between the label of a table or figure and its caption."""

NUMBERED_INDENT = 1.5
"""How far the words of a numbered paragraph stand from its number's beginning, in indents of the style's lists."""


@dataclass(frozen=True, slots=True)
class Written:
    """A written file: its bytes, its number of pages where the format has fixed ones, and what could not be done.

    `page_of` has what is printed as the number of the page of each id in the document; none where pages are not fixed.
    """

    data: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    page_of: Mapping[str, str] = field(default_factory=dict)


LONG_MARKING = 24
"""How many characters of a marking leave room for the page number in the middle of the page's foot."""


def has_long_marking(meta: Meta) -> bool:
    """Return whether the marking needs the room in the middle of the foot, so that the page number makes way for it."""
    return len(meta.marking) > LONG_MARKING


def head_line(meta: Meta, first: bool) -> str:
    """Return the words at the top of a page: the draft mark and, but on the first page, the running head; or none."""
    return BETWEEN.join(filter(None, (meta.draft_mark, "" if first else meta.running_head)))
