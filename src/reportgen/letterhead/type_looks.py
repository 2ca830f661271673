"""How the paragraphs of a letterhead's styles look: what they say, what they are based on, and what holds for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from ..frozen import dataclass
from .lengths import points
from .paper import Letterhead

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

HEXADECIMAL = re.compile("[0-9A-Fa-f]{6}")
ON = (None, "1", "true", "on")
ALIGN = {"both": "justify", "distribute": "justify", "center": "center", "right": "right", "end": "right"}
THEME_NAMES = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}
"""The names in the theme of colours that styles call otherwise, as nearly all letterheads map them (17.15.1.20)."""

RENEWED: Mapping[str, tuple[str, ...]] = {"color": ("themeColor",), "rFonts": ("asciiTheme",), "ind": ("hanging",)}
"""What is said of a property in a style and holds no more where one that is based on it says the property anew."""

LINE = 1.2
"""How far the lines of most typefaces stand apart where nothing is said, as a part of the type size."""


@dataclass(frozen=True, slots=True)
class TypeLook:
    """The look of a style's paragraphs; lengths in points, `colour` six hexadecimal digits or empty for automatic.

    `font` is the name of the typeface, empty where the letterhead names none.
    """

    font: str = ""
    size: float = 10.0
    leading: float = 12.0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and typefaces of a letterhead's theme, by their names there; none for none."""

    colours: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)


def theme_of(letterhead: Letterhead) -> Theme:
    """Return the theme of a letterhead."""
    part = letterhead.part("theme")
    if not part:
        return Theme()
    tree = letterhead.package.tree(part)
    colours = {
        node.tag.removeprefix(A): value.upper()
        for node in tree.iterfind(f".//{A}clrScheme/{A}*")
        for one in node
        if HEXADECIMAL.fullmatch(value := one.get("lastClr") or one.get("val", ""))
    }
    fonts = {
        place: node.get("typeface", "")
        for place in ("major", "minor")
        for node in tree.iterfind(f".//{A}{place}Font/{A}latin")
    }
    return Theme(colours, fonts)


def type_look(id: str, letterhead: Letterhead) -> TypeLook:
    """Return the look of a style by its id; that of all paragraphs for an id that there is not."""
    tree = letterhead.package.tree(letterhead.part("styles"))
    styles = {node.get(f"{W}styleId"): node for node in tree.iter(f"{W}style")}
    told: dict[tuple[str, str], str | None] = {}
    for node in (*_defaults(tree), *reversed([*_based_on(id, styles)])):
        told |= dict(_said(node))
    return _look(told, theme_of(letterhead))


def font_family(font: str, letterhead: Letterhead) -> str:
    """Return the kind of a typeface as the letterhead has it: `roman`, `swiss`, `modern`; empty for none (17.8.3.9)."""
    part = letterhead.part("fontTable")
    for node in letterhead.package.tree(part) if part else ():
        family = node.find(f"{W}family")
        if node.get(f"{W}name") == font and family is not None:
            return str(family.get(f"{W}val", ""))
    return ""


def _defaults(tree: Any) -> Iterator[Any]:
    yield from tree.iterfind(f"{W}docDefaults/{W}rPrDefault")
    yield from tree.iterfind(f"{W}docDefaults/{W}pPrDefault")


def _based_on(id: str, styles: Mapping[str, Any]) -> Iterator[Any]:
    """Return a style and those that it is based on, the nearest first."""
    seen: set[str] = set()
    while id in styles and id not in seen:
        seen.add(id)
        yield styles[id]
        parent = styles[id].find(f"{W}basedOn")
        id = "" if parent is None else parent.get(f"{W}val", "")


def _said(node: Any) -> Iterator[tuple[tuple[str, str], str | None]]:
    """Return what a style says of paragraphs and their words, by property and attribute."""
    for kind in ("pPr", "rPr"):
        for group in node.iterchildren(f"{W}{kind}"):
            for one in group.iterchildren(f"{W}*"):
                name = one.tag.removeprefix(W)
                yield (name, ""), one.get(f"{W}val")
                for key in RENEWED.get(name, ()):
                    yield (name, key), None
                for key, value in one.attrib.items():
                    yield (name, key.removeprefix(W)), value


def _look(told: Mapping[tuple[str, str], str | None], theme: Theme) -> TypeLook:
    size = points(told.get(("sz", "")), per_point=2, otherwise=10.0)
    left = points(told.get(("ind", "left"), told.get(("ind", "start"))))
    hanging = points(told.get(("ind", "hanging")))
    return TypeLook(
        font=_font(told, theme),
        size=size,
        leading=_leading(told, size),
        colour=_colour(told, theme),
        bold=("b", "") in told and told["b", ""] in ON,
        italic=("i", "") in told and told["i", ""] in ON,
        small_caps=("smallCaps", "") in told and told["smallCaps", ""] in ON,
        align=ALIGN.get(told.get(("jc", "")) or "", "left"),
        before=points(told.get(("spacing", "before"))),
        after=points(told.get(("spacing", "after"))),
        left=max(0.0, left),
        right=max(0.0, points(told.get(("ind", "right"), told.get(("ind", "end"))))),
        first=-hanging if hanging else points(told.get(("ind", "firstLine"))),
        keep_with_next=("keepNext", "") in told and told["keepNext", ""] in ON,
    )


def _leading(told: Mapping[tuple[str, str], str | None], size: float) -> float:
    """Return from base line to base line: so many points, or a share of what the typeface has by itself (17.3.1.33)."""
    rule, line = told.get(("spacing", "lineRule"), "auto"), told.get(("spacing", "line"))
    if line and rule in ("exact", "atLeast"):
        return points(line) if rule == "exact" else max(points(line), size * LINE)
    return size * LINE * (points(line, per_point=240) if line else 1.0)


def _font(told: Mapping[tuple[str, str], str | None], theme: Theme) -> str:
    named = told.get(("rFonts", "asciiTheme")) or ""
    return theme.fonts.get(named[:5], "") or told.get(("rFonts", "ascii")) or told.get(("rFonts", "hAnsi")) or ""


def _colour(told: Mapping[tuple[str, str], str | None], theme: Theme) -> str:
    """Return a colour: what is written beside the theme's name, since that is shaded already, else the theme's."""
    written = told.get(("color", "")) or ""
    if HEXADECIMAL.fullmatch(written):
        return written.upper()
    named = told.get(("color", "themeColor")) or ""
    return theme.colours.get(THEME_NAMES.get(named, named), "")
