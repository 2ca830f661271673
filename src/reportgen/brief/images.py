"""Read the pictures that a brief shows. The only module on the way in that knows the imaging library."""

from __future__ import annotations

import io
import warnings

from ..diagnostics import NOWHERE, Source, refuse
from ..document import Figure, Inline
from ..workspace import Workspace, too_large

FORMATS = ("PNG", "JPEG")
MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK")
"""The kinds of pixels that Word and PDF show alike: at most eight bits for each colour."""

ORIENTATION, UPRIGHT = 0x0112, 1
"""The tag that tells which way up a camera was held (Exif 2.32, 4.6.4), and its value for upright pictures."""

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
                if width * height > workspace.limits.pixels:
                    raise too_large(name, f"more than {workspace.limits.pixels:,} pixels", "pixels", source)
                resolution = float(picture.info.get("dpi", (RESOLUTION,))[0])
                picture.load()
                _refuse_unlike(name, picture.mode, picture.getexif().get(ORIENTATION, UPRIGHT), source)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning):
        hint = "save it as PNG or JPEG; a file that breaks off or is too large can't be shown either"
        raise refuse("unreadable-image", f"'{name}' is no picture that can be shown", source, hint) from None
    if not 10 <= resolution <= 2400:  # many programs write 0 or 1 where they mean 'not known'
        resolution = RESOLUTION
    return Figure(data=data, width=width, height=height, resolution=resolution, alt=alt, caption=caption, source=source)


def _refuse_unlike(name: str, mode: str, orientation: int, source: Source) -> None:
    """Refuse pictures that Word and PDF readers would show differently."""
    if mode not in MODES:
        hint = "save it with eight bits for each colour"
        raise refuse("unreadable-image", f"'{name}' has more colours than a memo can show", source, hint)
    if orientation != UPRIGHT:
        hint = "turn it upright in an image program and save it again"
        raise refuse("unreadable-image", f"'{name}' lies on its side, and only a note in it says so", source, hint)
