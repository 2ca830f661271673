"""From the looks of a style to what text is set with."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor

from ...frozen import dataclass
from ...style import FontName, InlineLook, ResolvedLook, Style

if TYPE_CHECKING:
    from .notes import Footnote


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How a run of characters looks: type size in points, colours as six hexadecimal digits, `fill` behind the text.

    `link` is the address that it leads to, `#id` inside the document; empty for none. `lang` is its language where it
    is not the document's. `features` are what the font is asked for (OpenType tags), `superior` characters stand
    raised. `note` is the footnote whose mark they are.
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
    features: tuple[str, ...] = ()
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


def text_look(look: ResolvedLook, style: Style, features: tuple[str, ...] = ()) -> TextLook:
    """Return how the characters of a paragraph look before any inline changes them."""
    digits = style.colour(look.colour)
    return TextLook(
        font=look.font, size=look.size, bold=look.bold, italic=look.italic, colour=digits, features=features
    )


@cache
def colour(digits: str) -> Color:
    """Return a colour for ReportLab from six hexadecimal digits."""
    return HexColor(f"0x{digits}")


@cache
def operands(digits: str) -> str:
    """Return the operands of a colour operator from six hexadecimal digits, each from 0 to 1."""
    return " ".join(f"{int(digits[index : index + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for index in (0, 2, 4))
