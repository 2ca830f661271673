"""What other programs can open of the places that findings point at."""

from __future__ import annotations

from ...diagnostics import Source
from ...workspace import BUILT_IN

_NO_FILES = (BUILT_IN, "--")
"""What a shown path begins with that names no file on disk: what comes with reportgen, an option's value."""


def is_on_disk(source: Source) -> bool:
    """Return whether a place lies in a file that the user has, even one that could not be read."""
    return bool(source.file) and not source.file.startswith(_NO_FILES)


def spoken(message: str, source: Source) -> str:
    """Return a message that says its place itself where there is no file on disk to open at it."""
    return f"{source}: {message}" if source.file and not is_on_disk(source) else message
