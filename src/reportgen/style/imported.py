"""Write a style file out of a letterhead: its page, type and colours for every format, and the names of its styles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..frozen import dataclass
from ..letterhead.paper import Letterhead
from ..letterhead.type_looks import TypeLook, font_family, theme_of, type_look
from .looks import ColourName, FontFamily, FontName, LookName
from .model import Style
from .word_styles import WORD_STYLES, WordRole, kind_of

FROM_STYLES: dict[LookName, WordRole] = {
    "body": "body",
    "title": "title",
    "subtitle": "subtitle",
    "heading-1": "heading-1",
    "heading-2": "heading-2",
    "heading-3": "heading-3",
    "quote": "quote",
    "caption": "caption",
    "note": "note",
    "contents-1": "contents-1",
    "contents-2": "contents-2",
    "contents-3": "contents-3",
    "bibliography": "bibliography",
}
"""The looks that are taken from a letterhead's styles, by the roles of those."""

AS_BODY: tuple[LookName, ...] = ("callout", "callout-heading")
"""The looks that take the typeface, size and leading of body text."""

GENERICS = {"roman": "serif", "swiss": "sans-serif", "modern": "monospace"}
SERIF_NAMES = ("times", "cambria", "georgia", "garamond", "serif", "roman", "book", "palatino", "minion", "bodoni")
MONO_NAMES = ("courier", "consolas", "mono", "code")
TYPE_COLOURS: tuple[ColourName, ...] = ("ink", "accent", "muted")
CHART_COLOURS: tuple[ColourName, ...] = ("second", "third", "fourth")
WIDEST = 4.5
"""How many indents as wide as they may be fill the text's width; a style refuses more than two of two."""

MARGINS = ("top", "right", "bottom", "left", "header", "footer")


@dataclass(frozen=True, slots=True)
class _Fonts:
    """The typefaces of body text and of headings, and the names that they have in a style."""

    body: str
    heads: str
    of_body: FontName
    of_heads: FontName


def style_file(letterhead: Letterhead, name: str, base_document: str, house: Style) -> str:
    """Return the text of a style file that sets memos in a letterhead's looks, and extends the house style.

    `base_document` is the letterhead's path from that file's folder.
    """
    found = {role: style for role in WORD_STYLES if (style := _style_of(role, letterhead))}
    looks = {look: type_look(found[role], letterhead) for look, role in FROM_STYLES.items() if role in found}
    looks.setdefault("body", type_look("", letterhead))
    fonts = _fonts(looks["body"], looks.get("heading-1", looks["body"]), letterhead)
    colours = _colours(looks, letterhead, house)
    lines = (
        f"# Made from the letterhead {base_document}; change what you like.",
        f"name: {json.dumps(name, ensure_ascii=False)}",
        f"summary: {json.dumps(f'the letterhead {base_document}', ensure_ascii=False)}",
        "extends: house",
        f"base_document: {json.dumps(base_document, ensure_ascii=False)}",
        "",
        *_page(letterhead),
        *_written("colours", {colour: f'"#{value}"' for colour, value in colours.items()}),
        *_font_lines(fonts, letterhead, house),
        *_written("looks", {**_looks(looks, fonts, colours, letterhead, house), **_as_body(looks["body"], fonts)}),
        *_word_styles(letterhead),
    )
    return "\n".join(lines) + "\n"


def _style_of(role: WordRole, letterhead: Letterhead) -> str:
    """Return the id of the style that a letterhead has for a role; empty for none."""
    found = (letterhead.style(name, kind_of(role)) for name in WORD_STYLES[role])
    return next((style.id for style in found if style), "")


def _page(letterhead: Letterhead) -> Iterator[str]:
    page = letterhead.page
    if page:
        yield "page:"
    for group in (("width", "height"), MARGINS):
        yield from (f"  {key}: {_mm(page[key])}" for key in group if key in page)
    yield ""


def _mm(length: float) -> str:
    return f"{length * 25.4 / 72:.1f}".removesuffix(".0") + "mm"


def _pt(length: float) -> str:
    return f"{round(length, 2):g}pt"


def _written(key: str, values: Mapping[str, str]) -> Iterator[str]:
    yield f"{key}:"
    yield from (f"  {name}: {value}" for name, value in values.items())
    yield ""


def _fonts(body: TypeLook, head: TypeLook, letterhead: Letterhead) -> _Fonts:
    """Return the two typefaces; body's has the name of its kind, the other one's that which is left."""
    of_body: FontName = "sans" if _generic(body.font, letterhead) == "sans-serif" else "serif"
    if not head.font or head.font == body.font:
        return _Fonts(body.font, body.font, of_body, of_body)
    return _Fonts(body.font, head.font, of_body, "serif" if of_body == "sans" else "sans")


def _generic(font: str, letterhead: Letterhead) -> str:
    """Return the kind of a typeface, as the letterhead tells it or as its name does."""
    told, name = GENERICS.get(font_family(font, letterhead)), font.lower()
    if told:
        return told
    if any(part in name for part in MONO_NAMES):
        return "monospace"
    return "serif" if any(part in name for part in SERIF_NAMES) and "sans" not in name else "sans-serif"


def _font_lines(fonts: _Fonts, letterhead: Letterhead, house: Style) -> Iterator[str]:
    yield "fonts:"
    for slot in ("serif", "sans"):
        name = fonts.body if slot == fonts.of_body else fonts.heads
        if name:
            yield from _font(slot, name, _generic(name, letterhead), house)
    yield ""


def _font(slot: str, name: str, generic: str, house: Style) -> Iterator[str]:
    """Return a family: its own name for Word, and the files of the nearest that we have for every other format."""
    nearest = _nearest(name, generic, house)
    if nearest.family != name:
        yield f"  # No package has {name}: Word takes it where it is installed, PDF files have {nearest.family}."
    axes = ", ".join(f"{axis}: {value:g}" for axis, value in nearest.axes.items())
    yield f"  {slot}:"
    yield f"    family: {json.dumps(name, ensure_ascii=False)}"
    yield f"    stand_in: {json.dumps(nearest.stand_in if nearest.family == name else name, ensure_ascii=False)}"
    yield f"    generic: {nearest.generic}"
    yield f"    package: {nearest.package}"
    yield f'    upright: "{nearest.upright}"'
    yield f'    italic: "{nearest.italic}"'
    yield f"    regular: {nearest.regular:g}"
    yield f"    bold: {nearest.bold:g}"
    yield f"    axes: {{{axes}}}"


def _nearest(name: str, generic: str, house: Style) -> FontFamily:
    families = house.fonts.values()
    same = (family for family in families if family.family.lower() == name.lower())
    return next(same, next(family for family in families if family.generic == generic))


def _colours(looks: Mapping[LookName, TypeLook], letterhead: Letterhead, house: Style) -> dict[ColourName, str]:
    """Return the palette: body's colour, that of headings, and those that the theme has for charts."""
    theme = theme_of(letterhead).colours
    ink = looks["body"].colour or "000000"
    head = looks["heading-1"].colour if "heading-1" in looks else ""
    found: dict[ColourName, str] = {"ink": ink, "accent": head or theme.get("accent1", "") or house.colour("accent")}
    for place, name in enumerate(CHART_COLOURS, 2):
        if theme.get(f"accent{place}"):
            found[name] = theme[f"accent{place}"]
    return found


def _looks(
    looks: Mapping[LookName, TypeLook],
    fonts: _Fonts,
    colours: Mapping[ColourName, str],
    letterhead: Letterhead,
    house: Style,
) -> dict[str, str]:
    palette = {name: colours.get(name, house.colour(name)) for name in TYPE_COLOURS}
    page = {name: getattr(house.page, name) for name in ("width", "left", "right")} | dict(letterhead.page)
    most = (page["width"] - page["left"] - page["right"]) / WIDEST
    return {name: _look(look, fonts, palette, most) for name, look in looks.items()}


def _look(look: TypeLook, fonts: _Fonts, palette: Mapping[ColourName, str], most: float) -> str:
    """Return all that a look says, so that nothing of the house style's shows through; indents are `most` at most."""
    colour = min(palette, key=lambda name: _apart(palette[name], look.colour or palette["ink"]))
    lengths = ("before", "after", "left", "right", "first")
    said = {
        "font": fonts.of_body if look.font == fonts.body or not look.font else fonts.of_heads,
        "size": _pt(look.size),
        "leading": _pt(look.leading),
        "colour": colour,
        "bold": str(look.bold).lower(),
        "italic": str(look.italic).lower(),
        "small_caps": str(look.small_caps).lower(),
        "align": look.align,
        **{name: _pt(min(most, max(-most, getattr(look, name)))) for name in lengths},
        "keep_with_next": str(look.keep_with_next).lower(),
    }
    return f"{{{', '.join(f'{key}: {value}' for key, value in said.items())}}}"


def _as_body(body: TypeLook, fonts: _Fonts) -> dict[str, str]:
    size = f"size: {_pt(body.size)}, leading: {_pt(body.leading)}"
    return dict.fromkeys(AS_BODY, f"{{font: {fonts.of_body}, {size}}}")


def _apart(one: str, other: str) -> int:
    """Return how far two colours are from each other."""
    return sum(abs(int(one[place : place + 2], 16) - int(other[place : place + 2], 16)) for place in (0, 2, 4))


def _word_styles(letterhead: Letterhead) -> Iterator[str]:
    """Return the table of the letterhead's styles, what it has not as a comment, and which others there are."""
    yield "# Which of the letterhead's styles parts of a memo are set in; the others are added to it."
    yield "word_styles:"
    used = set()
    for role, names in WORD_STYLES.items():
        found = next(filter(None, (letterhead.style(name, kind_of(role)) for name in names)), None)
        yield f"  {role}: {json.dumps(found.name, ensure_ascii=False)}" if found else f"  # {role}:"
        used.add(found.id if found else "")
    others = [one.name for one in letterhead.styles if one.id not in used and one.kind == "paragraph"]
    if others:
        yield "# Its other styles of paragraphs:"
        yield from (f"#   {name}" for name in others)
