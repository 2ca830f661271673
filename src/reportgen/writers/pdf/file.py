"""Write a document as a PDF file."""

from __future__ import annotations

from ...diagnostics import BriefError
from ...document import Document
from ...style import Style
from .. import Written
from .blocks import Place, Setting, flowables
from .canvas import PageCanvas
from .characters import faults
from .flow import Stack
from .fonts import Faces
from .page import Furniture, pour, text_height


def write(document: Document, style: Style) -> Written:
    """Return a document as the bytes of a PDF file (ISO 32000-1), the same ones for the same document and style.

    Raise BriefError, with every fault there is, where the text holds characters that can't be set, and where a font of
    the style is not installed.
    """
    faces = Faces(style)
    wrong = faults(document, style, faces)
    if wrong:
        raise BriefError(wrong)
    setting = Setting(style, faces, text_height(style))
    story = Stack(flowables(document.blocks, Place(), setting))
    canvas = PageCanvas(document.meta, style.page.width, style.page.height, faces.face(style.look("body").font))
    pages = pour(story, canvas, style)
    return Written(canvas.finished(Furniture(document.meta, style, faces).draw), pages)
