"""Sections of the author's own."""

from __future__ import annotations

from ...located import Closed
from .text import Line, Prose


class FreeSection(Closed):
    """A heading of the author's and prose under it."""

    title: Line
    text: Prose
