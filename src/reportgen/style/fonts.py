"""Get the bytes of a style's font files out of the Python packages that carry them.

The one place behind the pipeline's reading where a file is opened: writers ask for a face here when they first set text
in it, and open none themselves. A package is found but never imported, so that no style can run code.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..diagnostics import BriefError, refuse
from .looks import Family

FONT_FILES = (b"\x00\x01\x00\x00", b"true", b"OTTO")
"""What a font file begins with, whose outlines are those of TrueType or CFF (OpenType 1.9, "Font file")."""


def is_installed(family: Family) -> bool:
    """Return whether the Python package of a family is installed."""
    return _folder(family.package) is not None


def face_bytes(family: Family, italic: bool, bold: bool = False) -> bytes:
    """Return the font file of a family's upright or italic face, read once in a process.

    Raise BriefError, pointing at the style: `missing-font` where its package is not installed or has no such file,
    `bad-font` where the file lies outside the package, can't be read, or is no font.
    """
    key = family.file_key(bold, italic)
    name = getattr(family, key)
    folder = _folder(family.package)
    if folder is None:
        hint = f"install the Python package '{family.package.replace('_', '-')}'"
        raise refuse("missing-font", f"the font '{family.family}' is not installed", family.key_at("package"), hint)
    path = folder / name
    if not path.exists():
        hint = f"name a file of the Python package '{family.package.replace('_', '-')}'"
        raise refuse("missing-font", f"there is no font file '{name}'", family.key_at(key), hint)
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise _bad(family, key, "is no file of its package")
    try:
        data = _read(path)
    except OSError as failed:
        raise _bad(family, key, f"can't be read: {failed.strerror}") from None
    if not data.startswith(FONT_FILES):
        raise _bad(family, key, "is no font")
    return data


def bad_font(family: Family, italic: bool, bold: bool = False) -> BriefError:
    """Return the refusal of a font file that begins like a font and turns out to be broken."""
    return _bad(family, family.file_key(bold, italic), "is broken")


def _bad(family: Family, key: str, what: str) -> BriefError:
    message = f"the font file '{getattr(family, key)}' {what}"
    return refuse("bad-font", message, family.key_at(key), f"name a TrueType or OpenType file of '{family.family}'")


@cache
def _folder(package: str) -> Path | None:
    """Return the folder of an installed package; None where there is none, or only a single file of that name."""
    try:
        found = find_spec(package)
    except ValueError:  # a module that was loaded without a record of where from, such as __main__
        return None
    if found is None or found.origin is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0])


@cache
def _read(path: Path) -> bytes:
    return path.read_bytes()
