"""Read the pictures that a brief shows. The only module on the way in that knows the imaging library."""

from __future__ import annotations

import io
import warnings

from ..diagnostics import NOWHERE, Source, refuse
from ..document import Figure, Inline
from ..workspace import Workspace

FORMATS = ("PNG", "JPEG")
RESOLUTION = 150.0
"""Pixels per inch of pictures that do not tell their own."""


def read_figure(
    name: str, alt: str, caption: tuple[Inline, ...], workspace: Workspace, file: str, source: Source = NOWHERE
) -> Figure:
    """Return the picture that a brief names, read from beside the brief.

    Raise BriefError, pointing at `source`, where it lies elsewhere, can't be read, or is neither PNG nor JPEG.
    """
    from PIL import Image, UnidentifiedImageError  # slow to import, and few briefs have pictures

    data = workspace.read_bytes(workspace.beside(file, name, source), source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
                resolution = float(picture.info.get("dpi", (RESOLUTION,))[0])
                picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError, Warning):
        hint = "save it as PNG or JPEG; a file that breaks off or is too large can't be shown either"
        raise refuse("unreadable-image", f"'{name}' is no picture that can be shown", source, hint) from None
    if not 10 <= resolution <= 2400:  # many programs write 0 or 1 where they mean 'not known'
        resolution = RESOLUTION
    return Figure(data=data, width=width, height=height, resolution=resolution, alt=alt, caption=caption, source=source)
