"""The model of a style file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, PrivateAttr, model_validator

from ..diagnostics import BriefError, choices, error
from ..located import Closed, Number, Reference, fault
from .looks import (
    FONTS,
    GIVEN_BY_BODY,
    INLINE_LOOKS,
    LOOKS,
    ColourName,
    FallbackFamily,
    Family,
    FontFamily,
    FontName,
    InlineLook,
    InlineLookName,
    Look,
    LookName,
    ResolvedLook,
)
from .measures import Colour, Length, Printable, between
from .running import Running
from .word_styles import WordRole, kind_of

if TYPE_CHECKING:
    from ..letterhead.paper import Letterhead

LEAST_TEXT = 50 * 72 / 25.4
"""The least width and height of the text on a page, in points: 50 mm."""

LEAST_LOGO = 10.0
"""The least width of a logo, in points."""

NumberFormat = Literal["decimal", "letter", "roman"]


class Page(Closed):
    """The sheet and its margins, in points; `header` and `footer` are how far the running lines are from its edges.

    Between the margins is room for text at least `LEAST_TEXT` wide and high.
    """

    width: Length
    """The width of the sheet."""
    height: Length
    """The height of the sheet."""
    top: Length
    """The margin at the top."""
    right: Length
    """The margin at the right."""
    bottom: Length
    """The margin at the foot."""
    left: Length
    """The margin at the left."""
    header: Length
    """How far the line above the text is from the top edge."""
    footer: Length
    """How far the line below the text is from the lower edge."""

    @property
    def measure(self) -> float:
        """The width of the text between the side margins, in points."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text between the margins at top and foot, in points."""
        return self.height - self.top - self.bottom

    @model_validator(mode="after")
    def _leaves_room(self) -> Self:
        for room, way in ((self.measure, "wide"), (self.text_height, "high")):
            if room < LEAST_TEXT:
                message = f"the margins leave too little room for text: it must be at least 50mm {way}"
                fault("no-room", message, hint="make the page larger or its margins smaller")
        return self


class Colours(Closed):
    """The palette that looks choose from, by name; `second`, `third` and `fourth` serve charts beside `accent`."""

    ink: Colour
    """The text."""
    accent: Colour
    """Heads, rules and the first series of charts."""
    muted: Colour
    """What stands back, such as captions."""
    rule: Colour
    """Rules between rows."""
    tint: Colour
    """Grounds of boxes and heads of tables."""
    hole: Colour
    """The ground of holes."""
    paper: Colour
    """The page, and text on dark grounds."""
    second: Colour
    """The second series of charts."""
    third: Colour
    """The third series."""
    fourth: Colour
    """The fourth series."""


class Tones(Closed):
    """The grounds of cells that say how good or bad something is, from light to dark so that grey print tells them."""

    good: Colour
    fair: Colour
    poor: Colour
    bad: Colour


def _at_least_one(what: str) -> AfterValidator:
    def check(values: Sequence[Any]) -> Sequence[Any]:
        if not values:
            fault("empty-list", "this list is empty", hint=f"write at least one for {what}")
        return values

    return AfterValidator(check)


_AT_LEAST_ONE = _at_least_one("the outermost level")
_AT_LEAST_ONE_COLOUR = _at_least_one("the first series")


class ListLook(Closed):
    """Lists: each level's indent, and how far before the text its bullet or number ends, in points.

    `bullets` and `numbers` are those of the levels, from the outermost; they repeat when they run out.
    """

    indent: Length
    """How much further in each level stands."""
    distance: Length
    """How far before the text a bullet or number ends."""
    bullets: Annotated[tuple[Printable, ...], _AT_LEAST_ONE]
    """The bullets of the levels, from the outermost."""
    numbers: Annotated[tuple[NumberFormat, ...], _AT_LEAST_ONE]
    """The forms of the levels' numbers, from the outermost."""

    def bullet(self, depth: int) -> str:
        """Return the bullet of a level, the outermost being 1."""
        return self.bullets[(depth - 1) % len(self.bullets)]

    def number(self, depth: int) -> NumberFormat:
        """Return the form of the numbers of a level, the outermost being 1."""
        return self.numbers[(depth - 1) % len(self.numbers)]


class TableLook(Closed):
    """Tables: the head's ground, the rules' colour and width, the padding of cells and the space around the table."""

    head_fill: ColourName
    """The ground of the head."""
    rule: ColourName
    rule_width: Length
    padding_x: Length
    """The room in a cell at both sides."""
    padding_y: Length
    """The room in a cell above and below."""
    before: Length = 0
    after: Length = 0


class CalloutLook(Closed):
    """Callouts: ground, the bar at their left and its width, padding and the space around them, in points."""

    fill: ColourName
    bar: ColourName
    """The colour of the bar at the left."""
    bar_width: Length
    """The width of the bar."""
    padding: Length
    """The room around the text."""
    before: Length = 0
    after: Length = 0


def _seen(points: float) -> float:
    if points < LEAST_LOGO:
        fault("bad-length", "a logo of this width could not be seen", hint=f"write {LEAST_LOGO:g}pt or more")
    return points


class Logo(Closed):
    """A picture over the first words of a document: a file beside the style's own, and how wide it is, in points."""

    file: Reference
    """The name of a PNG or JPEG file beside the style file."""
    alt: Printable
    """What it shows, in words, for those who can't see it: the name of the house."""
    width: Annotated[Length, AfterValidator(_seen)]
    """How wide it is."""


class DividerLook(Closed):
    """Dividers: the rule's length, colour and width, and the space above and below it, in points."""

    length: Length
    """How long the rule is."""
    rule: ColourName
    rule_width: Length
    around: Length
    """The space above and below it."""


class ChartLook(Closed):
    """Charts and diagrams: the colours of series, the colour and width of axes, the width of lines, the space around.

    The colours follow one another from dark to light, so that grey print tells them apart; in points all the rest.
    """

    colours: Annotated[tuple[ColourName, ...], _AT_LEAST_ONE_COLOUR]
    """The colours of the series, in order."""
    rule: ColourName
    rule_width: Length
    line_width: Length
    """The width of the lines that are drawn."""
    before: Length = 0
    after: Length = 0


class FieldListLook(Closed):
    """Field lists: the width of the labels, the rule under the last field and the space below it, in points."""

    label_width: Length
    """The width of the labels."""
    rule: ColourName
    rule_width: Length
    after: Length = 0


def _all_of(kind: str, names: tuple[str, ...]) -> Any:
    def check(given: dict[str, Any]) -> dict[str, Any]:
        missing = [name for name in names if name not in given]
        if missing:
            fault(f"missing-{kind}", f"there is no {kind} for {', '.join(missing)}", hint=f"give a {kind} for each")
        return given

    return AfterValidator(check)


def _body_gives(looks: dict[LookName, Look]) -> dict[LookName, Look]:
    body = looks["body"]
    missing = [name for name in GIVEN_BY_BODY if getattr(body, name) is None]
    if missing:
        hint = "the other looks take from it what they don't give"
        fault("missing-key", f"the look 'body' must give '{', '.join(missing)}'", body.source, hint)
    return looks


class Style(Closed):
    """A style: page, palette, fonts, and a look for each role."""

    name: Printable
    """The name of the style, as its file is called."""
    summary: Printable
    """What it looks like, in a line."""
    extends: Reference | None = None
    """The style that this one is laid over."""
    base_document: Reference | None = None
    """A Word file beside this one (.docx, .dotx, .dotm): the letterhead that DOCX files are written on."""
    word_styles: dict[WordRole, Reference] = {}
    """The names of the letterhead's styles to use for parts of a memo, where they have other names than Word's own."""
    page: Page
    """The sheet and its margins."""
    colours: Colours
    """The palette."""
    tones: Tones
    """Grounds that say how good or bad something is."""
    fonts: Annotated[dict[FontName, FontFamily], _all_of("font", FONTS)]
    """The type families, by the names that looks choose from."""
    fallback: dict[Printable, FallbackFamily] = {}
    """Families that are asked, in this order, for characters that the three others lack, by names of your choice."""
    looks: Annotated[dict[LookName, Look], _all_of("look", LOOKS), AfterValidator(_body_gives)]
    """How each kind of paragraph is set."""
    inlines: Annotated[dict[InlineLookName, InlineLook], _all_of("look", INLINE_LOOKS)]
    """How words inside a paragraph differ from those around them."""
    list: ListLook
    """How lists are set."""
    table: TableLook
    """How tables are set."""
    callout: CalloutLook
    """How boxes are set."""
    field_list: FieldListLook
    """How fields and their labels are set."""
    divider: DividerLook
    """How rules between parts are drawn."""
    chart: ChartLook
    """How charts and diagrams are drawn."""
    draft_watermark: bool = True
    """Whether drafts have their mark across each page as well, where the format can do it behind the text."""
    logo: Logo | None = None
    """A picture over the first words."""
    header: Running = Running()
    """The line above the text of each page."""
    footer: Running = Running()
    """The line below the text of each page."""
    figure_share: Annotated[Number, between(0.1, 1)] = 1.0
    """The part of the text's width that pictures may take, from 0.1 to 1."""
    floats: bool = False
    """Whether figures and captioned tables in a PDF may stand at the top of the next page, and text fill their place.

    Off unless a style asks for it: Word can't do it, so the pages of a DOCX come to differ from those of its PDF.
    """
    _letterhead: Letterhead | None = PrivateAttr(default=None)
    _resolved: tuple[object, dict[LookName, ResolvedLook]] = PrivateAttr(default_factory=lambda: (None, {}))

    @property
    def letterhead(self) -> Letterhead | None:
        """The letterhead that `base_document` names, read; None where there is none."""
        return self._letterhead

    def on(self, letterhead: Letterhead) -> Self:
        """Return this style on a letterhead; raise BriefError for each style that it names and that one has not."""
        faults = []
        for role, name in self.word_styles.items():
            kind = kind_of(role)
            if not letterhead.style(name, kind):
                known = [one.name for one in letterhead.styles if one.kind == kind]
                message = f"the letterhead has no {kind} style '{name}'"
                faults.append(error("unknown-word-style", message, name.source, choices(name, known)))
        if faults:
            raise BriefError(faults)
        style = self.model_copy()
        style._letterhead = letterhead
        return style

    @model_validator(mode="after")
    def _leaves_room(self) -> Self:
        """Refuse what would push text off the page, at the first place of it."""
        for points, limit, part, key in self._room_taken():
            if points > limit:
                hint = f"write {limit:.0f}pt or less, or make the page larger"
                fault("no-room", f"'{key}' leaves too little room for text", part.key_at(key), hint)
        return self

    def _room_taken(self) -> Iterator[tuple[float, float, Closed, str]]:
        """Return lengths that text must make room for, the most that each may be, and where it is written."""
        across, down = self.page.measure, self.page.text_height
        yield self.list.indent, across / 4, self.list, "indent"
        yield self.list.distance, across / 4, self.list, "distance"
        yield self.table.padding_x, across / 4, self.table, "padding_x"
        yield self.table.padding_y, down / 4, self.table, "padding_y"
        yield self.callout.padding, min(across, down) / 4, self.callout, "padding"
        yield self.callout.bar_width, across / 4, self.callout, "bar_width"
        yield self.field_list.label_width, across / 2, self.field_list, "label_width"
        for name, look in self.looks.items():
            yield self.look(name).leading, down / 4, look, "leading" if look.leading else "size"
            yield look.left + look.right, across / 2, look, "left" if look.left else "right"
            yield abs(look.first), across / 2, look, "first"

    def font_files(self) -> Sequence[tuple[str, str]]:
        """Return the package and the path in it of each font file, in order; fallbacks may not be installed."""
        families: tuple[Family, ...] = (*self.fonts.values(), *self.fallback.values())
        faces = product((False, True), repeat=2)
        return sorted({(one.package, getattr(one, one.file_key(*face))) for face in faces for one in families})

    def look(self, name: LookName) -> ResolvedLook:
        """Return a role's look, with what it leaves open taken from body text."""
        of, found = self._resolved
        if of is not self.looks:  # none yet, or those of the style that this one is a copy of
            self._resolved = self.looks, (found := {})
        if name not in found:
            found[name] = self.looks[name].completed(self.looks["body"])
        return found[name]

    def colour(self, name: ColourName) -> str:
        """Return a colour of the palette as six hexadecimal digits."""
        return str(getattr(self.colours, name))
