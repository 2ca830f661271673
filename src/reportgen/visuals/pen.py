"""What words in a drawing are set with: how wide they are, and how they are broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field
from typing import TypeAlias

from ..frozen import dataclass
from ..style import ColourName, Style
from .drawing import Anchor, Words

Measure: TypeAlias = Callable[[str, bool], float]
"""Returns the width in points of a text in one line, in the look `visual`, bold or not."""

_BREAKS = re.compile(r"(?<=\w[-/\u2010\u2013\u2014])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Pen:
    """The look of words in drawings, and its measure; lengths in points."""

    style: Style
    measure: Measure
    size: float = field(init=False)
    leading: float = field(init=False)

    def __post_init__(self) -> None:
        look = self.style.look("visual")
        object.__setattr__(self, "size", look.size)
        object.__setattr__(self, "leading", look.leading)

    def lines(self, text: str, width: float, bold: bool = False) -> tuple[str, ...]:
        """Return a text in lines of at most a width; a word wider than that is parted. None for no text."""
        done: list[str] = []
        line = ""
        for word in text.split():
            for index, piece in enumerate(_BREAKS.split(word)):
                longer = f"{line}{'' if index or not line else ' '}{piece}"
                if self.measure(longer, bold) <= width:
                    line = longer
                    continue
                done += [line] if line else []
                *parts, line = self._parted(piece, width, bold)
                done += parts
        return (*done, line) if line else tuple(done)

    def widest_word(self, text: str) -> float:
        """Return the width below which a word of a text would be parted; 0 for no text."""
        pieces = (piece for word in text.split() for piece in _BREAKS.split(word))
        return max((self.measure(piece, False) for piece in pieces), default=0.0)

    def words(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        anchor: Anchor = "start",
        colour: ColourName = "ink",
        bold: bool = False,
    ) -> Words:
        """Return lines of text at a place."""
        width = max((self.measure(line, bold) for line in lines), default=0.0)
        return Words(
            lines=tuple(lines),
            x=x,
            top=top,
            width=width,
            height=len(lines) * self.leading,
            anchor=anchor,
            colour=colour,
            bold=bold,
        )

    def _parted(self, word: str, width: float, bold: bool) -> list[str]:
        """Return a word in pieces that are no wider than a width, each at least one character long."""
        parts = [""]
        for character in word:
            if parts[-1] and self.measure(parts[-1] + character, bold) > width:
                parts.append("")
            parts[-1] += character
        return parts
