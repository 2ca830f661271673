"""From the looks of a style to what text is set with."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor

from ...document import Align
from ...frozen import dataclass
from ...style import FontName, InlineLook, LookName, ResolvedLook, Style

if TYPE_CHECKING:
    from .notes import Footnote


TABULAR = ("tnum", "lnum")
"""What fonts are asked for in tables (OpenType tags): figures of one width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How a run of characters looks: type size in points, colours as six hexadecimal digits, `fill` behind the text.

    `link` is the address that it leads to, `#id` inside the document; empty for none. `lang` is its language where it
    is not the document's. `small_caps` says that small letters are small capitals, `features` are what else the font is
    asked for (OpenType tags), `superior` characters stand raised. `note` is the footnote whose mark they are.
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
    small_caps: bool = False
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
            small_caps=look.small_caps or self.small_caps,
        )


def text_look(look: ResolvedLook, style: Style, features: tuple[str, ...] = ()) -> TextLook:
    """Return how the characters of a paragraph look before any inline changes them."""
    return TextLook(
        font=look.font,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        colour=style.colour(look.colour),
        small_caps=look.small_caps,
        features=features,
    )


class Looks(dict[tuple[LookName, Align, bool], tuple[ResolvedLook, TextLook]]):
    """How paragraphs of a style look: by their role, by where they are aligned, and whether they hang.

    With it, how their characters do. Each is made when it is first asked for: there are few, and many paragraphs.
    Words that hang stand beside something else, which keeps the indent of their look.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def of(self, name: LookName) -> tuple[ResolvedLook, TextLook]:
        """Return how a role looks by itself."""
        return self[name, "left", False]

    def __missing__(self, key: tuple[LookName, Align, bool]) -> tuple[ResolvedLook, TextLook]:
        name, align, hung = key
        look = self._style.look(name)
        if align != "left":
            look = replace(look, align=align)
        if name == "quote":  # its indents are those of the whole quote, of lists in it too
            look = replace(look, left=0.0, right=0.0)
        if hung:
            look = replace(look, left=0.0, first=0.0)
        its = text_look(look, self._style, TABULAR if name in ("table-head", "table-cell") else ())
        found = self[key] = look, its
        return found


@cache
def colour(digits: str) -> Color:
    """Return a colour for ReportLab from six hexadecimal digits."""
    return HexColor(f"0x{digits}")


@cache
def operands(digits: str) -> str:
    """Return the operands of a colour operator from six hexadecimal digits, each from 0 to 1."""
    return " ".join(f"{int(digits[index : index + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for index in (0, 2, 4))
