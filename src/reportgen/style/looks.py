"""How the paragraphs, inlines and fonts of a style look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ..located import Closed, Number, PlainText
from .measures import Length

LEADING = 1.35
"""From base line to base line, as a part of the type size, where a look gives only the size."""

FontName = Literal["serif", "sans", "mono"]
ColourName = Literal["ink", "accent", "muted", "rule", "tint", "hole", "paper"]

Align = Literal["left", "justify", "center", "right"]

LookName = Literal[
    "body",
    "title",
    "kicker",
    "lead-in",
    "code",
    "heading-1",
    "heading-2",
    "heading-3",
    "list-item",
    "field-label",
    "field-value",
    "table-head",
    "table-cell",
    "caption",
    "quote",
    "callout",
    "callout-heading",
    "header",
    "footer",
    "marking",
]
"""A paragraph's look: that of its role, or of the place where it stands."""

InlineLookName = Literal["strong", "emphasis", "code", "link", "hole", "missing"]

LOOKS: tuple[LookName, ...] = get_args(LookName)
INLINE_LOOKS: tuple[InlineLookName, ...] = get_args(InlineLookName)


class FontFamily(Closed):
    """A type family: its name, and the files of its upright and italic faces in an installed Python package.

    `regular` and `bold` are positions on the weight axis of variable fonts (OpenType `wght`, 100 to 900), `axes` those
    on other axes. `stand_in` is the family that a word processor should take where this one is not installed.
    """

    family: PlainText
    stand_in: PlainText
    generic: Literal["serif", "sans-serif", "monospace"]
    package: PlainText
    upright: PlainText
    italic: PlainText
    regular: Number = 400
    bold: Number = 700
    axes: dict[str, Number] = {}


class Look(Closed):
    """How a paragraph is set; `font`, `size`, `leading` and `colour` are those of `body` where they are not given.

    Lengths in points: `leading` from base line to base line (1.35 of the size where only that is given), `before` and
    `after` the space above and below, `left` and `right` the indents, `first` the first line's further indent.
    """

    font: FontName | None = None
    size: Length | None = None
    leading: Length | None = None
    colour: ColourName | None = None
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    before: Length = 0
    after: Length = 0
    left: Length = 0
    right: Length = 0
    first: Length = 0
    keep_with_next: bool = False

    def completed(self, body: Look) -> ResolvedLook:
        """Return this look with what it leaves open taken from the look of body text, which must leave nothing open."""
        given = {name: getattr(self, name) for name in Look.model_fields}
        for name in ("font", "size", "leading", "colour"):
            given[name] = given[name] or getattr(body, name)
        if self.size and not self.leading:
            given["leading"] = self.size * LEADING
        return ResolvedLook(**given)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedLook:
    """A look with nothing left open; lengths in points, as in `Look`."""

    font: FontName
    size: float
    leading: float
    colour: ColourName
    bold: bool
    italic: bool
    align: Align
    before: float
    after: float
    left: float
    right: float
    first: float
    keep_with_next: bool


class InlineLook(Closed):
    """How words inside a paragraph differ from those around them; what is not given is as around them."""

    font: FontName | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: ColourName | None = None
    fill: ColourName | None = None
