"""The logo of a style: a picture over the first words of a document, in every format."""

from __future__ import annotations

from dataclasses import replace

from .brief.images import read_figure
from .document import Document, Figure, Pages
from .style import Style
from .workspace import Workspace


def find_logo(style: Style, workspace: Workspace) -> Figure | None:
    """Return the logo of a style, as wide as the style has it; None where it has none.

    Raise BriefError where the picture lies outside the style's folder, or can't be shown.
    """
    logo = style.logo
    if logo is None:
        return None
    place = logo.file.source
    figure = read_figure(logo.file, logo.alt, (), workspace, place.file, place)
    return replace(figure, resolution=figure.width * 72 / logo.width)


def under_logo(document: Document, logo: Figure | None) -> Document:
    """Return a document with a logo over its first words, on its cover where it has one; itself without a logo."""
    if logo is None:
        return document
    first, *others = document.blocks or (None,)
    if isinstance(first, Pages) and first.form == "cover":
        return replace(document, blocks=(replace(first, blocks=(logo, *first.blocks)), *others))
    return replace(document, blocks=(logo, *document.blocks))
