"""How much a brief, and what it is made with, may ask of the machine; anybody may have written them."""

from __future__ import annotations

from dataclasses import field

from .frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused beyond: far more than any memo needs, and far less than would exhaust a machine.

    A project's settings raise or lower them, under `[limits]` in `reportgen.toml`; those that stand against what the
    stack of the machine holds can be raised to their `most`.
    """

    megabytes: int = 32
    """The size of a file, of what is packed in a workbook or letterhead, and of all that a brief includes."""
    files: int = 1_000
    """The files that a brief includes, each as often as it is included."""
    aliases: int = 100_000
    """The values that the aliases of a file repeat, and the lines of a hundred characters in them."""
    depth: int = field(default=100, metadata={"most": 250})
    """How many lists and keys may stand in one another in a file."""
    nesting: int = field(default=30, metadata={"most": 100})
    """How many lists, quotes and stressed words may stand in one another in a text."""
    rows: int = 100_000
    """The rows of a file of data."""
    pixels: int = 50_000_000
    """The pixels of a picture."""
    parts: int = 2_000
    """The parts of a letterhead."""
    turns: int = 1_000_000
    """The turns that loops take in all texts with placeholders, and what filters go through there."""
    characters: int = 10_000_000
    """The characters that all texts with placeholders have once they are filled in, and what products make."""
    pages: int = 5_000
    """The pages of a memo that is laid out: as a PDF, or for the contents list of a DOCX."""


NORMAL = Limits()
"""The limits where none are set."""


def raising(limit: str) -> str:
    """Return how a limit is raised, to end a hint with."""
    return f"or raise '{limit}' under [limits] in reportgen.toml"


class Account:
    """What is left of the limits of placeholders, while the texts of a brief are filled in one after the other."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._turns, self._characters = limits.turns, limits.characters

    def turn(self, times: int) -> None:
        """Take turns of loops; raise ValueError where more are taken than are left."""
        self._turns -= times
        if self._turns < 0:
            raise ValueError(f"loops take more than {self.limits.turns:,} turns")

    def write(self, characters: int) -> None:
        """Take characters; raise ValueError where more are taken than are left."""
        self._characters -= characters
        if self._characters < 0:
            raise ValueError(f"texts have more than {self.limits.characters:,} characters")
