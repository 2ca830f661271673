"""Write a document as a PDF file."""

from __future__ import annotations

from ...diagnostics import BriefError
from ...document import Document
from ...style import Style
from .. import Written
from .blocks import Place, flowables
from .canvas import PageCanvas
from .characters import faults
from .flow import Stack
from .fonts import Faces
from .page import Furniture, draw, paginate
from .writing import Writing


def write(document: Document, style: Style) -> Written:
    """Return a document as the bytes of a PDF file (ISO 32000-1), the same ones for the same document and style.

    Raise BriefError, with every fault there is, where the text holds characters that can't be set, and where a font of
    the style is not installed.
    """
    faces = Faces(style, document.meta.language)
    wrong = faults(document, style, faces)
    if wrong:
        raise BriefError(wrong)
    writing = Writing(style, faces, style.page.text_height)
    pages = paginate(Stack(flowables(document.blocks, Place(), writing)), style)
    canvas = PageCanvas(document.meta, style.page.width, style.page.height)
    draw(pages, Furniture(document.meta, style, faces), canvas)
    return Written(canvas.finished(), len(pages))
