"""How far apart the lines of a typeface stand by themselves, which Word keeps to where lines may grow."""

from __future__ import annotations

import struct

from ...diagnostics import BriefError
from ...frozen import dataclass
from ...style import FontFamily
from ...style.fonts import face_bytes

_KNOWN: dict[tuple[str, str], Lines] = {}

USE_TYPO_METRICS = 1 << 7
"""The bit of `fsSelection` that names the metrics which programs are to go by (OpenType 1.9, "OS/2")."""


@dataclass(frozen=True, slots=True)
class Lines:
    """How far the lines of a typeface reach above and below the base line, as parts of the type size.

    Both are 0 where its file is not there: then a reader's program goes by another typeface anyway.
    """

    above: float = 0.0
    below: float = 0.0

    @property
    def leading(self) -> float:
        """From base line to base line."""
        return self.above + self.below


def natural_lines(family: FontFamily) -> Lines:
    """Return the lines of a family's upright face, read once in a process."""
    file = (family.package, family.upright)
    if file not in _KNOWN:
        try:
            _KNOWN[file] = _lines(face_bytes(family, italic=False))
        except (BriefError, struct.error, KeyError):
            return Lines()
    return _KNOWN[file]


def _lines(font: bytes) -> Lines:
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {}
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        tables[tag] = offset
    (per_em,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (selection,) = struct.unpack_from(">H", font, tables[b"OS/2"] + 62)
    above, below, gap, top, bottom = struct.unpack_from(">hhhHH", font, tables[b"OS/2"] + 68)
    if selection & USE_TYPO_METRICS:
        return Lines((above + gap) / per_em, -below / per_em)
    return Lines(top / per_em, bottom / per_em)
