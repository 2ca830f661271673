"""One document being written, as everything that makes flowables and runs of it sees it."""

from __future__ import annotations

from dataclasses import dataclass

from ...style import Style
from .fonts import Faces


@dataclass(slots=True)
class Writing:
    """One document being written: its style, the faces, and the height of the text on a page in points.

    What is gathered on the way through a document, from blocks and inlines alike, belongs here.
    """

    style: Style
    faces: Faces
    page_height: float
