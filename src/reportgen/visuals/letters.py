"""How wide words are about: the fonts of whoever opens the file can't be measured here."""

from __future__ import annotations

from ..style import Style
from .pen import Measure

WIDTHS = (
    (0.27, " .,:;'!|ijlI\u00b7\u2019\u00a0\u0456\u0457"),
    (0.36, 'frt()[]{}/\\-"\u201c\u201d*'),
    (0.62, "ABCDEGHKNOPQRSTUVXYZ&w\u0416\u0428\u0429\u042e\u0436\u0448\u0449\u044e"),
    (0.85, "mMW%@\u2014\u2026"),
)
"""The widths of letters as parts of the type size; a little more than those of the usual sans-serif faces."""

OTHERS, WIDE, MONO, BOLD = 0.53, 1.0, 0.6, 1.06
WIDE_FROM = "\u2e80"
"""The first of the characters that are as wide as the type is high: those of East Asia."""


def measure(style: Style) -> Measure:
    """Return what estimates the width of words in the look `visual`, in points."""
    look = style.look("visual")
    widths = {letter: width for width, letters in WIDTHS for letter in letters}
    mono = style.fonts[look.font].generic == "monospace"

    def width(text: str, bold: bool) -> float:
        parts = (MONO if mono else widths.get(one, WIDE if one >= WIDE_FROM else OTHERS) for one in text)
        return sum(parts) * look.size * (BOLD if bold else 1.0)

    return width
