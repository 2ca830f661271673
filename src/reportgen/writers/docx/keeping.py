"""Keep a block on the page of the one below it (ECMA-376 17.3.1.15)."""

from __future__ import annotations

import re

from .boxes import GAP_BELOW

NOTE_GAP = '<w:p><w:pPr><w:pStyle w:val="TableNoteAbove"/></w:pPr></w:p>'
ABOVE_NOTE = re.compile(r'<w:pStyle w:val="(FigureCaption|TableNote)"/>')
CLOSE = r'<w:pStyle w:val="\1Noted"/>'
ROW, PARAGRAPH = "<w:tr>", "<w:p>"
STYLED = re.compile(r'(<w:pPr><w:pStyle w:val="\w+"/>)(?!<w:keepNext/>)')
KEPT = r"\1<w:keepNext/>"


def followed_by_note(xml: str) -> str:
    """Return a table, figure or such a line, kept with and close to the line below that says its source."""
    if xml.endswith(GAP_BELOW["Table"]):
        return kept_with_next(xml.removesuffix(GAP_BELOW["Table"]) + NOTE_GAP)
    start = xml.rfind(PARAGRAPH)
    return kept_with_next(xml[:start] + ABOVE_NOTE.sub(CLOSE, xml[start:], count=1))


def kept_together(xml: str) -> str:
    """Return paragraphs each of which but the last is kept with the one below it."""
    start = xml.rfind(PARAGRAPH)
    return STYLED.sub(KEPT, xml[:start]) + xml[start:] if start > 0 else xml


def kept_with_next(xml: str) -> str:
    """Return a block's paragraphs with the last one kept with what follows; where a table ends there, its last row too.

    The only direct property of its kind: no style knows what follows.
    """
    start = xml.rfind(PARAGRAPH)
    above = xml[:start]
    if above.endswith("</w:tbl>"):
        start = above.rfind(ROW)
    return xml if start < 0 else xml[:start] + STYLED.sub(KEPT, xml[start:])
