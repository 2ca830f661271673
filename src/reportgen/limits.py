"""How much a brief, and what it is made with, may ask of the machine; anybody may have written them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused beyond: far more than any memo needs, and far less than would exhaust a machine.

    A project's settings raise or lower them, under `[limits]` in `reportgen.toml`.
    """

    megabytes: int = 32
    """The size of a file that is read; of a workbook, of what is packed in it too."""
    rows: int = 100_000
    """The rows of a file of data."""
    pixels: int = 50_000_000
    """The pixels of a picture."""
    turns: int = 100_000
    """The turns that the loops of one text take, and the numbers that they are counted with."""
    characters: int = 1_000_000
    """The characters that one text has when its placeholders are filled in."""
