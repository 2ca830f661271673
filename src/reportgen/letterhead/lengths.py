"""Lengths as Word writes them."""

from __future__ import annotations

import re

_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_MEASURE = re.compile(r"([+-]?[\d.]+)(mm|cm|in|pt|pc|pi)")


def points(written: str | None, per_point: float = 20, otherwise: float = 0.0) -> float:
    """Return a length in points: a number of twentieths, or of other parts of one, or with its unit (22.9.2.14).

    `otherwise` stands for what is not written, or is no length.
    """
    with_unit = _MEASURE.fullmatch(written or "")
    try:
        if with_unit:
            return float(with_unit[1]) * _UNITS[with_unit[2]]
        return float(written or "") / per_point
    except ValueError:
        return otherwise
