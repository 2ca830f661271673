"""The theme: the style's palette and families where Word's own colour and font menus look (ECMA-376 20.1.6)."""

from __future__ import annotations

from ...style import Style
from ...style.looks import ColourName
from .properties import THEME_FONTS
from .wml import NAMESPACES, XML, escape

PALETTE: dict[str, ColourName] = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "accent",
    "lt2": "tint",
    "accent1": "accent",
    "accent2": "second",
    "accent3": "third",
    "accent4": "fourth",
    "accent5": "rule",
    "accent6": "hole",
    "hlink": "accent",
    "folHlink": "muted",
}
"""The theme's twelve colours: its accents are what Word gives the series of a chart, in this order."""

FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_part(style: Style) -> str:
    """Return the theme part; its effects are plain, since memos have none."""
    name = escape(style.name)
    colours = "".join(f'<a:{key}><a:srgbClr val="{style.colour(value)}"/></a:{key}>' for key, value in PALETTE.items())
    lines = "".join(f'<a:ln w="{width}">{FILL}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    fonts = "".join(
        _font(place, style.fonts[style.look(look).font].family) for look, place in reversed(THEME_FONTS.items())
    )
    return (
        f'{XML}<a:theme xmlns:a="{NAMESPACES["a"]}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme><a:fontScheme name="{name}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _font(place: str, family: str) -> str:
    latin = f'<a:latin typeface="{escape(family)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return f"<a:{place}Font>{latin}</a:{place}Font>"
