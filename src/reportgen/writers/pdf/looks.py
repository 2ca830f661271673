"""From the looks of a style to what ReportLab sets text with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from ...style import FontName, InlineLook, ResolvedLook, Style

if TYPE_CHECKING:
    from .notes import Footnote

ALIGNMENTS = {"left": 0, "center": 1, "right": 2, "justify": 4}
"""ReportLab's numbers for how lines are aligned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How a run of characters looks: type size in points, colours as six hexadecimal digits, `fill` behind the text.

    `link` is the address that it leads to, `#id` inside the document; empty for none. `lang` is its language where it
    is not the document's. `superior` characters are small and raised. `note` is the footnote whose mark they are.
    """

    font: FontName
    size: float
    bold: bool
    italic: bool
    colour: str
    fill: str = ""
    underline: bool = False
    link: str = ""
    lang: str = ""
    superior: bool = False
    note: Footnote | None = None

    def altered(self, look: InlineLook, style: Style) -> TextLook:
        """Return this look with what an inline look gives; italic inside italic stands upright, as printers have it."""
        return replace(
            self,
            font=look.font or self.font,
            bold=look.bold or self.bold,
            italic=look.italic != self.italic,
            underline=look.underline or self.underline,
            colour=style.colour(look.colour) if look.colour else self.colour,
            fill=style.colour(look.fill) if look.fill else self.fill,
        )


def text_look(look: ResolvedLook, style: Style) -> TextLook:
    """Return how the characters of a paragraph look before any inline changes them."""
    digits = style.colour(look.colour)
    return TextLook(font=look.font, size=look.size, bold=look.bold, italic=look.italic, colour=digits)


@cache
def paragraph_style(look: ResolvedLook) -> ParagraphStyle:
    """Return ReportLab's style for a look; not to be changed, as paragraphs share it.

    Font and colour are those of the fragments of a paragraph and not given here.
    """
    return ParagraphStyle(
        "",
        fontSize=look.size,
        leading=look.leading,
        leftIndent=look.left,
        rightIndent=look.right,
        firstLineIndent=look.first,
        alignment=ALIGNMENTS[look.align],
        spaceShrinkage=0,
        embeddedHyphenation=0,
        hyphenationLang="",
        uriWasteReduce=0,
        splitLongWords=1,
    )


@cache
def colour(digits: str) -> Color:
    """Return a colour for ReportLab from six hexadecimal digits."""
    return HexColor(f"0x{digits}")
