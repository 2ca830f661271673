"""What a memo and the letterhead that it is written on say contrary to each other, or twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, get_args

from .brief.models.markings import LEVELS, Tlp
from .diagnostics import Diagnostic, warning
from .document import Document
from .style import Style

if TYPE_CHECKING:
    from .letterhead.paper import Letterhead

CURRENT = 15
"""The compatibility mode of Word 2013 and later (MS-DOCX 2.4)."""

IN_SHORT = ("RESTRICTED", "CONFIDENTIAL")
"""Levels without the name of their system, as many letterheads have them."""

TLP = tuple(f"TLP:{label}" for label in get_args(Tlp))
LABELS = sorted({*chain(*LEVELS.values()), *IN_SHORT, *TLP}, key=len, reverse=True)
LABEL = re.compile(rf"(?<![\w+:-])(?:{'|'.join(map(re.escape, LABELS))})(?![\w+:-])")
"""Any of them, whole and in capitals: nobody marks paper otherwise, and 'official' is an everyday word."""


def at_odds(document: Document, style: Style) -> Iterator[Diagnostic]:
    """Return a finding for all of that, at the place that names the letterhead; none without one."""
    paper = style.letterhead
    if paper is None:
        return
    yield from _marked_otherwise(document.meta.marking, paper)
    headers = (part for (edge, _), part in paper.lines.items() if edge == "header")
    if style.logo and any(map(paper.has_picture, headers)):
        message = "the letterhead's header has a picture, and the style a logo: the DOCX shows both"
        hint = "take the logo away, or keep it in a style without a letterhead"
        yield warning("letterhead-logo", message, style.logo.source, hint)
    if paper.mode < CURRENT:
        message = f"the letterhead keeps to the ways of an older Word, and so does the memo (mode {paper.mode})"
        hint = "open the letterhead in Word, choose File, Info, Convert, and save it"
        yield Diagnostic("info", "letterhead-mode", message, paper.source, hint)
    if paper.others:
        message = f"the letterhead's first section is used, and not the {paper.others} with other lines or pages"
        hint = "what the first page alone has goes into its own header: in Word, 'Different First Page'"
        yield Diagnostic("info", "letterhead-sections", message, paper.source, hint)


def _marked_otherwise(marking: str, paper: Letterhead) -> Iterator[Diagnostic]:
    """Return a warning for each marking on the letterhead that the memo does not bear."""
    parts = dict.fromkeys(paper.lines.values())
    found = chain.from_iterable(_labels(f"{paper.words(part)} {paper.drawn_words(part)}") for part in parts)
    for label in dict.fromkeys(found):
        if label not in _labels(marking) and not (label in IN_SHORT and label in marking.split()):
            memo = f"marked '{marking}'" if marking else "not marked"
            hint = "mark the memo so, or take a letterhead without a marking"
            message = f"the letterhead says '{label}', and the memo is {memo}"
            yield warning("letterhead-marking", message, paper.source, hint)


def _labels(text: str) -> list[str]:
    return LABEL.findall(re.sub(r"TLP:\s+", "TLP:", text))
