"""The entry points by which packages offer plug-ins, in groups named `reportgen.<folder>`."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FILE = "entry_points.txt"
"""Where a package's metadata lists what it offers (PyPA, Entry points specification)."""


def offers(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points in the group `reportgen.<group>` of all packages that Python finds, in its order.

    Reading every package's metadata takes as long as making half a memo. Where no package names our groups, which a
    look into their lists tells, that is left out.
    """
    if not _are_there_any(tuple(sys.path)):
        return ()
    from importlib.metadata import entry_points

    return tuple(entry_points(group=f"reportgen.{group}"))


@cache
def _are_there_any(folders: tuple[str, ...]) -> bool:
    """Return whether a package in some folders may offer us something; what is no folder (an archive) may."""
    return any(_may_hold(folder or os.curdir) for folder in folders)


def _may_hold(folder: str) -> bool:
    if not os.path.isdir(folder):
        return os.path.exists(folder)
    described = (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return any(_names_us(os.path.join(folder, name, FILE)) for name in described)


def _names_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"[reportgen." in file.read()
    except OSError:  # most packages offer nothing
        return False
