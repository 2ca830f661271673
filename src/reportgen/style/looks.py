"""How the paragraphs, inlines and fonts of a style look."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator

from ..frozen import dataclass
from ..located import Closed, Number, fault
from .measures import Length, Printable, Shift, TypeSize, between

LEADING = 1.35
"""From base line to base line, as a part of the type size, where a look gives only the size."""

GIVEN_BY_BODY = ("font", "size", "colour")
"""What the look of body text must give, since the others take it from there."""

_PACKAGE = re.compile("[a-z0-9_]+")
_ELSEWHERE = re.compile(r"[\\:]")  # what Windows takes for a folder or a drive

Weight = Annotated[Number, between(1, 1000)]
FontName = Literal["serif", "sans", "mono"]
ColourName = Literal["ink", "accent", "muted", "rule", "tint", "hole", "paper", "second", "third", "fourth"]

Align = Literal["left", "justify", "center", "right"]

LookName = Literal[
    "body",
    "title",
    "subtitle",
    "kicker",
    "lead-in",
    "table-note",
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
    "note",
    "contents-heading",
    "contents-1",
    "contents-2",
    "contents-3",
    "bibliography",
    "visual",
    "header",
    "footer",
    "marking",
]
"""A paragraph's look: that of its role, or of the place where it stands; `visual` is that of words in charts and
diagrams."""

InlineLookName = Literal["strong", "emphasis", "code", "link", "hole", "missing"]

FONTS: tuple[FontName, ...] = get_args(FontName)
LOOKS: tuple[LookName, ...] = get_args(LookName)
INLINE_LOOKS: tuple[InlineLookName, ...] = get_args(InlineLookName)


HEADING_LOOKS: tuple[LookName, ...] = ("heading-1", "heading-2", "heading-3")
"""The looks of headings by their level."""


def heading_look(level: int) -> LookName:
    """Return the look of headings of a level from 1; the deeper ones share the last look."""
    return HEADING_LOOKS[min(level, len(HEADING_LOOKS)) - 1]


CONTENTS_LOOKS: tuple[LookName, ...] = ("contents-1", "contents-2", "contents-3")
"""The looks of the entries of a contents list by their level."""


def contents_look(level: int) -> LookName:
    """Return the look of entries of a level from 1; the deeper ones share the last look."""
    return CONTENTS_LOOKS[min(level, len(CONTENTS_LOOKS)) - 1]


def _package(name: str) -> str:
    if not _PACKAGE.fullmatch(name):
        hint = "write its name with small letters, figures and underscores"
        fault("bad-font", f"'{name}' is no name of a Python package with fonts", hint=hint)
    return name


def _file(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or _ELSEWHERE.search(name):
        hint = "write its path from the package's folder, such as files/Font.ttf"
        fault("bad-font", f"'{name}' is no path inside a package", hint=hint)
    return name


class FontFamily(Closed):
    """A type family: its name, and the files of its upright and italic faces in an installed Python package.

    `regular` and `bold` are positions on the weight axis of variable fonts (OpenType `wght`, 100 to 900), `axes` those
    on other axes. `stand_in` is the family that a word processor should take where this one is not installed.
    """

    family: Printable
    """What the family is called."""
    stand_in: Printable
    """The family that a word processor takes where this one is not installed."""
    generic: Literal["serif", "sans-serif", "monospace"]
    """What sort of family it is."""
    package: Annotated[Printable, AfterValidator(_package)]
    """The Python package with its files."""
    upright: Annotated[Printable, AfterValidator(_file)]
    """The file of the upright face, as a path in the package."""
    italic: Annotated[Printable, AfterValidator(_file)]
    """The file of the italic face."""
    regular: Weight = 400
    """The weight of text."""
    bold: Weight = 700
    """The weight of bold text."""
    axes: dict[str, Number] = {}
    """Positions on other axes of variable fonts."""

    def file_key(self, bold: bool, italic: bool) -> str:
        """Return the key of the file that a face is in."""
        return "italic" if italic else "upright"


class FallbackFamily(Closed):
    """A type family for characters that the three families of a style lack, such as those of another script.

    One whose package is not installed is passed over. One with `languages` (BCP 47) is asked first for words in these:
    Chinese and Japanese share characters, and write them differently. It has no slanted face: scripts without capitals
    have none. `upright_bold` is the file of its bold face where `bold` is no place on its weight axis.
    """

    family: Printable
    """What the family is called."""
    package: Annotated[Printable, AfterValidator(_package)]
    """The Python package with its files."""
    upright: Annotated[Printable, AfterValidator(_file)]
    """The file of the upright face, as a path in the package."""
    upright_bold: Annotated[Printable, AfterValidator(_file)] | None = None
    """The file of the bold face, where it is one of its own."""
    regular: Weight = 400
    """The weight of text."""
    bold: Weight = 700
    """The weight of bold text."""
    languages: tuple[Printable, ...] = ()
    """The tags of the languages that it is made for; all where none is named."""

    @property
    def axes(self) -> dict[str, Number]:
        """Places on other axes than that of weight: the font's own."""
        return {}

    def file_key(self, bold: bool, italic: bool) -> str:
        """Return the key of the file that a face is in."""
        return "upright_bold" if bold and self.upright_bold else "upright"

    def speaks(self, language: str) -> bool:
        """Return whether it is made for a language (BCP 47), such as zh-Hans-CN where `zh-Hans` is listed."""
        return any(f"{language}-".lower().startswith(f"{one}-".lower()) for one in self.languages)


Family: TypeAlias = FontFamily | FallbackFamily


class Look(Closed):
    """How a paragraph is set; `font`, `size`, `leading` and `colour` are those of `body` where they are not given.

    Lengths in points: `leading` from base line to base line (1.35 of the size where only that is given), `before` and
    `after` the space above and below, `left` and `right` the indents, `first` the first line's further indent.
    """

    font: FontName | None = None
    size: TypeSize | None = None
    """The size of the type."""
    leading: TypeSize | None = None
    """From base line to base line."""
    colour: ColourName | None = None
    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    """Whether small letters are small capitals: in PDF those of the font, where it has them."""
    align: Align = "left"
    """To which side the lines stand."""
    before: Length = 0
    after: Length = 0
    left: Length = 0
    """The indent at the left."""
    right: Length = 0
    """The indent at the right."""
    first: Shift = 0
    """The further indent of the first line."""
    keep_with_next: bool = False
    """Whether it stays on the page of what follows."""

    def completed(self, body: Look) -> ResolvedLook:
        """Return this look with what it leaves open taken from that of body text, which gives all `GIVEN_BY_BODY`."""
        given = {name: getattr(self, name) for name in Look.model_fields}
        for name in GIVEN_BY_BODY:
            given[name] = given[name] or getattr(body, name)
        # A size without a leading has one of its own, not that of body text.
        leading = self.leading if self.size else self.leading or body.leading
        given["leading"] = leading or given["size"] * LEADING
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
    small_caps: bool
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
    small_caps: bool = False
    """Whether small letters are small capitals: in PDF those of the font, where it has them."""
    underline: bool = False
    colour: ColourName | None = None
    fill: ColourName | None = None
