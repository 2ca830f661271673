"""What a look says, as properties of paragraphs and runs (ECMA-376 17.3)."""

from __future__ import annotations

from typing import Literal

from ...style import FontName, InlineLook, LookName, ResolvedLook, Style
from ...style.looks import ColourName
from .wml import eighths, escape, half_points, twips, val

THEME_COLOURS: dict[ColourName, str] = {
    "ink": "text1",
    "paper": "background1",
    "tint": "background2",
    "accent": "accent1",
    "second": "accent2",
    "third": "accent3",
    "fourth": "accent4",
    "rule": "accent5",
    "hole": "accent6",
    "muted": "followedHyperlink",
}
"""The palette's places in the theme, so that a change of theme colours in Word reaches each style."""

SCHEME = {"text1": "tx1", "background1": "bg1", "background2": "bg2", "followedHyperlink": "folHlink"}
"""The names in DrawingML (20.1.10.54) of places that WordprocessingML calls otherwise."""

THEME_FONTS: dict[LookName, str] = {"body": "minor", "heading-1": "major"}
"""The theme's two families, by the looks whose families they are."""

PARAGRAPH_ORDER = (
    "keepNext",
    "keepLines",
    "numPr",
    "pBdr",
    "tabs",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
)
"""The order that the schema wants of a paragraph's properties (17.3.1.26)."""

RUN_ORDER = ("rFonts", "b", "i", "smallCaps", "color", "u", "shd")
"""The order that the schema wants of a run's properties (17.3.2.28)."""

ALIGN = {"left": "left", "justify": "both", "center": "center", "right": "right"}


def paragraph_properties(look: ResolvedLook, **more: str) -> str:
    """Return a look's paragraph properties, with `more` in place of or beside them."""
    found = {}
    if look.keep_with_next:
        found["keepNext"] = "<w:keepNext/>"
    if look.left or look.right or look.first:
        found["ind"] = indent(look.left, look.right, look.first)
    if look.align != "left":
        found["jc"] = val("jc", ALIGN[look.align])
    found |= more
    return "".join(found[name] for name in PARAGRAPH_ORDER if name in found)


def spacing(look: ResolvedLook, rule: Literal["atLeast", "exact"]) -> str:
    """Return the space around a paragraph and its leading (17.3.1.33).

    Lines of at least that height grow with pictures, which Word clips in lines of an exact one; but they also grow with
    typefaces that want more of their own.
    """
    before, after, line = twips(look.before), twips(look.after), twips(look.leading)
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


def indent(left: float, right: float = 0, first: float = 0) -> str:
    """Return indents, in points; a negative `first` hangs the first line out to the left."""
    start = f'w:firstLine="{twips(first)}"' if first >= 0 else f'w:hanging="{twips(-first)}"'
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}" {start}/>'


def tabs(*more: tuple[str, float], **stops: float) -> str:
    """Return tab stops: the alignment of each, and its distance from the margin in points."""
    found = "".join(f'<w:tab w:val="{align}" w:pos="{twips(points)}"/>' for align, points in (*more, *stops.items()))
    return f"<w:tabs>{found}</w:tabs>"


def look_of_runs(look: ResolvedLook, style: Style) -> str:
    """Return the run properties in which a paragraph's look differs from body text; empty where in none.

    On a letterhead all of them, since what holds there where no style says otherwise is not ours.
    """
    if style.letterhead:
        return whole_look_of_runs(look, style)
    body = style.look("body")
    plain = ("font", "colour", "size")
    return "".join(
        xml for name, xml in _run(look, style) if name not in plain or getattr(look, name) != getattr(body, name)
    )


def whole_look_of_runs(look: ResolvedLook, style: Style) -> str:
    """Return all run properties of a look, for words that stand in a paragraph of another look."""
    return "".join(xml for _, xml in _run(look, style))


def _run(look: ResolvedLook, style: Style) -> tuple[tuple[str, str], ...]:
    return (
        ("font", fonts(look.font, style)),
        ("bold", "<w:b/><w:bCs/>" if look.bold else ""),
        ("italic", "<w:i/><w:iCs/>" if look.italic else ""),
        ("small_caps", "<w:smallCaps/>" if look.small_caps else ""),
        ("colour", colour(look.colour, style)),
        ("size", size(look.size)),
    )


def look_of_words(look: InlineLook, style: Style) -> dict[str, str]:
    """Return the run properties of an inline look by name, in the schema's order."""
    found = {
        "rFonts": fonts(look.font, style) if look.font else "",
        "b": "<w:b/><w:bCs/>" if look.bold else "",
        "i": "<w:i/><w:iCs/>" if look.italic else "",
        "smallCaps": "<w:smallCaps/>" if look.small_caps else "",
        "color": colour(look.colour, style) if look.colour else "",
        "u": val("u", "single") if look.underline else "",
        "shd": shading(look.fill, style) if look.fill else "",
    }
    return {name: xml for name, xml in found.items() if xml}


def fonts(name: FontName, style: Style) -> str:
    """Return the family for all scripts, through the theme where it is body's or the headings' family."""
    for look, theme in THEME_FONTS.items():
        if name == style.look(look).font and not style.letterhead:
            return (
                f'<w:rFonts w:asciiTheme="{theme}HAnsi" w:hAnsiTheme="{theme}HAnsi" '
                f'w:eastAsiaTheme="{theme}EastAsia" w:cstheme="{theme}Bidi"/>'
            )
    family = escape(style.fonts[name].family)
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:cs="{family}"/>'


def size(points: float) -> str:
    """Return a type size."""
    return val("sz", half_points(points)) + val("szCs", half_points(points))


def scheme_colour(name: ColourName) -> str:
    """Return a colour's place in our theme, by its name in drawings and charts."""
    return SCHEME.get(THEME_COLOURS[name], THEME_COLOURS[name])


def colour(name: ColourName, style: Style) -> str:
    """Return a colour of type."""
    return f'<w:color w:val="{style.colour(name)}"{_of_theme("Color", name, style)}/>'


def shading(name: ColourName, style: Style) -> str:
    """Return a ground."""
    fill = style.colour(name)
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"{_of_theme("Fill", name, style)}/>'


def border(side: str, name: ColourName, points: float, style: Style, space: int = 0) -> str:
    """Return a rule at one side, `points` wide and `space` points away; none where it has no width."""
    if not points:
        return f'<w:{side} w:val="nil"/>'
    shade = f'w:color="{style.colour(name)}"{_of_theme("Color", name, style)}'
    return f'<w:{side} w:val="single" w:sz="{eighths(points)}" w:space="{space}" {shade}/>'


def _of_theme(attribute: Literal["Color", "Fill"], name: ColourName, style: Style) -> str:
    """Return what ties a colour to its place in our theme; nothing on a letterhead, whose theme is its own."""
    return "" if style.letterhead else f' w:theme{attribute}="{THEME_COLOURS[name]}"'
