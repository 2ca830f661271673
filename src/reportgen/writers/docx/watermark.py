"""The draft mark across the page: words in VML behind the text, as Word sets watermarks (ECMA-376 part 4, 19)."""

from __future__ import annotations

from ...style import Style
from .wml import escape

VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
LETTER, SHARE = 0.72, 0.75
"""How wide a letter is as a part of its height, and how much of the room the words take."""


def watermark(words: str, room: float, name: str, style: Style) -> str:
    """Return the run that puts words aslant across pages whose text is so many points wide and high; nothing for none.

    It is in a header, so it stands on each page; its name tells it from those of other headers.
    """
    if not words:
        return ""
    across = room * SHARE
    high = min(across / (len(words) * LETTER), room / 4)
    place = (
        "position:absolute;margin-left:0;margin-top:0;"
        f"width:{across:.0f}pt;height:{high:.0f}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    family = escape(style.fonts[style.look("title").font].family)
    return (
        f'<w:r><w:pict xmlns:v="{VML}" xmlns:o="{OFFICE}">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="Watermark{name}" o:spid="_x0000_s{sum(name.encode()) + 2048}" type="#_x0000_t136" alt="" '
        f'style="{place}" o:allowincell="f" fillcolor="#{style.colour("rule")}" stroked="f"><v:fill opacity=".25"/>'
        f'<v:textpath style="font-family:&quot;{family}&quot;;font-weight:bold" string="{escape(words)}"/></v:shape>'
        "</w:pict></w:r>"
    )
