"""Get the bytes of a style's font files out of the Python packages that carry them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..diagnostics import refuse
from .looks import FontFamily


def face_bytes(family: FontFamily, italic: bool) -> bytes:
    """Return the font file of a family's upright or italic face.

    Raise BriefError, pointing at the style, where its package is not installed or has no such file.
    """
    name = family.italic if italic else family.upright
    try:
        return _read(family.package, name)
    except (ModuleNotFoundError, FileNotFoundError):
        message = f"the font '{family.family}' is not installed"
        hint = f"install the Python package '{family.package.replace('_', '-')}'"
        raise refuse("missing-font", message, family.source, hint) from None


@cache
def _read(package: str, name: str) -> bytes:
    return files(package).joinpath(name).read_bytes()
