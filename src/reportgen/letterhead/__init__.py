"""Letterheads: Word documents and templates of a ministry, whose page, running lines and styles a memo is set in.

They come from anywhere, so `package` opens them within limits and `cleaning` leaves out what could run or fetch
something, before anything else reads them.
"""

from __future__ import annotations

from .fields import field_kinds
from .lengths import points
from .package import Package, Relation, parsed, reached
from .paper import Letterhead, WordStyle, opened
from .reading import find_letterhead

__all__ = [
    "Letterhead",
    "Package",
    "Relation",
    "WordStyle",
    "field_kinds",
    "find_letterhead",
    "opened",
    "parsed",
    "points",
    "reached",
]
