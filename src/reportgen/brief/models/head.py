"""Who writes to whom, and who may read it."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed
from .text import Line


class Person(Closed):
    """A person or office in the memo's head."""

    SHORT_FORM: ClassVar[str] = "name"

    name: Line
    office: Line | None = None


class Markings(Closed):
    """What the author declares about who may read the memo; reportgen prints it and judges nothing.

    `tlp` is a label of the Traffic Light Protocol 2.0 (FIRST, 2022).
    """

    tlp: Literal["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"] | None = None

    @property
    def banner(self) -> str:
        """The words at the top and foot of each page; empty without a marking. TLP 2.0 wants no space in it."""
        return f"TLP:{self.tlp}" if self.tlp else ""
