"""The model of a style file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator

from ..located import Closed, Number, PlainText, fault
from .looks import (
    INLINE_LOOKS,
    LOOKS,
    ColourName,
    FontFamily,
    FontName,
    InlineLook,
    InlineLookName,
    Look,
    LookName,
    ResolvedLook,
)
from .measures import Colour, Length

NumberFormat = Literal["decimal", "letter", "roman"]


class Page(Closed):
    """The sheet and its margins, in points; `header` and `footer` are how far the running lines are from its edges."""

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length
    header: Length
    footer: Length

    @property
    def measure(self) -> float:
        """The width of the text between the side margins, in points."""
        return self.width - self.left - self.right


class Colours(Closed):
    """The palette that looks choose from, by name."""

    ink: Colour
    accent: Colour
    muted: Colour
    rule: Colour
    tint: Colour
    hole: Colour
    paper: Colour


class ListLook(Closed):
    """Lists: each level's indent, and how far before the text its bullet or number ends, in points.

    `bullets` and `numbers` are those of the levels, from the outermost; they repeat when they run out.
    """

    indent: Length
    distance: Length
    bullets: tuple[PlainText, ...]
    numbers: tuple[NumberFormat, ...]

    def bullet(self, depth: int) -> str:
        """Return the bullet of a level, the outermost being 1."""
        return self.bullets[(depth - 1) % len(self.bullets)]

    def number(self, depth: int) -> NumberFormat:
        """Return the form of the numbers of a level, the outermost being 1."""
        return self.numbers[(depth - 1) % len(self.numbers)]


class TableLook(Closed):
    """Tables: the head's ground, the rules' colour and width, the padding of cells and the space around the table."""

    head_fill: ColourName
    rule: ColourName
    rule_width: Length
    padding_x: Length
    padding_y: Length
    before: Length = 0
    after: Length = 0


class CalloutLook(Closed):
    """Callouts: ground, the bar at their left and its width, padding and the space around them, in points."""

    fill: ColourName
    bar: ColourName
    bar_width: Length
    padding: Length
    before: Length = 0
    after: Length = 0


class DividerLook(Closed):
    """Dividers: the rule's length, colour and width, and the space above and below it, in points."""

    length: Length
    rule: ColourName
    rule_width: Length
    around: Length


class FieldListLook(Closed):
    """Field lists: the width of the labels, the rule under the last field and the space below it, in points."""

    label_width: Length
    rule: ColourName
    rule_width: Length
    after: Length = 0


def _all_of(names: tuple[str, ...]) -> Any:
    def check(looks: dict[str, Any]) -> dict[str, Any]:
        missing = [name for name in names if name not in looks]
        if missing:
            fault("missing-look", f"there is no look for {', '.join(missing)}", hint="give one for each role")
        return looks

    return AfterValidator(check)


class Style(Closed):
    """A style: page, palette, fonts, and a look for each role."""

    name: PlainText
    summary: PlainText
    page: Page
    colours: Colours
    fonts: dict[FontName, FontFamily]
    looks: Annotated[dict[LookName, Look], _all_of(LOOKS)]
    inlines: Annotated[dict[InlineLookName, InlineLook], _all_of(INLINE_LOOKS)]
    list: ListLook
    table: TableLook
    callout: CalloutLook
    field_list: FieldListLook
    divider: DividerLook
    figure_share: Number = 1.0

    def look(self, name: LookName) -> ResolvedLook:
        """Return a role's look, with what it leaves open taken from body text."""
        return self.looks[name].completed(self.looks["body"])

    def colour(self, name: ColourName) -> str:
        """Return a colour of the palette as six hexadecimal digits."""
        return str(getattr(self.colours, name))
