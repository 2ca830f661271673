"""The page: its size and margins, and the lines that run along its top and foot."""

from __future__ import annotations

import re

from ...document import Meta
from ...style import Style
from .. import has_long_marking, head_line
from .properties import tabs
from .wml import DECLARED, TAB, twips
from .writing import Words, Writing

MARKING = Words(style="Marking")
FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def section_properties(style: Style, meta: Meta) -> str:
    """Return the page of the style, whose first sheet has a head of its own (ECMA-376 17.6.17)."""
    page = style.page
    sides = ("top", "right", "bottom", "left", "header", "footer")
    margins = " ".join(f'w:{side}="{twips(getattr(page, side))}"' for side in sides)
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/><w:pgMar {margins} w:gutter="0"/>'
        f"<w:titlePg/>{'<w:bidi/>' if meta.direction == 'rtl' else ''}</w:sectPr>"
    )


def first_head(meta: Meta, writing: Writing) -> str:
    """Return the head of the first page: the draft mark at the left, the marking at the right."""
    return _head(head_line(meta, first=True), meta, writing)


def further_head(meta: Meta, writing: Writing) -> str:
    """Return the head of the other pages: that of the first, and the running head beside the draft mark."""
    return _head(head_line(meta, first=False), meta, writing)


def foot(meta: Meta, writing: Writing) -> str:
    """Return the foot of each page: its number in the middle, on the left beside a long marking, which stands right."""
    number = "".join(_number(part, meta, writing) for part in re.split(r"(\{pages?\})", meta.page_number))
    marking = writing.run(meta.marking, MARKING, meta.source)
    if has_long_marking(meta):
        middle = tabs(clear=writing.style.page.measure / 2)
        return _line("Footer", number + TAB + marking, middle)
    return _line("Footer", TAB + number + (TAB + marking if marking else ""))


def _head(words: str, meta: Meta, writing: Writing) -> str:
    left = writing.run(words, writing.words("header"), meta.source)
    marking = writing.run(meta.marking, MARKING, meta.source)
    return _line("Header", left + (TAB + marking if marking else ""))


def _number(part: str, meta: Meta, writing: Writing) -> str:
    """Return a part of the page number's pattern: words, or a field with a result in it (ECMA-376 17.16.18).

    Fields are not marked as out of date: Word lays PAGE and NUMPAGES out anyway, and a mark makes it ask the reader.
    """
    words = writing.words("footer")
    if part not in FIELDS:
        return writing.run(part, words, meta.source)
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = f'<w:r><w:instrText xml:space="preserve"> {FIELDS[part]} </w:instrText></w:r>'
    return begin + code + middle + writing.run("1", words, meta.source) + end


def _line(style_id: str, content: str, more: str = "") -> str:
    return f'<w:p {DECLARED}><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{content}</w:p>'
