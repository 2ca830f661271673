"""Pictures in the line of text (DrawingML, ECMA-376 20.4.2.8)."""

from __future__ import annotations

from ...document import Figure
from ...style import Style
from .wml import emu, escape
from .writing import Writing

PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CAPTION_LINES = 3


def fitted(figure: Figure, measure: float, style: Style) -> tuple[float, float]:
    """Return a picture's width and height in points: its natural size, or the largest that fits the page."""
    width, height = (pixels / figure.resolution * 72 for pixels in (figure.width, figure.height))
    caption = style.look("caption")
    kept_free = caption.leading * CAPTION_LINES + caption.before + caption.after if figure.caption else 0
    room = style.page.text_height - kept_free
    scale = min(1.0, measure * style.figure_share / width, room / height)
    return width * scale, height * scale


def drawing(figure: Figure, size: tuple[float, float], writing: Writing) -> str:
    """Return the run that shows a picture of so many points, its alternative text with it."""
    extent = f'cx="{emu(size[0])}" cy="{emu(size[1])}"'
    number, alt = writing.drawing(), writing.check(figure.alt, figure.source)
    named = f'id="{number}" name="Picture {number}" descr="{escape(alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr {named}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{writing.picture(figure.data)}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
